import { UserError } from '../../errors.ts';
import { parseCode } from '../../domain/codes.ts';
import { registerOf } from '../../registers/index.ts';
import { partsOf, referrersOf } from '../../store/records/links.ts';
import { changeAt } from '../../store/journal/journal.ts';
import { same, valuesOf } from '../../store/journal/images.ts';
import {
  countUpTo,
  definitionOf,
  identityByCode,
  identityById,
  insertIdentity,
  insertRow,
  nextCode,
  readRow,
  setRemoved,
  updateRow,
} from '../../store/records/records.ts';
import { newUid, todayOf } from '../project/project.ts';
import { logClashes } from './log-conflict.ts';
import { hasRules, holdToRules } from './record-rules.ts';
import { checked, initialValues, requireBeside, routed } from './values.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Routed } from './values.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';

/** A record that a unit of work has touched: as it was before the first touch; null where it was not there. */
export interface TouchedRecord {
  readonly id: number;
  readonly definition: Definition;
  readonly before: AnyRecord | null;
}

/** The changes of one step while they are made, inside its transaction. Made by `write` only. */
export class UnitOfWork {
  readonly #project: Project;
  readonly #seq: number;
  readonly #today: Day;
  readonly #touched = new Map<number, TouchedRecord>();

  /** `today`, or the earlier day that the step carries. */
  constructor(project: Project, seq: number, today: Day) {
    this.#project = project;
    this.#seq = seq;
    this.#today = today;
  }

