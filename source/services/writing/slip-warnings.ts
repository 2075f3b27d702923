/** Slips that are kept and told of: a second record of one name, a meeting on a holiday, what is told of a day to come. */
import { localDay } from '../../domain/days/day.ts';
import { holidayOn } from '../../domain/days/holidays.ts';
import { quoted } from '../../store/records/columns.ts';
import { wordsAsWritten } from '../../store/search/search.ts';
import { holidayTable } from '../layout/layout-rules.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Label } from '../../language/language.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Store } from '../../store/file/open.ts';

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

/** The diary tells of a day that is yet to come, or something was sent, done, held or started before its day. */
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
  const early = changed.flatMap((one) => dayToCome(one, today)).slice(0, fewAtOnce);
  return [...few.flatMap((one) => [...sameName(store, one, few), ...onHoliday(one)]), ...early];
}

const codeOf = ({ code, heading }: AnyRecord): string => code ?? heading;

/** Where people call a register's records by one text, which is all that an import knows them by. */
function sameName(store: Store, { definition, before, after }: Changed, few: readonly Changed[]): SameName[] {
  const [key = '', ...more] = definition.naturalKey;
  const name = after[key];
  if (more.length > 0 || definition.fields[key]?.kind !== 'text') return [];
  if (typeof name !== 'string' || before?.[key] === name) return [];
  // What the same step wrote has no search text yet.
  const beside = few.find(
    (one) =>
      one.definition === definition &&
      one.after.id !== after.id &&
      String(one.after[key] ?? '').toLowerCase() === name.toLowerCase(),
  );
  const other = beside === undefined ? namesake(store, definition.name, key, after) : codeOf(beside.after);
  return other === null ? [] : [{ code: 'same-name', records: [codeOf(after)], name, other }];
}

/** The code of another live record of that name, found by its words: no register is read whole. */
function namesake(
  store: Store,
  register: string,
  key: string,
  { id, [key]: name }: AnyRecord,
): string | null {
  const match = wordsAsWritten(String(name));
  if (match === null) return null;
  const other = store
    .sql(
      `SELECT r.code FROM search CROSS JOIN ${quoted(register)} AS t ON t.id = search.rowid
        CROSS JOIN record AS r ON r.id = t.id
        WHERE search MATCH ? AND t.removedStep IS NULL AND fold(t.${quoted(key)}) = fold(?) AND t.id <> ? LIMIT 1`,
    )
    .get(match, name, id);
  return other === undefined ? null : String(other['code']);
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

/** What has taken place, by the kinds that registers declare it under: its day is not ahead. */
const past: ReadonlySet<string> = new Set(['diary', 'done', 'handedOver', 'held', 'paymentApplied', 'sent']);

function dayToCome({ definition, before, after }: Changed, today: Day): DayToCome[] {
  const told = (value: string): DayToCome => ({
    code: 'day-to-come',
    records: [codeOf(after)],
    day: localDay(value),
  });
  const { startsAt } = after;
  const isStarted =
    definition.name === 'session' &&
    after['state'] === 'inProgress' &&
    before?.['state'] !== 'inProgress' &&
    typeof startsAt === 'string' &&
    localDay(startsAt) > today;
  if (isStarted) return [told(startsAt)];
  return (definition.happened ?? []).flatMap(({ kind, field }) => {
    const value = after[field];
    if (!past.has(kind) || typeof value !== 'string' || localDay(value) <= today) return [];
    // The day of a session is that of the plan until it has been held.
    const isNew =
      kind === 'held' ? after['state'] === 'held' && before?.['state'] !== 'held' : before?.[field] !== value;
    return isNew ? [told(value)] : [];
  });
}
