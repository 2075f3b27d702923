/**
 * Writes the tables of keys from keys/actions.ts and keys/default-keys.ts: all of them, in both languages, to
 * docs/keys.md, and those used most into README.md. Run by hand (`npm run keys`) when a key has changed; with `--check`
 * it writes nothing and fails when either file is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { keyTable } from '../source/keys/keymap.ts';

/** @typedef {import('../source/keys/keymap.ts').KeyRow} KeyRow */

/** What the README shows: some actions side by side, with words for them together. */
const mostUsed = [
  ['screen.today', 'screen.more', 'screens'],
  ['list.down', 'list.up', 'move'],
  ['list.open', 'go.back', 'screen.last', 'open, back, last screen'],
  ['tab.previous', 'tab.next', 'tabs'],
  ['list.filter', 'list.sort', 'list.views', 'filter, sort, saved views'],
  ['palette.open', 'records and commands'],
  ['list.mark', 'list.range', 'list.markAll', 'mark one, a range, all'],
  [
    'record.new',
    'record.newUnder',
    'record.quickAdd',
    'new record, new under this one, quick add in one line',
  ],
  ['record.edit', 'form.save', 'edit, save'],
  ['record.done', 'record.date', 'record.state', 'record.owner', 'done, day, state, owner'],
  ['record.assess', 'assess a risk'],
  ['undo', 'redo', 'undo, redo'],
  ['record.remove', 'to the trash'],
  ['diary.add', 'a diary line from anywhere'],
];

/** @param {string} text */
const code = (text) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);
/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|');
/** @param {KeyRow} row */
const keysOf = ({ keys }) =>
  keys
    .split('  ')
    .filter((one) => one !== '')
    .map(code)
    .join(' ');

/** The first key of each action, then the words. @param {readonly string[]} line */
function usedRow(line) {
  const rows = new Map(keyTable('en').map((row) => [row.action, row]));
  const ids = /** @type {KeyRow['action'][]} */ (line.slice(0, -1));
  const keys = ids.map((id) => code((rows.get(id)?.keys ?? '').split('  ')[0] ?? ''));
  return [keys.join(ids[0] === 'screen.today' ? ' … ' : ' '), line.at(-1) ?? ''];
}

function usedTable() {
  const half = Math.ceil(mostUsed.length / 2);
  const rows = mostUsed.map(usedRow);
  const lines = rows
    .slice(0, half)
    .map((left, index) => `| ${[...left, ...(rows[index + half] ?? ['', ''])].map(cell).join(' | ')} |`);
  return ['| key | | key | |', '|---|---|---|---|', ...lines].join('\n');
}

/** @param {'fi' | 'en'} language @param {string} title @param {string} heads */
function wholeTable(language, title, heads) {
  const groups = Map.groupBy(keyTable(language), ({ group }) => group);
  const parts = [...groups].map(([group, rows]) => {
    const lines = rows.map((row) => `| ${[keysOf(row), row.help, code(row.action)].map(cell).join(' | ')} |`);
    return [`### ${group}`, '', heads, '|---|---|---|', ...lines, ''].join('\n');
  });
  return [`## ${title}`, '', ...parts].join('\n');
}

const docs = `# Keys

Every key, as it is until the settings say otherwise: \`luotsi config key ACTION KEYS…\` changes one, \`luotsi config keys\`
shows those in force. An action without a key is found with \`:\`.

${wholeTable('fi', 'Suomeksi', '| näppäin | mitä se tekee | toiminto |')}
${wholeTable('en', 'In English', '| key | what it does | action |')}`.trimEnd();

const readme = readFileSync('README.md', 'utf8');
const [start, end] = ['<!-- keys -->\n', '\n<!-- end of keys -->'];
const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
if (from === -1 || to === -1) throw new Error('README.md has lost the marks between which its keys stand.');
/** @type {readonly [string, string][]} */
const files = [
  ['docs/keys.md', `${docs}\n`],
  ['README.md', `${readme.slice(0, from + start.length)}\n${usedTable()}\n${readme.slice(to)}`],
];
if (process.argv.includes('--check')) {
  const stale = files.filter(([file, text]) => readFileSync(file, 'utf8') !== text).map(([file]) => file);
  if (stale.length > 0) throw new Error(`Stale: ${stale.join(', ')}. Run npm run keys.`);
} else for (const [file, text] of files) writeFileSync(file, text);
