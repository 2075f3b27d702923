/** The same file of a report with other words in it; for taking a name out of one that was handed over. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { withTexts } from '../domain/people/forgetting.ts';
import { packed } from './docx-zip.ts';
import type { ReportFormat } from '../registers/report.ts';

export interface Rewording {
  /** Finds the name in what is read. */
  readonly finder: RegExp;
  /** Finds it as the formats spell it: where a letter has a meaning of its own there. */
  readonly asWritten: RegExp;
  readonly label: string;
}

/** @returns null where nothing in it changes */
export function reworded(format: ReportFormat, bytes: Uint8Array, rewording: Rewording): Uint8Array | null {
  if (format === 'docx') return rewordedParts(bytes, rewording);
  const text = strFromU8(bytes);
  const other = rewordedText(format, text, rewording);
  return other === text ? null : strToU8(other);
}

function rewordedText(format: 'md' | 'html' | 'json', text: string, rewording: Rewording): string {
  const { asWritten, label } = rewording;
  if (format === 'html') return rewordedMarkup(text, rewording);
  return format === 'json' ? rewordedJson(text, rewording) : text.replaceAll(asWritten, label);
}

/** In texts as they are read: as it is written, a line that begins with the name has `\n` before it, which ends in a letter. */
function rewordedJson(text: string, { finder, label }: Rewording): string {
  const model: unknown = JSON.parse(text);
  const other = withTexts(model, (each) => each.replaceAll(finder, label));
  const written = JSON.stringify(other, null, 2);
  return written === JSON.stringify(model, null, 2) ? text : `${written}\n`;
}

const rewordedMarkup = (markup: string, rewording: Rewording): string =>
  acrossTags(markup.replaceAll(rewording.asWritten, rewording.label), rewording);

const breaks = /^<\/?(?:p|br|div|li|h\d|dt|dd|w:p|w:br|w:tab)\b/u;
const cells = /^<\/?(?:td|th|tr|table|w:tc|w:tr|w:tbl)\b/u;
/** Nothing of a name, so that two cells beside each other are none. */
const wall = '\u0001';

const betweenWords = (tag: string): string => (cells.test(tag) ? wall : breaks.test(tag) ? ' ' : '');

/** Where tags break a name, the tags stay: the label comes where it begins, and the rest of it goes. */
function acrossTags(markup: string, { finder, label }: Rewording): string {
  const pieces = markup.split(/(<[^>]*>)/u).map((text) => {
    const isTag = text.startsWith('<') && text.endsWith('>');
    return { text, read: isTag ? betweenWords(text) : text, isTag };
  });
  const read = pieces.map((piece) => piece.read).join('');
  const found = [...read.matchAll(finder)].map(({ index, 0: name }) => ({
    from: index,
    to: index + name.length,
  }));
  if (found.length === 0) return markup;
  let place = 0;
  const kept = pieces.map((piece) => {
    const start = place;
    place += piece.read.length;
    if (piece.isTag) return piece.text;
    const here = found.filter(({ from, to }) => from < place && to > start);
    let text = piece.text;
    for (const { from, to } of here.toReversed())
      text = text.slice(0, Math.max(0, from - start)) + (from >= start ? label : '') + text.slice(to - start);
    return text;
  });
  return kept.join('');
}

function rewordedParts(bytes: Uint8Array, rewording: Rewording): Uint8Array | null {
  const parts = unzipSync(bytes);
  let isOther = false;
  const entries = Object.entries(parts).map(([name, content]): [string, Uint8Array] => {
    if (!/\.(xml|rels)$/u.test(name)) return [name, content];
    const text = strFromU8(content);
    const other = rewordedMarkup(text, rewording);
    if (other === text) return [name, content];
    isOther = true;
    return [name, strToU8(other)];
  });
  // As the document was packed when it was made.
  return isOther ? packed(entries) : null;
}
