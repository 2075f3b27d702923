/**
 * What registers do in their own way on the screens, by name; all else is generic. With navigation.ts the only place
 * outside registers/ that names registers. No Ink here: the first paint shows previews too.
 */
import { messages, type Language } from '../language/index.ts';
import { sparkline } from '../widgets/lines/charts.ts';
import { span, type StyledLine, type Tone } from '../widgets/lines/styled.ts';
import { yearOfLine } from '../services/communication/communication.ts';
import { todayOf, type Project } from '../services/project/project.ts';
import { formatDay } from '../services/reading/days.ts';
import { nameOfChoice, rolesOf } from '../services/safety/purposes.ts';
import { wrap } from '../widgets/lines/text.ts';
import { isPaper, sendPaper } from '../services/meetings/papers.ts';
import { changeRecords } from '../services/writing/records.ts';
import { changeSession, concernsSeries, plannedAhead, type Scope } from '../services/layout/session-scope.ts';
import { previewSeries } from '../services/layout/series-preview.ts';
import { previewLines } from './form/series-preview.ts';
import { finishActions, holdSessions, sendDeliveries } from '../services/writing/verbs.ts';
import type { AnyRecord } from '../registers/index.ts';
import type { Written } from '../services/writing/write.ts';
import type { Fact, RecordView } from '../services/reading/record-view.ts';

export type { Scope };

type Values = Readonly<Record<string, unknown>>;

export interface PictureView {
  readonly language: Language;
  readonly unicode: boolean;
  readonly width: number;
  readonly project: Project;
}

/** What `x` does. */
interface Done {
  /** `seen` is the newest step that was seen. */
  readonly run: (project: Project, ids: readonly number[], seen: number) => Written<unknown>;
  /** There is nothing left that it would do: it is sent, held, done. */
  readonly settled?: (record: AnyRecord) => boolean;
  /** The field that keeps the day on which that was. */
  readonly settledOn?: string;
  /** What it does of a row of Today, by what that wants. */
  readonly runOf?: Readonly<Record<string, Done['run']>>;
  /** How that is told, where “done” says too little. */
  readonly saidOf?: (kind: string, language: Language) => string | undefined;
  /** Once it is done its page opens, since work goes on there: who was at a session. */
  readonly opens?: boolean;
}

interface Override {
  readonly done?: Done;
  /** The fields that `d`, `m` and `o` change, where they are not `due`, `state` and `owner`. */
  readonly fields?: Readonly<Partial<Record<'day' | 'state' | 'owner', string>>>;
  /** It mentions what others are: the calendar's month leaves it out. */
  readonly mentions?: boolean;
  /** Who and where is asked oftener than what: by the beginning of the name before all else, or after all else. */
  readonly found?: 'first' | 'last';
  /** It can be one of a series: a change may be meant for those that follow it, or for all. */
  readonly scoped?: {
    readonly concerns: (project: Project, id: number, values: Values) => boolean;
    readonly ahead: (project: Project, id: number) => Readonly<Record<'following' | 'all', number>>;
    readonly change: typeof changeSession;
  };
  /** What keeping a form would come to, below its fields. */
  readonly formPreview?: (
    project: Project,
    values: Values,
    view: { readonly width: number; readonly language: Language },
  ) => readonly StyledLine[];
  /** It is over: its row in a list is quieter than those that ask for something. */
  readonly over?: (record: AnyRecord) => boolean;
  /** A small picture under the title. */
  readonly picture?: (view: RecordView, options: PictureView) => readonly StyledLine[];
}

const text = (value: unknown): string => (typeof value === 'number' ? String(value) : '–');

/** How the score came to be what it is, `▂▃▅  8 → 12 → 16`; from where to where it is to go; and what is amiss. */
function riskPicture(view: RecordView, { unicode, language }: PictureView): StyledLine[] {
  const words = messages(language).console.risks;
  const { record } = view;
  const arrow = unicode ? ' → ' : ' > ';
  const level = view.facts.find(({ name }) => name === 'level');
  const now = level === undefined ? [] : [span(` ${level.value}`, toneOfValue('level', record['level']))];
  const course: StyledLine = [
    span(` ${words.inherent} `, 'muted'),
    span(text(record['inherent'])),
    span(`${arrow}${words.current} `, 'muted'),
    { text: text(record['score']), bold: true },
    ...now,
    span(`${arrow}${words.target} `, 'muted'),
    span(text(record['target'])),
  ];
  const warnings = view.facts.find(({ name }) => name === 'warnings');
  return [
    assessmentTrend(view, { unicode, language }),
    ...(record['score'] === null ? [] : [course]),
    ...(warnings === undefined ? [] : [[span(` ${unicode ? '▲' : '!'} ${warnings.value}`, 'warn')]]),
  ];
}