  get touched(): readonly TouchedRecord[] {
    return [...this.#touched.values()];
  }

  touchedOf(id: number): TouchedRecord | null {
    return this.#touched.get(id) ?? null;
  }

  /** The record as it is now, without values by day. @throws Error when there is none: our bug */
  read(id: number): AnyRecord {
    const known = this.#touched.get(id)?.definition;
    return this.#readAs(known ?? definitionOf(this.#project.store, id), id);
  }

  #readAs(definition: Definition, id: number): AnyRecord {
    const record = readRow(this.#project.store, definition, id);
    if (record === null) throw new Error(`No record ${id}`);
    return record;
  }

  /**
   * Adds a record: values by field name, and derived values that go through a log. A uid is given where it follows
   * from something else (an occurrence of a series). @returns its id @throws UserError one-project, wrong values
   */
  add(register: string, values: Values, uid: string = newUid(this.#project)): number {
    const { store } = this.#project;
    const definition = registerOf(register);
    if (definition.name === 'project' && idsOfProject(store).length > 0)
      throw new UserError('one-project', undefined);
    const { own, logs } = routed(definition, values);
    const row = { ...initialValues(definition, this.#today), ...checked(store, definition, own) };
    requireValues(definition, row);
    const id = this.#insert(definition, row, uid, this.#codeFor(definition, row));
    this.#hold(definition, id, null);
    this.#append(id, logs, null);
    return id;
  }

  /**
   * Adds a record as another file has it: its uid, its code where that is free here, and no value but those given.
   * What it names is live. @returns its id @throws UserError one-project, wrong values
   */
  adopt(register: string, values: Values, uid: string, code: string | null): number {
    const { store } = this.#project;
    const definition = registerOf(register);
    if (definition.name === 'project' && idsOfProject(store).length > 0)
      throw new UserError('one-project', undefined);
    const row = checked(store, definition, values);
    requireValues(definition, row);
    const isFree = code !== null && identityByCode(store, code) === null;
    if (isFree) countUpTo(store, code);
    return this.#insert(definition, row, uid, isFree ? code : this.#codeFor(definition, row));
  }

  #insert(definition: Definition, row: Values, uid: string, code: string | null): number {
    const { store } = this.#project;
    refuseAhead(this.#project, definition, row);
    const id = insertIdentity(store, { uid, register: definition.name, code, version: this.#seq });
    insertRow(store, definition, id, row);
    this.#touched.set(id, { id, definition, before: null });
    return id;
  }

  /**
   * Changes fields of a record. With the version that the change was made from, changes to other fields by others
   * are merged; a change to the same field is refused. @throws UserError conflict, record-removed, wrong values
   */
  change(id: number, patch: Values, baseVersion?: number): void {
    const { store } = this.#project;
    const definition = definitionOf(store, id);
    const record = this.#readAs(definition, id);
    if (record.removedStep !== null)
      throw new UserError('record-removed', { code: record.code ?? record.heading });
    const { own, logs } = routed(definition, patch);
    const values = checked(store, definition, own, record);
    if (baseVersion !== undefined)
      this.#refuseConflict(definition, record, { own: values, logs }, baseVersion);
    refuseEmpty(definition, values);
    refuseAhead(this.#project, definition, values);
    requireBeside(definition, record, { ...record, ...values });
    this.#touch(definition, record);
    updateRow(store, definition, id, values);
    this.#hold(definition, id, record);
    this.#append(id, logs, record);
  }

  /**
   * Refuses to go on where another has given other values than those that were seen: what is to be written over them, or,
   * of one that is undefined, is to stay as it was. @throws UserError conflict
   */
  refuseStale(id: number, patch: Values, baseVersion: number | undefined): void {
    if (baseVersion === undefined) return;
    const definition = definitionOf(this.#project.store, id);
    this.#refuseConflict(definition, this.#readAs(definition, id), routed(definition, patch), baseVersion);
  }

  /** Puts values of a normal form into a record, be it in the trash or name one that is: earlier ones, as the journal has them. */
  putBack(id: number, values: Values): void {
    const definition = definitionOf(this.#project.store, id);
    this.#touch(definition, this.read(id));
    updateRow(this.#project.store, definition, id, values);
  }

  /**
   * Moves a record and its parts to the trash. @throws UserError referred, unless `evenIfReferred` or by none but those
   * that go together with it
   */
  remove(id: number, evenIfReferred = false, together: readonly number[] = []): void {
    const { store } = this.#project;
    const record = this.read(id);
    if (record.removedStep !== null) return;
    const definition = definitionOf(store, id);
    if (definition.name === 'project') throw new UserError('one-project', undefined);
    const referrers = evenIfReferred
      ? []
      : referrersOf(store, definition, id).filter((other) => !together.includes(other));
    if (referrers.length > 0) {
      const codes = referrers.slice(0, 12).map((other) => this.#nameOf(other));
      throw new UserError('referred', { code: record.code ?? record.heading, codes });
    }
    this.#touch(definition, record);
    setRemoved(store, definition, id, this.#seq);
    for (const part of partsOf(store, definition, id, null)) this.remove(part, true);
  }

  /**
   * Brings a record back from the trash, with the code that it had and the parts that went with it.
   * @throws UserError record-removed for a part whose parent is in the trash
   */
  restore(id: number): void {
    const { store } = this.#project;
    const record = this.read(id);
    if (record.removedStep === null) return;
    const definition = definitionOf(store, id);
    const parent = definition.parent === undefined ? null : this.read(Number(record[definition.parent]));
    if (parent !== null && parent.removedStep !== null)
      throw new UserError('record-removed', { code: parent.code ?? parent.heading });
    this.#touch(definition, record);
    setRemoved(store, definition, id, null);
    for (const part of partsOf(store, definition, id, record.removedStep)) this.restore(part);
  }

  #hold(definition: Definition, id: number, before: AnyRecord | null): void {
    if (hasRules(definition.name))
      holdToRules(this.#project.store, definition.name, this.#readAs(definition, id), before);
  }

  #nameOf(id: number): string {
    const identity = identityById(this.#project.store, id);
    return identity?.code ?? identity?.heading ?? String(id);
  }

  #touch(definition: Definition, record: AnyRecord): void {
    if (!this.#touched.has(record.id))
      this.#touched.set(record.id, { id: record.id, definition, before: record });
  }

  /** Appends the entries of dated logs that a change of derived values means. Numbers and choices are carried over. */
  #append(id: number, logs: Routed['logs'], record: AnyRecord | null): void {
    for (const [register, { values, carried }] of logs) {
      const log = registerOf(register);
      const old = Object.fromEntries(carried.map(([field, name]) => [field, record?.[name] ?? null]));
      this.add(register, { ...old, ...values, [log.parent ?? '']: id });
    }
  }

  #refuseConflict(
    definition: Definition,
    record: AnyRecord,
    { own, logs }: Routed,
    baseVersion: number,
  ): void {
    const { store } = this.#project;
    const isOlder = baseVersion < record.version;
    const base = isOlder ? (changeAt(store, record.uid, baseVersion)?.image ?? null) : null;
    const was = base === null ? null : valuesOf(store, definition, base);
    const isClash = (name: string): boolean =>
      (was === null || !same(was[name], record[name])) && !same(own[name], record[name]);
    const clash = [
      ...(isOlder ? Object.keys(own).filter(isClash) : []),
      ...logClashes(store, definition, record, logs, baseVersion),
    ];
    if (clash.length > 0)
      throw new UserError('conflict', {
        code: record.code ?? record.heading,
        fields: clash,
        labels: clash.map(
          (name) =>
            (definition.fields[name] ?? definition.derived?.[name]?.field)?.label ?? { fi: name, en: name },
        ),
      });
  }

  #codeFor(definition: Definition, row: Values): string | null {
    const { code } = definition;
    const { store } = this.#project;
    if (code === undefined) return null;
    if ('prefix' in code) return nextCode(store, `${code.prefix}-`);
    const parent = this.read(Number(row[code.parent]));
    if (code.field === undefined) return nextCode(store, `${parent.code}.`);
    // As people type codes: what is no beginning of one (an earlier file may have such) gives none that could be found.
    const prefix = parseCode(`${String(parent[code.field] ?? '')}-1`)?.prefix;
    return nextCode(store, `${prefix ?? code.otherwise}-`);
  }
}

const idsOfProject = (store: Store): unknown[] =>
  store.sql('SELECT id FROM project WHERE removedStep IS NULL').all();

function requireValues(definition: Definition, row: Values): void {
  const missing = Object.entries(definition.fields)
    .filter(([name, field]) => field.required === true && (row[name] === null || row[name] === undefined))
    .map(([name]) => name);
  if (missing.length > 0)
    throw new UserError(
      'missing-field',
      {
        register: definition.name,
        one: definition.label.one,
        fields: missing,
        labels: missing.map((name) => definition.fields[name]?.label ?? { fi: name, en: name }),
      },
      2,
    );
}

function refuseEmpty(definition: Definition, values: Values): void {
  for (const [name, value] of Object.entries(values)) {
    const field = definition.fields[name];
    if (field?.required === true && value === null)
      throw new UserError('empty-field', { field: field.label });
  }
}

const ahead = { fi: 'päivä on vasta edessä', en: 'it is still ahead' };

/** An entry of a dated log says what was so on its day, so that day has been. */
function refuseAhead(project: Project, definition: Definition, values: Values): void {
  const day = definition.day === undefined ? null : values[definition.day];
  if (typeof day === 'string' && day > todayOf(project))
    throw new UserError('wrong-day', { text: day, reason: ahead });
}
