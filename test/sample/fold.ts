import { readFileSync } from 'node:fs';

const folder = new URL('../../data/sample/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

export const marks = ['present', 'deputy', 'apology', 'recording', 'absent'] as const;

export interface Entry extends Readonly<Partial<Record<(typeof marks)[number], readonly string[]>>> {
  readonly day: string;
  readonly add?: string;
  readonly set?: string;
  readonly hold?: string;
  readonly remove?: string;
  readonly key?: string;
  readonly values?: Readonly<Record<string, unknown>>;
  readonly chosen?: true;
}

export interface Folded {
  readonly key: string | null;
  readonly register: string;
  readonly code: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}

export const files = read('order.json') as string[];

/** Every entry as it is replayed: by day, then in the order of the files. */
export const entries: readonly Entry[] = files
  .flatMap((file) => read(`${file}.json`) as Entry[])
  .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));

/** `@key` in a value, also within lists. */
export function referencesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('@') ? [value.slice(1)] : [];
  return Array.isArray(value) ? value.flatMap(referencesIn) : [];
}

const prefixes: Readonly<Record<string, string>> = { risk: 'R', plan: 'V', unit: 'Y', round: 'RK' };

/** What the file holds at the end of a day, in the order in which it was added. */
export function asOf(day: string): readonly Folded[] {
  const records = new Map<string, Folded>();
  const counters = new Map<string, number>();
  const codeOf = (register: string, values: Folded['values']): string | null => {
    const parent = (field: string): Folded | undefined => records.get(String(values[field]).slice(1));
    const prefix =
      register === 'session'
        ? parent('group')?.values['prefix']
        : register === 'delivery'
          ? `${parent('plan')?.code ?? '?'}.`
          : prefixes[register];
    if (typeof prefix !== 'string') return null;
    const number = (counters.get(prefix) ?? 0) + 1;
    counters.set(prefix, number);
    return prefix.endsWith('.') ? `${prefix}${number}` : `${prefix}-${number}`;
  };
  const nameless = (): string => `#${records.size}`;
  for (const entry of entries) {
    if (entry.day > day) break;
    const target = entry.set ?? entry.hold;
    if (entry.add !== undefined) {
      const { add: register, key = null, values = {} } = entry;
      records.set(key ?? nameless(), { key, register, code: codeOf(register, values), values });
    } else if (target !== undefined) {
      const before = records.get(target);
      if (before === undefined) throw new Error(`${target} is not there on ${entry.day}`);
      const held = entry.hold === undefined ? {} : { state: 'held' };
      records.set(target, { ...before, values: { ...before.values, ...held, ...entry.values } });
    } else if (entry.remove !== undefined) records.delete(entry.remove);
    for (const mark of marks) {
      for (const person of entry[mark] ?? []) {
        const values = { session: `@${entry.hold ?? ''}`, person, mark };
        records.set(nameless(), { key: null, register: 'attendance', code: null, values });
      }
    }
  }
  return [...records.values()];
}

/** The records of a register on a day whose values fit. */
export function those(
  day: string,
  register: string,
  fit: Readonly<Record<string, unknown>> = {},
): readonly Folded[] {
  return asOf(day).filter(
    (record) =>
      record.register === register &&
      Object.entries(fit).every(([field, value]) => record.values[field] === value),
  );
}

/** One text value of a record, empty where there is none. */
export function textOf(record: Folded | undefined, field: string): string {
  const value = record?.values[field];
  return typeof value === 'string' ? value : '';
}

export const count = (day: string, register: string, fit: Readonly<Record<string, unknown>> = {}): number =>
  those(day, register, fit).length;
export const held = (day: string, group: string): number =>
  count(day, 'session', { group: `@${group}`, state: 'held' });
export const byCode = (day: string, code: string): Folded | undefined =>
  asOf(day).find((record) => record.code === code);

/** The latest entry of a dated log, by parent. */
export function latest(day: string, log: string, parent: string): Map<unknown, Folded> {
  return new Map(those(day, log).map((entry) => [entry.values[parent], entry]));
}
