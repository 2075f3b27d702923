import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../bin/build.js';
import { summaries } from '../source/registers/summaries.ts';
import { tellingProgram } from './support/evaluated.ts';
import { fullClosure, modulesIn, packagesIn, staticClosure } from './support/bundle.ts';
import { openTerminal } from './support/terminal.ts';
import { makePrivateHome, type PrivateHome } from './support/private-home.ts';
import { launcher, runProgram } from './support/run.ts';

const probe = 'test/support/ink-probe.tsx';
const [program, ink] = [bundle('source/cli.ts'), bundle(probe)];

test('what every start loads holds none of the libraries that are loaded when used', async () => {
  const { metafile } = await program;
  const packages = packagesIn(metafile, staticClosure(metafile, 'source/cli.ts'));
  // Each of these costs about as much again as starting Node itself.
  for (const library of [
    'ink',
    'react',
    'yoga-layout',
    'meow',
    'conf',
    'csv-parse',
    'csv-stringify',
    'docx',
    'fflate',
    'hucre',
    'ical.js',
    'easy-template-x',
    'age-encryption',
    '@resvg/resvg-wasm',
  ]) {
    expect(packages).not.toContain(library);
  }
});

test('the same sources make the same files: a build beside a console takes nothing away from it', async () => {
  const others = await Promise.all([bundle('source/cli.ts'), bundle('source/cli.ts')]);
  const { files } = await program;
  for (const other of others) expect([...other.files.keys()]).toEqual([...files.keys()]);
});

test('what `luotsi today` loads holds nothing that writes, and the words of one language', async () => {
  const { metafile } = await program;
  const modules = modulesIn(metafile, staticClosure(metafile, 'source/cli.ts'));
  expect(modules).toEqual(
    expect.arrayContaining(['source/commands/reading/today.ts', 'source/store/queries/today.ts']),
  );
  for (const later of [
    'source/services/writing/write.ts',
    'source/services/writing/unit-of-work.ts',
    'source/services/writing/undo.ts',
    'source/store/records/derive.ts',
    'source/store/as-of/as-of.ts',
    'source/store/search/search.ts',
    'source/domain/recurrence/rule-text.ts',
    'source/language/en/commands.ts',
    'source/language/en/index.ts',
    'source/language/fi/commands.ts',
    'source/language/fi/index.ts',
  ])
    expect(modules).not.toContain(later);
});

test('what reading loads when it is called holds nothing that writes', async () => {
  const { metafile } = await program;
  const modules = modulesIn(metafile, staticClosure(metafile, 'group:reading'));
  expect(modules).toEqual(
    expect.arrayContaining(['source/commands/registers/verbs.ts', 'source/store/records/filter-sql.ts']),
  );
  for (const later of [
    'source/services/writing/write.ts',
    'source/services/writing/unit-of-work.ts',
    'source/store/records/derive.ts',
  ])
    expect(modules).not.toContain(later);
});

test('what writing loads when it is called takes no file out of a zip and makes no report', async () => {
  const { metafile } = await program;
  const loaded = staticClosure(metafile, 'group:writing');
  expect(modulesIn(metafile, loaded)).toContain('source/services/writing/write.ts');
  expect(packagesIn(metafile, loaded)).not.toContain('fflate');
  expect(modulesIn(metafile, loaded)).not.toContain('source/store/kept/report-files.ts');
});

test('a list loads no verb that only one register has', async () => {
  const { metafile } = await program;
  const modules = modulesIn(metafile, staticClosure(metafile, 'group:reading'));
  const bespoke = [
    'registers/bespoke',
    'risks/risks',
    'communication/communication',
    'recruitment/recruitment',
  ];
  for (const later of [...bespoke, 'meetings/meeting-verbs']) {
    expect(existsSync(new URL(`../source/commands/${later}.ts`, import.meta.url))).toBe(true);
    expect(modules).not.toContain(`source/commands/${later}.ts`);
  }
});

