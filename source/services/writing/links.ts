/** Links between any two records: kept by one of them, shown on both. */
import { UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { identityById } from '../../store/records/records.ts';
import { write } from './write.ts';
import type { Definition } from '../../registers/index.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import type { Written } from './write.ts';

/** The field by which records of a register name records of any other; null where it has none, as parts have not. */
export function linkFieldOf({ fields }: Definition): string | null {
  return (
    Object.keys(fields).find(
      (name) => fields[name]?.kind === 'references' && fields[name].to?.length === 0,
    ) ?? null
  );
}

/** Where a record keeps its links, and which they are. */
function linksOf(project: Project, unit: UnitOfWork, id: number) {
  const field = linkFieldOf(registerOf(identityById(project.store, id)?.register ?? ''));
  return field === null ? null : { field, ids: unit.read(id)[field] as readonly number[] };
}

function labelled(project: Project, verb: 'link' | 'unlink', ids: readonly number[]) {
  const register = identityById(project.store, ids[0] ?? 0)?.register;
  return { kind: 'user', label: { verb, ...(register === undefined ? {} : { register }) } } as const;
}

/**
 * Links each of some records to each of others, as one step; those that are linked already, whichever of the two keeps
 * it, are left as they are. @throws UserError link-to-itself, no-links where neither of the two can keep one
 */
export function linkRecords(
  project: Project,
  ids: readonly number[],
  others: readonly number[],
): Written<void> {
  if (others.some((other) => ids.includes(other))) throw new UserError('link-to-itself', undefined);
  return write(project, labelled(project, 'link', ids), (unit) => {
    for (const id of ids) for (const other of others) addLink(project, unit, id, other);
  });
}

function addLink(project: Project, unit: UnitOfWork, id: number, other: number): void {
  const [own, theirs] = [linksOf(project, unit, id), linksOf(project, unit, other)];
  if (own?.ids.includes(other) === true || theirs?.ids.includes(id) === true) return;
  if (own !== null) unit.change(id, { [own.field]: [...own.ids, other] });
  else if (theirs !== null) unit.change(other, { [theirs.field]: [...theirs.ids, id] });
  else
    throw new UserError('no-links', {
      register: registerOf(identityById(project.store, id)?.register ?? '').label,
    });
}

/** Takes links away, from whichever of the two keeps them. */
export function unlinkRecords(
  project: Project,
  ids: readonly number[],
  others: readonly number[],
): Written<void> {
  return write(project, labelled(project, 'unlink', ids), (unit) => {
    const pairs = ids.flatMap((id) =>
      others.flatMap((other): [number, number][] => [
        [id, other],
        [other, id],
      ]),
    );
    for (const [from, to] of pairs) {
      const links = linksOf(project, unit, from);
      if (links?.ids.includes(to) === true)
        unit.change(from, { [links.field]: links.ids.filter((one) => one !== to) });
    }
  });
}

/** Ids of the records that this one is linked with, whichever of the two keeps the link. */
export function linkedWith(project: Project, id: number): number[] {
  const identity = identityById(project.store, id);
  const field = identity === null ? null : linkFieldOf(registerOf(identity.register));
  const own =
    identity === null || field === null
      ? []
      : project.store
          .sql('SELECT target AS id FROM link WHERE record = ? AND field = ?')
          .all(id, field)
          .map((row) => Number(row['id']));
  const theirs = project.store
    .sql('SELECT record AS id, field FROM link WHERE target = ?')
    .all(id)
    .filter(
      (row) =>
        linkFieldOf(registerOf(identityById(project.store, Number(row['id']))?.register ?? '')) ===
        row['field'],
    )
    .map((row) => Number(row['id']));
  return [...new Set([...own, ...theirs])];
}
