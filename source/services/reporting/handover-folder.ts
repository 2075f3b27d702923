import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { registers } from '../../registers/index.ts';
import { makeFolders } from '../../store/file/folders.ts';
import { storeError } from '../../store/file/store-error.ts';
import { exportCalendar } from '../tables/calendar-export.ts';
import { exportCsv } from '../tables/export.ts';
import { everyRegister, exportJson, exportSchema } from '../tables/json-export.ts';
import { makeDocx, makeReport } from './report.ts';
import type { Language } from '../../language/language.ts';
import type { Logo } from './logo.ts';
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
  logo: Logo | null = null,
): Promise<{ path: string; files: string[] }> {
  const path = resolve(folder);
  if (nameOfFile.test(path)) throw new UserError('folder-meant', { path }, 2);
  refuseInUse(path);
  const files = await filesOf(project, language, logo);
  const draft = `${path}.${process.pid}.new`;
  try {
    makeFolders(dirname(path));
    for (const [name, content] of files) {
      const file = join(draft, ...name.split('/'));
      makeFolders(dirname(file), 0o700);
      writeFileSync(file, content, { mode: 0o600, flush: true });
    }
    if (existsSync(path)) rmdirSync(path);
    renameSync(draft, path);
  } catch (error) {
    takeAway(draft);
    refuseInUse(path);
    throw refused(error, path);
  }
  return { path, files: [...files.keys()] };
}

/** What can't be taken away was never made: the first reason is the one to be told. */
function takeAway(draft: string): void {
  try {
    rmSync(draft, { recursive: true, force: true });
  } catch {
    // Told below.
  }
}

/** Something on the way to the folder is a file, or it is what the file system says. */
function refused(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'EEXIST' || code === 'ENOTDIR'
    ? new UserError('not-a-folder', { path: dirname(path) })
    : storeError(error, path);
}

function refuseInUse(path: string): void {
  let there: string[] = [];
  try {
    // What may not even be looked at is told of as well: a folder above it may keep its own to itself.
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return;
    if (!found.isDirectory()) throw new UserError('not-a-folder', { path });
    there = readdirSync(path);
  } catch (error) {
    throw refused(error, path);
  }
  if (there.length > 0) throw new UserError('folder-in-use', { path, count: there.length });
}

async function filesOf(
  project: Project,
  language: Language,
  logo: Logo | null,
): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  const asked = { kind: 'handover', language, ...(logo === null ? {} : { logo }) } as const;
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
