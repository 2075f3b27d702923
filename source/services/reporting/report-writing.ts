/** Writing for the coming report: its texts, and records that are put on it. The draft comes to be with the first word. */
import { UserError } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { formatDay } from '../../domain/days/format-day.ts';
import { localDay } from '../../domain/days/day.ts';
import * as queries from '../../store/queries/report-drafts.ts';
import { identityById } from '../../store/records/records.ts';
import { projectLanguage, todayOf } from '../project/project.ts';
import { requireBeside } from '../writing/values.ts';
import { write } from '../writing/write.ts';
import { comingSteering, draftOf } from './report-drafts.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Language } from '../../language/index.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';
import type { Written } from '../writing/write.ts';

/** What a status report is called: by the meeting that it is for, else by its last day. */
export function statusTitle(project: Project, session: number | null, to: Day, language: Language): string {
  const row =
    session === null
      ? undefined
      : project.store.sql('SELECT startsAt FROM session WHERE id = ?').get(session);
  const day = typeof row?.['startsAt'] === 'string' ? localDay(row['startsAt']) : to;
  return messages(language).report.draftTitle({ day: formatDay(day, language, 'long') });
}

/** The draft of the coming status report; made where there is none. */
function theDraft(project: Project, unit: UnitOfWork): number {
  const { store } = project;
  const draft = draftOf(store, 'status');
  if (draft !== null) return draft;
  return unit.add('report', presetOf(project));
}

/** The draft's id and what it begins with, for a form: one that is not there yet comes to be when the form is saved. */
export function draftForForm(
  project: Project,
): [id: number | null, preset: Readonly<Record<string, unknown>>] {
  const draft = draftOf(project.store, 'status');
  return draft === null ? [null, presetOf(project)] : [draft, {}];
}

/** What is put on a report besides its texts: the code of each record, or the words of a line that is about none. */
export function linesOn({ store }: Project, report: number): string[] {
  return store
    .sql(queries.lines)
    .all({ report })
    .map(({ code, text }) => String(code ?? text));
}

/** A line that was put on the coming report, and the code of what it is about. */
export interface PutLine {
  readonly id: number;
  readonly place: 'done' | 'next' | 'asked';
  readonly text: string;
  readonly code: string | null;
}

/** Lines of the coming status report in the order in which they were put on it. */
export function comingLines({ store }: Project): readonly PutLine[] {
  const report = draftOf(store, 'status');
  if (report === null) return [];
  return store.sql<PutLine>(queries.lines).all({ report });
}

function presetOf(project: Project): Readonly<Record<string, unknown>> {
  const today = todayOf(project);
  const session = comingSteering(project.store, today);
  return {
    title: statusTitle(project, session, today, projectLanguage(project.store)),
    kind: 'status',
    session,
  };
}

/** Writes in the draft of the coming status report. @returns its id */
export function writeInDraft(project: Project, values: Readonly<Record<string, unknown>>): Written<number> {
  const label = { verb: 'write', register: 'report', fields: Object.keys(values) };
  return write(project, { kind: 'user', label }, (unit) => {
    const id = theDraft(project, unit);
    unit.change(id, values);
    requireBeside(registerOf('report'), null, unit.read(id));
    return id;
  });
}

export interface Mention {
  /** The line; what the record is called where none is given. */
  readonly text?: string | null;
  readonly place?: 'done' | 'next' | 'asked';
}

/** Can a record of the register be put on a report? What the report is of, and reports, can't. */
export const canBeMentioned = (register: string): boolean =>
  registerOf(register).code !== undefined && register !== 'report' && register !== 'project';

/** Puts records on the coming status report, each with a line of its own. @returns the lines' ids */
export function mentionRecords(
  project: Project,
  ids: readonly number[],
  { text, place }: Mention = {},
): Written<readonly number[]> {
  const { store } = project;
  const step = { kind: 'user', label: { verb: 'mention' }, records: ids.length } as const;
  return write(project, step, (unit) => {
    const report = theDraft(project, unit);
    return ids.map((id) => {
      const identity = identityById(store, id);
      if (identity === null || !canBeMentioned(identity.register))
        throw new UserError('not-on-report', { code: identity?.code ?? '' });
      return unit.add('reportLine', {
        report,
        about: id,
        place: place ?? placeOf(project, id),
        text: text ?? identity.heading,
      });
    });
  });
}

/** Where a record's line goes when nobody says: what has happened or is closed is told as done, the rest as next. */
export function placeOf(project: Project, id: number): 'done' | 'next' {
  const { store } = project;
  const register = identityById(store, id)?.register ?? '';
  const { happened, closed } = registerOf(register);
  const today = todayOf(project);
  const happenedSql = (happened ?? []).map(
    ({ field, when }) => `(substr(t."${field}", 1, 10) <= :today AND (${when}))`,
  );
  const conditions = [...happenedSql, ...(closed === undefined ? [] : [`(${closed})`])];
  if (conditions.length === 0) return 'next';
  const sql = `SELECT 1 FROM "${register}" AS t WHERE t.id = :id AND (${conditions.join(' OR ')})`;
  const parameters = sql.includes(':today') ? { id, today } : { id };
  return store.sql(sql).get(parameters) === undefined ? 'next' : 'done';
}
