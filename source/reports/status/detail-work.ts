import { activity as activityRegister } from '../../registers/activity.ts';
import { candidate as candidateRegister } from '../../registers/candidate.ts';
import { funnelStages, funnelYield } from '../../domain/recruitment/funnel.ts';
import { heading, listOr, paragraph, table, withoutEmpty } from '../document.ts';
import { funnelChart } from './charts.ts';
import { timelineChart } from './timeline.ts';
import { named } from '../voice.ts';
import type { Block, Text } from '../document.ts';
import type { ActivityRow } from '../snapshot.ts';
import type { StatusReport } from './model.ts';
import type { ActivityGroup, PlanProgress } from './plan-progress.ts';
import type { Coverage, RoundFigures } from './recruitment.ts';
import type { Voice } from '../voice.ts';

const right = { align: 'right' } as const;

/** Work packages with their activities, then the objectives in short. */
export function planDetail(report: StatusReport, voice: Voice): Block[] {
  const { plan } = report;
  const words = voice.words.plan;
  if (plan.packages.every((group) => group.activities.length === 0)) {
    return [heading(2, words.heading), paragraph(words.none)];
  }
  return [
    heading(2, words.heading),
    ...timelineChart(report, voice),
    ...plan.packages
      .filter((group) => group.activities.length > 0)
      .flatMap((group) => packageDetail(group, report, voice)),
    ...objectivesDetail(plan.objectives, voice),
  ];
}

function packageDetail(group: ActivityGroup, report: StatusReport, voice: Voice): Block[] {
  const words = voice.words.plan;
  const title = group.owner?.title ?? words.withoutPackage;
  return [
    heading(3, `${title} (${words.progress(group)})`),
    withoutEmpty(
      table(
        [
          { heading: words.columns.activity },
          { heading: words.columns.state },
          { heading: words.columns.due, ...right },
          { heading: words.columns.change },
        ],
        group.activities.map((activity) => activityRow(activity, report, voice)),
      ),
    ),
    ...accounts(group, report),
  ];
}

