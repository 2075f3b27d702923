/** What one kind of fault came to. */
export interface Tally {
  readonly fault: string;
  readonly times: number;
  /** Changes that Luotsi said were written. */
  readonly acknowledged: number;
  /** Of those, not in the file afterwards. */
  readonly lost: number;
  /** Files that could be neither used nor brought back from their copy. */
  readonly unreadable: number;
  /** Errors that no person could act on. */
  readonly uncaught: number;
  readonly problems: readonly string[];
}

const headings = ['fault', 'times', 'acknowledged', 'lost', 'unreadable', 'uncaught'] as const;

/** The table of the documentation, in Markdown. */
export function tableOf(tallies: readonly Tally[]): string {
  const rows = tallies.map((tally) => headings.map((heading) => String(tally[heading])));
  const widths = headings.map((heading, index) =>
    Math.max(heading.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, index) => (index === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(headings), rule, ...rows.map(line)].join('\n');
}
