/** What parts that lay something out are called, having no code: by their parent's, `RY-5/2` the second that it ever had. */
import { registerOf } from '../../registers/index.ts';
import { identityById } from '../../store/records/records.ts';
import type { Definition } from '../../registers/index.ts';
import type { Identity } from '../../store/records/records.ts';
import type { Project } from '../project/project.ts';

/** Series and promises: parts that people change one by one. */
export function isNumbered({ code, parent, fields }: Definition): boolean {
  return (
    code === undefined && parent !== undefined && Object.values(fields).some(({ kind }) => kind === 'rule')
  );
}

/** In the order in which they came, with those in the trash: a number never passes to another. */
function everyPart(
  project: Project,
  { name, parent }: Definition,
  owner: number,
): { id: number; live: 0 | 1 }[] {
  return project.store
    .sql<{ id: number; live: 0 | 1 }>(
      `SELECT id, removedStep IS NULL AS live FROM "${name}" WHERE "${parent ?? ''}" = ? ORDER BY id`,
    )
    .all(owner);
}

/** Live ones that a text names: `RY-5/2` the second, `RY-5` or the parent's name all that it has. */
export function numberedParts(
  project: Project,
  definition: Definition,
  text: string,
  find: (allowed: readonly string[], text: string) => readonly Identity[],
): Identity[] {
  const [, called = '', number] = /^(.*?)(?:\/(\d+))?$/u.exec(text) ?? [];
  const to = definition.fields[definition.parent ?? '']?.to ?? [];
  const [owner, ...others] = called === '' ? [] : find(to, called);
  if (owner === undefined || others.length > 0) return [];
  const all = everyPart(project, definition, owner.id);
  const meant = number === undefined ? all : all.slice(Number(number) - 1, Number(number));
  return meant
    .filter(({ live }) => live === 1)
    .map(({ id }) => identityById(project.store, id))
    .filter((one) => one !== null);
}

/** A record's code, a numbered part's call name, else its heading. */
export function callNameOf(
  project: Project,
  { id, code, register, heading }: Pick<Identity, 'id' | 'code' | 'register' | 'heading'>,
): string {
  if (code !== null) return code;
  const definition = registerOf(register);
  if (!isNumbered(definition)) return heading;
  const row = project.store
    .sql(`SELECT "${definition.parent ?? ''}" AS owner FROM "${register}" WHERE id = ?`)
    .get(id);
  const owner = Number(row?.['owner']);
  const place = everyPart(project, definition, owner).findIndex((one) => one.id === id) + 1;
  return `${identityById(project.store, owner)?.code ?? ''}/${place}`;
}
