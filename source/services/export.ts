import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';
import { writeCsv } from '../exchange/csv.ts';
import { guardCell } from '../exchange/guard.ts';
import { storeError } from '../store/store-error.ts';
import { fieldNamed } from './field-names.ts';
import { listOf } from './listing.ts';
import { fieldContext } from './lookup.ts';
import { allFields, codeOf } from './outward.ts';
import type { Delimiter } from '../exchange/csv.ts';
import type { AnyField, FieldContext } from '../fields/index.ts';
import type { Language } from '../language/language.ts';
import type { AnyRecord, Definition } from '../registers/index.ts';
import type { Project } from './project.ts';

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
  const fields = Object.entries(allFields(definition));
  const context = { ...fieldContext(project, language), name: (id: number) => codeOf(project, id) };
  const records = listOf(project, definition, { sort: 'code' }, language);
  const coded = definition.code !== undefined;
  const identity = (record: AnyRecord): string[] => (coded ? [record.code ?? '', record.uid] : [record.uid]);
  const headings = [
    ...(coded ? [language === 'fi' ? 'Koodi' : 'Code', 'uid'] : ['uid']),
    ...fields.map(([name, field]) => headingOf(definition, name, field, language)),
  ];
  const rows = records.map((record) => [
    ...identity(record),
    ...fields.map(([name, field]) => cellOf(field, record[name], context)),
  ]);
  return { content: writeCsv(headings, rows, delimiter), count: records.length };
}

/** The label, where an import would take it for the same field; else the field's own name. */
function headingOf(definition: Definition, name: string, field: AnyField, language: Language): string {
  const label = field.label[language];
  return fieldNamed(definition, label)?.name === name ? label : name;
}

const figures = new Set<AnyField['comparison']>(['number', 'day']);

function cellOf(field: AnyField, value: unknown, context: FieldContext): string {
  if (value === null || value === undefined) return '';
  const text = field.write(value, context);
  return figures.has(field.comparison) ? text : guardCell(text);
}

/** Writes a file whole or not at all. @throws UserError file-exists, read-only, disk-full */
export function writeWhole(path: string, content: string | Uint8Array, evenOver: boolean): void {
  if (existsSync(path) && !evenOver) throw new UserError('file-exists', { path });
  const draft = `${path}.${process.pid}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, content, { mode: 0o600, flush: true });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw storeError(error, path);
  }
}
