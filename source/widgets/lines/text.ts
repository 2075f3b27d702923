/**
 * Text for a terminal: cleaning, measuring, cutting, padding and wrapping, in cells.
 *
 * Widths are counted here and not by `string-width`, because that makes an `Intl.Segmenter` on loading, and the first
 * Intl object of a process costs about 20 ms: too much before the first paint. For text that has passed `safe()` the
 * two agree (text.test.ts holds them together), so Ink, which uses `string-width`, lays out what we measured.
 */

/** Made when first used: patterns over properties of characters take a millisecond, and Finnish text needs none of them. */
function later<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/** Latin with its accents, and the signs Luotsi itself draws with: nothing in it that `clean` would change. */
const cleanAlready =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u25cf]*$/;
/** One cell each, whatever the terminal: Latin with its accents, and the signs Luotsi itself draws with. */
const oneCellEach =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u03ff\u0400-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u259f\u25a0-\u25cf]*$/;

/** Two cells: emoji shown as pictures, and East Asian wide and full-width characters. */
const twoCells = later(
  () =>
    /[\p{Emoji_Presentation}\u1100-\u115e\u2329-\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufad9\ufe10-\ufe6b\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}]/u,
);
const noCell = later(() => /[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u);
const regionalIndicator = /[\u{1f1e6}-\u{1f1ff}]/gu;

const escapeSequence =
  /(?:\x1b\[|\x9b)[\x20-\x3f]*[\x40-\x7e]?|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?|\x1b[\x20-\x2f]*[\x30-\x7e]?/g;
const lineBreak = /\r\n|[\r\n\u0085\u2028\u2029]/g;
/** A picture joined to the one before it (woman + laptop): terminals disagree on its width, so the first stands for all. */
const joinedPicture = later(() => /\u200d[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}]/gu);
/** Marks beyond what any script puts on one letter: a cell that takes a page of them stops the terminal. */
const towerOfMarks = later(() => /(\p{M}{8})\p{M}+/gu);
const skinTone = /[\u{1f3fb}-\u{1f3ff}]/gu;
/** Controls, invisible formatting (also the bidi overrides that can turn text around), selectors, the keycap frame. */
const neverShown = later(() => /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u20e3]/gu);
const loneSurrogate = later(() => /\p{Cs}/gu);

const tabStop = 4;
const cacheLimit = 4000;

/** A small memory for what is asked again on every key press; emptied when full, since old rows rarely come back. */
function remembered<Value>(compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= cacheLimit) known.clear();
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}

function expandTabs(text: string): string {
  let result = '';
  for (const part of text.split('\t')) {
    if (result !== '') result += ' '.repeat(tabStop - (cellWidth(result) % tabStop));
    result += part;
  }
  return text.startsWith('\t') ? ' '.repeat(tabStop) + result : result;
}

const clean = remembered((text: string) => {
  const flat = text
    .replaceAll(escapeSequence, '')
    .replaceAll(lineBreak, ' ')
    .normalize('NFC')
    .replaceAll(towerOfMarks(), '$1')
    .replaceAll(joinedPicture(), '')
    .replaceAll(skinTone, '')
    .replaceAll(regionalIndicator, (sign) =>
      String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x1f1e6 + 0x41),
    )
    .replaceAll(loneSurrogate(), '\ufffd');
  return (flat.includes('\t') ? expandTabs(flat) : flat).replaceAll(neverShown(), '');
});

/**
 * One line that is safe to show: no control or escape character, nothing that turns the text around, tabs as spaces.
 * Nothing from the user's data reaches the terminal without passing here.
 */
export function safe(text: string): string {
  return cleanAlready.test(text) ? text : clean(text);
}

/** The same for text of several lines. */
export function safeLines(text: string): string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/).map(safe);
}

function codePointWidth(character: string): 0 | 1 | 2 {
  if (noCell().test(character)) return 0;
  return twoCells().test(character) ? 2 : 1;
}

const exoticWidth = remembered((text: string) => {
  let width = 0;
  for (const character of text) width += codePointWidth(character);
  return width;
});

/** Cells that a text takes. Meant for text that has passed `safe()`. */
export function cellWidth(text: string): number {
  return oneCellEach.test(text) ? text.length : exoticWidth(text);
}

/** Cuts to a width; what was cut shows as an ellipsis. Never leaves half of a wide character. */
export function cut(text: string, width: number): string {
  if (width <= 0) return '';
  if (cellWidth(text) <= width) return text;
  if (width === 1) return '…';
  return `${takeCells(text, width - 1).trimEnd()}…`;
}

/** The longest beginning that fits the width, without an ellipsis. */
export function takeCells(text: string, width: number): string {
  if (oneCellEach.test(text)) return text.slice(0, Math.max(0, width));
  let taken = 0;
  let end = 0;
  for (const character of text) {
    taken += codePointWidth(character);
    if (taken > width) break;
    end += character.length;
  }
  return text.slice(0, end);
}

export type Align = 'left' | 'right' | 'center';

/** Fills up to a width with spaces; text already wider is left alone. */
export function pad(text: string, width: number, align: Align = 'left'): string {
  const missing = width - cellWidth(text);
  if (missing <= 0) return text;
  if (align === 'left') return text + ' '.repeat(missing);
  if (align === 'right') return ' '.repeat(missing) + text;
  const before = Math.floor(missing / 2);
  return ' '.repeat(before) + text + ' '.repeat(missing - before);
}

/** Exactly this wide: cut or filled. */
export function fit(text: string, width: number, align: Align = 'left'): string {
  return pad(cut(text, width), width, align);
}

/** Breaks one line into lines no wider than the width, at spaces where it can. Always gives at least one line. */
export function wrap(text: string, width: number): string[] {
  if (width <= 0 || cellWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<= )(?=[^ ])/)) {
    let rest = word;
    if (cellWidth(line) + cellWidth(rest.trimEnd()) <= width) {
      line += rest;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    while (cellWidth(rest.trimEnd()) > width) {
      const head = takeCells(rest, width) || String.fromCodePoint(rest.codePointAt(0) ?? 0x20);
      lines.push(head);
      rest = rest.slice(head.length);
    }
    line = rest;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** As many of the parts as fit whole, in their order; the first is cut where even it does not fit. */
export function wholeParts(parts: readonly string[], between: string, width: number): string {
  const [first = '', ...others] = parts;
  let text = cut(first, Math.max(1, width));
  for (const part of others) {
    const longer = `${text}${between}${part}`;
    if (cellWidth(longer) > width) break;
    text = longer;
  }
  return text;
}