/** `▂▃▅  8 → 12 → 16`: the scores in order. */
function assessmentTrend(
  view: RecordView,
  { unicode, language }: Pick<PictureView, 'language' | 'unicode'>,
): StyledLine {
  const log = view.parts.find(({ register }) => register === 'assessment');
  const scores = (log?.rows ?? [])
    .map(({ record }) => Number(record['probability'] ?? 0) * Number(record['impact'] ?? 0))
    .filter((score) => score > 0)
    .toReversed();
  if (scores.length === 0) return [span(` ${messages(language).console.record.unassessed}`, 'warn')];
  const [first = 0] = scores;
  const last = scores.at(-1) ?? 0;
  const change = last - first;
  const changed = change === 0 ? '' : `  ${change > 0 ? '▲ +' : '▼ '}${change}`;
  return [
    span(` ${sparkline(scores, { low: 1, high: 25, unicode })}  `, 'accent'),
    span(scores.slice(-6).join(unicode ? ' → ' : ' > ')),
    span(changed, change > 0 ? 'bad' : 'good'),
  ];
}

const yearSigns = [
  ['late', '▲', '!', 'bad'],
  ['sent', '✓', '+', 'good'],
  ['planned', '○', 'o', 'accent'],
  ['skipped', '×', 'x', 'muted'],
] as const;

/** `2023  1✓ 2✓ 3▲ 4○ 5· …`: a plan line's year, month by month; without the numbers where there is no room. */
function yearStrip(view: RecordView, { project, unicode, width }: PictureView): StyledLine[] {
  const { year, months } = yearOfLine(project, view.record.id);
  if (months.every(({ ids }) => ids.length === 0)) return [];
  const numbered = width >= 50;
  const signs = months.flatMap((cell, index): StyledLine => {
    const found = yearSigns.find(([fate]) => cell[fate] > 0);
    const sign = found === undefined ? (unicode ? '·' : '.') : found[unicode ? 1 : 2];
    const space = numbered ? ' ' : '';
    return [span(numbered ? `${index + 1}` : '', 'muted'), span(sign + space, found?.[3] ?? 'muted')];
  });
  return [[span(` ${year}  `, 'muted'), ...signs]];
}

/** What the person is to the project, on what basis and until when they are kept as that. */
function rolesPicture(
  { record }: RecordView,
  { project, language, width, unicode }: PictureView,
): StyledLine[] {
  if (record['anonymised'] !== null) return [];
  const words = messages(language).people;
  const [dot, sign] = unicode ? [' · ', '▲'] : [' - ', '!'];
  const told = rolesOf(project, record.id);
  return told.flatMap(({ role, id, basis, until }): StyledLine[] => {
    const said =
      id === null
        ? [words.unset]
        : [
            basis === null ? words.unset : nameOfChoice(project, 'basis', basis, language),
            until === null ? words.noDay : words.until(formatDay(until, language, 'full')),
          ];
    const over = until !== null && until < todayOf(project);
    const line = `${over ? `${sign} ` : ''}${[nameOfChoice(project, 'role', role, language), ...said].join(dot)}`;
    return wrap(line, Math.max(10, width - 2)).map((part) => [span(` ${part}`, over ? 'warn' : 'muted')]);
  });
}

/** Done by setting a few values. */
function setting(valuesOn: (today: string) => Readonly<Record<string, unknown>>): Done['run'] {
  return (project, ids, seen) => changeRecords(project, ids, valuesOn(todayOf(project)), seen);
}

