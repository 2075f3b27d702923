/**
 * Tones → escape codes. Six themes: dark, light and colourblind (blue and orange) in 256 colours, contrast (for weak eyes: the terminal's own two
 * colours, told apart by weight, lines and inversion), sixteen (the terminal's own palette, legible on either ground;
 * sixteenDark where the ground is known) and none (NO_COLOR: no colour, but bold and inverse stay). Colour is never the only sign: rows
 * carry ▲ ● ○ and words too. This file imports no Ink.
 */
import type { Tone } from './styled.ts';

export type ThemeName = 'dark' | 'light' | 'contrast' | 'colourblind' | 'sixteen' | 'sixteenDark' | 'none';

interface Style {
  readonly foreground?: string;
  readonly background?: string;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly underline?: boolean;
  readonly inverse?: boolean;
}

export interface Codes {
  readonly open: string;
  readonly close: string;
}

export interface Theme {
  readonly name: ThemeName;
  codes(tone: Tone | undefined, bold: boolean, inverse: boolean): Codes;
}

type Palette = Readonly<Record<Tone, Style>>;

const colour = (index: number): string => `38;5;${index}`;
const ground = (index: number): string => `48;5;${index}`;

const dark: Palette = {
  title: { bold: true },
  heading: { foreground: colour(110), bold: true },
  accent: { foreground: colour(117) },
  muted: { foreground: colour(246) },
  border: { foreground: colour(240) },
  key: { foreground: colour(180), bold: true },
  match: { foreground: colour(222), underline: true },
  selected: { foreground: colour(255), background: ground(24), bold: true },
  marked: { foreground: colour(222) },
  late: { foreground: colour(210), bold: true },
  due: { foreground: colour(222) },
  planned: { foreground: colour(152) },
  good: { foreground: colour(114) },
  warn: { foreground: colour(222) },
  bad: { foreground: colour(210), bold: true },
  levelLow: { foreground: colour(16), background: ground(151) },
  levelMedium: { foreground: colour(16), background: ground(222) },
  levelHigh: { foreground: colour(16), background: ground(209) },
  levelCritical: { foreground: colour(231), background: ground(124), bold: true },
};

const light: Palette = {
  title: { bold: true },
  heading: { foreground: colour(24), bold: true },
  accent: { foreground: colour(25) },
  muted: { foreground: colour(241) },
  border: { foreground: colour(248) },
  key: { foreground: colour(94), bold: true },
  match: { foreground: colour(88), underline: true },
  selected: { foreground: colour(231), background: ground(25), bold: true },
  marked: { foreground: colour(94), bold: true },
  late: { foreground: colour(124), bold: true },
  due: { foreground: colour(94) },
  planned: { foreground: colour(24) },
  good: { foreground: colour(22) },
  warn: { foreground: colour(94) },
  bad: { foreground: colour(124), bold: true },
  levelLow: { foreground: colour(16), background: ground(151) },
  levelMedium: { foreground: colour(16), background: ground(222) },
  levelHigh: { foreground: colour(16), background: ground(209) },
  levelCritical: { foreground: colour(231), background: ground(124), bold: true },
};

/** Where the ground is known to be dark. */
const sixteenDark: Palette = {
  title: { bold: true },
  heading: { foreground: '36', bold: true },
  accent: { foreground: '36' },
  muted: { dim: true },
  border: { dim: true },
  key: { foreground: '35', bold: true },
  match: { bold: true, underline: true },
  selected: { inverse: true },
  marked: { foreground: '35' },
  late: { foreground: '31', bold: true },
  due: { foreground: '35' },
  planned: {},
  good: { foreground: '32' },
  warn: { foreground: '35' },
  bad: { foreground: '31', bold: true },
  levelLow: { foreground: '30', background: '42' },
  levelMedium: { foreground: '30', background: '43' },
  levelHigh: { foreground: '30', background: '45' },
  levelCritical: { foreground: '37', background: '41', bold: true },
};

/** Of the eight, magenta and red alone can be read on black and on white: the others disappear on one of the two. */
const sixteen: Palette = {
  ...sixteenDark,
  heading: { foreground: '35', bold: true },
  accent: { foreground: '35' },
  key: { bold: true },
  marked: { bold: true, underline: true },
  good: {},
};

