import { activity as activityRegister } from '../../registers/activity.ts';
import { group as groupRegister } from '../../registers/group.ts';
import { round as roundRegister } from '../../registers/round.ts';
import { formatLocalTime } from '../../domain/days/format-day.ts';
import { heading, paragraph, table } from '../document.ts';
import { linesOf } from '../plain-text.ts';
import { choiceWord, named } from '../voice.ts';
import type { Block } from '../document.ts';
import type { Voice } from '../voice.ts';
import type { HandedRound, HandoverReport } from './model.ts';

/** What is open: rounds, activities, tasks, the rhythm of the groups and what was promised to whom. */
export function underWayBlocks(report: HandoverReport, voice: Voice): Block[] {
  const blocks = [
    ...roundBlocks(report, voice),
    ...activityBlocks(report, voice),
    ...actionBlocks(report, voice),
    ...groupBlocks(report, voice),
    ...planBlocks(report, voice),
  ];
  return blocks.length === 0 ? [paragraph(voice.reports.handover.nothingUnderWay)] : blocks;
}

function roundBlocks({ rounds }: HandoverReport, voice: Voice): Block[] {
  const words = voice.reports.handover;
  if (rounds.length === 0) return [];
  const line = (round: HandedRound): string =>
    words.round({
      what: named(round),
      state: choiceWord(roundRegister, 'state', round.state, voice.language),
      closes: voice.day(round.closes),
      interested: round.interested ?? 0,
      selected: round.selected ?? 0,
    });
  return [heading(3, words.rounds), { kind: 'list', items: rounds.map(line) }];
}

function activityBlocks({ activities }: HandoverReport, voice: Voice): Block[] {
  const { columns, activities: title } = voice.reports.handover;
  if (activities.length === 0) return [];
  const rows = activities.map((activity) => {
    const account = linesOf(activity.account).join(' ');
    return [
      account === '' ? named(activity) : `${named(activity)}. ${account}`,
      choiceWord(activityRegister, 'state', activity.state ?? 'notStarted', voice.language),
      voice.day(activity.due),
      activity.responsible ?? '',
    ];
  });
  return [
    heading(3, title),
    table(
      [
        { heading: columns.activity },
        { heading: columns.state },
        { heading: columns.due, align: 'right' },
        { heading: columns.owner },
      ],
      rows,
    ),
  ];
}

function actionBlocks({ actions }: HandoverReport, voice: Voice): Block[] {
  const { columns, actions: title } = voice.reports.handover;
  if (actions.length === 0) return [];
  const rows = actions.map((action) => [
    named(action),
    action.owner ?? voice.words.actions.noOwner,
    voice.day(action.due),
  ]);
  return [
    heading(3, title),
    table(
      [{ heading: columns.action }, { heading: columns.owner }, { heading: columns.due, align: 'right' }],
      rows,
    ),
  ];
}

function groupBlocks({ groups }: HandoverReport, voice: Voice): Block[] {
  const { columns, groups: title } = voice.reports.handover;
  if (groups.length === 0) return [];
  const rows = groups.map((group) => [
    group.title,
    choiceWord(groupRegister, 'kind', group.kind, voice.language),
    group.next === null ? '' : formatLocalTime(group.next, voice.language, 'long'),
    `${group.ahead}`,
    group.link ?? '',
  ]);
  return [
    heading(3, title),
    table(
      [
        { heading: columns.group },
        { heading: columns.kind },
        { heading: columns.next },
        { heading: columns.ahead, align: 'right' },
        { heading: columns.link },
      ],
      rows,
    ),
  ];
}

function planBlocks({ plans }: HandoverReport, voice: Voice): Block[] {
  const { columns, plans: title } = voice.reports.handover;
  if (plans.length === 0) return [];
  const rows = plans.map((plan) => [
    `${plan.code} ${plan.audience}`,
    linesOf(plan.schedule).join(' '),
    plan.responsible.join(', '),
  ]);
  return [
    heading(3, title),
    table([{ heading: columns.audience }, { heading: columns.schedule }, { heading: columns.owner }], rows),
  ];
}
