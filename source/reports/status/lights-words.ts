import { paragraph, table } from '../document.ts';
import { euros, percentOf } from './detail-funder.ts';
import { attendanceDrop } from './lights.ts';
import { named } from '../voice.ts';
import type { Block, Text } from '../document.ts';
import type { Colour } from './lights.ts';
import type { GroupFigures } from './meetings.ts';
import type { StatusReport } from './model.ts';
import type { Voice } from '../voice.ts';

/** The overall state, and a light in words for each area with one line why. */
export function lights(report: StatusReport, voice: Voice): Block[] {
  const { words } = voice;
  const { overall, schedule, money, results, people, risks } = report.lights;
  const row = (area: keyof typeof words.areas, colour: Colour, why: string): Text[] => [
    words.areas[area],
    colour === 'none' ? words.colours.none : [{ light: colour, text: words.colours[colour] }],
    why,
  ];
  const time = report.timeGone === null ? '' : ` ${words.timeGone({ percent: report.timeGone })}`;
  const own = report.written?.overall ?? null;
  const state = own ?? overall;
  const judged = `${words.overall}: ${words.colours[state].toUpperCase()}.`;
  const why = own === null ? '' : ` ${ownWhy(report, own, voice)}`;
  return [
    paragraph([state === 'none' ? { strong: judged } : { light: state, text: judged }, why, time]),
    table(
      [
        { heading: words.lightHeadings.area },
        { heading: words.lightHeadings.light },
        { heading: words.lightHeadings.why },
      ],
      [
        row('schedule', schedule, whySchedule(report, voice)),
        row('money', money, whyMoney(report, voice)),
        row('results', results, whyResults(report, voice)),
        row('people', people, whyPeople(report, voice)),
        row('risks', risks, whyRisks(report, voice)),
      ],
      words.lightCaption,
    ),
  ];
}

/** The planner's reason; where the rules say otherwise, what they say. */
function ownWhy({ written, lights: { overall } }: StatusReport, own: Colour, { words }: Voice): string {
  const rules = overall === own ? '' : ` ${words.byRules({ colour: words.colours[overall] })}`;
  const reason = written?.overallReason ?? '';
  return `${/[.!?]$/u.test(reason) ? reason : `${reason}.`}${rules}`;
}

function whySchedule({ plan, lights: { schedule } }: StatusReport, { words }: Voice): string {
  if (schedule === 'none') return words.why.noDates;
  const [worst] = plan.late;
  if (worst === undefined) return words.why.onSchedule({ total: plan.dated });
  return words.why.late({ late: plan.late.length, total: plan.dated, worst: named(worst), days: worst.days });
}

function whyMoney({ money }: StatusReport, voice: Voice): string {
  const { judged, late, payments } = money;
  if (payments.length === 0) return voice.words.why.noMoney;
  return voice.words.why.money({
    spent: euros(judged.spent, voice),
    budget: judged.budget === 0 ? '' : euros(judged.budget, voice),
    share: percentOf(money.spent, money.budget, voice),
    late: late.map(({ code }) => code).join(', '),
  });
}

function whyResults({ recruitment, project, lights: { results } }: StatusReport, { words }: Voice): string {
  if (results === 'none') return words.why.noResults;
  const ended = recruitment.rounds.findLast(
    ({ round }) => round.target !== null && (round.state === 'closed' || round.state === 'decided'),
  );
  return words.why.results({
    word: project?.championWord ?? null,
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
  if (people === 'none') return words.why.noPeople({ word: project?.championWord ?? null });
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
    sessions: club.attendance.sessions,
    before: club.attendanceBefore === null ? null : mean(club.attendanceBefore.mean),
  });
}

function whyRisks({ risks }: StatusReport, { words }: Voice): string {
  const [top] = risks.open;
  if (top === undefined) return words.why.noRisks;
  const { score } = top.risk;
  const before = top.scoreBefore === score ? null : top.scoreBefore;
  return words.why.risks({
    top: score === null ? null : words.topRisk({ risk: named(top.risk), score, before }),
    high: risks.levels.high + risks.levels.veryHigh,
    late: risks.reviewsLate,
    unassessed: risks.unassessed,
  });
}