/** What is newly written of the package's activities, whole: page one has only the beginnings. */
function accounts(group: ActivityGroup, { plan }: StatusReport): Block[] {
  const items = plan.told.flatMap((activity) =>
    group.activities.includes(activity) && activity.account !== null
      ? [`${activity.code}: ${activity.account}`]
      : [],
  );
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function activityRow(activity: ActivityRow, { plan }: StatusReport, voice: Voice): Text[] {
  const words = voice.words.plan;
  const state = stateWord(activity.state, voice);
  const late = plan.late.find(({ code }) => code === activity.code);
  const changes = [
    late === undefined ? '' : words.lateBy({ days: late.days }),
    plan.finished.includes(activity) ? words.finished({ day: voice.shortDay(activity.doneOn) }) : '',
    plan.begun.includes(activity) ? words.begun : '',
    isOtherwiseMoved(activity, plan) ? words.was({ state: stateWord(activity.earlierState, voice) }) : '',
    plan.rescheduled.includes(activity) ? words.dueMoved({ day: voice.day(activity.earlierDue) }) : '',
    activity.state === 'dropped' ? (activity.reason ?? '') : '',
  ];
  return [
    named(activity),
    late === undefined ? state : [{ strong: state }],
    voice.day(activity.due),
    changes.filter((change) => change !== '').join('; '),
  ];
}

const isOtherwiseMoved = (activity: ActivityRow, plan: PlanProgress): boolean =>
  activity.earlierState !== null &&
  activity.earlierState !== activity.state &&
  !plan.finished.includes(activity) &&
  !plan.begun.includes(activity);

const stateWord = (state: ActivityRow['state'], { language }: Voice): string =>
  activityRegister.fields['state']?.choices?.[state ?? 'notStarted']?.[language] ?? '';

function objectivesDetail(objectives: readonly ActivityGroup[], voice: Voice): Block[] {
  const words = voice.words.plan;
  const rows = objectives.flatMap(({ owner, total, done }) =>
    owner === null || total === 0 ? [] : [[named(owner), `${done}/${total}`]],
  );
  if (rows.length === 0) return [];
  const columns = [
    { heading: words.objectiveColumns.objective },
    { heading: words.objectiveColumns.done, ...right },
  ];
  return [heading(3, words.objectives), table(columns, rows)];
}

/** Rounds of the span with their funnels, older ones in a line each; then the service areas. */
export function recruitmentDetail({ recruitment, scope }: StatusReport, voice: Voice): Block[] {
  const words = voice.words.recruitment;
  const { rounds, areas, coverage, champions, championsBefore } = recruitment;
  if (rounds.length === 0 && champions === 0) return [heading(2, words.heading), paragraph(words.none)];
  const older = rounds.filter(({ isCurrent }) => !isCurrent);
  const shown = areas.filter(({ total }) => total > 0);
  const hasCoverage = shown.length > 0 && (champions > 0 || (championsBefore ?? 0) > 0);
  return [
    heading(2, words.heading),
    ...rounds
      .filter(({ isCurrent }) => isCurrent)
      .flatMap((figures) => roundDetail(figures, scope.since !== 'start', voice)),
    ...(older.length === 0
      ? []
      : [
          listOr(
            older.map((figures) => roundLine(figures, voice)),
            '',
          ),
        ]),
    ...(hasCoverage
      ? coverageDetail([...shown, ...(shown.length > 1 ? [coverage] : [])], scope.since !== 'start', voice)
      : []),
  ];
}

function roundLine({ round, now }: RoundFigures, { words }: Voice): string {
  const { interested, selected } = now.reached;
  return words.recruitment.earlierRound({ what: named(round), interested, selected });
}

function roundDetail({ round, now, before }: RoundFigures, withChange: boolean, voice: Voice): Block[] {
  const words = voice.words.recruitment;
  const days = [round.opens, round.closes]
    .filter((day) => day !== null)
    .map((day) => voice.shortDay(day))
    .join('–');
  const stages = candidateRegister.derived?.['stage']?.field.choices ?? {};
  const share = funnelYield(now.reached);
  const sentences = [
    share === null || now.reached.selected === 0
      ? ''
      : words.yield({
          interested: now.reached.interested,
          selected: now.reached.selected,
          percent: Math.round(share * 100),
        }),
    round.target === null ? '' : words.target({ target: round.target }),
    now.lost.withdrawn + now.lost.notSelected === 0 ? '' : words.lost(now.lost),
  ].filter((sentence) => sentence !== '');
  return [
    heading(3, days === '' ? named(round) : `${named(round)} (${days})`),
    ...(sentences.length === 0 ? [] : [paragraph(sentences.join(' '))]),
    funnelChart(
      round,
      now,
      voice,
      table(
        [
          { heading: words.stageColumns.stage },
          { heading: words.stageColumns.now, ...right },
          ...(withChange ? [{ heading: words.stageColumns.change, ...right }] : []),
        ],
        funnelStages.map((stage) => {
          const row = [
            stages[stage]?.[voice.language] ?? stage,
            `${now.reached[stage]}`,
            voice.change(now.reached[stage], before?.reached[stage] ?? null),
          ];
          return withChange ? row : row.slice(0, 2);
        }),
      ),
    ),
  ];
}

function coverageDetail(areas: readonly Coverage[], withChange: boolean, voice: Voice): Block[] {
  const words = voice.words.recruitment;
  const columns = words.coverageColumns;
  const rows = areas.map(({ area, covered, total, coveredBefore }, index) => {
    const name = area ?? (index === areas.length - 1 && areas.length > 1 ? words.all : words.noArea);
    const row = [name, `${covered}/${total}`, voice.change(covered, coveredBefore)];
    return withChange ? row : row.slice(0, 2);
  });
  return [
    heading(3, words.coverage),
    table(
      [
        { heading: columns.area },
        { heading: columns.units, ...right },
        ...(withChange ? [{ heading: columns.change, ...right }] : []),
      ],
      rows,
    ),
  ];
}