const overrides: Readonly<Record<string, Override>> = {
  action: {
    done: {
      run: (project, ids, seen) => finishActions(project, ids, {}, seen),
      settled: ({ state }) => state === 'done',
      settledOn: 'doneOn',
    },
  },
  activity: {
    done: {
      run: setting((today) => ({ state: 'done', doneOn: today })),
      settled: ({ state }) => state === 'done',
      settledOn: 'doneOn',
    },
    fields: { owner: 'responsible' },
  },
  delivery: {
    done: {
      run: (project, ids, seen) => sendDeliveries(project, ids, {}, seen),
      settled: ({ state }) => state === 'sent',
      settledOn: 'sent',
    },
    fields: { owner: 'responsible' },
  },
  session: {
    done: {
      run: holdSessions,
      settled: ({ state }) => state === 'held' || state === 'cancelled',
      runOf: {
        invitation: (project, ids, seen) => sendPaper(project, ids, 'invitation', { baseVersion: seen }),
        attachments: (project, ids, seen) => sendPaper(project, ids, 'attachments', { baseVersion: seen }),
        minutes: (project, ids, seen) => sendPaper(project, ids, 'minutes', { baseVersion: seen }),
      },
      saidOf: (kind, language) => (isPaper(kind) ? messages(language).running.said.sent[kind] : undefined),
      opens: true,
    },
    fields: { day: 'startsAt', owner: 'guest' },
    scoped: { concerns: concernsSeries, ahead: plannedAhead, change: changeSession },
  },
  series: {
    // A rhythm that is still being typed has nothing to show.
    formPreview: (project, values, view) =>
      values['rule'] === undefined || values['rule'] === null
        ? []
        : previewLines(previewSeries(project, values), { ...view, today: todayOf(project) }),
  },
  decision: {
    done: { run: setting(() => ({ outcome: 'done' })), settled: ({ outcome }) => outcome === 'done' },
    fields: { day: 'day', state: 'outcome' },
  },
  round: {
    done: { run: setting(() => ({ state: 'decided' })), settled: ({ state }) => state === 'decided' },
    fields: { day: 'closes' },
  },
  candidate: { found: 'last', fields: { state: 'stage', day: 'signedUp' } },
  membership: {
    done: { run: setting((today) => ({ contacted: today })) },
    fields: { day: 'ends', state: 'role' },
    found: 'last',
  },
  risk: {
    fields: { day: 'review' },
    picture: riskPicture,
    over: ({ state }) => state === 'closed' || state === 'realised',
  },
  unit: { found: 'first', fields: { owner: 'supervisor' } },
  person: { found: 'first', picture: rolesPicture },
  group: { found: 'first' },
  diary: { fields: { day: 'day' }, mentions: true, found: 'last' },
  project: { fields: { day: 'end' } },
  deliverable: {
    done: { run: setting(() => ({ state: 'inUse' })), settled: ({ state }) => state === 'inUse' },
    fields: { owner: 'keeper' },
  },
  payment: {
    done: { run: setting((today) => ({ sent: today })), settled: ({ sent }) => sent !== null },
  },
  report: { fields: { day: 'handedOver' }, over: ({ state }) => state === 'kept' },
  plan: { fields: { owner: 'responsible' }, picture: yearStrip },
};

export function overrideOf(register: string): Override {
  return overrides[register] ?? {};
}

export function pictureOf(view: RecordView, options: PictureView): readonly StyledLine[] {
  return overrides[view.definition.name]?.picture?.(view, options) ?? [];
}

const tones: Readonly<Record<string, Tone>> = {
  low: 'good',
  moderate: 'warn',
  high: 'bad',
  veryHigh: 'bad',
};

/** The tone of a value in a column. */
export function toneOfValue(name: string, value: unknown): Tone | undefined {
  return name === 'level' ? tones[String(value)] : undefined;
}

/** Tones of values that tell how grave something is; the word stays beside the colour. */
export function toneOfFact(fact: Fact): Tone | undefined {
  if (fact.name === 'code') return 'accent';
  // What nobody may follow is not drawn as if it could be.
  if (fact.field.asText?.(fact.value) != null) return undefined;
  if (fact.field.kind === 'link' || fact.field.kind === 'email' || fact.name === 'phone') return 'accent';
  if (fact.name !== 'level') return undefined;
  const word = Object.entries(fact.field.choices ?? {}).find(([, label]) =>
    [label.fi, label.en].includes(fact.value),
  )?.[0];
  return tones[word ?? ''];
}

/** Where `b` writes its line. */
export const diary = { register: 'diary', text: 'text' } as const;

/** The one record that says what the project is. */
export const projectRegister = 'project';
