import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runProgram } from './support/run.ts';

/** Who may import whom: the arrows of source/README.md, said once more so that the linter's rules are tried on each. */
const arrows: Record<string, readonly string[]> = {
  domain: [],
  fields: ['domain'],
  registers: ['fields', 'domain'],
  store: ['registers', 'fields', 'domain'],
  exchange: ['registers', 'fields', 'domain'],
  reports: ['registers', 'fields', 'domain'],
  services: ['store', 'exchange', 'reports', 'registers', 'domain'],
  settings: [],
  keys: [],
  widgets: ['keys'],
  'first-frame': ['services', 'registers', 'widgets', 'keys'],
  commands: ['services', 'registers', 'settings', 'keys'],
  screens: ['services', 'registers', 'settings', 'first-frame', 'widgets', 'keys'],
};

/** Below these arrows, types alone may be taken. */
const typeArrows: Record<string, readonly string[]> = {
  services: ['fields'],
  'first-frame': ['domain', 'fields'],
  commands: ['domain', 'fields'],
  screens: ['domain', 'fields'],
};

const owners: Record<string, readonly string[]> = {
  'better-sqlite3': ['store'],
  '@orama/stemmers/finnish': ['store'],
  '@noble/hashes/sha2.js': ['store'],
  conf: ['settings'],
  docx: ['reports'],
  'easy-template-x': ['reports'],
  '@resvg/resvg-wasm': ['reports'],
  fflate: ['exchange', 'reports'],
  meow: ['commands'],
  ink: ['screens', 'widgets'],
  react: ['screens', 'widgets'],
  'react/jsx-runtime': ['screens', 'widgets'],
  'date-fns/addDays': ['domain'],
  '@date-fns/tz/tzOffset': ['domain'],
  'csv-parse/sync': ['exchange'],
  'csv-stringify/sync': ['exchange'],
  'ical.js': ['exchange'],
  'hucre/xlsx': ['exchange'],
};

type Probe = { file: string; code: string; legal: boolean };

const layers = Object.keys(arrows);
const folder = mkdtempSync(path.join(tmpdir(), 'luotsi-layers-'));
let refused: ReadonlySet<string>;

const probes: Probe[] = [
  ...layers.flatMap((from) => [
    ...layers.filter((to) => to !== from).flatMap((to) => arrowProbes(from, to)),
    ...Object.keys(owners).map((library) => libraryProbe(from, library)),
    probe(from, 'the-words', `import { w } from '../language/index.ts'; export const x = w;`, true),
    probe(from, 'the-errors', `import { w } from '../errors.ts'; export const x = w;`, true),
    probe(from, 'its-own', `import { w } from './other.ts'; export const x = w;`, true),
    probe(from, 'the-root', `import { w } from '../cli.ts'; export const x = w;`, false),
  ]),
  probe('domain', 'the-machine', `import { readFileSync as w } from 'node:fs'; export const x = w;`, false),
  probe('domain', 'deep/its-own', `import { w } from '../../domain/day.ts'; export const x = w;`, true),
  probe('domain', 'deep/of-store', `import { w } from '../../store/open.ts'; export const x = w;`, false),
  probe('domain', 'late', `export const x = await import('../store/open.ts');`, false),
  probe('domain', 'handed-on', `export { x } from '../store/open.ts';`, false),
  probe('first-frame', 'of-ink', `import { w } from '../widgets/table.tsx'; export const x = w;`, false),
  probe('language', 'of-domain', `import { w } from '../domain/day.ts'; export const x = w;`, false),
  probe('language', 'of-errors', `import { w } from '../errors.ts'; export const x = w;`, false),
  probe('language', 'fi/its-own', `import { w } from '../language.ts'; export const x = w;`, true),
  probe('language', 'fi/of-domain', `import { w } from '../../domain/day.ts'; export const x = w;`, false),
  probe(
    '.',
    'cli',
    `import { w } from './store/open.ts'; import { m } from 'meow'; export const x = [w, m];`,
    true,
  ),
];

