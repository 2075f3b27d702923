/**
 * Opens the console in two stages: the terminal is taken and the first screen painted from what is loaded already,
 * then Ink is loaded and drawn over it. Keys typed in between are kept and arrive once.
 */
import { makeKeymap } from '../../keys/keymap.ts';
import { openTerminal } from '../../first-frame/terminal.ts';
import { terminalKind, type ThemeChoice } from '../../widgets/lines/terminal-kind.ts';
import { themeNamed } from '../../widgets/lines/theme.ts';
import { firstFrame } from '../frame/first-frame.ts';
import type { Day } from '../../domain/days/day.ts';
import type { UserError } from '../../errors.ts';
import type { RestoreRequest } from '../copies/restored.ts';
import type { Language } from '../../language/index.ts';
import type { Project } from '../../services/project/project.ts';
import { keysOf, themeNames, type Settings } from '../../settings/settings.ts';

export interface ConsoleOptions {
  /** Said when the console has opened. */
  readonly notice?: { readonly kind: 'done' | 'error'; readonly text: string; readonly hint: string };
  /** Null on the first run, when there is no project yet: the console helps to make or open one. */
  readonly project: Project | null;
  /** It is looked at as it stood at the end of this day, to begin with. */
  readonly asOf: Day | null;
  readonly path: string | null;
  readonly language: Language;
  readonly settings: Settings;
  readonly environment: NodeJS.ProcessEnv;
  /** Hears what went wrong beside the console's own work; said when the screen is given back. */
  readonly tell: (problem: UserError) => void;
}

/** Settings are a person's to edit: what can't be understood counts as not set. */
function themeOf({ theme }: Settings): ThemeChoice {
  return themeNames.find((one) => one === theme) ?? 'auto';
}

/** Runs until the user leaves, on whatever the file has become meanwhile; the exit code. */
export async function openConsole(options: ConsoleOptions): Promise<number> {
  let now = options;
  for (;;) {
    const request = await openOnce(now);
    if (request === null) return 0;
    const { restored } = await import('../copies/restored.ts');
    now = { ...restored(now, request), asOf: null };
  }
}

/** What the console was left for; null where it was just left. */
async function openOnce(options: ConsoleOptions): Promise<RestoreRequest | null> {
  const { project, asOf, language, settings, environment } = options;
  const kind = terminalKind(environment, themeOf(settings), settings.ground ?? undefined);
  const { keymap, problems } = makeKeymap(keysOf(settings), language);
  const linear = settings.linear ?? environment['INK_SCREEN_READER'] === 'true';
  const terminal = openTerminal(process.stdin, process.stdout, linear);
  const { unicode } = kind;
  try {
    if (project !== null && asOf === null && !linear)
      terminal.paint(
        firstFrame(project, { ...terminal.size(), language, unicode, keymap }),
        themeNamed(kind.theme),
      );
    const { runConsole } = await import('./run-console.tsx');
    return await runConsole({ ...options, linear, terminal, keymap, keyProblems: problems, kind });
  } finally {
    terminal.close();
  }
}
