import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { foldersOf } from './folders.ts';
import type { Language } from '../language/language.ts';

const fileName = 'config';
const rememberedFiles = 10;

/** What `theme` may be; `auto` looks at what the terminal says of itself. */
export const themeNames = ['auto', 'dark', 'light', 'contrast', 'colourblind', 'sixteen', 'none'] as const;

/** How this user likes Luotsi; never data of a project. */
export interface Settings {
  /** Project files that were opened, the last one first. */
  readonly files: readonly string[];
  readonly language: Language | null;
  /** Keys by action id, where they are not the usual ones. */
  readonly keys: Readonly<Record<string, unknown>>;
  readonly theme: string | null;
  /** The background as the terminal last told it, so that the first paint has its colours right. */
  readonly ground: 'dark' | 'light' | null;
  /** Is the terminal's title to say where one is? */
  readonly title: boolean;
  /** Is the terminal's bell to ring when something becomes due while the console is open? */
  readonly bell: boolean;
  /** One thing a line, in words, for who listens to the screen; null is as the environment says. */
  readonly linear: boolean | null;
  /** Has the tour been gone through or left? */
  readonly toured: boolean;
  /** The planner's own folder for copies of project files, beside the one that Luotsi keeps. */
  readonly backupFolder: string | null;
  /** Project files of which it was said that they lie in a folder that is synchronised or on another computer. */
  readonly told: readonly string[];
  /** The key to which copies in that folder are sealed; its private half opens by a passphrase. */
  readonly backupKey: { readonly recipient: string; readonly identity: string } | null;
  /** The name of the picture for the heads of reports, which lies beside the settings. */
  readonly logo: string | null;
  /** How each project file was looked at: filters, orders, cursors; the console's own. */
  readonly views: Readonly<Record<string, unknown>>;
}

/** Path of the settings file; `conf` writes the same one. */
export function settingsPath(environment: NodeJS.ProcessEnv): string {
  return join(foldersOf(environment, process.platform).config, `${fileName}.json`);
}

/** Reads the settings without `conf`, which costs as much as starting Node. A broken file counts as none. */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const stored = storedSettings(settingsPath(environment));
  const {
    files,
    language,
    keys,
    theme,
    ground,
    title,
    bell,
    linear,
    toured,
    backupFolder,
    backupKey,
    told,
    logo,
    views,
  } = stored;
  return {
    files: textsOf(files),
    language: language === 'fi' || language === 'en' ? language : null,
    keys: isObject(keys) ? keys : {},
    theme: typeof theme === 'string' ? theme : null,
    ground: ground === 'dark' || ground === 'light' ? ground : null,
    title: title !== false,
    bell: bell === true,
    linear: typeof linear === 'boolean' ? linear : null,
    toured: toured === true,
    backupFolder: typeof backupFolder === 'string' ? backupFolder : null,
    backupKey: keyFrom(backupKey),
    told: textsOf(told),
    logo: typeof logo === 'string' ? logo : null,
    views: isObject(views) ? views : {},
  };
}

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

function keyFrom(value: unknown): Settings['backupKey'] {
  if (!isObject(value)) return null;
  const { recipient, identity } = value;
  return typeof recipient === 'string' && typeof identity === 'string' ? { recipient, identity } : null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function storedSettings(path: string): Record<string, unknown> {
  try {
    const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isObject(stored) ? stored : {};
  } catch {
    return {};
  }
}

/** Writes some settings and leaves the others as they are; null takes a setting away. @throws UserError settings-unwritable */
export async function writeSettings(
  environment: NodeJS.ProcessEnv,
  changed: Partial<Settings>,
): Promise<void> {
  const { default: Conf } = await import('conf');
  const cwd = foldersOf(environment, process.platform).config;
  try {
    // Hand-edited settings that are no JSON are begun anew rather than a reason to stop.
    const conf = new Conf({ cwd, configName: fileName, clearInvalidConfig: true, configFileMode: 0o600 });
    for (const [name, value] of Object.entries(changed)) {
      if (value === null) conf.delete(name);
      else conf.set(name, value);
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    throw new UserError('settings-unwritable', { path: settingsPath(environment), reason: code });
  }
}

/**
 * Changes how a project file was looked at; read anew before it is written, since another console may have kept the
 * views of its own file meanwhile. @throws UserError settings-unwritable
 */
export async function changeView(
  environment: NodeJS.ProcessEnv,
  path: string,
  change: (view: unknown) => unknown,
): Promise<void> {
  const { views } = readSettings(environment);
  const view = change(views[path]);
  if (JSON.stringify(view) !== JSON.stringify(views[path]))
    await writeSettings(environment, { views: { ...views, [path]: view } });
}

/** Puts a project file first among those that were opened. @throws UserError settings-unwritable */
export async function rememberFile(environment: NodeJS.ProcessEnv, path: string): Promise<void> {
  const { files } = readSettings(environment);
  if (files[0] === path) return;
  const others = files.filter((file) => file !== path);
  await writeSettings(environment, { files: [path, ...others].slice(0, rememberedFiles) });
}

/** The keys of the settings as lists of key names: a person may have written one key without its brackets. */
export function keysOf({ keys }: Pick<Settings, 'keys'>): Record<string, string[]> {
  const lists = Object.entries(keys).map(([action, given]): [string, string[]] => {
    const list: readonly unknown[] = Array.isArray(given) ? given : [given];
    return [action, list.filter((key) => typeof key === 'string')];
  });
  return Object.fromEntries(lists);
}
