import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, rmSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { isUserError } from '../../source/errors.ts';
import { makeCopy } from '../../source/services/safety/backup.ts';
import { copiesIn, copyPlace } from '../../source/services/safety/copies.ts';
import { findCopy, restoreFile } from '../../source/services/safety/restore.ts';
import { keepDraft } from '../../source/services/writing/drafts.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { holdAlone } from '../../source/store/file/alone.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { compiledCode } from '../support/private-home.ts';
import { fillProject, makeProject, newPath, openTestProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';

const probe = fileURLToPath(new URL('../support/visitor-probe.ts', import.meta.url));

function unitsIn(path: string): unknown[] {
  const database = new Database(path, { readonly: true });
  try {
    return database.prepare('SELECT name FROM unit').pluck().all();
  } finally {
    database.close();
  }
}

/** A closed project that has a copy. */
function restorable() {
  const project = makeProject();
  const { path } = project.store;
  const place = copyPlace(newPath('data'), null, path, () => null);
  fillProject(project);
  makeCopy(project, place, 'own');
  closeStore(project.store);
  return { path, place, copy: findCopy(place, null, false).path };
}

test('What another process adds while copies are put back again and again is in the file or in one that was kept', async () => {
  const { path, place, copy } = restorable();
  const visitor = spawn(process.execPath, [probe, path, '120'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiledCode },
  });
  const said = { out: '', errors: '' };
  visitor.stdout.on('data', (data: Buffer) => (said.out += data.toString()));
  visitor.stderr.on('data', (data: Buffer) => (said.errors += data.toString()));
  const ended = once(visitor, 'close');
  let times = 0;
  await once(visitor.stdout, 'data');
  while (visitor.exitCode === null) {
    try {
      restoreFile(path, copy, place, {});
      times += 1;
    } catch (error) {
      if (!isUserError(error)) throw error;
    }
    await turn();
  }
  await ended;
  expect(said.errors).toBe('');
  const added = said.out.split('\n').filter((line) => line.startsWith('visit-'));
  const there = new Set([path, ...copiesIn(place.folder).map((one) => one.path)].flatMap(unitsIn));
  expect(added.filter((name) => !there.has(name))).toEqual([]);
  expect(added.length).toBeGreaterThan(5);
  expect(times).toBeGreaterThan(0);
}, 120_000);

test('A command that only looks is waited for', async () => {
  const { path, place, copy } = restorable();
  const look = `
    const database = new (require('better-sqlite3'))(process.argv[1]);
    database.prepare('SELECT count(*) FROM unit').get();
    console.log('looking');
    setTimeout(() => database.close(), 700);`;
  const command = spawn(process.execPath, ['-e', look, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(command.stdout, 'data');
  expect(restoreFile(path, copy, place, {}).from).toBe(copy);
  await once(command, 'exit');
});

test('Who has taken hold of a file does not replace it when another has been there since', () => {
  const { path, copy } = restorable();
  const part = newPath('part');
  const hold = holdAlone(path);
  const other = openTestProject(path);
  addRecord(other, 'unit', { name: 'Väliin' });
  expect(refusal(() => hold?.replaceBy(part)).code).toBe('open-elsewhere');
  closeStore(other.store);
  expect(refusal(() => hold?.replaceBy(part)).code).toBe('open-elsewhere');
  hold?.letGo();
  expect(unitsIn(path)).toContain('Väliin');
  expect(unitsIn(copy)).not.toContain('Väliin');
});

test('Who opened a file before it was replaced does not turn its log on', () => {
  const { path } = restorable();
  const other = makeProject();
  closeStore(other.store);
  holdAlone(path)?.letGo();
  const early = new Database(path);
  const hold = holdAlone(path);
  hold?.replaceBy(other.store.path);
  hold?.letGo();
  expect(() => early.exec('PRAGMA journal_mode = WAL')).toThrow(/readonly/);
  early.close();
});

test.each([
  ['removed', (path: string) => rmSync(path)],
  ['moved', (path: string) => renameSync(path, `${path}.moved`)],
  [
    'replaced',
    (path: string) => {
      const other = makeProject();
      closeStore(other.store);
      renameSync(other.store.path, path);
    },
  ],
])('Nothing is written to a file that has been %s since it was opened', (_, away) => {
  const { path } = restorable();
  const project = openTestProject(path);
  addRecord(project, 'unit', { name: 'Vielä paikallaan' });
  away(path);
  expect(refusal(() => addRecord(project, 'unit', { name: 'Ei minnekään' })).code).toBe('file-moved');
  const draft = { key: 'k', register: 'unit', record: null, version: null, texts: { name: 'Ei' } };
  expect(refusal(() => keepDraft(project, draft)).code).toBe('file-moved');
  closeStore(project.store);
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
});
