import { createHash } from 'node:crypto';
import { addDays } from '../../domain/days/day.ts';
import { atOnce } from '../../domain/long-work.ts';
import { UserError } from '../../errors.ts';
import { readCalendar } from '../../exchange/calendar-read.ts';
import { registerOf } from '../../registers/index.ts';
import { readMeta } from '../../store/file/meta.ts';
import { identityByUid, readRow } from '../../store/records/records.ts';
import { sessionMinutes } from './calendar-export.ts';
import { importing } from './import.ts';
import { listOf } from '../reading/listing.ts';
import { codeOf } from '../reading/outward.ts';
import { timeZoneOf, todayOf, uuidText } from '../project/project.ts';
import type { Work } from '../../domain/long-work.ts';
import type { CalendarMeeting } from '../../exchange/calendar-read.ts';
import type { Table } from '../../exchange/table.ts';
import type { Language } from '../../language/language.ts';
import type { ImportReport } from './import.ts';
import type { Project } from '../project/project.ts';

export interface CalendarImport extends ImportReport {
  /** Names of entries that have a day and no hour, and so are no meetings. */
  readonly allDay: readonly string[];
}

interface Options {
  /** Id of the group whose sessions the meetings become; null: the group of whose name each begins. */
  readonly group: number | null;
  readonly dryRun: boolean;
  readonly skipBad: boolean;
  readonly language: Language;
}

/** How far a series is laid out that does not end: two years, or to the project's end where that is later. */
const daysAhead = 731;

/**
 * Brings the meetings of a calendar in as sessions. Each is known again by the calendar's own name for it, so that the
 * same calendar brought in again changes what has moved and doubles nothing. @throws UserError which-group, and what reading throws
 */
export function importCalendar(
  project: Project,
  bytes: Uint8Array,
  path: string,
  options: Options,
): CalendarImport {
  return atOnce(importingCalendar(project, bytes, path, options));
}

/** The same, for a calendar that may be long. @throws UserError */
export function* importingCalendar(
  project: Project,
  bytes: Uint8Array,
  path: string,
  { group, dryRun, skipBad, language }: Options,
): Work<CalendarImport> {
  yield { stage: 'reading', done: 0, total: null };
  const today = todayOf(project);
  const end = listOf(project, registerOf('project'), { limit: 1 }, language)[0]?.['end'];
  const ahead = addDays(today, daysAhead);
  const to = typeof end === 'string' && end > ahead ? end : ahead;
  const { meetings, allDay } = readCalendar(bytes, path, timeZoneOf(project.store), {
    from: '1990-01-01',
    to,
  });
  if (meetings.length === 0) throw new UserError('empty-calendar', { path });
  const table = tableOf(project, meetings, group, language);
  const report = yield* importing(
    project,
    { path, table },
    { register: 'session', maps: [], dryRun, skipBad, createMissing: false, language },
  );
  return { ...report, allDay };
}

/** What Outlook puts in front of what was called off; often nothing else tells of it. */
const calledOff = /^\s*(?:peruttu|peruutettu|cancell?ed)\s*:\s*/iu;

const headings = ['uid', 'group', 'startsAt', 'minutes', 'topic', 'place', 'link', 'state'] as const;

function tableOf(
  project: Project,
  meetings: readonly CalendarMeeting[],
  group: number | null,
  language: Language,
): Table {
  const groups = listOf(project, registerOf('group'), {}, language);
  const rows = meetings.map((meeting, index) => {
    const { uid, isOurs } = uidOf(project, meeting);
    const { startsAt, minutes, place, link } = meeting;
    const summary = meeting.summary.replace(calledOff, '');
    const isCancelled = meeting.isCancelled || summary !== meeting.summary;
    const plain = (text: string): string => text.toLocaleLowerCase(language);
    const groupOf = (name: string): number | undefined =>
      groups.find(({ heading }) => plain(name).startsWith(plain(heading)))?.id;
    // One of a series may be called otherwise: the guest's name, “moved”.
    const chosen = group ?? groupOf(summary) ?? groupOf(meeting.series.replace(calledOff, '')) ?? null;
    if (chosen === null && !isOurs)
      throw new UserError('which-group', {
        summary,
        groups: groups.map(({ code, heading }) => `${code} ${heading}`),
      });
    const title = groups.find(({ id }) => id === chosen)?.heading ?? '';
    const rest = plain(summary).startsWith(plain(title))
      ? summary.slice(title.length).replace(/^[\s:,–-]+/, '')
      : summary;
    // A session that came from here has its own topic and place; a calendar only moves or cancels it.
    const own = isOurs ? ['', '', ''] : [rest, place, link];
    const length = isOurs && minutes === minutesHere(project, uid) ? '' : String(minutes);
    const cells = [
      uid,
      isOurs || chosen === null ? '' : codeOf(project, chosen),
      startsAt,
      length,
      ...own,
      isCancelled ? 'cancelled' : '',
    ];
    return { row: index + 1, cells };
  });
  return { headings, rows, count: rows.length, isGuarded: false, hasSerials: false };
}

/** How long the session is as a calendar is told: by itself, else as its group's are. */
function minutesHere({ store }: Project, uid: string): number | null {
  const found = identityByUid(store, uid);
  const record = found === null ? null : readRow(store, registerOf('session'), found.id);
  return record === null
    ? null
    : sessionMinutes(record, readRow(store, registerOf('group'), Number(record['group'])));
}

/** The session's uid: our own where the calendar came from here, else one that follows from the calendar's name for it. */
function uidOf(project: Project, { uid, occurrence }: CalendarMeeting): { uid: string; isOurs: boolean } {
  const ours = identityByUid(project.store, uid.toLowerCase());
  if (ours?.register === 'session') return { uid: uid.toLowerCase(), isOurs: true };
  const salt = readMeta(project.store, 'uid') ?? '';
  const bytes = createHash('sha256')
    .update(`${salt}\n${uid}\n${occurrence ?? ''}`)
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return { uid: uuidText(bytes), isOurs: false };
}
