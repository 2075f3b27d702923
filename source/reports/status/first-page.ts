import { formatSpan } from '../../domain/format-day.ts';
import { decision as decisionRegister } from '../../registers/index.ts';
import { heading, listOr, paragraph, table } from '../document.ts';
import { attendanceDrop } from './lights.ts';
import { byGroup, named, sessionDay, some } from './voice.ts';
import type { Block, Text } from '../document.ts';
import type { Colour } from './lights.ts';
import type { GroupFigures } from './meetings.ts';
import type { StatusReport } from './model.ts';
import type { DecisionFollowUp } from './promises.ts';
import type { Voice } from './voice.ts';

const listed = 6;

/** The page that a busy director reads in two minutes. */
export function firstPage(report: StatusReport, voice: Voice): Block[] {
  return [
    ...head(report, voice),
    ...lights(report, voice),
    ...figures(report, voice),
    ...decisions(report, voice),
    heading(2, voice.words.done.heading),
    listOr(done(report, voice), voice.words.done.none),
    heading(2, voice.words.next.heading({ day: voice.day(report.ahead.until) })),
    listOr(next(report, voice), voice.words.next.none),
    heading(2, voice.words.asked.heading),
    listOr(
      report.promises.asked,
      report.promises.nextSession === null ? voice.words.asked.noAgenda : voice.words.asked.none,
    ),
  ];
}

function head({ project, scope, promises }: StatusReport, { words, day, language }: Voice): Block[] {
  const shown = formatSpan({ from: scope.from, to: scope.to }, language);
  const span =
    scope.since === 'meeting'
      ? words.spanSinceMeeting({ span: shown, number: scope.meeting ?? '' })
      : scope.since === 'start'
        ? words.spanSinceStart({ span: shown })
        : shown;
  const next = promises.nextSession;
  const meeting = next === null ? [] : [words.nextMeeting({ day: day(sessionDay(next)) })];
  const moved =
    project?.earlierEnd != null && project.end !== null && project.end !== project.earlierEnd
      ? [paragraph(words.endMoved({ from: day(project.earlierEnd), to: day(project.end) }))]
      : [];
  return [
    heading(1, project === null ? words.noTitle : words.title({ title: project.title })),
    paragraph([span, ...meeting].join('; ')),
    ...(project === null ? [paragraph(words.noProject)] : []),
    ...moved,
  ];
}

function lights(report: StatusReport, voice: Voice): Block[] {
  const { words } = voice;
  const { overall, schedule, results, people, risks } = report.lights;
  const row = (area: keyof typeof words.areas, colour: Colour, why: string): Text[] => [
    words.areas[area],
    colour === 'none' ? words.colours.none : [{ strong: words.colours[colour] }],
    why,
  ];
  const time = report.timeGone === null ? '' : ` ${words.timeGone({ percent: report.timeGone })}`;
  return [
    paragraph([{ strong: `${words.overall}: ${words.colours[overall].toUpperCase()}.` }, time]),
    table(
      [
        { heading: words.lightHeadings.area },
        { heading: words.lightHeadings.light },
        { heading: words.lightHeadings.why },
      ],
      [
        row('schedule', schedule, whySchedule(report, voice)),
        row('results', results, whyResults(report, voice)),
        row('people', people, whyPeople(report, voice)),
        row('risks', risks, whyRisks(report, voice)),
      ],
    ),
  ];
}

function whySchedule({ plan, lights: { schedule } }: StatusReport, { words }: Voice): string {
  if (schedule === 'none') return words.why.noDates;
  const [worst] = plan.late;
  if (worst === undefined) return words.why.onSchedule({ total: plan.dated });
  return words.why.late({ late: plan.late.length, total: plan.dated, worst: named(worst), days: worst.days });
}

function whyResults({ recruitment, lights: { results } }: StatusReport, { words }: Voice): string {
  if (results === 'none') return words.why.noResults;
  const ended = recruitment.rounds.findLast(
    ({ round }) => round.target !== null && (round.state === 'closed' || round.state === 'decided'),
  );
  return words.why.results({
    covered: recruitment.coverage.covered,
    units: recruitment.coverage.total,
    selected: ended?.now.reached.selected ?? 0,
    target: ended?.round.target ?? null,
  });
}