describe('What is evaluated', () => {
  const declarations = new Set(
    Object.keys(summaries).map(
      (name) => `source/registers/${name.replaceAll(/[A-Z]/g, (big) => `-${big.toLowerCase()}`)}.ts`,
    ),
  );
  const declared = (modules: readonly string[]): string[] => modules.filter((one) => declarations.has(one));
  let evaluatedBy: Awaited<ReturnType<typeof tellingProgram>>;

  beforeAll(async () => {
    evaluatedBy = await tellingProgram();
    await evaluatedBy('sample');
  });

  test('each declaration of a register is a module of its name', () => {
    expect([...declarations].filter((file) => !existsSync(file))).toEqual([]);
  });

  test('by today: no declaration of a register, and nothing that finds, hashes or writes', async () => {
    const modules = await evaluatedBy('today');
    expect(modules).toEqual(
      expect.arrayContaining([
        'source/cli.ts',
        'source/store/queries/today.ts',
        'source/language/fi/commands.ts',
      ]),
    );
    expect(declared(modules)).toEqual([]);
    for (const later of [
      'source/fields/choice.ts',
      'source/store/records/records.ts',
      'source/store/search/search.ts',
      'source/services/reading/lookup.ts',
      'source/services/writing/warnings.ts',
      'source/store/journal/sha256.ts',
      'node_modules/@noble/hashes/sha2.js',
    ])
      expect(modules).not.toContain(later);
  });

  test('by find: no declaration of a register', async () => {
    const modules = await evaluatedBy('find', 'kokous');
    expect(modules).toContain('source/store/search/search.ts');
    expect(declared(modules)).toEqual([]);
    const ofDays = 'source/domain/day-words/day-in-words.ts';
    expect([...modules, ...(await evaluatedBy('find', 'toimi 22 kokous'))]).not.toContain(ofDays);
    expect(await evaluatedBy('find', 'huomenna')).toContain(ofDays);
  });

  test('by a list: its own declaration, and nothing of one record or of changes', async () => {
    const modules = await evaluatedBy('action', 'list', '--where', 'state=open due>=2022-03-01');
    expect(declared(modules)).toEqual(['source/registers/action.ts']);
    for (const later of [
      'source/commands/line/previews.ts',
      'source/services/reading/record-view.ts',
      'source/services/writing/preview.ts',
      'source/store/records/links.ts',
      'source/store/search/search.ts',
      'source/domain/day-words/parse-day.ts',
    ])
      expect(modules).not.toContain(later);
  });

  test('by an added action: its own declaration, and the one whose stages a refusal names', async () => {
    const modules = await evaluatedBy('add', 'Uusi kokous lausunnosta 1.12.2027');
    expect(declared(modules)).toEqual(['source/registers/candidate.ts', 'source/registers/action.ts']);
  });
});

test.each([
  ['firstFrame', ['screens/console/open-console', 'keys/keymap']],
  ['writing', ['commands/registers/quick-add', 'services/writing/write', 'domain/day-words/parse-day']],
  ['console', ['screens/console/mount', 'widgets/lists/table']],
])('what the work %s needs comes in one file', async (work, modules) => {
  const { files } = await program;
  const [name = '', ...others] = [...files.keys()].filter((file) => file.startsWith(`chunk-${work}-`));
  expect(others).toEqual([]);
  const code = files.get(name) ?? '';
  for (const module of modules) expect(code).toMatch(new RegExp(`^// source/${module}\\.tsx?$`, 'm'));
  expect(code).not.toMatch(/^const \{[^}]*\} = require\("\.\/chunk-chunk-/m);
});

describe('Compiled code that is kept', () => {
  const answer = /^\d+\.\d+\.\d+\n$/;
  const expectVersion = async (home: PrivateHome): Promise<void> => {
    const { code, stdout } = await runProgram(process.execPath, [launcher, '--version'], { home });
    expect(code).toBe(0);
    expect(stdout).toMatch(answer);
  };
  const ownCache = (): { home: PrivateHome; kept: string } => {
    const home = makePrivateHome();
    const cache = path.join(home.folder, 'cache');
    const own = { ...home, environment: { ...home.environment, XDG_CACHE_HOME: cache } };
    return { home: own, kept: path.join(cache, 'luotsi/compiled/--version/cli.cjs.code') };
  };

  test('is written by the first run, and left alone by the next', async () => {
    const { home, kept } = ownCache();
    await expectVersion(home);
    const first = statSync(kept);
    await expectVersion(home);
    expect(statSync(kept).ino).toBe(first.ino);
  });

  test.each([
    ['damaged', (bytes: Buffer) => bytes.fill(0x5a, 20_000, 20_200)],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 4097)],
    ['empty', () => Buffer.alloc(0)],
    ['of another build', (bytes: Buffer) => bytes.fill('0', 0, 16)],
  ])('is made anew where it is %s', async (_, harm) => {
    const { home, kept } = ownCache();
    await expectVersion(home);
    const whole = readFileSync(kept);
    const harmed = harm(Buffer.from(whole));
    writeFileSync(kept, harmed);
    await expectVersion(home);
    expect(readFileSync(kept).equals(harmed)).toBe(false);
    expect(readFileSync(kept).subarray(0, 16).equals(whole.subarray(0, 16))).toBe(true);
  });

  test('is not missed where it can’t be kept', async () => {
    const { home } = ownCache();
    writeFileSync(path.join(home.folder, 'cache'), 'no folder');
    await expectVersion(home);
  });
});

test('static and dynamic imports are told apart', async () => {
  const { metafile } = await ink;
  expect(packagesIn(metafile, staticClosure(metafile, probe))).toEqual(['date-fns', 'react']);
  expect(packagesIn(metafile, fullClosure(metafile, probe))).toEqual(
    expect.arrayContaining(['date-fns', 'ink', 'react', 'yoga-layout']),
  );
});

test('bundled Ink mounts, lays out and takes keys, without the developer tools and the HTTP client', async () => {
  const { folder } = makePrivateHome();
  const { files } = await ink;
  for (const [name, contents] of files) await writeFile(path.join(folder, name), contents);
  const terminal = openTerminal({
    program: [process.execPath, path.join(folder, 'ink-probe.cjs')],
    environment: { DEV: 'true' },
  });
  await terminal.expect(/^┌─{18}┐\n│vasen {11}23│\n└─{18}┘$/m);
  terminal.press('q');
  await terminal.expect('lean');
  expect(await terminal.exitCode()).toBe(0);
});
