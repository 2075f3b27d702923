import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { markup } from './markup.ts';
import type { TableBlock } from './document.ts';

/**
 * The document's parts with nothing in them of when and how often it was made, and with alternative texts of its tables,
 * which the library does not write.
 */
export function alike(made: Uint8Array, tables: readonly TableBlock[], day: string): Uint8Array {
  const parts = inOrder(made).map(([name, content]): Part => {
    if (name === 'docProps/core.xml') return [name, changed(content, (xml) => withDay(xml, day))];
    if (name === 'word/document.xml') return [name, changed(content, (xml) => withAlternatives(xml, tables))];
    return [name, content];
  });
  return packed(parts);
}

/** A document that was filled, with nothing in it of when that was. */
export function alikeTemplate(made: Uint8Array): Uint8Array {
  return packed(inOrder(made).filter(([name]) => !name.endsWith('/')));
}

/** A file of the document, which is a ZIP of such. */
type Part = readonly [name: string, content: Uint8Array];

/** Always packed alike. Local fields of the time are what ZIP stores, so this is the same in every time zone. */
export const packed = (parts: readonly Part[]): Uint8Array =>
  zipSync(Object.fromEntries(parts), { mtime: new Date(1980, 0, 1), level: 6 });

const inOrder = (document: Uint8Array): Part[] =>
  Object.entries(unzipSync(document)).toSorted(
    ([one], [other]) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1),
  );

/** Readers find out what the file is by its first part. */
const placeOf = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1);

const changed = (content: Uint8Array, change: (xml: string) => string): Uint8Array =>
  strToU8(change(strFromU8(content)));

const withDay = (xml: string, day: string): string =>
  xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${day}T00:00:00Z`);

function withAlternatives(xml: string, tables: readonly TableBlock[]): string {
  let place = 0;
  return xml.replaceAll('</w:tblPr>', (end) => {
    const table = tables[place];
    place += 1;
    if (table === undefined) return end;
    const headings = table.columns.map(({ heading }) => heading).join(', ');
    return `${markup`<w:tblCaption w:val="${table.caption ?? ''}"/><w:tblDescription w:val="${headings}"/>`.toString()}${end}`;
  });
}
