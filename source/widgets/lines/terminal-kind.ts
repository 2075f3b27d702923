/** What the terminal can do, judged from the environment and from what it answered before. */
import type { ThemeName } from './theme.ts';

export type Environment = Readonly<Record<string, string | undefined>>;
/** That a ground of sixteen colours is dark is known, not chosen. */
export type ThemeChoice = Exclude<ThemeName, 'sixteenDark'> | 'auto';

export interface TerminalKind {
  /** May the full-screen console be opened at all? */
  readonly fullScreen: boolean;
  readonly colours: 'none' | 'sixteen' | 'many';
  readonly theme: ThemeName;
  /** Is the theme to follow the terminal's own answer of what its background is? */
  readonly asksGround: boolean;
  /** Can it be trusted with ▂▃▅ and ▲ ● ○? Otherwise ASCII stands in for them. */
  readonly unicode: boolean;
}

function colourDepth(environment: Environment): TerminalKind['colours'] {
  // https://no-color.org: any non-empty value, whatever it is.
  if ((environment['NO_COLOR'] ?? '') !== '') return 'none';
  const term = environment['TERM'] ?? '';
  if (term === 'dumb') return 'none';
  if (/truecolor|24bit/i.test(environment['COLORTERM'] ?? '')) return 'many';
  if (/-256(color)?$|-direct$|kitty|alacritty|ghostty|foot|wezterm/i.test(term)) return 'many';
  // Windows Terminal and the console host of Windows 10 both know 256 colours and set no TERM.
  if ((environment['WT_SESSION'] ?? '') !== '' || (term === '' && environment['OS'] === 'Windows_NT'))
    return 'many';
  return term === '' ? 'none' : 'sixteen';
}

/** The ground as rxvt, Konsole and others tell it: `foreground;background`, or with a third part between. */
function groundOf(environment: Environment): 'dark' | 'light' | undefined {
  const last = (environment['COLORFGBG'] ?? '').split(';').at(-1) ?? '';
  if (!/^\d+$/.test(last)) return undefined;
  const index = Number(last);
  return index === 7 || index >= 9 ? 'light' : 'dark';
}

/** A terminal that hasn't told its ground gets the sixteen colours of its own palette, legible on either. */
function themeFor(
  colours: TerminalKind['colours'],
  ground: 'dark' | 'light' | undefined,
  choice: ThemeChoice,
): ThemeName {
  if (colours === 'none') return 'none';
  // These two do with any terminal's colours.
  if (choice === 'none' || choice === 'contrast') return choice;
  if (choice === 'sixteen' || colours === 'sixteen') return ground === 'dark' ? 'sixteenDark' : 'sixteen';
  return choice === 'auto' ? (ground ?? 'sixteen') : choice;
}

function speaksUnicode(environment: Environment): boolean {
  if (environment['TERM'] === 'linux') return false;
  const locale = environment['LC_ALL'] || environment['LC_CTYPE'] || environment['LANG'] || '';
  // No locale at all is a container or a bare ssh more often than an old terminal.
  return locale === '' || /utf-?8/i.test(locale);
}

/** `ground` is what the terminal answered last time it was asked; what the environment says goes before it. */
export function terminalKind(
  environment: Environment,
  choice: ThemeChoice = 'auto',
  ground?: 'dark' | 'light',
): TerminalKind {
  const colours = colourDepth(environment);
  const told = groundOf(environment);
  return {
    fullScreen: environment['TERM'] !== 'dumb',
    colours,
    theme: themeFor(colours, told ?? ground, choice),
    asksGround: choice === 'auto' && colours === 'many' && told === undefined,
    unicode: speaksUnicode(environment),
  };
}
