import fc from 'fast-check';
import { addDays } from '../../source/domain/days/day.ts';
import { UserError } from '../../source/errors.ts';
import { registerOf, registers } from '../../source/registers/index.ts';
import {
  addRecord,
  changeRecord,
  removeRecords,
  restoreRecords,
} from '../../source/services/writing/records.ts';
import { redo, undo } from '../../source/services/writing/undo.ts';
import { idsOf } from './snapshot.ts';
import { nextDay } from './project.ts';
import type { AnyField } from '../../source/fields/index.ts';
import type { Definition } from '../../source/registers/index.ts';
import type { Store } from '../../source/store/file/open.ts';
import type { TestProject } from './project.ts';

/** One random thing to do; `pick` says which record, `seed` which values, both resolved when it is done. */
export interface RandomChange {
  readonly verb: 'add' | 'change' | 'remove' | 'restore' | 'undo' | 'redo' | 'undoStep' | 'nextDay';
  readonly register: string;
  readonly pick: number;
  readonly seed: number;
}

const everyRegister = registers.map(({ name }) => name).filter((name) => name !== 'project');
// Registers whose records lean on each other come up more often than the rest.
const often = [
  'risk',
  'assessment',
  'group',
  'session',
  'attendance',
  'person',
  'unit',
  'candidate',
  'action',
];

