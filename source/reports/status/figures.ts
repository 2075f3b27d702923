import { heading, table } from '../document.ts';
import type { Block } from '../document.ts';
import type { StatusReport } from './model.ts';
import type { Voice } from '../voice.ts';

/** Rows of the table: figure, now, change since last time; those of which there is nothing yet are left out. */
type Row = readonly [figure: string, now: string, change: string];

/** The headline figures. */
export function figures(report: StatusReport, voice: Voice): Block[] {
  const rows = [
    ...planRows(report, voice),
    ...recruitmentRows(report, voice),
    ...workRows(report, voice),
    ...openRows(report, voice),
  ];
  if (rows.length === 0) return [];
  const { heading: title, columns } = voice.words.figures;
  const withChange = report.scope.since !== 'start';
  const right = { align: 'right' } as const;
  return [
    heading(2, title),
    table(
      [
        { heading: columns.figure },
        { heading: columns.now, ...right },
        ...(withChange ? [{ heading: columns.change, ...right }] : []),
      ],
      rows.map((row) => (withChange ? row : row.slice(0, 2))),
    ),
  ];
}

function planRows({ plan }: StatusReport, { words, change }: Voice): Row[] {
  if (plan.total === 0) return [];
  return [[words.figures.activities, `${plan.done}/${plan.total}`, change(plan.done, plan.doneBefore)]];
}

function recruitmentRows({ recruitment, project }: StatusReport, { words, change }: Voice): Row[] {
  const { champions, championsBefore, coverage } = recruitment;
  const word = { word: project?.championWord ?? null };
  const rounds = recruitment.rounds
    .filter(({ now, isCurrent }) => isCurrent && now.reached.interested > 0)
    .map(({ round, now, before }): Row => {
      const { interested } = now.reached;
      const label = words.figures.candidates({ code: round.code });
      return [label, `${interested}`, change(interested, before?.reached.interested ?? null)];
    });
  if (champions === 0 && (championsBefore ?? 0) === 0) return rounds;
  const covered: Row = [
    words.figures.coverage(word),
    `${coverage.covered}/${coverage.total}`,
    change(coverage.covered, coverage.coveredBefore),
  ];
  return [
    ...rounds,
    [words.figures.champions(word), `${champions}`, change(champions, championsBefore)],
    ...(coverage.total > 0 ? [covered] : []),
  ];
}

function workRows({ meetings, communication }: StatusReport, { words, change }: Voice): Row[] {
  const held = meetings.reduce((sum, group) => sum + group.heldInAll, 0);
  const heldNow = meetings.reduce((sum, group) => sum + group.heldInSpan, 0);
  const sent = communication.audiences.reduce((sum, audience) => sum + audience.sentInAll, 0);
  const rows: Row[] = [
    [words.figures.sessions, `${held}`, change(held, held - heldNow)],
    [words.figures.deliveries, `${sent}`, change(sent, sent - communication.sent)],
  ];
  return rows.filter(([, now]) => now !== '0');
}

function openRows({ risks, promises }: StatusReport, { words, change }: Voice): Row[] {
  const { ofThemHigh, ofThemLate } = words.figures;
  const high = risks.levels.high + risks.levels.veryHigh;
  const open = promises.openActions.length;
  const rows: Row[] = [
    [
      words.figures.risks,
      high === 0 ? `${risks.open.length}` : ofThemHigh({ count: risks.open.length, part: high }),
      change(risks.open.length, risks.openBefore),
    ],
    [
      words.figures.actions,
      promises.lateActions.length === 0
        ? `${open}`
        : ofThemLate({ count: open, part: promises.lateActions.length }),
      change(open, promises.openBefore),
    ],
  ];
  return rows.filter(([, now]) => now !== '0');
}
