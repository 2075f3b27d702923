/** A record as people look at it: facts with labels, parts and logs beneath, and what refers to it. */
import { registerOf, registers } from '../../registers/index.ts';
import { partsOf, referrersOf } from '../../store/records/links.ts';
import { identityById, readRecord, readRow } from '../../store/records/records.ts';
import { atHand, type AtHand } from './at-hand.ts';
import { getRecord } from './get-record.ts';
import { todayOf } from '../project/project.ts';
import { shownIn, type Shown } from './shown.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Identity } from '../../store/records/records.ts';
import type { Project } from '../project/project.ts';

export type { Identity } from '../../store/records/records.ts';

export interface Fact {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly field: AnyField;
  /** Records that the value names, for following it. */
  readonly ids: readonly number[];
}

export interface PartView {
  readonly id: number;
  readonly values: readonly string[];
  readonly record: AnyRecord;
}

/** Parts or log entries of one register that belong to the record, and how many there are in all. */
export interface PartsView {
  readonly register: string;
  readonly label: string;
  readonly count: number;
  readonly rows: readonly PartView[];
}

/** A record that names this one. */
export interface Referrer extends Identity {
  /** The day that it is of, and how it stands, where its register says which these are; else ''. */
  readonly day: string;
  readonly state: string;
}

export interface ReferrersView {
  readonly register: string;
  readonly label: string;
  readonly count: number;
  /** So many of them as a page shows. */
  readonly records: readonly Referrer[];
}

export interface RecordView {
  readonly record: AnyRecord;
  readonly definition: Definition;
  /** What is asked most often of it, before all else. */
  readonly atHand: readonly AtHand[];
  /** Those of the list's columns first, then the rest as declared; empty ones stay out. */
  readonly facts: readonly Fact[];
  readonly parts: readonly PartsView[];
  readonly referrers: readonly ReferrersView[];
}

/** Fields and derived values by name, in the order in which a person asks for them. */
function orderedFields(definition: Definition): [string, AnyField][] {
  const derived = Object.entries(definition.derived ?? {}).map(([name, value]): [string, AnyField] => [
    name,
    value.field,
  ]);
  const all = [...Object.entries(definition.fields), ...derived];
  const byName = new Map(all);
  const first = definition.list.columns.flatMap((name): [string, AnyField][] => {
    const field = byName.get(name);
    return field === undefined ? [] : [[name, field]];
  });
  return [...first, ...all.filter(([name]) => !definition.list.columns.includes(name))];
}

const idsIn = (field: AnyField, value: unknown): number[] =>
  field.to === undefined
    ? []
    : (Array.isArray(value) ? value : [value]).filter((item): item is number => typeof item === 'number');

function factsOf(record: AnyRecord, definition: Definition, shown: Shown, language: Language): Fact[] {
  return orderedFields(definition).flatMap(([name, field]): Fact[] => {
    // A mark that other registers count by, with no words of its own.
    if (field.internal === true && definition.derived?.[name] !== undefined) return [];
    const value = shown.full(field, record[name]);
    if (value === '' || value === record.heading) return [];
    // What a sum is of is told by its sign; a table that goes out has it in its heading.
    const label = field.isMoney === true ? (field.brief ?? field.label)[language] : shown.label(field);
    return [{ name, label, value, field, ids: idsIn(field, record[name]) }];
  });
}

function partsView(
  project: Project,
  definition: Definition,
  id: number,
  shown: Shown,
  language: Language,
  limit: number,
): PartsView[] {
  const ids = partsOf(project.store, definition, id, null);
  const today = todayOf(project);
  const byRegister = new Map<string, number[]>();
  for (const part of ids) {
    const register = identityById(project.store, part)?.register ?? '';
    byRegister.set(register, [...(byRegister.get(register) ?? []), part]);
  }
  return [...byRegister].map(([register, all]) => {
    const own = registerOf(register);
    const records = all
      .map((part) => readRecord(project.store, own, part, today))
      .filter((record) => record !== null);
    const { day } = own;
    if (day !== undefined)
      records.sort((one, other) => String(other[day]).localeCompare(String(one[day])) || other.id - one.id);
    const columns = own.list.columns.filter((name) => name !== own.parent);
    const rows = records.slice(0, limit).map((record) => ({
      id: record.id,
      record,
      values: columns.map((name) => {
        const field = own.fields[name] ?? own.derived?.[name]?.field;
        return field === undefined ? '' : shown.short(field, record[name]);
      }),
    }));
    return { register, label: own.label.many[language], count: all.length, rows };
  });
}

