import { atOnce, eachOf } from '../../domain/long-work.ts';
import { writeWorkbook } from '../../exchange/workbook.ts';
import { fieldContext } from '../reading/lookup.ts';
import { codeOf } from '../reading/outward.ts';
import { sheetNameOf, tableOf } from './table-export.ts';
import type { Work } from '../../domain/long-work.ts';
import type { WorkbookCell, WorkbookSheet } from '../../exchange/workbook.ts';
import type { AnyField, FieldContext } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';
import type { Definition } from '../../registers/index.ts';
import type { Exported } from './export.ts';
import type { Project } from '../project/project.ts';

/** Registers as a workbook, a sheet for each that has records: days are days and numbers numbers, texts never formulas. */
export async function exportWorkbook(
  project: Project,
  chosen: readonly Definition[],
  language: Language,
): Promise<Exported> {
  return atOnce(exportingWorkbook(project, chosen, language))();
}

/** The same, for a project that may be large: the cells piece by piece, and then what packs them, which is one call. */
export function* exportingWorkbook(
  project: Project,
  chosen: readonly Definition[],
  language: Language,
): Work<() => Promise<Exported>> {
  const context = { ...fieldContext(project, language), name: (id: number) => codeOf(project, id) };
  const tables = yield* eachOf(chosen, { stage: 'reading' }, (one) => tableOf(project, one, language));
  const count = tables.reduce((sum, { records }) => sum + records.length, 0);
  // Excel opens no workbook without a sheet, so a single register stands there even when it is empty.
  const shown = tables.filter(
    ({ records }, index) => records.length > 0 || (chosen.length === 1 && index === 0),
  );
  const sheets: WorkbookSheet[] = [];
  let done = 0;
  for (const { definition, identity, columns, version, records } of shown.length > 0
    ? shown
    : tables.slice(0, 1)) {
    const rows = yield* eachOf(records, { stage: 'writing', before: done, total: count }, (record) => [
      ...identity.map(({ of }): WorkbookCell => ({ kind: 'text', text: of(record) })),
      ...columns.map(({ name, field }) => cellOf(field, record[name], context)),
      { kind: 'text', text: version.text } as const,
    ]);
    done += records.length;
    sheets.push({
      name: sheetNameOf(definition, language),
      headings: [...[...identity, ...columns].map(({ heading }) => heading), version.heading],
      // What only the import needs would stand between the code and the title, as wide as both.
      hidden: ['uid', 'projectUid', version.heading],
      rows,
    });
  }
  return async () => ({ content: await writeWorkbook(sheets), count });
}

function cellOf(field: AnyField, value: unknown, context: FieldContext): WorkbookCell {
  if (value === null || value === undefined) return { kind: 'text', text: '' };
  if (typeof value === 'number' && field.comparison === 'number')
    return { kind: 'number', number: value, ...(field.isMoney === true ? { isMoney: true } : {}) };
  const isTime = field.kind === 'day' || field.kind === 'localTime';
  // Spreadsheets count days from 1900, and have one too many until March.
  if (isTime && typeof value === 'string' && value >= '1900-03-01') return { kind: 'time', time: value };
  return { kind: 'text', text: field.write(value, context) };
}
