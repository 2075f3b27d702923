import { writeXlsx } from 'hucre/xlsx';
import { registerOf } from '../../source/registers/index.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { readSource } from '../../source/services/tables/import-source.ts';
import { importTable } from '../../source/services/tables/import.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { makeProject } from '../support/project.ts';
import type { CellValue } from 'hucre/xlsx';
import type { ImportOptions } from '../../source/services/tables/import-plan.ts';
import type { TestProject } from '../support/project.ts';

/** What a command leaves as it is. */
export const options = {
  maps: [],
  dryRun: false,
  skipBad: false,
  createMissing: false,
  language: 'fi',
} as const;

/** Imports a table, as cells or as the text of a file. */
export async function bring(
  project: TestProject,
  table: string | CellValue[][],
  more: Partial<ImportOptions> = {},
) {
  const bytes =
    typeof table === 'string'
      ? Buffer.from(table)
      : await writeXlsx({ sheets: [{ name: 'Vastaukset', rows: table }] });
  return importTable(project, await readSource(bytes, 'koe'), { ...options, ...more });
}

export const records = (project: TestProject, register: string) =>
  listOf(project, registerOf(register), { sort: 'code' }, 'fi');

/** A project with a round and two units. */
export function begun(): TestProject {
  const project = makeProject();
  addRecord(project, 'round', { title: 'Kevään haku', opens: '2022-01-10' });
  addRecord(project, 'unit', { name: 'Kotihoito Pohjoinen' });
  addRecord(project, 'unit', { name: 'Osasto 3' });
  return project;
}
