/** What comes back, out of the trash or as it was before a step, is never a second one of what there is one of. */
import { UserError } from '../../errors.ts';
import { same } from '../../store/journal/images.ts';
import { changesOfRecord } from '../../store/journal/journal.ts';
import { identityById } from '../../store/records/records.ts';
import { isReversed } from './reversed.ts';
import { twins } from './twins.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';
import type { Guard, MadeStep } from './step-rule.ts';
import type { Label } from '../../language/language.ts';

type Register = keyof typeof twins;

const isUnique = (register: string): register is Register => Object.hasOwn(twins, register);

/**
 * Two that stood beside each other before the step do so again: only what came to be since is in the way.
 * `reverses` is the step that is being taken back, if any. @throws UserError place-taken
 */
function refuseSecond({ project, heard, reverses }: MadeStep): void {
  const { store } = project;
  for (const { definition, before, after, operation } of heard) {
    const { name } = definition;
    if (!isUnique(name) || after.removedStep !== null) continue;
    const isBack = operation === 'restore' || reverses !== undefined;
    const { fields, find } = twins[name];
    if (!isBack || (operation === 'change' && fields.every((field) => same(before?.[field], after[field]))))
      continue;
    const twin = find(store, after);
    if (twin === undefined) continue;
    const step = stepOfTwin(project, twin.id, fields);
    if (step <= (reverses ?? before?.removedStep ?? 0)) continue;
    throw new UserError('place-taken', {
      code: codeOf(store, after),
      why: why(store, name, after, twin.id),
      step,
    });
  }
}

/** The last step in force by which the other one came to stand where it does. */
function stepOfTwin(project: Project, id: number, fields: readonly string[]): number {
  const { store } = project;
  const changes = changesOfRecord(store, identityById(store, id)?.uid ?? '');
  const steps = changes
    .filter(
      ({ operation, image }, index) =>
        operation === 'add' ||
        operation === 'restore' ||
        fields.some((field) => !same(image?.[field], changes[index - 1]?.image?.[field])),
    )
    .map(({ step }) => step);
  return steps.findLast((step) => !isReversed(project, step)) ?? steps.at(-1) ?? 0;
}

const codeOf = (store: Store, { code, heading, ...record }: AnyRecord): string =>
  code ?? identityById(store, Number(record['session']))?.code ?? heading;

/** In words: where the place is now. */
function why(store: Store, register: Register, record: AnyRecord, other: number): Label {
  const named = (id: unknown): string => identityById(store, Number(id))?.heading ?? '';
  const code = identityById(store, other)?.code ?? '';
  const person = named(record['person']);
  if (register === 'attendance')
    return { fi: `${person} on merkitty siihen uudelleen`, en: `${person} has been marked at it anew` };
  if (register === 'candidate')
    return { fi: `${person} on jo kierroksella: ${code}`, en: `${person} is in the round already: ${code}` };
  if (register === 'membership')
    return {
      fi: `${person} on jo ryhmässä ${named(record['group'])}: ${code}`,
      en: `${person} is in ${named(record['group'])} already: ${code}`,
    };
  const number = String(record['number']);
  return { fi: `numero ${number} on nyt kokouksella ${code}`, en: `number ${number} is now that of ${code}` };
}

export const comingBack: Guard = { hears: Object.keys(twins), refuse: refuseSecond };
