import { formatNumber, formatSpan } from '../../domain/days/format-day.ts';
import { facts, listOr, paragraph } from '../document.ts';
import { linesOf } from '../plain-text.ts';
import { named } from '../voice.ts';
import { activityBlocks, deviationBlocks, objectiveBlocks } from './work.ts';
import { indicatorBlocks, moneyBlocks } from './figures.ts';
import { riskBlocks } from './risks.ts';
import type { Day } from '../../domain/days/day.ts';
import type { FunderFact } from '../../domain/funding/funder-headings.ts';
import type { Block } from '../document.ts';
import type { Scope } from '../status/scope.ts';
import type { Voice } from '../voice.ts';
import type { FunderReport } from './model.ts';

/** How each kind of fact is told. */
export const factBlocks: Readonly<Record<FunderFact, (report: FunderReport, voice: Voice) => Block[]>> = {
  project: projectBlocks,
  objectives: objectiveBlocks,
  indicators: indicatorBlocks,
  activities: activityBlocks,
  recruitment: recruitmentBlocks,
  participants: participantBlocks,
  meetings: meetingBlocks,
  steering: steeringBlocks,
  communication: communicationBlocks,
  risks: riskBlocks,
  money: moneyBlocks,
  deviations: deviationBlocks,
  diary: diaryBlocks,
  next: nextBlocks,
};

/** The payment period, and of one that is under way also the day up to which it is told; else the days of the report. */
export function reportedSpan({ period, status: { scope } }: FunderReport, voice: Voice): string {
  const span = formatSpan(period ?? scope, voice.language);
  return period === null || scope.to >= period.to
    ? span
    : voice.reports.funder.soFar({ span, day: voice.day(scope.to) });
}

function projectBlocks(report: FunderReport, voice: Voice): Block[] {
  const { project } = report;
  const { labels } = voice.reports.funder;
  if (project === null) return [paragraph(voice.words.noProject)];
  const { start, end } = project;
  const decision = [project.decisionDnro ?? '', voice.day(project.decisionDay)];
  return facts([
    [labels.title, project.title],
    [labels.code, project.projectCode],
    [labels.programme, project.programme],
    [labels.funder, project.funder],
    [labels.decision, decision.filter((part) => part !== '').join(', ')],
    [labels.organisation, project.organisation],
    [labels.partners, project.partners.join(', ')],
    [
      labels.span,
      start === null || end === null ? null : formatSpan({ from: start, to: end }, voice.language),
    ],
    [labels.reported, reportedSpan(report, voice)],
  ]);
}

function recruitmentBlocks({ status, project }: FunderReport, voice: Voice): Block[] {
  const words = voice.words;
  const { recruitment } = status;
  const { coverage } = recruitment;
  const word = status.project?.championWord ?? null;
  const rounds = recruitment.rounds.filter(({ isCurrent, now }) => isCurrent && now.reached.interested > 0);
  if (project === null || (recruitment.champions === 0 && rounds.length === 0 && recruitment.left === 0))
    return [paragraph(words.recruitment.none)];
  const counts = words.champions({ count: recruitment.champions, before: recruitment.championsBefore, word });
  return [
    {
      kind: 'list',
      items: [
        `${counts}.`,
        ...(coverage.total === 0
          ? []
          : [voice.reports.funder.coverage({ covered: coverage.covered, total: coverage.total, word })]),
        ...rounds.map(({ round, now }) =>
          words.done.round({
            what: named(round),
            interested: now.reached.interested,
            selected: now.reached.selected,
          }),
        ),
      ],
    },
  ];
}

function participantBlocks({ everybody, participants, others, status }: FunderReport, voice: Voice): Block[] {
  const words = voice.reports.funder;
  if (everybody.visits + others === 0) return [paragraph(words.noParticipants)];
  const lines = participants.flatMap((counts) => {
    const group = status.meetings.find((one) => one.group.id === counts.group);
    return group === undefined ? [] : [words.participantsOf({ ...counts, group: group.group.title })];
  });
  return [paragraph(words.participants({ ...everybody, others })), { kind: 'list', items: lines }];
}

