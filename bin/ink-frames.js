// Ink makes each frame from nothing, cell by cell: at every key 36 rows are cleaned, taken apart, cut and put together
// again, for the two that have changed. Nearly every row is a few texts beside each other, each of letters of one cell and
// closing what styles it opens: such a row is its texts with spaces between, and is made only when they have changed. Any other
// row (letters of two cells, one text over part of another) is made of cells as Ink makes it.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceOnce } from './replace-once.js';
import { segmentersWhenAsked } from './when-asked.js';

/** So many texts are kept; then all are forgotten, since old rows rarely come back. */
const most = 1000;

const oneCell = String.raw`\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u25cf`;

/** Latin letters and the console's own signs: one UTF-16 unit, one cell and one grapheme each. */
export const oneCellEach = `^[${oneCell}]*$`;

/** The same with styles between, none of which is left open: rows that are taken as they are. */
const styledRow = String.raw`^[${oneCell}]*(?:\x1b\[[\d;]+m[${oneCell}]*\x1b\[(?:2[2-9]|39|49|0)(?:;(?:2[2-9]|39|49))*m[${oneCell}]*)*$`;

/** @type {[file: string, [RegExp, string][]][]} */
const changes = [
  [
    'output',
    [
      [
        /^class OutputCaches \{$/m,
        `const styledRow = /${styledRow}/;
const styles = /\\x1b\\[([\\d;]*)m/g;
const closers = { 1: 22, 2: 22, 3: 23, 4: 24, 7: 27, 9: 29 };
/** The number that ends what another begins; colours are 30 to 49 and 90 to 107. */
function closerOf(start) {
    if (start < 30) return closers[start] ?? NaN;
    const ofTen = start >= 90 ? start - 60 : start;
    return ofTen < 39 ? 39 : ofTen >= 40 && ofTen < 49 ? 49 : NaN;
}
/** The numbers that begin a style, without those that say which colour. */
function startsOf(parts) {
    const starts = [];
    for (let at = 0; at < parts.length; at += 1) {
        starts.push(parts[at]);
        if (parts[at] === 38 || parts[at] === 48) at += parts[at + 1] === 5 ? 2 : parts[at + 1] === 2 ? 4 : 0;
    }
    return starts;
}
const isClosed = new Map();
/** Does the second of two styles end all that the first begins? */
function closes(opening, closing) {
    const pair = opening + ' ' + closing;
    let answer = isClosed.get(pair);
    if (answer === undefined) {
        const ends = new Set(closing.split(';').map(Number));
        answer = ends.has(0) || startsOf(opening.split(';').map(Number)).every((start) => ends.has(closerOf(start)));
        isClosed.set(pair, answer);
    }
    return answer;
}
/** How many cells a text takes that is taken as it is; -1 for any other. */
function ownWidth(text) {
    if (!styledRow.test(text)) return -1;
    let width = text.length;
    let opening = null;
    if (text.includes('\\x1b'))
        for (const [whole, codes] of text.matchAll(styles)) {
            width -= whole.length;
            if (opening === null) opening = codes;
            else if (closes(opening, codes)) opening = null;
            else return -1;
        }
    return width;
}
class OutputCaches {
    lines = new Map();
    ownWidths = new Map();
    ownWidth(text) {
        let cached = this.ownWidths.get(text);
        if (cached === undefined) this.ownWidths.set(text, (cached = ownWidth(text)));
        return cached;
    }
    widthOf(text) {
        const own = this.ownWidth(text);
        return own < 0 ? this.getStringWidth(text) : own;
    }`,
      ],
      [
        /^export default class Output \{\n {4}operations = \[\];\n {4}caches = new OutputCaches\(\);$/m,
        `let kept = new OutputCaches();
function keptCaches() {
    if (kept.ownWidths.size > ${most} || kept.styledChars.size > ${most} || kept.lines.size > ${most}) kept = new OutputCaches();
    return kept;
}
const emptyCell = Object.freeze({ type: 'char', value: ' ', fullWidth: false, styles: [] });
let lastWidth = 0;
let lastRows = [];
let lastTexts = [];
/** A row is its texts and where they begin, in the order of their painting: x, text, x, text. */
const sameRow = (row, other) => other !== undefined && row.length === other.length && row.every((part, at) => part === other[at]);
/** Texts that lie on none of the others, put beside each other; null where some of them do. */
function besideEachOther(row, caches) {
    const placed = [];
    for (let at = 0; at < row.length; at += 2) {
        const from = row[at];
        const width = caches.ownWidth(row[at + 1]);
        if (width < 0 || from < 0 || !Number.isInteger(from)) return null;
        const to = from + width;
        let place = 0;
        for (let other = placed.length - 1; other >= 0; other -= 1) {
            const beside = placed[other];
            if (beside.from >= from && beside.to <= to) placed.splice(other, 1);
            else if (beside.from < to && beside.to > from) return null;
            else if (beside.from < from) place = Math.max(place, other + 1);
        }
        placed.splice(place, 0, { from, to, text: row[at + 1] });
    }
    let text = '';
    let column = 0;
    for (const { from, to, text: own } of placed) {
        text += ' '.repeat(from - column) + own;
        column = to;
    }
    return text.trimEnd();
}
export default class Output {
    operations = [];
    caches = keptCaches();`,
      ],
      [
        /^( {8})(\/\/ Preserve styles across explicit newlines before clipping individual rows\.\n[\s\S]*?)let lines = (characterLines\.map\(line => styledCharsToString\(line\)\));$/m,
        `$1let lines = this.caches.ownWidth(text) >= 0 ? [text] : this.caches.lines.get(text);
        if (lines === undefined) {
            $2lines = $3;
            this.caches.lines.set(text, lines);
        }`,
      ],
      [
        /^ {4}sliceLineToColumns\(line, from, to\) \{$/m,
        '$&\n        if (from === 0 && to >= this.caches.widthOf(line)) return line;',
      ],
      // What a transform puts in a text's place is cut by Ink nowhere: rows would run on past the end of the screen.
      [
        /^ {16}line = transformer\(line, index \+ y - operation\.y\);\n {12}\}\n/m,
        '$&            if (clip?.x2 !== undefined) line = this.sliceLineToColumns(line, 0, clip.x2 - x);\n',
      ],
      [
        /^( {12})const characters = this\.caches\.getStyledChars\(line\);\n([\s\S]*?)(\n {8}\}\n {4}\}\n {4}write\(x, y)/m,
        `            if (line !== '') currentLine.push(x, line);
        }
    }
    writeCells(currentLine, x, line) {
        {
            const characters = this.caches.getStyledChars(line);
$2$3`,
      ],
      [
        /^( {12}\/\/ Nothing to write \(e\.g\. line was clipped away\)\.\n {12}if \(characters\.length === 0\) \{\n {16})continue;$/m,
        '$1return;',
      ],
      [
        /^ {12}const row = \[\];\n {12}for \(let x = 0; x < this\.width; x\+\+\) \{\n[\s\S]*?\n {12}\}\n/m,
        '            const row = [];\n',
      ],
      [
        /^ {8}const generatedOutput = output\n {12}\.map\(line => \{\n([\s\S]*?)\}\)\n {12}\.join\('\\n'\);/m,
        `        const isSameWidth = lastWidth === this.width;
        const texts = output.map((row, y) => {
            if (isSameWidth && sameRow(row, lastRows[y])) return lastTexts[y];
            const text = besideEachOther(row, this.caches);
            if (text !== null) return text;
            const line = Array(this.width).fill(emptyCell);
            for (let at = 0; at < row.length; at += 2) this.writeCells(line, row[at], row[at + 1]);
$1});
        lastWidth = this.width;
        lastRows = output;
        lastTexts = texts;
        const generatedOutput = texts.join('\\n');`,
      ],
    ],
  ],
  [
    'sanitize-ansi',
    [
      [
        /^export default sanitizeAnsi;$/m,
        `const clean = /${styledRow}/;
const cleaned = new Map();
export default function cleanedOnce(text) {
    if (clean.test(text)) return text;
    let known = cleaned.get(text);
    if (known === undefined) {
        if (cleaned.size > ${most}) cleaned.clear();
        known = sanitizeAnsi(text);
        cleaned.set(text, known);
    }
    return known;
}`,
      ],
    ],
  ],
  [
    'line-update',
    [[/^const printableAscii = \/\^\[ -~\]\*\$\/u;$/m, `const printableAscii = /${oneCellEach}/u;`]],
  ],
];

/** What takes texts apart cell by cell: letters of one cell need no rules of Unicode. */
const quickSegments = `
const oneCellEach = /^[\\x1b${oneCell}]*$/;
const segmentsOf = (text) =>
    oneCellEach.test(text) ? Array.from(text, (segment, index) => ({ segment, index })) : segmenter.segment(text);
`;

export const inkFrames = {
  name: 'ink-frames',
  /** @param {import('esbuild').PluginBuild} plugin */
  setup(plugin) {
    for (const [name, replacements] of changes) {
      const filter = new RegExp(String.raw`[\\/]ink[\\/]build[\\/]${name}\.js$`);
      plugin.onLoad({ filter }, async ({ path: file }) => {
        let contents = await readFile(file, 'utf8');
        for (const [pattern, replacement] of replacements)
          contents = replaceOnce(contents, pattern, replacement);
        return { contents: name === 'line-update' ? segmentersWhenAsked(contents) : contents };
      });
    }
    const filter =
      /[\\/](slice-ansi[\\/]tokenize-ansi|wrap-ansi[\\/]index|ansi-tokenize[\\/]build[\\/]tokenize)\.js$/;
    plugin.onLoad({ filter }, async ({ path: file }) => {
      const contents = segmentersWhenAsked(await readFile(file, 'utf8'));
      if (path.basename(file) !== 'tokenize.js') return { contents };
      const quick = replaceOnce(contents, /of segmenter\.segment\(str\)\)/, 'of segmentsOf(str))');
      return { contents: quick + quickSegments };
    });
  },
};
