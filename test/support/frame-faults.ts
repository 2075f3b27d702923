import type { Terminal } from './pseudo-terminal.ts';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** Under this the console says that there is no room. */
export const isTooSmall = ({ columns, rows }: Size): boolean => columns < 60 || rows < 20;

/** What no frame of the console may have, at rest or under way: lines lost or run on, an empty head, foot or body. */
export function frameFaults(terminal: Terminal, size: Size, scrolledBefore = 0): string[] {
  const overlong = terminal.overlong();
  const always = [
    ...(overlong.length > 0 ? [`wider than the terminal: rows ${overlong.join(', ')}`] : []),
    ...(terminal.scrolled > scrolledBefore
      ? [`scrolled by ${terminal.scrolled - scrolledBefore} lines`]
      : []),
  ];
  if (isTooSmall(size)) return always;
  const screen = terminal.screen();
  const isBlank = (row: number): boolean => (screen.at(row) ?? '').trim() === '';
  const { rows } = size;
  const standing = [0, 1, 2, rows - 2, rows - 1].filter(isBlank).map((row) => `row ${row} is blank`);
  const isBodyBlank = screen.slice(3, rows - 2).every((line) => line.replaceAll('│', '').trim() === '');
  return [...always, ...standing, ...(isBodyBlank ? ['the body is blank'] : [])];
}

/** Something reaches from edge to edge and the foot is there; where there is no room, the size that was seen is told. */
export function isDrawnFor(screen: readonly string[], size: Size): boolean {
  const { columns, rows } = size;
  if (isTooSmall(size)) return screen.join(' ').includes(`${columns} × ${rows}`);
  const widest = Math.max(...screen.map((line) => line.length));
  return screen.length === rows && widest === columns && screen[rows - 1] !== '';
}

const raw = /undefined|\[object|NaN|\$\{|\b(list|record|form|palette|toast|prompt)\.[a-z]+/;

/** Of a row what stands left of a box that begins in the first two rows and is drawn to its end; else the whole row. */
function seenOf(screen: readonly string[], row: number): string {
  const whole = screen[row] ?? '';
  const top = screen.slice(0, row + 1).findIndex((line) => line.includes('╭'));
  const left = screen[top]?.indexOf('╭') ?? -1;
  const isBox = left > 0 && screen.slice(row + 1).some((line) => line.indexOf('╰') === left);
  const edge = whole[left];
  return isBox && (edge === '╭' || edge === '│') ? whole.slice(0, left) : whole;
}

/** The head as far as it is seen: where a box lies over it, its beginning stands beside the box. */
function isHead(screen: readonly string[]): boolean {
  const [whole, seen] = [screen[0] ?? '', seenOf(screen, 0)];
  return seen === whole
    ? /^ Luotsi {2}Digitaidot/.test(whole)
    : ' Luotsi  Digitaidot'.startsWith(seen.slice(0, 19));
}

function areTabs(screen: readonly string[]): boolean {
  const [whole, seen] = [screen[1] ?? '', seenOf(screen, 1)];
  return seen === whole ? /1.*2.*3.*4.*5.*6.*7.*8/.test(whole) : /^ ?1|^ $/.test(seen);
}

/** The last row says what the keys do; a key that begins others is told with its places there and in the rows above. */
function isFooter(screen: readonly string[]): boolean {
  const begun = screen.findLastIndex((line) => /^ \S+… /.test(line));
  const isBegun =
    begun >= screen.length - 4 && screen.slice(begun + 1).every((line) => line.startsWith('    '));
  return isBegun || /ohje|help|Esc|kyllä {2}\S+ peru|yes {2}\S+ cancel/.test(screen.at(-1) ?? '');
}

/**
 * What stands on every screen of an open project, and what stands on none: a message's key, a value as it is. Boxes may
 * be as high as a small window, so where the caller opens some, head and tabs are looked at beside them.
 */
export function standingFaults(
  screen: readonly string[],
  { columns, rows }: Size,
  over: 'boxes' | 'nothing',
): string[] {
  const long = screen.filter((line) => line.length > columns);
  const top = screen.slice(0, 2).join('');
  const checks: [boolean, string][] = [
    [screen.length === rows, 'rows are missing'],
    [over === 'boxes' || !/[╭│]/.test(top), 'something lies over the head'],
    [isHead(screen), 'the head is gone'],
    [areTabs(screen), 'the tabs are gone'],
    [isFooter(screen), 'the footer is gone'],
    [!(screen[rows - 1] ?? '').endsWith('…'), 'the footer is cut'],
    [!screen.some((line) => raw.test(line)), 'a key or a value is shown raw'],
    [long.length === 0, `too long: ${long.join(' / ')}`],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault);
}
