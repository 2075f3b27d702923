/** What a change would do to other records, told before it is made: the change is made, read, and taken back. */
import { registerOf } from '../../registers/index.ts';
import { differences, valuesOf } from '../../store/journal/images.ts';
import { changeAt, changesOfStep } from '../../store/journal/journal.ts';
import { identityByUid } from '../../store/records/records.ts';
import { takenBack } from '../../store/file/transaction.ts';
import { layouts } from '../layout/layouts.ts';
import type { Change } from '../../store/journal/journal.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Project } from '../project/project.ts';
import type { Written } from './write.ts';

/** A session or delivery that comes, goes or moves. Days are as the record has them; null for one that is not there. */
export interface PreviewItem {
  readonly register: string;
  readonly code: string | null;
  readonly heading: string;
  readonly uid: string;
  /** Id of the rule that lays it out; null where none does. */
  readonly rule: number | null;
  readonly before: PreviewDay | null;
  readonly after: PreviewDay | null;
}

export interface PreviewDay {
  /** A day, or of a session a local time. */
  readonly day: string;
  /** The last day of a window. */
  readonly late: string | null;
}

/** A field of another record: a term's end, a rule. */
export interface PreviewChange {
  readonly register: string;
  readonly code: string | null;
  readonly heading: string;
  readonly uid: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface Preview {
  readonly comes: readonly PreviewItem[];
  readonly goes: readonly PreviewItem[];
  readonly moves: readonly PreviewItem[];
  readonly changes: readonly PreviewChange[];
}

/** Does the register hold rules by which others are laid out? */
export const laysOut = (register: string): boolean => layouts.some(({ rules }) => rules === register);

/**
 * What `work` would do, and what `ask` finds of the file as it would then be; nothing of it is kept. What is shown is
 * thus what is then done, unless somebody changes the file between. @throws what `work` throws
 */
export function previewOf<Answer = null>(
  project: Project,
  work: (trial: Project) => Written<unknown>,
  ask: (trial: Project) => Answer = () => null as Answer,
): { readonly preview: Preview; readonly answer: Answer } {
  const { warned, ...trial } = project;
  void warned;
  return takenBack(project.store, () => {
    const { step } = work(trial);
    return { preview: step === null ? nothing : previewOfStep(trial, step), answer: ask(trial) };
  });
}

const nothing: Preview = { comes: [], goes: [], moves: [], changes: [] };

/** What a step did, in the same form: told of one that has been made. */
export function previewOfStep(project: Project, step: number): Preview {
  const items: PreviewItem[] = [];
  const changes: PreviewChange[] = [];
  for (const change of changesOfStep(project.store, step)) {
    const layout = layouts.find(({ occurrences }) => occurrences === change.register);
    if (layout !== undefined) items.push(...itemOf(project, change, layout.field));
    else changes.push(...fieldsOf(project, change));
  }
  const sorted = items.toSorted((one, other) => dayOf(one).localeCompare(dayOf(other)));
  return {
    comes: sorted.filter(({ before }) => before === null),
    goes: sorted.filter(({ after }) => after === null),
    moves: sorted.filter(({ before, after }) => before !== null && after !== null),
    changes,
  };
}

const dayOf = ({ before, after }: PreviewItem): string => (after ?? before)?.day ?? '';

function imagesOf(project: Project, change: Change): { before: Values | null; after: Values | null } {
  const { store } = project;
  const definition = registerOf(change.register);
  const earlier = changeAt(store, change.recordUid, change.step - 1);
  const values = (one: Change | null): Values | null =>
    one?.image == null || one.operation === 'remove' ? null : valuesOf(store, definition, one.image);
  return { before: values(earlier), after: values(change) };
}

function itemOf(project: Project, change: Change, ruleField: string): PreviewItem[] {
  const { before, after } = imagesOf(project, change);
  const [was, is] = [before === null ? null : dayIn(before), after === null ? null : dayIn(after)];
  if (was?.day === is?.day && was?.late === is?.late) return [];
  const identity = identityByUid(project.store, change.recordUid);
  const rule = (after ?? before)?.[ruleField];
  return [
    {
      register: change.register,
      code: identity?.code ?? null,
      heading: identity?.heading ?? '',
      uid: change.recordUid,
      rule: typeof rule === 'number' ? rule : null,
      before: was,
      after: is,
    },
  ];
}

function dayIn(values: Values): PreviewDay {
  const { startsAt, due, late } = values;
  return { day: String(startsAt ?? due ?? ''), late: typeof late === 'string' ? late : null };
}

function fieldsOf(project: Project, change: Change): PreviewChange[] {
  const { before, after } = imagesOf(project, change);
  if (before === null || after === null) return [];
  const definition = registerOf(change.register);
  const identity = identityByUid(project.store, change.recordUid);
  return differences(definition, before, after).map((field) => ({
    register: change.register,
    code: identity?.code ?? null,
    heading: identity?.heading ?? '',
    uid: change.recordUid,
    field,
    before: before[field] ?? null,
    after: after[field] ?? null,
  }));
}
