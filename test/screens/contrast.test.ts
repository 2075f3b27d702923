/** What is written in a colour can be read on the ground that it is written on: WCAG's 4.5 to 1, and 3 to 1 where only eight colours are there. */
import { expect, test } from 'vitest';
import { themeNamed, type ThemeName } from '../../source/widgets/lines/theme.ts';
import type { Tone } from '../../source/widgets/lines/styled.ts';

type Colour = readonly [red: number, green: number, blue: number];
const black: Colour = [0, 0, 0];
const white: Colour = [255, 255, 255];

/** The eight as xterm has them; VGA's are darker, and drawn brighter where they are bold. */
const eight: readonly Colour[] = [
  black,
  [205, 0, 0],
  [0, 205, 0],
  [205, 205, 0],
  [0, 0, 238],
  [205, 0, 205],
  [0, 205, 205],
  [229, 229, 229],
];

function of256(index: number): Colour {
  if (index < 8) return eight[index] ?? black;
  if (index >= 232) return [8 + (index - 232) * 10, 8 + (index - 232) * 10, 8 + (index - 232) * 10];
  const step = (part: number): number => (part === 0 ? 0 : 55 + part * 40);
  const cube = index - 16;
  return [step(Math.floor(cube / 36)), step(Math.floor(cube / 6) % 6), step(cube % 6)];
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted(
    (first, second) => second - first,
  );
  return (light + 0.05) / (dark + 0.05);
}

function colourIn(codes: string, kind: '3' | '4'): Colour | null {
  const many = new RegExp(`${kind}8;5;(\\d+)`).exec(codes);
  if (many !== null) return of256(Number(many[1]));
  const few = new RegExp(`(?:\\[|;)${kind}([0-7])(?=[;m])`).exec(codes);
  return few === null ? null : (eight[Number(few[1])] ?? null);
}

/** Lines between parts need only be seen. */
const tones: readonly Tone[] = [
  'title',
  'heading',
  'accent',
  'muted',
  'key',
  'match',
  'selected',
  'marked',
  'late',
  'due',
  'planned',
  'good',
  'warn',
  'bad',
  'levelLow',
  'levelMedium',
  'levelHigh',
  'levelCritical',
];

test.each([
  ['dark', [black], 4.5],
  ['light', [white], 4.5],
  ['sixteenDark', [black], 3],
  ['sixteen', [black, white], 3],
  ['colourblind', [black, white], 3],
] as const satisfies readonly (readonly [ThemeName, readonly Colour[], number])[])(
  'every tone of the theme %s can be read',
  (name, grounds, least) => {
    let coloured = 0;
    for (const tone of tones) {
      const codes = themeNamed(name).codes(tone, false, false).open;
      const text = colourIn(codes, '3');
      if (text === null) continue;
      coloured += 1;
      const own = colourIn(codes, '4');
      for (const behind of own === null ? grounds : [own])
        expect.soft(contrast(text, behind), `${tone} on ${behind.join()}`).toBeGreaterThanOrEqual(least);
    }
    expect(coloured).toBeGreaterThan(6);
  },
);
