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

/** What stands around the table: what each column counts, and what each row does. */
const page = (table: string): string => `# What was hurt, and what was lost

Made by \`npm run torture -- --long\`; a bounded run of the same is among the tests. *Acknowledged* are changes that Luotsi said were
written; *lost*, those of them that were not in the file afterwards; *unreadable*, files that could be neither used nor brought
back from their copy, or that \`luotsi doctor\` found at fault; *uncaught*, errors that no person could act on.

${table}

- **kill -9**: a process that adds, changes, removes and undoes, and keeps a draft, is killed at a random moment. The file is opened
  as the next start would open it: every acknowledged step and the draft must be there.
- **Power**: the process is stopped between two calls to the system, and the file and its log are taken as they are. What no fsync has
  promised goes as a disk may lose it: the log cut at any byte after the last acknowledged commit, sectors of its end zeroed or
  garbled, pages garbled that a checkpoint was writing.
- **Writers**: two connections as consoles hold them and one that opens the file anew for each change count numbers up by one, in
  fields of their own and in one that they share.
- **Damage**: a closed file is hurt, used as a planner would, and brought back from its copy. Damage that is not noticed though it changed
  what the file says counts as lost.
- **Hostile files** are imported; what is not taken must be refused in words, and the project stay as it was.

The lines that this rests on were broken one at a time, and the run failed each time: the transaction around records and journal; its
beginning as \`IMMEDIATE\`; \`synchronous = FULL\`; the write-ahead log; the wait for another writer; the previous step's hash; the refusal of a
change to a field that another has changed; the search text; the writing of drafts. Other tests hold the new writing of the file after
anonymising, the taking away of an old log before a copy is put in place, and the transaction of a migration.
`;

/** The page of the documentation. */
export const pageOf = (tallies: readonly Tally[]): string => page(tableOf(tallies));

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
