import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf } from '../../domain/days/day.ts';
import { UserError } from '../../errors.ts';
import { dataFolder } from '../../data-folder.ts';
import { registerOf } from '../../registers/index.ts';
import { writeMeta } from '../../store/file/meta.ts';
import { refillSearch } from '../../store/search/search-text.ts';
import { closeStore } from '../../store/file/open.ts';
import { randomnessFrom } from './clock.ts';
import { createFile } from './project-file.ts';
import { write } from '../writing/write.ts';
import type { Day, Instant } from '../../domain/days/day.ts';
import type { Project } from './project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';

/** The day to which the sample is replayed when none is given: clubs under way, a course pilot about to start. */
export const sampleDay: Day = '2023-03-22';

type Marks = 'present' | 'deputy' | 'apology' | 'recording' | 'absent';

/** One dated change of the sample, as data/sample/ holds it; data/sample/README.md describes the form. */
export interface SampleEntry extends Readonly<Partial<Record<Marks, readonly string[]>>> {
  readonly day: Day;
  readonly add?: string;
  readonly set?: string;
  readonly remove?: string;
  readonly hold?: string;
  readonly key?: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

const marks: readonly Marks[] = ['present', 'deputy', 'apology', 'recording', 'absent'];
const folder = join(dataFolder, 'sample');

/** Every entry of the sample, in the order in which it is replayed: by day, then as the files have them. */
export function sampleEntries(): SampleEntry[] {
  const files = JSON.parse(readFileSync(join(folder, 'order.json'), 'utf8')) as string[];
  const entries = files.flatMap(
    (file) => JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')) as SampleEntry[],
  );
  return entries.toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

/**
 * Makes the sample project at `path` by replaying its changes up to a day, each on its own day, through the same
 * services as any change. The file's clock stands on the morning of that day. A file that is there is replaced whole.
 */
export function makeSample(path: string, day: Day = sampleDay): void {
  const entries = sampleEntries().filter((entry) => entry.day <= day);
  const first = entries[0]?.day;
  if (first === undefined)
    throw new UserError('sample-too-early', { day, first: sampleEntries()[0]?.day ?? '' });
  // A name of its own: two that make the same sample at once would take each other's draft away.
  const draft = `${path}.${process.pid}.new`;
  removeFile(draft);
  let now: Instant = morning(first);
  const project: Project = {
    ...createFile(draft, { clock: { now: () => now }, randomness: randomnessFrom('sample') }),
    searchLater: true,
  };
  const keys = new Map<string, number>();
  // One transaction around all steps: the file is new, and comes to its name only when it is whole.
  project.store.database.transaction(() => {
    for (const sameDay of byDay(entries)) {
      now = morning(sameDay[0]?.day ?? first);
      replayDay(project, sameDay, keys);
    }
    refillSearch(project.store);
    writeMeta(project.store, 'clock', morning(day));
  })();
  closeStore(project.store);
  removeFile(path);
  renameSync(draft, path);
}

const morning = (day: Day): Instant => instantOf(`${day}T07:30`, 'Europe/Helsinki');

function removeFile(path: string): void {
  for (const ending of ['', '-wal', '-shm']) if (existsSync(path + ending)) rmSync(path + ending);
}

function* byDay(entries: readonly SampleEntry[]): Generator<SampleEntry[]> {
  let group: SampleEntry[] = [];
  for (const entry of entries) {
    if (group[0] !== undefined && group[0].day !== entry.day) {
      yield group;
      group = [];
    }
    group.push(entry);
  }
  if (group.length > 0) yield group;
}

/** Entries of one day that belong together become one step: a run of adds to a register, or one change. */
function replayDay(project: Project, entries: readonly SampleEntry[], keys: Map<string, number>): void {
  for (const run of runs(entries)) {
    const [first] = run;
    if (first === undefined) continue;
    const verb =
      first.add === undefined
        ? first.remove === undefined
          ? first.hold === undefined
            ? 'set'
            : 'hold'
          : 'remove'
        : 'add';
    const register = first.add === undefined ? {} : { register: first.add };
    write(project, { kind: 'user', label: { verb, ...register }, asGiven: true }, (unit) => {
      for (const entry of run) replay(unit, entry, keys);
    });
  }
}

function* runs(entries: readonly SampleEntry[]): Generator<SampleEntry[]> {
  let run: SampleEntry[] = [];
  for (const entry of entries) {
    const belongs = run[0] !== undefined && entry.add !== undefined && run[0].add === entry.add;
    if (run.length > 0 && !belongs) {
      yield run;
      run = [];
    }
    run.push(entry);
  }
  if (run.length > 0) yield run;
}

function replay(unit: UnitOfWork, entry: SampleEntry, keys: Map<string, number>): void {
  const values = resolved(entry.values ?? {}, keys);
  if (entry.add !== undefined) {
    const id = unit.add(registerOf(entry.add).name, values);
    if (entry.key !== undefined) keys.set(entry.key, id);
  } else if (entry.set !== undefined) unit.change(idOf(entry.set, keys), values);
  else if (entry.remove !== undefined) unit.remove(idOf(entry.remove, keys));
  else if (entry.hold !== undefined) hold(unit, entry, values, keys);
}

function hold(
  unit: UnitOfWork,
  entry: SampleEntry,
  values: Record<string, unknown>,
  keys: Map<string, number>,
): void {
  const session = idOf(entry.hold ?? '', keys);
  unit.change(session, { state: 'held', ...values });
  for (const mark of marks) {
    for (const person of entry[mark] ?? [])
      unit.add('attendance', { session, person: idOf(person, keys), mark });
  }
}

function idOf(key: string, keys: Map<string, number>): number {
  const id = keys.get(key.replace(/^@/, ''));
  if (id === undefined) throw new Error(`The sample has no ${key} yet`);
  return id;
}

/** `"@key"` becomes the record's id, also within lists. */
function resolved(
  values: Readonly<Record<string, unknown>>,
  keys: Map<string, number>,
): Record<string, unknown> {
  const one = (value: unknown): unknown =>
    typeof value === 'string' && value.startsWith('@')
      ? idOf(value, keys)
      : Array.isArray(value)
        ? value.map(one)
        : value;
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, one(value)]));
}