/** A record that refers to this one, and the day or the local time that it is of; '' for none. */
interface Dated {
  readonly id: number;
  readonly at: string;
}

function inTheirRegisters({ store }: Project, all: readonly number[]): Map<string, number[]> {
  const rows = store
    .sql<{ id: number; register: string }>(
      'SELECT r.id, r.register FROM json_each(:ids) AS one CROSS JOIN record AS r ON r.id = one.value ORDER BY one.key',
    )
    .all({ ids: JSON.stringify(all) });
  const found = new Map<string, number[]>();
  for (const { id, register } of rows) {
    const ids = found.get(register);
    if (ids === undefined) found.set(register, [id]);
    else ids.push(id);
  }
  return found;
}

/** Read at once for all of a register: one may have thousands of them. */
function datedOf({ store }: Project, own: Definition, ids: readonly number[]): Dated[] {
  const { day = [] } = own.list.beside ?? {};
  const at = day.length === 0 ? "''" : `coalesce(${[...day.map((name) => `t."${name}"`), "''"].join(', ')})`;
  return store
    .sql<{ id: number; at: string }>(
      `SELECT t.id, ${at} AS at FROM json_each(:ids) AS one CROSS JOIN "${own.name}" AS t ON t.id = one.value ORDER BY one.key`,
    )
    .all({ ids: JSON.stringify(ids) });
}

/** What is coming, the next one first; then what has been, the latest first; last what is of no day. */
function nextFirst(rows: readonly Dated[], today: string): Dated[] {
  const ahead = rows.filter(({ at }) => at >= today).toSorted((one, other) => one.at.localeCompare(other.at));
  const behind = rows.filter(({ at }) => at < today).toSorted((one, other) => other.at.localeCompare(one.at));
  return [...ahead, ...behind];
}

/** The record with what tells it apart from others of its kind. */
function referrerOf({ store }: Project, own: Definition, { id, at }: Dated, shown: Shown): Referrer[] {
  const identity = identityById(store, id);
  if (identity === null) return [];
  const { day = [], state } = own.list.beside ?? {};
  const row = own.list.beside === undefined ? null : readRow(store, own, id);
  const short = (name: string | undefined): string => {
    const field = name === undefined ? undefined : (own.fields[name] ?? own.derived?.[name]?.field);
    return name === undefined || field === undefined ? '' : shown.short(field, row?.[name]);
  };
  const dated = at === '' ? undefined : day.find((name) => row?.[name] === at);
  return [{ ...identity, day: short(dated), state: short(state) }];
}

function referrersView(
  project: Project,
  definition: Definition,
  id: number,
  shown: Shown,
  language: Language,
): ReferrersView[] {
  const today = todayOf(project);
  const found = inTheirRegisters(project, referrersOf(project.store, definition, id));
  return registers.flatMap((own): ReferrersView[] => {
    const ids = found.get(own.name);
    if (ids === undefined || own.code === undefined) return [];
    const dated = nextFirst(datedOf(project, own, ids.toReversed()), today);
    const records = dated.slice(0, mostShown).flatMap((one) => referrerOf(project, own, one, shown));
    return [{ register: own.name, label: own.label.many[language], count: ids.length, records }];
  });
}

/** Nobody reads more on a page: the list of a register, filtered, has them all. */
const mostShown = 500;

/** `brief` leaves out what refers to the record and shows a few parts: for a preview that follows the cursor. */
export function recordView(project: Project, id: number, language: Language, brief: boolean): RecordView {
  const record = getRecord(project, id);
  const definition = registerOf(identityById(project.store, id)?.register ?? '');
  const shown = shownIn(project, language);
  return {
    record,
    definition,
    atHand: atHand(project, definition.name, id, language),
    facts: factsOf(record, definition, shown, language),
    parts: partsView(project, definition, id, shown, language, brief ? 8 : mostShown),
    referrers: brief ? [] : referrersView(project, definition, id, shown, language),
  };
}

/** Codes of the live records that refer to this one. */
export function referrersIn(project: Project, id: number): string[] {
  const definition = registerOf(identityById(project.store, id)?.register ?? '');
  return referrersOf(project.store, definition, id).map((other) => {
    const identity = identityById(project.store, other);
    return identity?.code ?? identity?.heading ?? '';
  });
}

/** What a record is called, whatever its register; null where there is none. */
export function recordIdentity(project: Project, id: number): Identity | null {
  return identityById(project.store, id);
}

/** Code of a record, or its heading where its register has no codes. */
export function identityCode(project: Project, id: number): string {
  const identity = identityById(project.store, id);
  return identity?.code ?? identity?.heading ?? '';
}
