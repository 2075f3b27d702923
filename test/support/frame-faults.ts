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

/** What stands on every screen of an open project, and what stands on none: a message's key, a value as it is. */
export function standingFaults(screen: readonly string[], { columns, rows }: Size): string[] {
  const long = screen.filter((line) => line.length > columns);
  // The help and the palette are as high as a small window.
  const isCovered = /[╭│]/.test(screen.slice(0, 2).join(''));
  const checks: [boolean, string][] = [
    [screen.length === rows, 'rows are missing'],
    [isCovered || /^ Luotsi {2}Digitaidot/.test(screen[0] ?? ''), 'the head is gone'],
    [isCovered || /1.*2.*3.*4.*5.*6.*7.*8/.test(screen[1] ?? ''), 'the tabs are gone'],
    [/ohje|help|Esc|peru|cancel|^ g… /m.test(screen.slice(rows - 3).join('\n')), 'the footer is gone'],
    [!(screen[rows - 1] ?? '').endsWith('…'), 'the footer is cut'],
    [!screen.some((line) => raw.test(line)), 'a key or a value is shown raw'],
    [long.length === 0, `too long: ${long.join(' / ')}`],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault);
}
