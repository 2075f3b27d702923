import { UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { differences, same, valuesOf } from '../../store/journal/images.ts';
import {
  changeAt,
  changesOfRecord,
  changesOfStep,
  readStep,
  stepsBackwards,
} from '../../store/journal/journal.ts';
import { partsOf, referrersOf } from '../../store/records/links.ts';
import { identityById, identityByUid } from '../../store/records/records.ts';
import { isReversed } from './reversed.ts';
import { knownReplica } from './replica.ts';
import { write } from './write.ts';
import type { Definition } from '../../registers/index.ts';
import type { Image, Values } from '../../store/journal/images.ts';
import type { Change, Step, StepKind } from '../../store/journal/journal.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import type { Written } from './write.ts';

/** A step that was reversed, and what reversing it wrote. */
export interface Reversed extends Written<void> {
  readonly reversed: Step;
  /** Taking an undo back is doing again. */
  readonly kind: 'undo' | 'redo';
}

const undoable = new Set<StepKind>(['user', 'import', 'system']);

/**
 * The step that undo would take next: this replica's last one by the user that is not reversed; null for none.
 * @throws UserError anonymised-stays
 */
export function nextToUndo(project: Project): Step | null {
  for (const step of stepsHere(project)) {
    // What lies before it is taken back by its number, lest somebody thinks that the person comes back.
    if (step.kind === 'anonymise') throw new UserError('anonymised-stays', { step: step.seq });
    // What a file begins with is no change to take back: without it there is no project.
    const isChange = step.reverses === null && undoable.has(step.kind) && step.label.verb !== 'init';
    if (isChange && !isReversed(project, step.seq)) return step;
  }
  return null;
}

/** This replica's steps, newest first; none where the file has not been written at this place. */
function stepsHere(project: Project): Iterable<Step> {
  const replica = knownReplica(project);
  return replica === null ? [] : stepsBackwards(project.store, replica);
}

/** The undo that redo would take back next: null once something new has been done after it. */
export function nextToRedo(project: Project): Step | null {
  for (const step of stepsHere(project)) {
    if (isReversed(project, step.seq)) continue;
    if (step.kind === 'undo') return step;
    if (step.reverses === null) return null;
  }
  return null;
}

/** Reverses a step, the last one when none is named. @throws UserError nothing-to-undo, anonymised-stays, step-reversed, undo-blocked, place-taken */
export function undo(project: Project, seq?: number): Reversed {
  const step = seq === undefined ? nextToUndo(project) : readStep(project.store, seq);
  if (step === null && seq === undefined) throw new UserError('nothing-to-undo', undefined);
  if (step?.kind === 'anonymise') throw new UserError('anonymised-stays', { step: step.seq });
  if (step === null || !(undoable.has(step.kind) || step.reverses !== null)) {
    throw new UserError('no-such-step', { step: String(seq) });
  }
  if (isReversed(project, step.seq)) throw new UserError('step-reversed', { step: step.seq });
  return reverse(project, step, step.kind === 'undo' ? 'redo' : 'undo');
}

/** Does again what the last undo took back. @throws UserError nothing-to-redo, undo-blocked, place-taken */
export function redo(project: Project): Reversed {
  const step = nextToRedo(project);
  if (step === null) throw new UserError('nothing-to-redo', undefined);
  return reverse(project, step, 'redo');
}

function reverse(project: Project, step: Step, kind: 'undo' | 'redo'): Reversed {
  const { verb, register, fields, own, followed } = step.label;
  const label = {
    verb,
    ...(register === undefined ? {} : { register }),
    ...(fields === undefined ? {} : { fields }),
    ...(own === undefined || followed === undefined ? {} : { own, followed }),
  };
  const written = write(project, { kind, label, reverses: step.seq }, (unit) => {
    const reversals = changesOfStep(project.store, step.seq).map((change) =>
      reversalOf(project, unit, step, change),
    );
    // Records come back before values that name them, parents before parts, and go after.
    for (const { id, isLive, wasLive } of reversals) if (wasLive && !isLive) unit.restore(id);
    for (const { id, patch } of reversals) unit.putBack(id, patch);
    const leaving = reversals.filter(({ isLive, wasLive }) => isLive && !wasLive);
    for (const reversal of leaving) refuseIfNamed(project, step, reversal, leaving);
    for (const { id } of leaving) unit.remove(id, true);
  });
  return { ...written, reversed: step, kind };
}

/** What taking back one change comes to. */
interface Reversal {
  readonly id: number;
  readonly change: Change;
  readonly isLive: boolean;
  readonly wasLive: boolean;
  /** The values that the change had overwritten. */
  readonly patch: Values;
}

function reversalOf(project: Project, unit: UnitOfWork, step: Step, change: Change): Reversal {
  const { store } = project;
  const identity = identityByUid(store, change.recordUid);
  if (identity === null) throw new Error(`No record ${change.recordUid}`);
  const { id } = identity;
  const definition = registerOf(change.register);
  const before = changeAt(store, change.recordUid, step.seq - 1);
  const record = unit.read(id);
  const isLive = record.removedStep === null;
  const wasLive = before !== null && before.operation !== 'remove';
  const becameLive = change.operation !== 'remove';
  const patch = overwritten(definition, store, before, change);
  const turned = wasLive !== becameLive;
  if (isLive !== becameLive && (turned || Object.keys(patch).length > 0))
    throw blocked(project, change, null, step);
  const image = change.image === null ? {} : valuesOf(store, definition, change.image);
  // What is taken away again must be as the step left it; else only what the step changed.
  const watched = turned && becameLive && change.image !== null ? definition.fields : patch;
  const changed = Object.keys(watched).find((name) => !same(record[name], image[name]));
  if (changed !== undefined) throw blocked(project, change, changed, step);
  if (turned && becameLive) refuseIfGrown(project, definition, change, id, unit, step);
  return { id, change, isLive, wasLive: turned ? wasLive : isLive, patch };
}

/** Values from before the change where it changed them. An erased image stays erased: neither undo nor redo brings it back. */
function overwritten(definition: Definition, store: Store, before: Change | null, change: Change): Values {
  if (before?.image == null || change.image === null) return {};
  const was = valuesOf(store, definition, before.image);
  const became = valuesOf(store, definition, change.image);
  return Object.fromEntries(differences(definition, was, became).map((name) => [name, was[name]]));
}

/** A record is not taken away under parts that later steps gave it. */
function refuseIfGrown(
  project: Project,
  definition: Definition,
  change: Change,
  id: number,
  unit: UnitOfWork,
  step: Step,
): void {
  for (const part of partsOf(project.store, definition, id, null)) {
    const { uid } = unit.read(part);
    const then = changeAt(project.store, uid, step.seq);
    if (then !== null && then.operation !== 'remove') continue;
    const since = changesOfRecord(project.store, uid).find((other) => other.step > step.seq);
    throw blocked(project, change, since?.register ?? '', step, since?.step);
  }
}

/** Nor under records that have named it since. */
function refuseIfNamed(
  project: Project,
  step: Step,
  { id, change }: Reversal,
  leaving: readonly Reversal[],
): void {
  const { store } = project;
  for (const referrer of referrersOf(store, registerOf(change.register), id)) {
    if (leaving.some((other) => other.id === referrer)) continue;
    const identity = identityById(store, referrer);
    if (identity === null) continue;
    const names = (image: Image | null): boolean => JSON.stringify(image).includes(change.recordUid);
    const then = changeAt(store, identity.uid, step.seq);
    if (then !== null && names(then.image)) continue;
    const since = changesOfRecord(store, identity.uid).find(
      (other) => other.step > step.seq && names(other.image),
    );
    throw blocked(project, change, identity.register, step, since?.step);
  }
}

/** The refusal to reverse a step, with the later step that stands in the way: the last one in force that changed the field. */
function blocked(
  project: Project,
  change: Change,
  field: string | null,
  step: Step,
  laterStep?: number,
): UserError {
  const { store } = project;
  const all = changesOfRecord(store, change.recordUid);
  const touching = all.filter((other, index) => {
    if (other.step <= step.seq) return false;
    if (field === null) return other.operation === 'remove' || other.operation === 'restore';
    return !same(other.image?.[field], all[index - 1]?.image?.[field]);
  });
  const inForce = touching.findLast(
    (other) => readStep(store, other.step)?.reverses === null && !isReversed(project, other.step),
  );
  const identity = identityByUid(store, change.recordUid);
  const code = identity?.code ?? identity?.heading ?? change.register;
  const later = laterStep ?? inForce?.step ?? touching.at(-1)?.step ?? step.seq;
  // That one stays, so undoing it first is no way out.
  if (readStep(store, later)?.kind === 'anonymise')
    return new UserError('undo-anonymised', { step: step.seq, code, later });
  return new UserError('undo-blocked', {
    step: step.seq,
    code,
    field: field ?? 'state',
    label: registerOf(change.register).fields[field ?? '']?.label ?? { fi: 'tila', en: 'state' },
    later,
  });
}
