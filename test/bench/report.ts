import { median, quantile, type Figure, type Results, type Times } from './measure.ts';

/** A bound that a figure keeps: `gate` is a must, `stretch` as good as the best prototype. */
export type Goal = {
  /** Number in the table of goals. */
  row: string;
  name: string;
  figure: Figure;
  unit: '×' | 'ms' | '';
  /** None where a figure is told beside another that has one. */
  gate?: number;
  stretch?: number;
  /** The figure is to be large: a peer's time by ours. */
  atLeast?: boolean;
  /** Needs a program that may not be installed: then the goal is left out, not missed. */
  peer?: boolean;
};

export type Verdict = 'PASS, at the stretch' | 'PASS' | 'SHORT' | 'NOT MEASURED' | 'left out' | 'told';

export type Judged = Pick<Goal, 'row' | 'name' | 'unit'> & {
  gate: number | null;
  figure: number | null;
  stretch: number | null;
  verdict: Verdict;
  why: string;
};

type Row = readonly string[];

export function judge(results: Results, goal: Goal): Judged {
  const { row, name, unit, gate = null, stretch = null, atLeast = false, peer = false } = goal;
  const rest = { row, name, unit, gate, stretch };
  try {
    const figure = goal.figure(results);
    if (gate === null) return { ...rest, figure, verdict: 'told', why: '' };
    const keeps = (bound: number): boolean => (atLeast ? figure >= bound : figure <= bound);
    const kept = keeps(gate) ? 'PASS' : 'SHORT';
    const verdict = stretch !== null && keeps(stretch) ? 'PASS, at the stretch' : kept;
    return { ...rest, figure, verdict, why: '' };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ...rest, figure: null, verdict: peer ? 'left out' : 'NOT MEASURED', why };
  }
}

/** The goals as a table; `before` are the figures of an earlier run, by row and name. */
export function goalTable(judged: readonly Judged[], before?: ReadonlyMap<string, number>): string {
  const heading = ['goal', 'figure', 'is', ...(before === undefined ? [] : ['was']), 'gate', 'stretch', ''];
  const rows = judged.map((each) => {
    const { row, name, unit, gate, stretch, figure, verdict, why } = each;
    const shown = (value: number | null | undefined): string =>
      value === null || value === undefined ? '' : `${value.toFixed(2)} ${unit}`.trim();
    const was = before === undefined ? [] : [shown(before.get(keyOf(each)))];
    const said = why === '' ? verdict : `${verdict}: ${why}`;
    return [row, name, shown(figure), ...was, shown(gate), shown(stretch), said];
  });
  return layOut([heading, ...rows]);
}

export const keyOf = ({ row, name }: Pick<Judged, 'row' | 'name'>): string => `${row} ${name}`;

/** Every subject's own times. */
export function timesTable(results: Results): string {
  const rows = [...results].map(([name, times]) => [name, ...spread(times)]);
  return layOut([['subject', 'median', 'p95', 'n'], ...rows]);
}

function spread({ rounds, failure }: Times): Row {
  if (failure !== undefined) return [failure, '', ''];
  const all = rounds.flat();
  return [median(all), quantile(all, 0.95)].map((time) => time.toFixed(2)).concat(String(all.length));
}

function layOut(rows: readonly Row[]): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
