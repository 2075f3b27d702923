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
