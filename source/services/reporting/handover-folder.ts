import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { registers } from '../../registers/index.ts';
import { storeError } from '../../store/store-error.ts';
import { exportCalendar } from '../tables/calendar-export.ts';
import { exportCsv } from '../tables/export.ts';
import { everyRegister, exportJson, exportSchema } from '../tables/json-export.ts';
import { makeDocx, makeReport } from './report.ts';
import type { Language } from '../../language/language.ts';
import type { Project } from '../project/project.ts';

/** Name of the page in each language, without its ending. */
const pageName = { fi: 'luovutus', en: 'handover' } as const;

/** The ending of a report's file: whoever gives it means the page alone. */
const nameOfFile = /\.(md|txt|html|json|csv|docx)$/iu;

/**
 * Everything that a successor gets, in one folder: the page, and all data in open formats. The folder comes whole or not at
 * all, and is never put over other things. @returns its path and its files
 * @throws UserError folder-meant, folder-in-use, not-a-folder, read-only, disk-full
 */
export async function writeHandover(
  project: Project,
  folder: string,
  language: Language,
): Promise<{ path: string; files: string[] }> {
  const path = resolve(folder);
  if (nameOfFile.test(path)) throw new UserError('folder-meant', { path }, 2);
  refuseInUse(path);
  const files = await filesOf(project, language);
  const draft = `${path}.${process.pid}.new`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    for (const [name, content] of files) {
      const file = join(draft, ...name.split('/'));
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(file, content, { mode: 0o600, flush: true });
    }
    if (existsSync(path)) rmdirSync(path);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    refuseInUse(path);
    // Something on the way to it is a file.
    if (error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR'))
      throw new UserError('not-a-folder', { path: dirname(path) });
    throw storeError(error, path);
  }
  return { path, files: [...files.keys()] };
}

function refuseInUse(path: string): void {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) throw new UserError('not-a-folder', { path });
  let there: string[] = [];
  try {
    there = readdirSync(path);
  } catch (error) {
    throw storeError(error, path);
  }
  if (there.length > 0) throw new UserError('folder-in-use', { path, count: there.length });
}

async function filesOf(project: Project, language: Language): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const asked = { kind: 'handover', language } as const;
  const page = pageName[language];
  files.set(`${page}.html`, makeReport(project, { ...asked, format: 'html' }).text);
  files.set(`${page}.md`, makeReport(project, { ...asked, format: 'md' }).text);
  files.set(`${page}.docx`, (await makeDocx(project, asked)).bytes);
  files.set('data/project.json', exportJson(project, everyRegister, language).content);
  files.set('data/project.schema.json', exportSchema(language));
  files.set('data/calendar.ics', exportCalendar(project, registers, { language, tasks: false }).content);
  for (const definition of registers) {
    const { content, count } = exportCsv(project, definition, language, language === 'fi' ? ';' : ',');
    if (count > 0) files.set(`data/csv/${definition.name}.csv`, content);
  }
  return files;
}
