// Ink makes each frame from nothing: every row's text is cleaned, taken apart into cells, cut, and put together again,
// at every key, 36 rows for the two that have changed. What it made of a text it makes again of the same text, so it
// keeps that, and the rows of the last frame.
import { readFile } from 'node:fs/promises';
import { replaceOnce } from './replace-once.js';

/** So many texts are kept; then all are forgotten, since old rows rarely come back. */
const most = 4000;

/** Latin letters and the console's own signs: one UTF-16 unit, one cell and one grapheme each. */
export const oneCellEach =
  /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u25cf]*$/.source.replaceAll(
    /[^\x20-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** @type {[file: string, [RegExp, string][]][]} */
const changes = [
  [
    'output',
    [
      [/^class OutputCaches \{$/m, 'class OutputCaches {\n    lines = new Map();'],
      [
        /^export default class Output \{\n {4}operations = \[\];\n {4}caches = new OutputCaches\(\);$/m,
        `let kept = new OutputCaches();
function keptCaches() {
    if (kept.styledChars.size > ${most} || kept.lines.size > ${most}) kept = new OutputCaches();
    return kept;
}
const emptyCell = Object.freeze({ type: 'char', value: ' ', fullWidth: false, styles: [] });
let lastCells = [];
let lastTexts = [];
const sameCells = (cells, others) => others !== undefined && cells.length === others.length && cells.every((cell, x) => cell === others[x]);
export default class Output {
    operations = [];
    caches = keptCaches();`,
      ],
      [
        /^( {8})(\/\/ Preserve styles across explicit newlines before clipping individual rows\.\n[\s\S]*?)let lines = (characterLines\.map\(line => styledCharsToString\(line\)\));$/m,
        `$1let lines = this.caches.lines.get(text);
        if (lines === undefined) {
            $2lines = $3;
            this.caches.lines.set(text, lines);
        }`,
      ],
      [
        /^ {4}sliceLineToColumns\(line, from, to\) \{$/m,
        '$&\n        if (from === 0 && to >= this.caches.getStringWidth(line)) return line;',
      ],
      [/row\.push\(\{\n[\s\S]*?\}\);/, 'row.push(emptyCell);'],
      [
        /^ {8}const generatedOutput = output\n {12}\.map\(line => \{\n/m,
        '        const texts = output\n            .map((line, y) => {\n            if (sameCells(line, lastCells[y])) return lastTexts[y];\n',
      ],
      [
        /\}\)\n {12}\.join\('\\n'\);/,
        "});\n        lastCells = output;\n        lastTexts = texts;\n        const generatedOutput = texts.join('\\n');",
      ],
    ],
  ],
  [
    'sanitize-ansi',
    [
      [
        /^export default sanitizeAnsi;$/m,
        `const cleaned = new Map();
export default function cleanedOnce(text) {
    let clean = cleaned.get(text);
    if (clean === undefined) {
        if (cleaned.size > ${most}) cleaned.clear();
        clean = sanitizeAnsi(text);
        cleaned.set(text, clean);
    }
    return clean;
}`,
      ],
    ],
  ],
  [
    'line-update',
    [[/^const printableAscii = \/\^\[ -~\]\*\$\/u;$/m, `const printableAscii = /${oneCellEach}/u;`]],
  ],
];

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
        return { contents };
      });
    }
  },
};
