import { addDays, differenceInDays, isoWeek, startOfWeek } from '../../domain/days/day.ts';
import { summaryOf } from '../../registers/index.ts';
import { countLate, dueRows } from '../../store/queries/today.ts';
import { todayOf } from '../project/project.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Label } from '../../language/language.ts';
import type { DueRow } from '../../store/queries/today.ts';
import type { Project } from '../project/project.ts';

export type TodaySection = 'late' | 'today' | 'week' | 'later';

/** Something that a record wants of the planner. */
export interface TodayItem extends DueRow {
  /** What is wanted, such as “Risk review”. */
  readonly what: Label;
  readonly section: TodaySection;
  /** Days from today; negative where its day has passed. */
  readonly distance: number;
}

/** All that Today shows, oldest first. */
export interface TodayView {
  readonly day: Day;
  readonly week: number;
  /** What people call the project. */
  readonly title: string;
  readonly late: number;
  readonly items: readonly TodayItem[];
  /** Of a project that has hardly begun and wants nothing yet: registers that have a record. Else null. */
  readonly begun: readonly string[] | null;
}

/** So few records are a beginning: the steps that were not taken are shown still. */
const fewRecords = 30;

function begunWith({ store }: Project): readonly string[] | null {
  if (store.sql('SELECT 1 FROM record LIMIT 1 OFFSET +?').get(fewRecords) !== undefined) return null;
  return store
    .sql('SELECT DISTINCT register FROM record')
    .all()
    .map(({ register }) => String(register));
}

/** Everything due within `days` of the project's day, with what is late. */
export function todayView(project: Project, days: number, limit?: number): TodayView {
  const { store } = project;
  const day = todayOf(project);
  const endOfWeek = addDays(startOfWeek(day), 6);
  const items = dueRows(store, day, addDays(day, days), limit).map((row): TodayItem => ({
    ...row,
    what: labelOf(row),
    section: sectionOf(row.day, day, endOfWeek),
    distance: differenceInDays(row.day, day),
  }));
  return {
    day,
    week: isoWeek(day).week,
    title: titleOf(project),
    late: countLate(store, day),
    items,
    begun: items.length === 0 ? begunWith(project) : null,
  };
}

function sectionOf(due: Day, today: Day, endOfWeek: Day): TodaySection {
  if (due < today) return 'late';
  if (due === today) return 'today';
  return due <= endOfWeek ? 'week' : 'later';
}

function labelOf({ register, kind }: DueRow): Label {
  const { due, label } = summaryOf(register);
  return due[kind] ?? label.one;
}

/** What people call the project; '' where the file has no project record. */
export function titleOf(project: Project): string {
  const row = project.store
    .sql(
      `SELECT r.heading FROM record AS r JOIN project AS t ON t.id = r.id WHERE t.removedStep IS NULL LIMIT 1`,
    )
    .get();
  return typeof row?.['heading'] === 'string' ? row['heading'] : '';
}
