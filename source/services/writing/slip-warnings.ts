/** Slips that are kept and told of: a second record of one name, a meeting on a holiday, a diary line of a day to come. */
import { localDay } from '../../domain/day.ts';
import { holidayOn } from '../../domain/holidays.ts';
import { quoted } from '../../store/columns.ts';
import { holidayTable } from '../layout/layout-rules.ts';
import type { Day } from '../../domain/day.ts';
import type { Label } from '../../language/language.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Store } from '../../store/open.ts';

/** A record is called as another of its register is, which an import could not tell it from. */
export interface SameName {
  readonly code: 'same-name';
  readonly records: readonly string[];
  readonly name: string;
  readonly other: string;
}

/** A meeting was put on a public holiday. */
export interface OnHoliday {
  readonly code: 'on-holiday';
  readonly records: readonly string[];
  readonly day: Day;
  readonly holiday: Label;
}

/** The diary tells of a day that is yet to come. */
export interface DayToCome {
  readonly code: 'day-to-come';
  readonly records: readonly string[];
  readonly day: Day;
}

export type Slip = SameName | OnHoliday | DayToCome;

interface Changed {
  readonly definition: Definition;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord;
}

/** More at once come out of a table, where each is recognised by its name. */
const fewAtOnce = 20;

export function slipsOf(store: Store, changed: readonly Changed[], today: Day): Slip[] {
  const few = changed.length > fewAtOnce ? [] : changed;
  return few.flatMap((one) => [...sameName(store, one), ...onHoliday(one), ...dayToCome(one, today)]);
}

const codeOf = ({ code, heading }: AnyRecord): string => code ?? heading;

/** Where people call a register's records by one text, which is all that an import knows them by. */
function sameName(store: Store, { definition, before, after }: Changed): SameName[] {
  const [key = '', ...more] = definition.naturalKey;
  const name = after[key];
  if (more.length > 0 || definition.fields[key]?.kind !== 'text') return [];
  if (typeof name !== 'string' || before?.[key] === name) return [];
  const other = store
    .sql(
      `SELECT r.code FROM ${quoted(definition.name)} AS t JOIN record AS r ON r.id = t.id
        WHERE t.removedStep IS NULL AND t.${quoted(key)} = ? COLLATE NOCASE AND t.id <> ? LIMIT 1`,
    )
    .get(name, after.id);
  return other === undefined
    ? []
    : [{ code: 'same-name', records: [codeOf(after)], name, other: String(other['code']) }];
}

/** Those that a series lays out follow its own rule for holidays. */
function onHoliday({ definition, before, after }: Changed): OnHoliday[] {
  const { startsAt, series, state } = after;
  if (definition.name !== 'session' || typeof startsAt !== 'string' || before?.['startsAt'] === startsAt)
    return [];
  if ((before === null && series !== null) || !['planned', 'moved'].includes(String(state))) return [];
  const day = localDay(startsAt);
  const holiday = holidayOn(day, holidayTable());
  return holiday === null ? [] : [{ code: 'on-holiday', records: [codeOf(after)], day, holiday }];
}

function dayToCome({ definition, before, after }: Changed, today: Day): DayToCome[] {
  const { day } = after;
  if (definition.name !== 'diary' || typeof day !== 'string' || day <= today || before?.['day'] === day)
    return [];
  return [{ code: 'day-to-come', records: [codeOf(after)], day }];
}