function meetingBlocks({ status }: FunderReport, voice: Voice): Block[] {
  const words = voice.reports.funder;
  const met = status.meetings.filter(({ heldInSpan, cancelled }) => heldInSpan + cancelled > 0);
  return [
    listOr(
      met.map(({ group, heldInSpan, cancelled, attendance }) =>
        words.meetings({
          group: group.title,
          held: heldInSpan,
          cancelled,
          mean: attendance === null ? '' : voice.mean(attendance.mean),
        }),
      ),
      words.noMeetings,
    ),
  ];
}

function steeringBlocks({ decisions, status }: FunderReport, voice: Voice): Block[] {
  const words = voice.reports.funder;
  const held = status.meetings
    .filter(({ group }) => group.kind === 'steering')
    .reduce((sum, { heldInSpan }) => sum + heldInSpan, 0);
  const lines = decisions.map((decision) => {
    const [first = ''] = linesOf(decision.text);
    return words.decision({
      what: named(decision),
      text: first,
      meeting: decision.number ?? '',
      day: voice.day(decision.day),
    });
  });
  const sentence = paragraph(words.steering({ held, decisions: decisions.length }));
  return lines.length === 0 ? [sentence] : [sentence, { kind: 'list', items: lines }];
}

/** What was counted is written by the planner, in whatever case: in Finnish it stands in brackets after the number. */
function reachWords(reach: number, of: string | null, language: Voice['language']): string {
  const number = formatNumber(reach, language);
  if (of === null) return number;
  return language === 'fi' ? `${number} (${of})` : `${number} ${of}`;
}

function communicationBlocks({ status, sent }: FunderReport, voice: Voice): Block[] {
  const words = voice.reports.funder;
  const { promised, kept } = status.communication;
  const lines = sent.map((delivery) =>
    words.sent({
      what: named(delivery),
      day: voice.day(delivery.sent),
      reach: delivery.reach === null ? '' : reachWords(delivery.reach, delivery.reachOf, voice.language),
      evidence: delivery.evidence ?? '',
    }),
  );
  const sentence = paragraph(words.communication({ sent: sent.length, promised, kept }));
  return lines.length === 0 ? [sentence] : [sentence, { kind: 'list', items: lines }];
}

/** What the planner has marked for the report, whole. */
function diaryBlocks({ status }: FunderReport, voice: Voice): Block[] {
  return [
    listOr(
      status.diary.map(({ day, text }) => `${linesOf(text).join(' ')} (${voice.day(day)})`),
      voice.reports.funder.noDiary,
    ),
  ];
}

/** Everything that still has a day ahead: the next period is longer than the weeks that a steering group looks at. */
function nextBlocks({ status }: FunderReport, voice: Voice): Block[] {
  const { recruitment, plan, scope } = status;
  const words = voice.words.next;
  const activities = plan.packages
    .flatMap((group) => group.activities)
    .filter(({ state, due }) => state !== 'done' && state !== 'dropped' && due !== null && due > scope.to)
    .toSorted((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1));
  const rounds = recruitment.rounds.map(({ round }) => round);
  const opening = rounds.filter(({ state, opens }) => state === 'planned' && isAhead(opens, scope));
  const closing = rounds.filter(({ state, closes }) => state !== 'cancelled' && isAhead(closes, scope));
  const items = [
    ...opening.map((round) => words.opens({ what: named(round), day: voice.day(round.opens) })),
    ...closing.map((round) => words.closes({ what: named(round), day: voice.day(round.closes) })),
    ...activities.map((activity) => words.activity({ what: named(activity), day: voice.day(activity.due) })),
  ];
  return [listOr(items, words.none)];
}

const isAhead = (day: Day | null, { to }: Scope): boolean => day !== null && day >= to;
