import { activity as activityRegister } from '../../registers/activity.ts';
import { heading, listOr, paragraph } from '../document.ts';
import { linesOf } from '../plain-text.ts';
import { choiceWord, named } from '../voice.ts';
import type { Block } from '../document.ts';
import type { ActivityRow } from '../snapshot.ts';
import type { Voice } from '../voice.ts';
import type { FunderReport } from './model.ts';

export function objectiveBlocks({ status }: FunderReport, voice: Voice): Block[] {
  const words = voice.reports.funder;
  const items = status.plan.objectives.flatMap(({ owner, done, total }) =>
    owner === null ? [] : [words.objective({ what: named(owner), done, total })],
  );
  return [listOr(items, words.noObjectives)];
}

/** Work package by work package: what was done or is under way, in the planner's own words where there are such. */
export function activityBlocks({ status }: FunderReport, voice: Voice): Block[] {
  const { plan } = status;
  const isTold = (activity: ActivityRow): boolean =>
    plan.told.includes(activity) || activity.state === 'underWay';
  const groups = plan.packages
    .map((group) => ({ ...group, told: group.activities.filter(isTold) }))
    .filter(({ told }) => told.length > 0);
  if (groups.length === 0) return [paragraph(voice.reports.funder.noActivities)];
  return groups.flatMap((group): Block[] => [
    heading(
      3,
      `${group.owner?.title ?? voice.words.plan.withoutPackage} (${voice.words.plan.progress(group)})`,
    ),
    { kind: 'list', items: group.told.map((activity) => activityLine(activity, voice)) },
  ]);
}

function activityLine(activity: ActivityRow, voice: Voice): string {
  const state =
    activity.state === 'done'
      ? voice.words.plan.finished({ day: voice.day(activity.doneOn) })
      : choiceWord(activityRegister, 'state', activity.state, voice.language);
  const account = linesOf(activity.account).join(' ');
  return `${named(activity)}: ${state}.${account === '' ? '' : ` ${account}`}`;
}

/** What did not go as was promised. */
export function deviationBlocks({ status, project }: FunderReport, voice: Voice): Block[] {
  const words = voice.words;
  const { plan, communication, meetings } = status;
  const cancelled = meetings.filter((group) => group.cancelled > 0);
  const moved = status.project;
  const items = [
    ...(moved !== null && moved.earlierEnd !== null && moved.end !== null && moved.earlierEnd !== moved.end
      ? [words.endMoved({ from: voice.day(moved.earlierEnd), to: voice.day(moved.end) })]
      : []),
    ...plan.late.map((late) => `${named(late)}: ${words.plan.lateBy({ days: late.days })}.`),
    ...plan.rescheduled.map(
      (activity) =>
        `${named(activity)}: ${words.plan.dueMoved({ day: voice.day(activity.earlierDue) })}, ${voice.reports.funder.dueNow({ day: voice.day(activity.due) })}.`,
    ),
    ...plan.dropped.map((activity) =>
      voice.reports.funder.dropped({ what: named(activity), reason: activity.reason ?? '' }),
    ),
    ...communication.skipped.map((delivery) =>
      words.communication.skipped({ what: named(delivery), reason: delivery.reason ?? '' }),
    ),
    ...cancelled.map(({ group, cancelled: count }) =>
      voice.reports.funder.cancelled({ group: group.title, count }),
    ),
  ];
  return [listOr(project === null ? [] : items, voice.reports.funder.noDeviations)];
}
