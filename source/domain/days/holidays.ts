import type { Label } from '../../language/language.ts';
import { yearOf } from './day.ts';
import type { Day } from './day.ts';

/** The form of `data/holidays.fi.json`: `days` points at `names` by index. */
export interface HolidayTable {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly names: readonly Label[];
  readonly days: Readonly<Partial<Record<Day, number>>>;
}

/** The holiday's name, or null on other days and in years that the table does not cover (see `coversHolidays`). */
export function holidayOn(day: Day, table: HolidayTable): Label | null {
  const index = table.days[day];
  return index === undefined ? null : (table.names[index] ?? null);
}

/** Whether the table knows the day's year, so that a null of `holidayOn` means a working day. */
export function coversHolidays(day: Day, table: HolidayTable): boolean {
  return yearOf(day) >= table.firstYear && yearOf(day) <= table.lastYear;
}
