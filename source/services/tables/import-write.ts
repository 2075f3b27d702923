import { UserError } from '../../errors.ts';
import { same } from '../../store/journal/images.ts';
import { readStep } from '../../store/journal/journal.ts';
import { changedSince } from './import-match.ts';
import { getRecord } from '../reading/get-record.ts';
import { allFields, codeOf } from '../reading/outward.ts';
import type { FieldContext } from '../../fields/index.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Values } from '../../store/journal/images.ts';
import type { EarlierStates } from './export-version.ts';
import type { Match, ReadRow } from './import-match.ts';
import type { Outcome, Plan } from './import-plan.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';

export interface WritingRows {
  readonly project: Project;
  readonly plan: Plan;
  readonly unit: UnitOfWork;
  readonly fields: FieldContext;
  readonly outcome: Outcome;
  readonly earlier: EarlierStates;
}

/** Makes of a row that has been read what it means for its record. */
export class RecordWriter {
  readonly #all: WritingRows;
  /** Which row each record has been met in. */
  readonly #rowOf = new Map<number, number>();

  constructor(all: WritingRows) {
    this.#all = all;
  }

  /** @returns the record whose row is to be remembered; null where nothing is @throws UserError row-same-record, wrong values */
  write(read: ReadRow, match: Match): number | null {
    const { plan, unit, outcome } = this.#all;
    const { id, remembered } = match;
    if (id === null) {
      outcome.added += 1;
      const added = unit.add(plan.definition.name, read.values, ...(isUid(read.uid) ? [read.uid] : []));
      this.#rowOf.set(added, read.row);
      return added;
    }
    const other = this.#rowOf.get(id);
    if (other !== undefined) throw new UserError('row-same-record', { row: other });
    this.#rowOf.set(id, read.row);
    const record = unit.read(id);
    if (record.removedStep !== null) return this.#removed(read, record);
    if (remembered !== null && remembered.record === id && remembered.digest === match.digest)
      return this.#keep();
    const patch = this.#differing(read, record);
    if (Object.keys(patch).length === 0) {
      outcome.same += 1;
      return id;
    }
    // What it was made of is gone, so nobody can tell which of the two is newer.
    if (read.isOfLostStep) return this.#conflict(record);
    const base = remembered?.record === id ? remembered.step : null;
    return read.exported !== null && read.exported > (base ?? 0)
      ? this.#merge(read, record, patch, read.exported)
      : this.#replace(read, record, patch, base);
  }

  /** Of a table that is known by no version: what is here gives way, unless both changed since the row was last imported. */
  #replace(read: ReadRow, record: AnyRecord, patch: Values, base: number | null): number | null {
    const { project, plan } = this.#all;
    const names = Object.keys(read.values);
    if (base !== null && changedSince(project, plan.definition, record, names, base))
      return this.#conflict(record);
    return this.#change(record, patch);
  }

  /** Of an export: what was changed in the table since it was made is taken, what was changed here since stays. */
  #merge(read: ReadRow, record: AnyRecord, patch: Values, exported: number): number | null {
    const { definition } = this.#all.plan;
    const was = this.#all.earlier.recordAt(definition, record.id, exported);
    if (was === null) return this.#conflict(record);
    const edited = Object.keys(this.#differing(read, was)).filter((name) => Object.hasOwn(patch, name));
    if (edited.some((name) => !same(was[name], record[name]))) return this.#conflict(record);
    if (edited.length === 0) return this.#keep();
    const all = edited.length === Object.keys(patch).length;
    const changed = this.#change(record, Object.fromEntries(edited.map((name) => [name, patch[name]])));
    // A row that is behind in other fields is not the record as it was imported.
    return all ? changed : null;
  }

  #change(record: AnyRecord, patch: Values): number {
    const { unit, outcome, plan } = this.#all;
    outcome.changed += 1;
    if (plan.options.dryRun) this.#tell(record, patch);
    unit.change(record.id, patch);
    return record.id;
  }

  #conflict(record: AnyRecord): null {
    const { outcome } = this.#all;
    outcome.conflict += 1;
    outcome.conflicts.push(record.code ?? record.heading);
    return null;
  }

  #keep(): null {
    this.#all.outcome.same += 1;
    return null;
  }

  #tell(record: AnyRecord, patch: Values): void {
    const { project, plan, fields, outcome } = this.#all;
    const since = readStep(project.store, getRecord(project, record.id).version)?.day ?? '';
    for (const [name, value] of Object.entries(patch)) {
      const field = allFields(plan.definition)[name];
      if (field === undefined) continue;
      const shown = (one: unknown): string | null =>
        one === null || one === undefined ? null : field.write(one, fields) || null;
      const [from, to] = [shown(record[name]), shown(value)];
      outcome.replaced.push({
        code: record.code ?? record.heading,
        field: name,
        label: field.label,
        from,
        to,
        since,
      });
    }
  }

  /** The values of a row that a record does not have. */
  #differing(read: ReadRow, record: AnyRecord): Values {
    return Object.fromEntries(
      Object.entries(read.values).filter(
        ([name, value]) => !same(value, record[name]) && !this.#saysTheSame(read, record, name),
      ),
    );
  }

  /**
   * Is the cell what the record's value is written as? Reading it can still give another value: a role that has
   * since become somebody's name, a list with a comma within an item.
   */
  #saysTheSame(read: ReadRow, record: AnyRecord, name: string): boolean {
    const { project, plan, fields } = this.#all;
    const value = record[name];
    const field = allFields(plan.definition)[name];
    if (field === undefined || value === null || value === undefined) return false;
    const context = { ...fields, name: (id: number) => codeOf(project, id) };
    const texts = (['fi', 'en'] as const).map((language) => field.write(value, { ...context, language }));
    return texts.includes(read.texts.get(name) ?? '');
  }

  /** What was moved to the trash stays there; what only went there with an undone import is brought back. */
  #removed(read: ReadRow, record: AnyRecord): number | null {
    const { project, unit, outcome } = this.#all;
    const step = readStep(project.store, record.removedStep ?? 0);
    if (step?.kind !== 'undo') return this.#keep();
    outcome.added += 1;
    unit.restore(record.id);
    unit.change(record.id, read.values);
    return record.id;
  }
}

const isUid = (text: string | null): text is string =>
  text !== null && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
