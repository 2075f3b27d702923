import { UserError } from '../../errors.ts';
import { identityById } from '../../store/records/records.ts';
import { registerOf } from '../../registers/index.ts';
import { hasBeside, requireBeside, usualValues } from './values.ts';
import { write } from './write.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Language } from '../../language/language.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Project } from '../project/project.ts';
import type { Written } from './write.ts';

/** Adds a record and says its id. A `day` is the earlier day on which it came to be (import of old tables). */
export function addRecord(project: Project, register: string, values: Values, day?: Day): Written<number> {
  const options = {
    kind: 'user',
    label: { verb: 'add', register },
    ...(day === undefined ? {} : { day }),
  } as const;
  return write(project, options, (unit) => {
    const id = unit.add(register, values);
    const definition = registerOf(register);
    if (hasBeside(definition)) requireBeside(definition, null, unit.read(id));
    return id;
  });
}

/** Adds what a person has asked for, with what such a record usually begins with, in their language. */
export function addAsked(
  project: Project,
  register: string,
  values: Values,
  language: Language,
): Written<number> {
  return addRecord(project, register, { ...usualValues(registerOf(register), values, language), ...values });
}

/** The same, for several of one register: as one step. */
export function addAllAsked(
  project: Project,
  register: string,
  all: readonly Values[],
  language: Language,
): Written<readonly number[]> {
  const definition = registerOf(register);
  const label = { verb: 'add', register };
  return write(project, { kind: 'user', label, records: all.length }, (unit) =>
    all.map((values) => unit.add(register, { ...usualValues(definition, values, language), ...values })),
  );
}

/** Changes fields of a record, from the version that the change was made from. */
export function changeRecord(
  project: Project,
  id: number,
  patch: Values,
  baseVersion?: number,
): Written<void> {
  return changeRecords(project, [id], patch, baseVersion);
}

/** The same change to several records, as one step. */
export function changeRecords(
  project: Project,
  ids: readonly number[],
  patch: Values,
  baseVersion?: number,
): Written<void> {
  const register = registerOfFirst(project, ids);
  return write(
    project,
    {
      kind: 'user',
      label: { verb: 'set', register, fields: Object.keys(patch) },
      records: ids.length,
    },
    (unit) => {
      for (const id of ids) unit.change(id, patch, baseVersion);
    },
  );
}

/** Moves records to the trash as one step. @throws UserError referred, unless `evenIfReferred` */
export function removeRecords(
  project: Project,
  ids: readonly number[],
  evenIfReferred = false,
): Written<void> {
  return write(
    project,
    {
      kind: 'user',
      label: { verb: 'remove', register: registerOfFirst(project, ids) },
      records: ids.length,
    },
    (unit) => {
      for (const id of ids) unit.remove(id, evenIfReferred, ids);
    },
  );
}

/** Brings records back from the trash. */
export function restoreRecords(project: Project, ids: readonly number[]): Written<void> {
  return write(
    project,
    {
      kind: 'user',
      label: { verb: 'restore', register: registerOfFirst(project, ids) },
      records: ids.length,
    },
    (unit) => {
      for (const id of ids) unit.restore(id);
    },
  );
}

function registerOfFirst(project: Project, ids: readonly number[]): string {
  const identity = identityById(project.store, ids[0] ?? 0);
  if (identity === null)
    throw new UserError('no-such-record', { register: '', text: String(ids[0] ?? ''), near: [] });
  return identity.register;
}
