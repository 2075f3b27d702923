/** What a planner is told of a change that was made all the same: it may be meant, or a slip of the hand. */
import { localDay } from '../../domain/days/day.ts';
import { formatDay } from '../../domain/days/format-day.ts';
import { messages } from '../../language/index.ts';
import { wasMember } from '../meetings/meeting-rules.ts';
import { same } from '../../store/journal/images.ts';
import { slipsOf, type Slip } from './slip-warnings.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Label, Language } from '../../language/language.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Store } from '../../store/file/open.ts';
import type { ProjectFacts } from '../project/project.ts';

/** A day of the step that lies before the project's start or after its end; `more` others of the step do so too. */
export interface OutsideSpan {
  readonly code: 'outside-span';
  readonly record: string;
  readonly field: Label;
  readonly day: Day;
  readonly side: 'before' | 'after';
  readonly limit: Day;
  readonly more: number;
}

/** Candidates that were lost, and deliveries that were left out, without a reason being kept. */
export interface NoReason {
  readonly code: 'no-reason';
  readonly records: readonly string[];
}

/** People marked at a session who were no members on its day: they count as guests. */
export interface MarkedGuests {
  readonly code: 'marked-guest';
  readonly people: readonly string[];
  readonly day: Day;
}

/** Candidates who started but got no term as a champion: there is no group to have it in. */
export interface NoTerm {
  readonly code: 'no-term';
  readonly records: readonly string[];
}

/** It was sent or done already, on a day that it keeps, or that was moved because another was given. */
export interface DoneBefore {
  readonly code: 'done-before';
  readonly register: 'action' | 'delivery';
  readonly record: string;
  readonly day: Day;
  readonly isMoved: boolean;
}

export type Warning = OutsideSpan | NoReason | MarkedGuests | NoTerm | DoneBefore | Slip;

/** A record that a step added or changed. */
interface Changed {
  readonly definition: Definition;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord;
}

/** The warnings of a step, after it was written. */
export function warningsOf(
  store: Store,
  changed: readonly Changed[],
  today: Day,
  span: Pick<ProjectFacts, 'start' | 'end'>,
): Warning[] {
  const live = changed.filter(({ after }) => after.removedStep === null);
  return [
    ...outsideSpan(store, live, span),
    ...withoutReason(store, live),
    ...markedGuests(store, live),
    ...slipsOf(store, live, today),
  ];
}

/** The warnings of a step whose records were looked at some at a time: each kind is told once. */
export function mergedWarnings(warnings: readonly Warning[]): Warning[] {
  const merged = new Map<Warning['code'], Warning>();
  for (const one of warnings) {
    const known = merged.get(one.code);
    merged.set(one.code, known === undefined ? one : joined(known, one));
  }
  return [...merged.values()];
}

function joined(first: Warning, next: Warning): Warning {
  if (first.code === 'outside-span' && next.code === 'outside-span')
    return { ...first, more: first.more + next.more + 1 };
  if (first.code === 'marked-guest' && next.code === 'marked-guest')
    return { ...first, people: [...first.people, ...next.people] };
  if ('records' in first && 'records' in next)
    return { ...first, records: [...first.records, ...next.records] };
  return first;
}

function outsideSpan(
  store: Store,
  changed: readonly Changed[],
  { start, end }: Pick<ProjectFacts, 'start' | 'end'>,
): OutsideSpan[] {
  const found = changed.flatMap(({ definition, before, after }) =>
    definition.name === 'project'
      ? []
      : Object.entries(definition.fields).flatMap(([name, field]): Omit<OutsideSpan, 'code' | 'more'>[] => {
          // A day that Luotsi keeps for itself is nobody's slip.
          if (field.beyondSpan === true || field.internal === true || same(before?.[name], after[name]))
            return [];
          return daysOf(field, after[name]).flatMap((day): Omit<OutsideSpan, 'code' | 'more'>[] => {
            const isBefore = typeof start === 'string' && day < start;
            const limit = isBefore ? start : typeof end === 'string' && day > end ? end : null;
            if (limit === null) return [];
            const record = nameOf(store, definition, after);
            return [{ record, field: field.label, day, side: isBefore ? 'before' : 'after', limit }];
          });
        }),
  );
  const [first] = found;
  return first === undefined ? [] : [{ code: 'outside-span', ...first, more: found.length - 1 }];
}

