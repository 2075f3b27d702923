import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bundle } from '../bin/build.js';
import { fullClosure, modulesIn, packagesIn, staticClosure } from './support/bundle.ts';
import { openTerminal } from './support/terminal.ts';
import { makePrivateHome } from './support/private-home.ts';

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

test('what `luotsi today` loads holds nothing that writes, and the words of one language', async () => {
  const { metafile } = await program;
  const modules = modulesIn(metafile, staticClosure(metafile, 'source/cli.ts'));
  expect(modules).toEqual(
    expect.arrayContaining(['source/commands/reading/today.ts', 'source/store/today.ts']),
  );
  for (const later of [
    'source/services/writing/write.ts',
    'source/services/writing/unit-of-work.ts',
    'source/services/writing/undo.ts',
    'source/store/derive.ts',
    'source/store/as-of.ts',
    'source/store/search.ts',
    'source/domain/rule-text.ts',
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
    expect.arrayContaining(['source/commands/registers/verbs.ts', 'source/store/search.ts']),
  );
  for (const later of [
    'source/services/writing/write.ts',
    'source/services/writing/unit-of-work.ts',
    'source/store/derive.ts',
  ])
    expect(modules).not.toContain(later);
});

test('what writing loads when it is called takes no file out of a zip and makes no report', async () => {
  const { metafile } = await program;
  const loaded = staticClosure(metafile, 'group:writing');
  expect(modulesIn(metafile, loaded)).toContain('source/services/writing/write.ts');
  expect(packagesIn(metafile, loaded)).not.toContain('fflate');
  expect(modulesIn(metafile, loaded)).not.toContain('source/store/report-files.ts');
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