function whyPeople(
  { recruitment, meetings, project, lights: { people } }: StatusReport,
  voice: Voice,
): string {
  const { words } = voice;
  if (people === 'none') return words.why.noPeople;
  const { champions, championsBefore, left, came } = recruitment;
  return words.why.people({
    count: words.champions({
      count: champions,
      before: championsBefore,
      word: project?.championWord ?? null,
    }),
    left,
    came: championsBefore === null ? 0 : came,
    attendance: attendance(meetings, voice),
  });
}

/** Of the club whose attendance fell the most, else of the first that met. */
function attendance(meetings: readonly GroupFigures[], { words, mean }: Voice): string {
  const clubs = meetings.filter(({ group, attendance: now }) => group.kind === 'club' && now !== null);
  const club = clubs.toSorted((one, other) => attendanceDrop([other]) - attendanceDrop([one]))[0];
  if (club?.attendance == null) return '';
  return words.why.attendance({
    group: club.group.title,
    mean: mean(club.attendance.mean),
    before: club.attendanceBefore === null ? null : mean(club.attendanceBefore.mean),
  });
}

function whyRisks({ risks }: StatusReport, { words }: Voice): string {
  const [top] = risks.open;
  if (top === undefined) return words.why.noRisks;
  const { score } = top.risk;
  const before = top.scoreBefore;
  const shown =
    before === null || before === score ? `${score}` : words.scoreMoved({ score: score ?? 0, before });
  return words.why.risks({
    top: score === null ? null : `${named(top.risk)} ${shown}`,
    high: risks.levels.high + risks.levels.veryHigh,
    late: risks.reviewsLate,
    unassessed: risks.unassessed,
  });
}

