import { registerOf, registers } from '../../registers/index.ts';
import { stripChart, trendChart } from './charts.ts';
import { heading, paragraph, table } from '../document.ts';
import { named, some } from '../voice.ts';
import { capital } from '../../language/capital.ts';
import type { Block, Text } from '../document.ts';
import type { ActionRow } from '../snapshot.ts';
import type { AudienceFigures } from './communication.ts';
import type { Attendance, GroupFigures } from './meetings.ts';
import type { StatusReport } from './model.ts';
import type { Voice } from '../voice.ts';

const right = { align: 'right' } as const;

/** Clubs and groups: held, cancelled, planned, and who came. */
export function meetingsDetail({ meetings, scope }: StatusReport, voice: Voice): Block[] {
  const words = voice.words.meetings;
  const known = meetings.filter((group) => group.heldInAll + group.ahead + group.cancelled > 0);
  if (known.length === 0) return [heading(2, words.heading), paragraph(words.none)];
  const withBefore = scope.since !== 'start';
  const { columns } = words;
  const topics = known.filter(({ group, topics: all }) => group.kind === 'club' && all.length > 0);
  return [
    heading(2, words.heading),
    table(
      [
        { heading: columns.group },
        ...(withBefore ? [{ heading: columns.held, ...right }] : []),
        // Beside those of the span it is those of all time; alone it is what was held.
        { heading: withBefore ? columns.all : columns.held, ...right },
        { heading: columns.cancelled, ...right },
        { heading: columns.ahead, ...right },
        { heading: columns.next, ...right },
        { heading: columns.attendance, ...right },
        ...(withBefore ? [{ heading: columns.before, ...right }] : []),
      ],
      known.map((group) => groupRow(group, withBefore, voice)),
    ),
    ...(withBefore ? [paragraph(words.note)] : []),
    ...known
      .filter(({ group }) => group.kind === 'club' || group.kind === 'network')
      .flatMap((group) => trendChart(group, voice)),
    ...topics.map((group) => {
      const { shown, more } = some(group.topics.toReversed(), 6, voice);
      const list = [...shown, ...(more === '' ? [] : [more])].join('; ');
      return paragraph(words.topics({ group: group.group.title, topics: list }));
    }),
  ];
}

function groupRow(figures: GroupFigures, withBefore: boolean, voice: Voice): Text[] {
  const mean = (attendance: Attendance | null): string =>
    attendance === null
      ? ''
      : voice.words.meetings.meanOf({ mean: voice.mean(attendance.mean), sessions: attendance.sessions });
  return [
    figures.group.title,
    ...(withBefore ? [`${figures.heldInSpan}`] : []),
    `${figures.heldInAll}`,
    `${figures.cancelled}`,
    `${figures.ahead}`,
    voice.shortDay(figures.next),
    mean(figures.attendance),
    ...(withBefore ? [mean(figures.attendanceBefore)] : []),
  ];
}

/** What each audience was promised and got; what is late by name. */
export function communicationDetail({ communication }: StatusReport, voice: Voice): Block[] {
  const words = voice.words.communication;
  const { columns } = words;
  if (communication.audiences.length === 0) return [heading(2, words.heading), paragraph(words.none)];
  const { shown, more } = some(communication.late, 6, voice);
  const items = [
    ...shown.map(({ delivery, days }) => words.late({ what: named(delivery), days })),
    more,
    ...communication.skipped.map((delivery) =>
      words.skipped({ what: named(delivery), reason: delivery.reason ?? '' }),
    ),
  ].filter((line) => line !== '');
  return [
    heading(2, words.heading),
    table(
      [
        { heading: columns.audience },
        { heading: columns.promised, ...right },
        { heading: columns.kept, ...right },
        { heading: columns.sent, ...right },
        { heading: columns.late, ...right },
        { heading: columns.last, ...right },
        { heading: columns.next },
      ],
      communication.audiences.map((audience) => audienceRow(audience, voice)),
    ),
    ...(communication.sentBefore === null
      ? []
      : [paragraph(words.before({ sent: communication.sent, before: communication.sentBefore }))]),
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
    ...stripChart(communication, voice),
  ];
}

function audienceRow(audience: AudienceFigures, voice: Voice): Text[] {
  const { plan, promised, kept, sent, late, lastSent, next } = audience;
  const day = next === null ? '' : voice.shortDay(next.late ?? next.due);
  return [
    plan.audience,
    `${promised}`,
    `${kept}`,
    `${sent}`,
    `${late}`,
    voice.shortDay(lastSent),
    next === null ? '' : `${day} ${next.title}`,
  ];
}

/** Counts, then the late ones with who and how long. */
export function actionsDetail({ promises }: StatusReport, voice: Voice): Block[] {
  const words = voice.words.actions;
  const { openActions, doneActions, lateActions } = promises;
  if (openActions.length + doneActions.length === 0)
    return [heading(2, words.heading), paragraph(words.none)];
  const owner = (action: ActionRow): string => action.owner ?? words.noOwner;
  const { shown, more } = some(doneActions, 8, voice);
  const titles = [...shown.map(named), ...(more === '' ? [] : [more])].join('; ');
  return [
    heading(2, words.heading),
    paragraph(words.counts({ open: openActions.length, done: doneActions.length, late: lateActions.length })),
    ...(lateActions.length === 0
      ? []
      : [
          table(
            [
              { heading: words.columns.action },
              { heading: words.columns.owner },
              { heading: words.columns.due, ...right },
              { heading: words.columns.days, ...right },
            ],
            lateActions.map(({ action, days }) => [
              named(action),
              owner(action),
              voice.shortDay(action.due),
              `${days}`,
            ]),
          ),
        ]),
    ...(doneActions.length === 0 ? [] : [paragraph(words.doneList({ titles }))]),
  ];
}

/** What the journal says of the span, in counts: each record once, by what became of it. */
export function changesDetail({ changes, scope }: StatusReport, voice: Voice): Block[] {
  const words = voice.words.changes;
  if (scope.since === 'start') return [];
  const places = new Map(registers.map(({ name }, index) => [name, index]));
  const rows = changes
    .toSorted((one, other) => (places.get(one.register) ?? 0) - (places.get(other.register) ?? 0))
    .map((change) => ({ ...change, definition: registerOf(change.register) }))
    // Parts and logs are told where they belong.
    .filter(
      ({ definition, added, changed, removed }) =>
        definition.code !== undefined && added + changed + removed > 0,
    );
  if (rows.length === 0) return [heading(2, words.heading), paragraph(words.none)];
  const count = (value: number): string => (value === 0 ? '' : `${value}`);
  return [
    heading(2, words.heading),
    table(
      [
        { heading: words.columns.register },
        { heading: words.columns.added, ...right },
        { heading: words.columns.changed, ...right },
        { heading: words.columns.removed, ...right },
      ],
      rows.map(({ definition, added, changed, removed }) => [
        capital(definition.label.many[voice.language]),
        count(added),
        count(changed),
        count(removed),
      ]),
    ),
  ];
}
