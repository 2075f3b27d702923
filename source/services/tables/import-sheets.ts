/** A workbook that Luotsi wrote: a sheet for each register, which come in together. */
import { isUserError } from '../../errors.ts';
import { registers } from '../../registers/index.ts';
import { plainWord } from '../reading/field-names.ts';
import { isOwnTable } from './import-columns.ts';
import { tableIn, sheetsIn } from './import-source.ts';
import { leanly } from './lean-memory.ts';
import { sheetNameOf } from './table-export.ts';
import type { ByteSource } from '../../exchange/table.ts';
import type { Definition } from '../../registers/index.ts';
import type { ImportSource } from './import-source.ts';

export interface OwnSheet {
  readonly sheet: string;
  readonly definition: Definition;
  readonly source: ImportSource;
}

export interface OwnWorkbook {
  /** What is referred to comes before what refers to it. */
  readonly sheets: readonly OwnSheet[];
  /** Sheets that somebody else added. */
  readonly unread: readonly string[];
}

/** The register whose sheet is so called, in either language. */
function registerOfSheet(name: string): Definition | null {
  // Excel takes 31 letters.
  const plain = (text: string): string => plainWord(text.slice(0, 28));
  const called = plain(name);
  const isSo = (one: Definition): boolean =>
    (['fi', 'en'] as const).some((language) => plain(sheetNameOf(one, language)) === called);
  return registers.find(isSo) ?? null;
}

/** Its own sheets by their names and headings; null for what is no workbook of Luotsi's. @throws UserError what reading throws */
export async function readOwnWorkbook(file: ByteSource, path: string): Promise<OwnWorkbook | null> {
  const names = await sheetsIn(file, path);
  const own = new Map(
    names.flatMap((name): [string, Definition][] => {
      const definition = registerOfSheet(name);
      return definition === null ? [] : [[name, definition]];
    }),
  );
  if (own.size === 0) return null;
  return leanly(async () => {
    const { readSheets } = await import('../../exchange/workbook.ts');
    const grids = await readSheets(file.read(0, file.size), path, (name) => own.has(name));
    const sheets = registers.flatMap((definition) =>
      [...grids].flatMap(([sheet, grid]): OwnSheet[] => {
        const source = { path, grid };
        return own.get(sheet) === definition && isOwn(source, definition)
          ? [{ sheet, definition, source }]
          : [];
      }),
    );
    const read = new Set(sheets.map(({ sheet }) => sheet));
    return sheets.length === 0 ? null : { sheets, unread: names.filter((name) => !read.has(name)) };
  });
}

function isOwn(source: ImportSource, definition: Definition): boolean {
  try {
    return isOwnTable(tableIn(source, definition, new Map()).headings);
  } catch (error) {
    // A sheet of which nothing is left holds nothing to read.
    if (isUserError(error) && error.code === 'empty-table') return false;
    throw error;
  }
}