function daysOf(field: AnyField, value: unknown): Day[] {
  if (typeof value !== 'string') return [];
  if (field.kind === 'day') return [value];
  if (field.kind === 'localTime') return [localDay(value)];
  return field.kind === 'span' ? value.split('/') : [];
}

/** By the code of the record, or that of the one it is a part of. */
function nameOf(store: Store, definition: Definition, { code, heading, ...values }: AnyRecord): string {
  if (code !== null) return code;
  const parent = definition.parent === undefined ? null : values[definition.parent];
  const found = store.sql('SELECT code FROM record WHERE id = ?').get(Number(parent ?? 0))?.['code'];
  return typeof found === 'string' ? found : heading;
}

const isLoss = (stage: unknown): boolean => stage === 'withdrawn' || stage === 'notSelected';

function withoutReason(store: Store, changed: readonly Changed[]): NoReason[] {
  const records = changed
    .filter(
      ({ definition, before, after }) =>
        after['reason'] === null &&
        ((definition.name === 'stageChange' && before === null && isLoss(after['stage'])) ||
          (definition.name === 'delivery' &&
            before?.['state'] !== 'skipped' &&
            after['state'] === 'skipped')),
    )
    .map(({ definition, after }) => nameOf(store, definition, after));
  return records.length === 0 ? [] : [{ code: 'no-reason', records }];
}

function markedGuests(store: Store, changed: readonly Changed[]): MarkedGuests[] {
  const guests = changed.filter(({ definition, before, after }) => {
    const { session, person, mark } = after;
    const isNew = before === null || before['person'] !== person || before['session'] !== session;
    const came = mark === 'present' || mark === 'deputy';
    return (
      definition.name === 'attendance' && isNew && came && !wasMember(store, Number(session), Number(person))
    );
  });
  const [first] = guests;
  if (first === undefined) return [];
  const session = store.sql('SELECT startsAt FROM session WHERE id = ?').get(first.after['session']);
  const people = guests.map(({ after }) => after.heading || headingOf(store, after['person']));
  return [{ code: 'marked-guest', people, day: localDay(String(session?.['startsAt'])) }];
}

function headingOf(store: Store, id: unknown): string {
  return String(store.sql('SELECT heading FROM record WHERE id = ?').get(id)?.['heading'] ?? '');
}

/** The warning in the user's language. */
export function warningSentence(warning: Warning, language: Language): string {
  const words = messages(language).warnings;
  if (warning.code === 'marked-guest')
    return words['marked-guest']({
      people: warning.people.join(', '),
      count: warning.people.length,
      day: formatDay(warning.day, language),
    });
  if (warning.code === 'no-reason' || warning.code === 'no-term')
    return words[warning.code]({ records: warning.records.join(', ') });
  if (warning.code === 'done-before')
    return words['done-before']({ ...warning, day: formatDay(warning.day, language, 'full') });
  if (warning.code !== 'outside-span') return slipSentence(warning, language);
  const { record, field, day, side, limit, more } = warning;
  return words['outside-span']({
    record,
    field: field[language],
    day: formatDay(day, language),
    side,
    limit: formatDay(limit, language),
    more,
  });
}

function slipSentence(slip: Slip, language: Language): string {
  const words = messages(language).warnings;
  const records = slip.records.join(', ');
  if (slip.code === 'same-name') return words['same-name']({ records, name: slip.name, other: slip.other });
  const day = formatDay(slip.day, language, 'full');
  if (slip.code === 'day-to-come') return words['day-to-come']({ records, day });
  return words['on-holiday']({ records, day, holiday: slip.holiday[language] });
}