// These two have one name each, so each is tried in a tree of its own.
const errorProbes: Probe[] = [
  {
    file: 'a/source/errors.ts',
    code: `import { w } from './domain/day.ts'; export const x = w;`,
    legal: false,
  },
  {
    file: 'b/source/errors.ts',
    code: `import { w } from './language/en.ts'; export const x = w;`,
    legal: false,
  },
  {
    file: 'c/source/errors.ts',
    code: `import type { W } from './language/en.ts'; export type X = W;`,
    legal: true,
  },
];

beforeAll(async () => {
  for (const { file, code } of [...probes, ...errorProbes]) write(file, code);
  const main = await lint('.');
  const errors = await Promise.all(['a', 'b', 'c'].map(async (tree) => lint(tree)));
  refused = new Set([...main, ...errors.flat()]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([...layers, 'language', '.'])('%s imports what the arrows allow and nothing else', (layer) => {
  const root = path.join('source', layer, '/');
  const own = probes.filter(({ file }) => file.startsWith(root));
  expect(wrong(own)).toEqual([]);
});

test('errors take only types, and those from the words', () => {
  expect(wrong(errorProbes)).toEqual([]);
});

test('a circle of imports is refused', async () => {
  write('circle/source/domain/one.ts', `import { two } from './two.ts'; export const one = () => two;`);
  write('circle/source/domain/two.ts', `import { one } from './one.ts'; export const two = () => one;`);
  expect(await lint('circle', 'import(no-cycle)')).toContain('circle/source/domain/one.ts');
});

test('a file of 301 lines and a function of 61 are refused', async () => {
  write('long/source/domain/file.ts', list(301));
  write('long/source/domain/shorter.ts', list(300));
  write('long/source/domain/function.ts', method(61));
  write('long/source/domain/shorter-function.ts', method(60));
  expect(await lint('long', 'eslint(max-lines)')).toEqual(['long/source/domain/file.ts']);
  expect(await lint('long', 'eslint(max-lines-per-function)')).toEqual(['long/source/domain/function.ts']);
});

function list(lines: number): string {
  return `export const x = [\n${'  1,\n'.repeat(lines - 2)}];\n`;
}

function method(lines: number): string {
  return `export function x(numbers: number[]): void {\n${'  numbers.push(1);\n'.repeat(lines - 2)}}\n`;
}

function arrowProbes(from: string, to: string): Probe[] {
  const legal = (arrows[from] ?? []).includes(to);
  const legalType = legal || (typeArrows[from] ?? []).includes(to);
  return [
    probe(from, `of-${to}`, `import { w } from '../${to}/thing.ts'; export const x = w;`, legal),
    probe(from, `type-of-${to}`, `import type { W } from '../${to}/thing.ts'; export type X = W;`, legalType),
  ];
}

function libraryProbe(from: string, library: string): Probe {
  const name = `library-${library.replaceAll(/\W+/g, '-')}`;
  const legal = (owners[library] ?? []).includes(from);
  return probe(from, name, `import { w } from '${library}'; export const x = w;`, legal);
}

function probe(layer: string, name: string, code: string, legal: boolean): Probe {
  return { file: path.join('source', layer, `${name}.ts`), code, legal };
}

function write(file: string, code: string): void {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), code);
}

/** Lints a tree with the repository's own rules, and says which files break one that names `rule`. */
async function lint(tree: string, rule = 'eslint(no-restricted-imports)'): Promise<string[]> {
  const cwd = path.join(folder, tree);
  writeFileSync(path.join(cwd, '.oxlintrc.json'), readFileSync('.oxlintrc.json'));
  const oxlint = path.resolve('node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = await runProgram(process.execPath, [oxlint, '--format', 'json', 'source'], {
    cwd,
  });
  if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code?: string; filename: string }[] };
  const broken = diagnostics.filter(({ code }) => code?.startsWith(rule));
  return [...new Set(broken.map(({ filename }) => path.join(tree, filename)))];
}

/** The probes on which the linter and the arrows disagree. */
function wrong(tried: readonly Probe[]): string[] {
  if (tried.length === 0) throw new Error('Nothing was tried.');
  return tried
    .filter(({ file, legal }) => refused.has(file) === legal)
    .map(({ file, legal }) => `${file} ${legal ? 'must be allowed' : 'must be refused'}`);
}