/** Nothing is dimmed and no colour carries meaning: whoever sees no colours loses nothing. */
const contrast: Palette = {
  title: { bold: true },
  heading: { bold: true, underline: true },
  accent: { bold: true },
  muted: {},
  border: {},
  key: { bold: true },
  match: { bold: true, underline: true },
  selected: { inverse: true, bold: true },
  marked: { bold: true, underline: true },
  late: { bold: true, inverse: true },
  due: { bold: true },
  planned: {},
  good: {},
  warn: { bold: true },
  bad: { bold: true, underline: true },
  levelLow: {},
  levelMedium: { bold: true },
  levelHigh: { bold: true, underline: true },
  levelCritical: { bold: true, inverse: true },
};

/** Blue against orange, which every kind of colour vision tells apart; both can be read on either ground. */
const colourblind: Palette = {
  title: { bold: true },
  heading: { foreground: colour(32), bold: true },
  accent: { foreground: colour(32) },
  muted: { dim: true },
  border: { dim: true },
  key: { foreground: colour(32), bold: true },
  match: { bold: true, underline: true },
  selected: { inverse: true },
  marked: { foreground: colour(166), bold: true },
  late: { foreground: colour(166), bold: true },
  due: { bold: true },
  planned: {},
  good: { foreground: colour(32) },
  warn: { foreground: colour(166) },
  bad: { foreground: colour(166), bold: true, underline: true },
  levelLow: { foreground: colour(16), background: ground(153) },
  levelMedium: { foreground: colour(16), background: ground(230) },
  levelHigh: { foreground: colour(16), background: ground(215) },
  levelCritical: { foreground: colour(231), background: ground(130), bold: true },
};

const none: Palette = {
  title: { bold: true },
  heading: { bold: true },
  accent: {},
  muted: {},
  border: {},
  key: { bold: true },
  match: { bold: true, underline: true },
  selected: { inverse: true },
  marked: { bold: true },
  late: { bold: true },
  due: {},
  planned: {},
  good: {},
  warn: {},
  bad: { bold: true },
  levelLow: {},
  levelMedium: {},
  levelHigh: { bold: true },
  levelCritical: { bold: true, inverse: true },
};

const palettes: Readonly<Record<ThemeName, Palette>> = {
  dark,
  light,
  contrast,
  colourblind,
  sixteen,
  sixteenDark,
  none,
};

function codesOf(style: Style): Codes {
  const open: string[] = [];
  const close: string[] = [];
  if (style.bold === true) open.push('1');
  if (style.dim === true) open.push('2');
  if (style.bold === true || style.dim === true) close.push('22');
  if (style.underline === true) {
    open.push('4');
    close.push('24');
  }
  if (style.inverse === true) {
    open.push('7');
    close.push('27');
  }
  if (style.foreground !== undefined) {
    open.push(style.foreground);
    close.push('39');
  }
  if (style.background !== undefined) {
    open.push(style.background);
    close.push('49');
  }
  return open.length === 0
    ? { open: '', close: '' }
    : { open: `\x1b[${open.join(';')}m`, close: `\x1b[${close.join(';')}m` };
}

function makeTheme(name: ThemeName): Theme {
  const palette = palettes[name];
  const known = new Map<string, Codes>();
  return {
    name,
    codes(tone, bold, inverse) {
      const id = `${tone ?? ''}${bold ? '+' : ''}${inverse ? '!' : ''}`;
      let codes = known.get(id);
      if (codes === undefined) {
        const style: Style = tone === undefined ? {} : palette[tone];
        codes = codesOf({ ...style, ...(bold && { bold, dim: false }), ...(inverse && { inverse }) });
        known.set(id, codes);
      }
      return codes;
    },
  };
}

const themes = new Map<ThemeName, Theme>();

export function themeNamed(name: ThemeName): Theme {
  const found = themes.get(name);
  if (found !== undefined) return found;
  const made = makeTheme(name);
  themes.set(name, made);
  return made;
}
