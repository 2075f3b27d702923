import { lstatSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { atOnce } from '../../source/domain/long-work.ts';
import { anonymise } from '../../source/services/safety/anonymise.ts';
import { anonymiseCopies } from '../../source/services/safety/anonymise-copies.ts';
import { makeCopy } from '../../source/services/safety/backup.ts';
import { copyPlace } from '../../source/services/safety/copies.ts';
import { tidyProject } from '../../source/services/project/project-file.ts';
import { findCopy, restoreFile } from '../../source/services/safety/restore.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { writing } from '../../source/services/writing/write.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { copyWithLog } from '../support/damaged.ts';
import { fillProject, makeProject, newPath, openTestProject } from '../support/project.ts';
import { snapshot } from '../support/snapshot.ts';
import type { Project } from '../../source/services/project/project.ts';

test('After anonymising the file has been written anew: no page of it is a left one', () => {
  const project = makeProject();
  const { anna } = fillProject(project);
  // Pages that were full once are free now; what stood in them may have been moved through others.
  const key = { key: 'x', register: 'risk', record: null, version: null };
  project.store
    .sql(
      `INSERT INTO draft (key, register, record, version, "values", at) VALUES (:key, :register, :record, :version, json_quote(:text), '')`,
    )
    .run({ ...key, text: 'x'.repeat(200_000) });
  project.store.sql('DELETE FROM draft').run();
  const free = (): number => Number(project.store.database.pragma('freelist_count', { simple: true }));
  expect(free()).toBeGreaterThan(20);
  anonymise(project, anna, { force: false, texts: false, names: [] });
  expect(free()).toBe(0);
});

test.each([
  ['few texts', 12],
  ['so many that the whole index is brought together', 60],
])('Search text that a still moment has brought together keeps nothing of a name: %s', (_, notes) => {
  const project = makeProject();
  const { anna } = fillProject(project);
  const note = (count: number): void =>
    void addRecord(project, 'diary', {
      day: '2022-03-01',
      text: `Qvintusaalto ${count} ${'sana '.repeat(count)}`,
    });
  for (let count = 0; count < notes; count += 1) {
    note(count);
    if (count % 5 === 0) tidyProject(project);
  }
  const has = (): boolean =>
    ['', '-wal'].some((ending) => /qvintusaalto/i.test(readFileSync(project.store.path + ending, 'latin1')));
  expect(has()).toBe(true);
  anonymise(project, anna, { force: false, texts: true, names: ['Qvintusaalto'] });
  expect(has()).toBe(false);
  tidyProject(project);
  project.store.database.exec("INSERT INTO search (search) VALUES ('integrity-check')");
  expect(has()).toBe(false);
  closeStore(project.store);
});

/** Does the search index hold a word anywhere: in its lists, be it struck out there, or in its texts? */
function indexHolds({ store }: Project, word: RegExp): boolean {
  const blocks = store.sql<{ block: Buffer }>('SELECT block FROM search_data').all();
  const texts = store.sql('SELECT * FROM search_content').all();
  return blocks.some(({ block }) => word.test(block.toString('latin1'))) || word.test(JSON.stringify(texts));
}

const found = ({ store }: Project, word: string): unknown =>
  store.sql('SELECT count(*) AS number FROM search WHERE search MATCH ?').get(word)?.['number'];

const isTakingOutAtOnce = ({ store }: Project): boolean =>
  store.sql(`SELECT v FROM search_config WHERE k = 'secure-delete'`).get()?.['v'] === 1;

test.each([
  ['few records', 5],
  ['many records', 120],
])('The search index keeps nothing of what %s were called by', (_, deliveries) => {
  const project = makeProject();
  fillProject(project);
  const { result: plan } = addRecord(project, 'plan', { audience: 'Qvintusaalto' });
  for (let count = 0; count < deliveries; count += 1)
    addRecord(project, 'delivery', {
      plan,
      means: 'Kirje',
      notes: `Zyntaksi ${count} ${'sana '.repeat(count)}`,
    });
  expect(indexHolds(project, /qvint/i)).toBe(true);
  const { step } = changeRecord(project, plan, { audience: 'Wolframi' });
  expect(indexHolds(project, /qvint/i)).toBe(false);
  expect(found(project, 'wolframi')).toBe(deliveries + 1);
  // What one record has is taken out at once as before.
  expect(isTakingOutAtOnce(project)).toBe(true);
  undo(project, step ?? 0);
  expect(indexHolds(project, /wolfram/i)).toBe(false);
  expect(found(project, 'qvintusaalto')).toBe(deliveries + 1);
  project.store.database.exec("INSERT INTO search (search) VALUES ('integrity-check')");
  closeStore(project.store);
});

test('A change of many names that is stopped leaves the search index as it was, and what is taken out next leaves nothing', () => {
  const project = makeProject();
  const { result: plan } = addRecord(project, 'plan', { audience: 'Qvintusaalto' });
  for (let count = 0; count < 250; count += 1) addRecord(project, 'delivery', { plan, means: 'Kirje' });
  const change = { kind: 'user', label: { verb: 'set', register: 'plan' } } as const;
  const work = writing(project, change, function* rename(unit) {
    unit.change(plan, { audience: 'Wolframi' });
    yield { stage: 'rows', done: 1, total: 1 };
  });
  for (const { stage, done } of work) if (stage === 'search' && done === 200) break;
  expect(isTakingOutAtOnce(project)).toBe(true);
  expect(found(project, 'qvintusaalto')).toBe(251);
  expect(indexHolds(project, /wolfram/i)).toBe(false);
  const { result: unit } = addRecord(project, 'unit', { name: 'Xanthippe' });
  changeRecord(project, unit, { name: 'Yrttimaa' });
  expect(indexHolds(project, /xanthip/i)).toBe(false);
  closeStore(project.store);
});

test('A log whose file was taken away is not played into the copy that comes in its place', () => {
  const project = makeProject();
  const { risk, action } = fillProject(project);
  const place = copyPlace(newPath('data'), null, project.store.path, () => {});
  makeCopy({ ...project, copies: place }, place, 'own');
  const before = snapshot(project.store, '2022-03-02');
  project.store.database.pragma('wal_checkpoint(TRUNCATE)');
  addRecord(project, 'unit', { name: 'Vain lokissa' });
  changeRecord(project, risk, { title: 'Vain lokissa' });
  removeRecords(project, [action], true);
  const path = newPath('taken-away');
  copyWithLog(project.store.path, path, true);
  rmSync(path);
  writeFileSync(`${path}-shm`, '');
  restoreFile(path, findCopy(place, null, false).path, place, {});
  const restored = openTestProject(path);
  expect(snapshot(restored.store, '2022-03-02')).toEqual(before);
  for (const { store } of [restored, project]) closeStore(store);
});

test.skipIf(process.platform === 'win32')(
  'A copy that lies elsewhere, with a link in its place, is made without the name where it lies',
  () => {
    const project = makeProject();
    const { anna } = fillProject(project);
    const place = copyPlace(newPath('data'), null, project.store.path, () => {});
    const { path } = makeCopy({ ...project, copies: place }, place, 'own');
    const elsewhere = newPath('elsewhere');
    renameSync(path, elsewhere);
    symlinkSync(elsewhere, path);
    const has = (): boolean => readFileSync(elsewhere).includes('Anna Aalto');
    expect(has()).toBe(true);
    const whom = { uid: getRecord(project, anna).uid, label: 'anonymisoitu H-1' };
    const options = { force: true, texts: true, names: ['Anna Aalto'] };
    expect(atOnce(anonymiseCopies(place, whom, options, {}))).toEqual({ cleared: 1, left: [] });
    expect(has()).toBe(false);
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    closeStore(project.store);
  },
);
