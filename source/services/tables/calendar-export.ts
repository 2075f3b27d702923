import { atOnce, eachOf } from '../../domain/long-work.ts';
import { writeCalendar } from '../../exchange/calendar.ts';
import { registerOf } from '../../registers/index.ts';
import { session } from '../../registers/session.ts';
import { readStep } from '../../store/journal/journal.ts';
import { identityById, readRow } from '../../store/records/records.ts';
import { dueOf, firstStepOf } from '../../store/queries/calendar-export.ts';
import { listOf } from '../reading/listing.ts';
import { timeZoneOf, todayOf } from '../project/project.ts';
import { titleOf } from '../reading/today.ts';
import type { Work } from '../../domain/long-work.ts';
import type { CalendarEntry } from '../../exchange/calendar.ts';
import type { Language } from '../../language/language.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Exported } from './export.ts';
import type { Project } from '../project/project.ts';

export interface CalendarOptions {
  readonly language: Language;
  /** What is to be done by a day becomes a task instead of an all-day event. Outlook reads no tasks from a file. */
  readonly tasks: boolean;
}

/** Minutes before a meeting, and before the midnight on which a deadline's day begins: the day before at nine. */
const remindOfMeeting = 15;
const remindOfDay = 15 * 60;
const usualMinutes = 60;

/** Sessions and everything due of the registers, as one calendar. */
export function exportCalendar(
  project: Project,
  chosen: readonly Definition[],
  options: CalendarOptions,
): Exported {
  return atOnce(exportingCalendar(project, chosen, options));
}

/** The same, for a project that may be large. */
export function* exportingCalendar(
  project: Project,
  chosen: readonly Definition[],
  options: CalendarOptions,
): Work<Exported> {
  const entries: CalendarEntry[] = [];
  for (const definition of chosen) {
    if (definition === session) entries.push(...(yield* sessionEntries(project, options.language)));
    entries.push(...(yield* dueEntries(project, definition, options)));
  }
  const text = writeCalendar({ name: titleOf(project), timeZone: timeZoneOf(project.store), entries });
  return { content: text, count: entries.length };
}

/** Every session, also what was cancelled: a calendar that has it must learn of that. */
function* sessionEntries(project: Project, language: Language): Work<CalendarEntry[]> {
  const today = todayOf(project);
  const records = listOf(project, session, { sort: 'startsAt' }, language);
  return yield* eachOf(records, { stage: 'writing' }, (record): CalendarEntry => {
    const group = readRow(project.store, registerOf('group'), Number(record['group']));
    const startsAt = String(record['startsAt']);
    const minutes = sessionMinutes(record, group);
    const guest = record['guest'];
    const guestName = typeof guest === 'number' ? identityById(project.store, guest)?.heading : guest;
    const link = textOf(record['link'] ?? group?.['link']);
    const { guest: guestField } = session.fields;
    return {
      ...identityOf(project, session, record, ''),
      when: { kind: 'meeting', startsAt, minutes },
      summary: record.heading,
      description: lines(
        record.code,
        textOf(guestName) === null ? null : `${guestField.label[language]}: ${textOf(guestName)}`,
        link,
      ),
      place: textOf(record['place'] ?? group?.['place']),
      link,
      category: session.label.one[language],
      isCancelled: record['state'] === 'cancelled',
      remindBefore: startsAt.slice(0, 10) >= today ? remindOfMeeting : null,
    };
  });
}

/** How many minutes a session takes: its own, its group's, or an hour. */
export const sessionMinutes = (record: AnyRecord, group: AnyRecord | null): number =>
  Number(record['minutes'] ?? group?.['minutes'] ?? usualMinutes);

function* dueEntries(
  project: Project,
  definition: Definition,
  { language, tasks }: CalendarOptions,
): Work<CalendarEntry[]> {
  const today = todayOf(project);
  // A meeting stands there with its hour, not as something to be done.
  const rules = (definition.due ?? []).filter(({ time }) => time === undefined);
  const due = dueOf(project.store, definition.name);
  const entries = yield* eachOf(due, { stage: 'writing' }, ({ record: id, kind, day }): CalendarEntry[] => {
    const rule = rules.find((one) => one.kind === kind);
    const record = readRow(project.store, definition, id);
    if (rule === undefined || record === null) return [];
    return [
      {
        ...identityOf(project, definition, record, `-${kind}`),
        when: { kind: tasks ? 'task' : 'day', day },
        summary: `${rule.label[language]}: ${record.heading}`,
        description: lines(record.code),
        place: null,
        link: null,
        category: definition.label.one[language],
        isCancelled: false,
        remindBefore: day >= today ? remindOfDay : null,
      },
    ];
  });
  return entries.flat();
}

/**
 * What tells a calendar which entry this is and whether it is newer. What is shown of a session stands also in its group
 * and in its guest, so the last step that changed any of them counts: it never goes back.
 */
function identityOf(
  project: Project,
  definition: Definition,
  record: AnyRecord,
  suffix: string,
): Pick<CalendarEntry, 'uid' | 'sequence' | 'created' | 'changed'> {
  const { store } = project;
  const named = Object.entries(definition.fields).flatMap(([name, { to }]) => {
    const value = record[name];
    return to !== undefined && typeof value === 'number' ? [value] : [];
  });
  const versions = named.map((id) => identityById(store, id)?.version ?? 0);
  const sequence = Math.max(record.version, ...versions);
  const changed = readStep(store, sequence)?.at ?? project.clock.now();
  const created = readStep(store, firstStepOf(store, record.uid) ?? record.version)?.at ?? changed;
  return { uid: `${record.uid}${suffix}`, sequence, created, changed };
}

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null;

const lines = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join('\n');
