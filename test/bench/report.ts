import { median, quantile, ratio, type Times } from './measure.ts';

/** A bound that a subject keeps: `gate` is a must, `stretch` as good as the best prototype. */
export type Goal = {
  subject: string;
  /** The bounds are multiples of this subject's time; without it they are milliseconds at the 95th percentile. */
  floor?: string;
  gate: number;
  stretch: number;
};

type Row = readonly string[];

const heading: Row = ['subject', 'median', 'p95', 'against', 'is', 'gate', 'stretch', ''];

/** The table of results; `met` tells whether every goal was measured and kept. */
export function report(
  results: ReadonlyMap<string, Times>,
  goals: readonly Goal[],
): { text: string; met: boolean } {
  const verdicts = goals.map((goal) => judge(results, goal));
  const floors = [...results].filter(([name]) => !goals.some(({ subject }) => subject === name));
  const rows = [
    heading,
    ...floors.map(([name, times]) => [name, ...spread(times)]),
    ...verdicts.map(({ row }) => row),
  ];
  return { text: layOut(rows), met: verdicts.every(({ met }) => met) };
}

function judge(results: ReadonlyMap<string, Times>, goal: Goal): { row: Row; met: boolean } {
  const { subject, floor, gate, stretch } = goal;
  const times = results.get(subject) ?? { rounds: [], failure: 'was not measured' };
  const against = floor === undefined ? undefined : results.get(floor);
  const failure = times.failure ?? against?.failure;
  if (failure !== undefined)
    return { row: [subject, '', '', floor ?? '', '', '', '', `NOT MEASURED: ${failure}`], met: false };
  const figure = against ? ratio(times, against) : quantile(times.rounds.flat(), 0.95);
  const unit = against ? '×' : 'ms';
  const verdict = figure <= stretch ? 'PASS, at the stretch' : figure <= gate ? 'PASS' : 'SHORT';
  const bounds = [figure, gate, stretch].map((bound) => `${bound.toFixed(2)} ${unit}`);
  return { row: [subject, ...spread(times), floor ?? 'p95', ...bounds, verdict], met: figure <= gate };
}

function spread(times: Times): Row {
  const all = times.rounds.flat();
  return [median(all), quantile(all, 0.95)].map((time) => `${time.toFixed(1)} ms`);
}

function layOut(rows: readonly Row[]): string {
  const widths = heading.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const last = heading.length - 1;
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === last ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