const verbs = fc.oneof(
  { weight: 8, arbitrary: fc.constant('add' as const) },
  { weight: 7, arbitrary: fc.constant('change' as const) },
  { weight: 3, arbitrary: fc.constant('remove' as const) },
  { weight: 2, arbitrary: fc.constantFrom('restore' as const, 'undoStep' as const, 'nextDay' as const) },
);
const withUndo = fc.oneof(
  { weight: 4, arbitrary: verbs },
  { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
);

const changesOf = (
  verb: fc.Arbitrary<RandomChange['verb']>,
  maxLength: number,
): fc.Arbitrary<RandomChange[]> =>
  fc.array(
    fc.record({
      verb,
      register: fc.oneof(fc.constantFrom(...often), fc.constantFrom(...everyRegister)),
      pick: fc.nat({ max: 1000 }),
      seed: fc.nat({ max: 1_000_000 }),
    }),
    { minLength: 1, maxLength, size: 'max' },
  );

/** A row of random changes, with undo and redo among them. */
export const randomChanges = (maxLength: number): fc.Arbitrary<RandomChange[]> =>
  changesOf(withUndo, maxLength);

/** The same without undo, redo or undoing of older steps: each is a step of the user's or none. */
export const plainChanges = (maxLength: number): fc.Arbitrary<RandomChange[]> =>
  changesOf(
    verbs.map((verb) => (verb === 'undoStep' ? 'change' : verb)),
    maxLength,
  );

/** Small numbers out of a seed, the same each time. */
export function numbers(seed: number): (below: number) => number {
  let state = seed + 1;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

type Next = (below: number) => number;

const vocabulary = [
  'Aalto',
  'Teams-vinkit',
  'Ääkköset',
  'kirjasto',
  'Matti & Maija',
  '007',
  'ohjaus "ryhmä"',
  'ß',
];
const one = <T>(next: Next, items: readonly T[]): T | undefined => items[next(items.length)];

function target(store: Store, to: readonly string[], next: Next): number | null {
  const names = to.length > 0 ? to : often;
  return one(next, idsOf(store, one(next, names) ?? 'person')) ?? null;
}

function structure(name: string, next: Next): unknown {
  if (name === 'breaks') return [{ fromWeek: 27, toWeek: 28 + next(4) }];
  if (name.endsWith('Words')) return ['yksi', 'kaksi', 'kolme', 'neljä', 'viisi'];
  const levels = { veryHigh: 15 + next(6), high: 6 + next(9), moderate: 2 + next(4) };
  return name === 'riskThresholds' ? levels : { ...levels, low: 1 + next(2) };
}

function who(store: Store, next: Next): number | string | null {
  return next(2) === 0 ? target(store, ['person'], next) : (one(next, vocabulary) ?? null);
}

function valueFor(store: Store, name: string, field: AnyField, today: string, next: Next): unknown {
  const several = (make: () => unknown): unknown[] =>
    Array.from({ length: next(3) }, make).filter((item) => item !== null);
  const near = (): string => addDays(today, next(400) - 200);
  if (next(9) === 0) return field.empty;
  switch (field.kind) {
    case 'text':
    case 'longText':
      return `${one(next, vocabulary)} ${next(5)}`;
    case 'day':
      return near();
    case 'localTime':
      return `${near()}T${next(2) === 0 ? '09:00' : '13:30'}`;
    case 'span':
      return `${today}/${addDays(today, next(30))}`;
    case 'rule':
      return {
        kind: 'weeks',
        every: 1 + next(3),
        weekday: 1 + next(7),
        from: today,
        until: addDays(today, 30),
        ...(next(2) === 0 && { time: '09:30' }),
      };
    case 'whole':
    case 'decimal':
      return 1 + next(5);
    case 'choice':
      return one(next, Object.keys(field.choices ?? {}));
    case 'choices':
      return several(() => one(next, Object.keys(field.choices ?? {})));
    case 'reference':
      return target(store, field.to ?? [], next);
    case 'references':
      return several(() => target(store, field.to ?? [], next));
    case 'who':
      return who(store, next);
    case 'whos':
      return several(() => who(store, next));
    case 'link':
      return 'https://esimerkki.fi/a?b=1';
    case 'email':
      return `nimi${next(9)}@esimerkki.fi`;
    case 'tags':
      return several(() => one(next, vocabulary));
    case 'data':
    default:
      return structure(name, next);
  }
}

/** Random values of a register's fields; slots are left to the laying out of series. */
export function randomValues(
  store: Store,
  definition: Definition,
  today: string,
  seed: number,
  all: boolean,
): Record<string, unknown> {
  const next = numbers(seed);
  const through = Object.entries(definition.derived ?? {})
    .filter(([, derived]) => derived.through !== undefined)
    .map(([name, derived]) => [name, derived.field] as const);
  const values: Record<string, unknown> = {};
  for (const [name, field] of [...Object.entries(definition.fields), ...through]) {
    if (name === 'slot' || name === 'timeZone') continue;
    // A log's entry keeps its parent; its own day is never ahead.
    const kept = definition.parent === name && !all;
    const wanted = (all && field.required === true) || next(3) === 0;
    if (kept || !wanted) continue;
    values[name] =
      definition.day === name ? addDays(today, -next(40)) : valueFor(store, name, field, today, next);
  }
  return values;
}

/** Does one random change. @returns whether it was done; a refusal that a person can act on is none */
export function perform(project: TestProject, change: RandomChange): boolean {
  project.clock.minute += 1;
  try {
    act(project, change);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

function act(project: TestProject, { verb, register, pick, seed }: RandomChange): void {
  const { store } = project;
  const { today } = project.clock;
  const picked = (name: string, live: boolean): number[] =>
    idsOf(store, name, false).filter((id) => idsOf(store, name).includes(id) === live);
  switch (verb) {
    case 'add':
      addRecord(project, register, randomValues(store, registerOf(register), today, seed, true));
      break;
    case 'change': {
      const name = pick % 17 === 0 ? 'project' : register;
      const id = one(() => pick % Math.max(1, idsOf(store, name).length), idsOf(store, name));
      if (id !== undefined)
        changeRecord(project, id, randomValues(store, registerOf(name), today, seed, false));
      break;
    }
    case 'remove': {
      const id = idsOf(store, register).at(-1 - (pick % 4));
      if (id !== undefined) removeRecords(project, [id], seed % 2 === 0);
      break;
    }
    case 'restore': {
      const id = picked(register, false).at(-1 - (pick % 3));
      if (id !== undefined) restoreRecords(project, [id]);
      break;
    }
    case 'undo':
      undo(project);
      break;
    case 'redo':
      redo(project);
      break;
    case 'undoStep': {
      const newest = Number(store.sql('SELECT max(seq) AS seq FROM step').get()?.['seq']);
      undo(project, Math.max(2, newest - (pick % 8)));
      break;
    }
    case 'nextDay':
    default:
      nextDay(project, 1 + (pick % 9));
  }
}
