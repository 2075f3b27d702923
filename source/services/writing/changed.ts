import { differences } from '../../store/journal/images.ts';
import { identityById } from '../../store/records/records.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Operation } from '../../store/journal/journal.ts';
import type { Store } from '../../store/file/open.ts';
import type { TouchedRecord, UnitOfWork } from './unit-of-work.ts';

/** A record that a step has changed. */
export interface Changed {
  readonly id: number;
  readonly definition: Definition;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord;
  readonly operation: Operation;
}

/** The code by which people know what was changed: a part's and a log entry's is that of its parent. */
export function codeOf(store: Store, { definition, after }: Changed): string | null {
  if (after.code !== null || definition.parent === undefined) return after.code;
  return identityById(store, Number(after[definition.parent]))?.code ?? null;
}

/** What the work came to: records that differ from what they were. */
export function changesOf(unit: UnitOfWork, touched: readonly TouchedRecord[]): Changed[] {
  const changed: Changed[] = [];
  for (const { id, definition, before } of touched) {
    const after = unit.read(id);
    const operation = operationOf(definition, before, after);
    if (operation !== null) changed.push({ id, definition, before, after, operation });
  }
  return changed;
}

function operationOf(definition: Definition, before: AnyRecord | null, after: AnyRecord): Operation | null {
  if (before === null) return after.removedStep === null ? 'add' : 'remove';
  if (before.removedStep !== after.removedStep) return after.removedStep === null ? 'restore' : 'remove';
  if (differences(definition, before, after).length === 0) return null;
  // What changes in the trash is no less removed.
  return after.removedStep === null ? 'change' : 'remove';
}
