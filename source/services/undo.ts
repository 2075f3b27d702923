import { UserError } from '../errors.ts';
import { registerOf } from '../registers/index.ts';
import { same, valuesOf } from '../store/images.ts';
import { changeAt, changesOfRecord, changesOfStep, readStep, stepsBackwards } from '../store/journal.ts';
import { partsOf } from '../store/links.ts';
import { identityByUid } from '../store/records.ts';
import { replicaOf, write } from './write.ts';
import type { Definition } from '../registers/index.ts';
import type { Values } from '../store/images.ts';
import type { Change, Step, StepKind } from '../store/journal.ts';
import type { Project } from './project.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import type { Written } from './write.ts';

/** A step that was reversed, and what reversing it wrote. */
export interface Reversed extends Written<void> {
  readonly reversed: Step;
}

const undoable = new Set<StepKind>(['user', 'import', 'system']);

/** The step that undo would take next: this replica's last one by the user that is not reversed; null for none. */
export function nextToUndo(project: Project): Step | null {
  const cancelled = new Set<number>();
  for (const step of stepsBackwards(project.store, replicaOf(project))) {
    if (cancelled.has(step.seq)) continue;
    if (step.reverses !== null) cancelled.add(step.reverses);
    else if (undoable.has(step.kind)) return step;
  }
  return null;
}

/** The undo that redo would take back next: null once something new has been done after it. */
export function nextToRedo(project: Project): Step | null {
  const cancelled = new Set<number>();
  for (const step of stepsBackwards(project.store, replicaOf(project))) {
    if (cancelled.has(step.seq)) continue;
    if (step.kind === 'undo') return step;
    if (step.reverses === null) return null;
    cancelled.add(step.reverses);
  }
  return null;
}

/** Reverses a step, the last one when none is named. @throws UserError nothing-to-undo, step-reversed, undo-blocked */
export function undo(project: Project, seq?: number): Reversed {
  const step = seq === undefined ? nextToUndo(project) : readStep(project.store, seq);
  if (step === null && seq === undefined) throw new UserError('nothing-to-undo', undefined);
  if (step === null || !(undoable.has(step.kind) || step.reverses !== null)) {
    throw new UserError('no-such-step', { step: String(seq) });
  }
  if (isReversed(project, step.seq)) throw new UserError('step-reversed', { step: step.seq });
  return reverse(project, step, step.kind === 'undo' ? 'redo' : 'undo');
}

/** Does again what the last undo took back. @throws UserError nothing-to-redo, undo-blocked */
export function redo(project: Project): Reversed {
  const step = nextToRedo(project);
  if (step === null) throw new UserError('nothing-to-redo', undefined);
  return reverse(project, step, 'redo');
}

/** Is the step reversed by one that is itself in force? */
export function isReversed(project: Project, seq: number): boolean {
  const reversals = project.store.sql('SELECT seq FROM step WHERE reverses = ?').all(seq);
  return reversals.some((row) => !isReversed(project, Number(row['seq'])));
}

function reverse(project: Project, step: Step, kind: 'undo' | 'redo'): Reversed {
  const { verb, register, fields } = step.label;
  const label = {
    verb,
    ...(register === undefined ? {} : { register }),
    ...(fields === undefined ? {} : { fields }),
  };
  const written = write(project, { kind, label, reverses: step.seq }, (unit) => {
    for (const change of changesOfStep(project.store, step.seq).toReversed())
      reverseChange(project, unit, step, change);
  });
  return { ...written, reversed: step };
}

function reverseChange(project: Project, unit: UnitOfWork, step: Step, change: Change): void {
  const { store } = project;
  const identity = identityByUid(store, change.recordUid);
  if (identity === null) throw new Error(`No record ${change.recordUid}`);
  const definition = registerOf(change.register);
  const before = changeAt(store, change.recordUid, step.seq - 1);
  const record = unit.read(identity.id);
  if (change.operation === 'add' || change.operation === 'restore') {
    if (record.removedStep !== null) return;
    refuseIfChanged(project, definition, change, record, step);
    refuseIfGrown(project, definition, change, identity.id, unit, step);
    return unit.remove(identity.id);
  }
  if (change.operation === 'remove') {
    if (record.removedStep === null) return;
    return unit.restore(identity.id);
  }
  // An erased image stays erased: what anonymising took, neither undo nor redo brings back.
  if (before?.image == null || change.image === null) return;
  const [was, became] = [
    valuesOf(store, definition, before.image),
    valuesOf(store, definition, change.image),
  ];
  const patch: Record<string, unknown> = {};
  for (const name of Object.keys(definition.fields)) {
    if (same(was[name], became[name])) continue;
    if (!same(record[name], became[name])) throw blocked(project, definition, change, name, step);
    patch[name] = was[name];
  }
  if (record.removedStep !== null)
    throw blocked(project, definition, change, Object.keys(patch)[0] ?? '', step);
  unit.change(identity.id, patch);
}

/** A record that was changed after it was added is not taken away under the later change. */
function refuseIfChanged(
  project: Project,
  definition: Definition,
  change: Change,
  record: Values,
  step: Step,
): void {
  if (change.image === null) return;
  const added = valuesOf(project.store, definition, change.image);
  const changed = Object.keys(definition.fields).find((name) => !same(added[name], record[name]));
  if (changed !== undefined) throw blocked(project, definition, change, changed, step);
}

/** Nor under parts that later steps gave it. */
function refuseIfGrown(
  project: Project,
  definition: Definition,
  change: Change,
  id: number,
  unit: UnitOfWork,
  step: Step,
): void {
  for (const part of partsOf(project.store, definition, id, null)) {
    const first = changesOfRecord(project.store, unit.read(part).uid)[0];
    if (first !== undefined && first.step > step.seq)
      throw blocked(project, definition, change, first.register, step, first.step);
  }
}

function blocked(
  project: Project,
  definition: Definition,
  change: Change,
  field: string,
  step: Step,
  laterStep?: number,
): UserError {
  const { store } = project;
  const later = changesOfRecord(store, change.recordUid)
    .filter((other) => other.step > step.seq && !isReversed(project, other.step))
    .map((other) => other.step);
  const identity = identityByUid(store, change.recordUid);
  const code = identity?.code ?? identity?.heading ?? definition.name;
  return new UserError('undo-blocked', {
    step: step.seq,
    code,
    field,
    later: laterStep ?? later.at(-1) ?? step.seq,
  });
}
