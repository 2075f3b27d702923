import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { atOnce, eachOf } from '../../domain/long-work.ts';
import { UserError } from '../../errors.ts';
import { writeCsv } from '../../exchange/csv.ts';
import { guardCell } from '../../exchange/guard.ts';
import { makeFolders } from '../../store/file/folders.ts';
import { behindLinks, refuseToReplace } from '../../store/file/replacing.ts';
import { storeError } from '../../store/file/store-error.ts';
import { fieldContext } from '../reading/lookup.ts';
import { codeOf } from '../reading/outward.ts';
import { tableOf } from './table-export.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Delimiter } from '../../exchange/csv.ts';
import type { AnyField, FieldContext } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';
import type { Definition } from '../../registers/index.ts';
import type { Project } from '../project/project.ts';

/** What is to be written, and how many records it holds. */
export interface Exported {
  readonly content: string | Uint8Array;
  readonly count: number;
}

/** A register as a table that Excel opens and that `import` takes back unchanged. */
export function exportCsv(
  project: Project,
  definition: Definition,
  language: Language,
  delimiter: Delimiter,
): Exported {
  return atOnce(exportingCsv(project, definition, language, delimiter));
}

/** The same, for a register that may be long. */
export function* exportingCsv(
  project: Project,
  definition: Definition,
  language: Language,
  delimiter: Delimiter,
): Work<Exported> {
  yield { stage: 'reading', done: 0, total: null };
  const context = { ...fieldContext(project, language), name: (id: number) => codeOf(project, id) };
  const { identity, columns, version, records } = tableOf(project, definition, language);
  const headings = [...[...identity, ...columns].map(({ heading }) => heading), version.heading];
  const rows = yield* eachOf(records, { stage: 'writing' }, (record) => [
    ...identity.map(({ of }) => of(record)),
    ...columns.map(({ name, field }) => cellOf(field, record[name], context)),
    version.text,
  ]);
  return { content: writeCsv(headings, rows, delimiter), count: records.length };
}

const figures = new Set<AnyField['comparison']>(['number', 'day']);

function cellOf(field: AnyField, value: unknown, context: FieldContext): string {
  if (value === null || value === undefined) return '';
  const text = field.write(value, context);
  return figures.has(field.comparison) ? text : guardCell(text);
}

/**
 * Writes a file whole or not at all, and never over a project.
 * @throws UserError file-exists, over-project, over-folder, no-folder, read-only, disk-full
 */
export function writeWhole(path: string, content: string | Uint8Array, evenOver: boolean): void {
  const isThere = refuseToReplace(path);
  if (isThere && !evenOver) throw new UserError('file-exists', { path, canForce: true });
  const target = behindLinks(path);
  const draft = `${target}.${process.pid}.new`;
  try {
    // A link may lead to a drive that is not there now: nothing is made in its place.
    if (target === path) makeFolders(dirname(target));
    writeFileSync(draft, content, { mode: 0o600, flush: true });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw storeError(error, path);
  }
}
