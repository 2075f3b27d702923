/** A round made from an earlier one: what was sought and how, on later days; never who came. */
import { addDays, dayOrNull, differenceInDays, yearOf } from '../../domain/days/day.ts';
import { getRecord } from '../reading/get-record.ts';
import { todayOf } from '../project/project.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Project } from '../project/project.ts';

/** The same weekday a year on. */
const year = 52 * 7;

/** How far the days move: to the day that is given, else so many whole years that the round lies ahead. */
function shiftOf(opens: Day | null, today: Day, given: Day | null): number {
  if (opens === null) return 0;
  if (given !== null) return differenceInDays(given, opens);
  const behind = differenceInDays(today, opens);
  return behind < 0 ? year : Math.ceil((behind + 1) / year) * year;
}

/** Values of a new round like this one, on the same weekdays of a later year or from the given day on. */
export function roundLike(
  project: Project,
  id: number,
  given: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  const round = getRecord(project, id);
  const opens = dayOrNull(round['opens']);
  const shift = shiftOf(opens, todayOf(project), dayOrNull(given['opens']));
  const moved = (name: string): Day | null => {
    const day = dayOrNull(round[name]);
    return day === null ? null : addDays(day, shift);
  };
  // The year in a title is that of its round.
  const title =
    opens === null
      ? String(round['title'])
      : String(round['title']).replaceAll(String(yearOf(opens)), String(yearOf(addDays(opens, shift))));
  const { role, target, channels, material, group } = round;
  const days = { opens: moved('opens'), closes: moved('closes'), termEnds: moved('termEnds') };
  return { title, role, target, channels, material, group, ...days, ...given };
}
