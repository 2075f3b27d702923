/**
 * What must hold between the values of a record and those of others, by register: asked of every change that a person or
 * a table makes, inside its transaction. Taking back and doing again put old values back and are asked only what
 * `comes-back.ts` says.
 */
import { dayOrNull } from '../../domain/days/day.ts';
import { UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { meetingRules } from '../meetings/meeting-rules.ts';
import { recruitmentRules } from '../recruitment/recruitment-rules.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Store } from '../../store/file/open.ts';

/** `changed` says whether one of the named fields is new. @throws UserError */
export type Rule = (store: Store, record: AnyRecord, changed: (...names: string[]) => boolean) => void;

/** The second day is not before the first. */
const inOrder =
  (register: string, from: string, to: string): Rule =>
  (_store, record, changed) => {
    const [starts, ends] = [dayOrNull(record[from]), dayOrNull(record[to])];
    if (!changed(from, to) || starts === null || ends === null || starts <= ends) return;
    const { fields } = registerOf(register);
    const label = (name: string) => fields[name]?.label ?? { fi: name, en: name };
    throw new UserError('turned-days', { from: label(from), to: label(to), starts, ends });
  };

/** What holds in one register only is written in the room that it is about. */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  ...meetingRules,
  ...recruitmentRules,
  project: [inOrder('project', 'start', 'end')],
  package: [inOrder('package', 'starts', 'ends')],
  unit: [inOrder('unit', 'starts', 'ends'), ...recruitmentRules.unit],
  round: [inOrder('round', 'opens', 'closes')],
  membership: [inOrder('membership', 'starts', 'ends'), ...meetingRules.membership],
};

export const hasRules = (register: string): boolean => Object.hasOwn(rules, register);

/** Holds a record to the rules of its register. `before` is null for a new one. @throws UserError */
export function holdToRules(
  store: Store,
  register: string,
  record: AnyRecord,
  before: AnyRecord | null,
): void {
  const changed = (...names: string[]): boolean =>
    before === null || names.some((name) => before[name] !== record[name]);
  for (const rule of rules[register] ?? []) rule(store, record, changed);
}