function figures(report: StatusReport, voice: Voice): Block[] {
  const { words, change } = voice;
  const labels = words.figures;
  const { plan, recruitment, meetings, communication, risks, promises } = report;
  const word = { word: report.project?.championWord ?? null };
  const { coverage } = recruitment;
  const rows: string[][] = [];
  const add = (isThere: boolean, ...row: string[]): void => {
    if (isThere) rows.push(row);
  };
  add(plan.total > 0, labels.activities, `${plan.done}/${plan.total}`, change(plan.done, plan.doneBefore));
  for (const { round, now, before, isCurrent } of recruitment.rounds) {
    const count = now.reached.interested;
    add(
      isCurrent && count > 0,
      labels.candidates({ code: round.code }),
      `${count}`,
      change(count, before?.reached.interested ?? null),
    );
  }
  add(
    recruitment.champions > 0,
    labels.champions(word),
    `${recruitment.champions}`,
    change(recruitment.champions, recruitment.championsBefore),
  );
  add(
    coverage.total > 0 && recruitment.champions > 0,
    labels.coverage(word),
    `${coverage.covered}/${coverage.total}`,
    change(coverage.covered, coverage.coveredBefore),
  );
  const held = meetings.reduce((sum, group) => sum + group.heldInAll, 0);
  const heldNow = meetings.reduce((sum, group) => sum + group.heldInSpan, 0);
  add(held > 0, labels.sessions, `${held}`, change(held, held - heldNow));
  const sent = communication.audiences.reduce((sum, audience) => sum + audience.sentInAll, 0);
  add(sent > 0, labels.deliveries, `${sent}`, change(sent, sent - communication.sent));
  const high = risks.levels.high + risks.levels.veryHigh;
  add(risks.open.length > 0, labels.risks, `${risks.open.length}, ${high}`, '');
  const open = promises.openActions.length;
  add(open > 0, labels.actions, `${open}, ${promises.lateActions.length}`, '');
  if (rows.length === 0) return [];
  const { columns } = labels;
  const withChange = report.scope.since !== 'start';
  const right = { align: 'right' } as const;
  return [
    heading(2, labels.heading),
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

function decisions({ promises }: StatusReport, voice: Voice): Block[] {
  const { words, day } = voice;
  const last = promises.lastSession;
  if (last === null) return [];
  const { shown, more } = some(promises.openDecisions, listed, voice);
  const codes = [...shown.map(({ decision }) => decision.code), ...(more === '' ? [] : [more])].join(', ');
  return [
    heading(2, words.decisions.heading({ number: last.number ?? '', day: day(sessionDay(last)) })),
    listOr(
      promises.lastDecisions.map((followUp) => decisionLine(followUp, voice)),
      words.decisions.none,
    ),
    ...(shown.length === 0
      ? []
      : [paragraph(words.decisions.earlier({ count: promises.openDecisions.length, codes }))]),
  ];
}

function decisionLine({ decision, actions }: DecisionFollowUp, { words, language }: Voice): string {
  const outcomes = decisionRegister.fields['outcome']?.choices ?? {};
  const outcome = outcomes[decision.outcome ?? 'open']?.[language] ?? '';
  const kept = actions.filter((action) => action.state !== 'dropped');
  const doneCount = kept.filter((action) => action.state === 'done').length;
  const carried =
    kept.length === 0 ? '' : `; ${words.decisions.actions({ done: doneCount, total: kept.length })}`;
  return `${named(decision)}: ${outcome}${carried}`;
}

function done(
  { plan, recruitment, meetings, communication, promises }: StatusReport,
  voice: Voice,
): string[] {
  const words = voice.words.done;
  const finished = some(plan.finished, listed - 2, voice);
  const begun = some(plan.begun, 2, voice);
  const rounds = recruitment.rounds.filter(
    (figures) => figures.isCurrent && figures.now.reached.interested > 0,
  );
  const groups = meetings.filter((group) => group.heldInSpan > 0);
  const held = groups.reduce((sum, group) => sum + group.heldInSpan, 0);
  const actions = some(promises.doneActions.toReversed(), 2, voice);
  return [
    ...finished.shown.map((activity) =>
      words.activity({ what: named(activity), day: voice.shortDay(activity.doneOn) }),
    ),
    finished.more,
    ...(begun.shown.length === 0
      ? []
      : [
          words.begun({
            what: [...begun.shown.map(named), begun.more].filter((text) => text !== '').join(', '),
          }),
        ]),
    ...rounds.map(({ round, now }) =>
      words.round({ what: round.title, interested: now.reached.interested, selected: now.reached.selected }),
    ),
    held === 0
      ? ''
      : words.sessions({
          count: held,
          groups: groups
            .toSorted((one, other) => other.heldInSpan - one.heldInSpan)
            .map((group) => `${group.group.title} ${group.heldInSpan}`)
            .join(', '),
        }),
    communication.sent === 0 ? '' : words.deliveries({ count: communication.sent }),
    promises.doneActions.length === 0
      ? ''
      : words.actions({
          count: promises.doneActions.length,
          some: actions.shown.map((action) => action.title).join('; '),
        }),
  ].filter((line) => line !== '');
}

function next({ ahead, meetings }: StatusReport, voice: Voice): string[] {
  const words = voice.words.next;
  const activities = some(ahead.activities, listed - 1, voice);
  const groups = byGroup(
    ahead.sessions,
    meetings.map(({ group }) => group),
  );
  return [
    ...ahead.opening.map((round) => words.opens({ what: round.title, day: voice.shortDay(round.opens) })),
    ...ahead.closing.map((round) => words.closes({ what: round.title, day: voice.shortDay(round.closes) })),
    ...activities.shown.map((activity) =>
      words.activity({ what: named(activity), day: voice.shortDay(activity.due) }),
    ),
    activities.more,
    ahead.sessions.length === 0 ? '' : words.sessions({ count: ahead.sessions.length, groups }),
    words.rest({ deliveries: ahead.deliveries, actions: ahead.actions }),
  ].filter((line) => line !== '');
}
