import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCopy, copyBefore, listCopies, makeCopy } from '../../source/services/safety/backup.ts';
import { copyPlace, copiesIn } from '../../source/services/safety/copies.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord, changeRecords } from '../../source/services/writing/records.ts';
import { findCopy, restoreFile } from '../../source/services/safety/restore.ts';
import { newestSchema } from '../../source/store/file/migrate.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { verifyChain } from '../../source/store/journal/verify.ts';
import { copyWithLog } from '../support/damaged.ts';
import { fillProject, makeProject, newPath, nextDay, openTestProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { snapshot } from '../support/snapshot.ts';
import type { UserError } from '../../source/errors.ts';

/** A project with a folder for its copies, and what was told of copies that failed. */
function withCopies(own: string | null = null) {
  const told: UserError[] = [];
  const project = makeProject();
  const place = copyPlace(newPath('data'), own, project.store.path, (problem) => told.push(problem));
  return { project: { ...project, copies: place }, place, told };
}

const reasonsIn = (folder: string): string[] => copiesIn(folder).map(({ reason }) => reason);
const mode = (path: string): number => statSync(path).mode & 0o777;

describe('A copy', () => {
  test('Is whole while others write, for its owner only, and holds nothing that was erased', () => {
    const { project, place } = withCopies();
    const { anna } = fillProject(project);
    changeRecord(project, anna, { phone: '040 123 4567' });
    const other = openTestProject(project.store.path);
    changeRecord(other, anna, { phone: null });
    const copy = makeCopy(project, place, 'own');
    expect(mode(copy.path)).toBe(0o600);
    expect(mode(dirname(copy.path))).toBe(0o700);
    const opened = openTestProject(copy.path);
    expect(snapshot(opened.store, '2022-03-01')).toEqual(snapshot(project.store, '2022-03-01'));
    expect(verifyChain(opened.store)).toEqual([]);
    closeStore(opened.store);
    expect(checkCopy(copy.path)).toMatchObject({ schema: newestSchema, seq: copy.step });
  });

  test('Is made before the first change of each day, and only then', () => {
    const { project, place, told } = withCopies();
    fillProject(project);
    expect(reasonsIn(place.folder)).toEqual(['day']);
    for (let day = 0; day < 3; day += 1) {
      nextDay(project);
      addRecord(project, 'person', { name: `Uusi ${day}` });
      addRecord(project, 'person', { name: `Toinen ${day}` });
    }
    expect(copiesIn(place.folder).map(({ day }) => day)).toEqual([
      '2022-03-04',
      '2022-03-03',
      '2022-03-02',
      '2022-03-01',
    ]);
    expect(told).toEqual([]);
    const [newest] = copiesIn(place.folder);
    // What the copy holds is the state before the day's first change.
    const opened = openTestProject(newest?.path ?? '');
    expect(JSON.stringify(snapshot(opened.store, '2022-03-04'))).toContain('Toinen 1');
    expect(JSON.stringify(snapshot(opened.store, '2022-03-04'))).not.toContain('Uusi 2');
    closeStore(opened.store);
  });

  test('Is made before many records change, unless nothing has been written since the last one', () => {
    const { project, place } = withCopies();
    const ids = Array.from(
      { length: 12 },
      (_, nth) => addRecord(project, 'unit', { name: `Y${nth}` }).result,
    );
    changeRecords(project, ids.slice(0, 3), { area: 'A' });
    expect(reasonsIn(place.folder)).toEqual(['day']);
    changeRecords(project, ids, { area: 'B' });
    expect(reasonsIn(place.folder)).toEqual(['bulk', 'day']);
    copyBefore(project, 'import');
    expect(reasonsIn(place.folder)).toEqual(['import', 'bulk', 'day']);
    copyBefore(project, 'import');
    expect(reasonsIn(place.folder)).toEqual(['import', 'bulk', 'day']);
  });

  test('Goes to the planner’s own folder too; one that is away stops nothing and is told of', () => {
    const own = newPath('network');
    const { project, place, told } = withCopies(own);
    fillProject(project);
    expect(readdirSync(place.own ?? '')).toEqual(readdirSync(place.folder));
    const away = newPath('away');
    writeFileSync(away, '');
    const broken = withCopies(join(away, 'below'));
    fillProject(broken.project);
    expect(broken.told.map(({ code }) => code)).toEqual(['copy-failed']);
    expect(reasonsIn(broken.place.folder)).toEqual(['day']);
    expect(told).toEqual([]);
  });

  test('That can’t be made is told of, and the change is written all the same', () => {
    const { project, place, told } = withCopies();
    mkdirSync(dirname(place.folder), { recursive: true });
    writeFileSync(place.folder, 'in the way');
    const { result } = addRecord(project, 'unit', { name: 'Kirjasto' });
    expect(getRecord(project, result)['name']).toBe('Kirjasto');
    expect(told).toHaveLength(1);
  });

  test('Of a damaged file is not made, and leaves nothing behind', () => {
    const { project, place } = withCopies();
    fillProject(project);
    const root = project.store.sql(`SELECT rootpage FROM sqlite_schema WHERE name = 'change'`).get();
    const page = (Number(root?.['rootpage']) - 1) * 4096;
    closeStore(project.store);
    const bytes = readFileSync(project.store.path);
    bytes.fill(0x5a, page, page + 4096);
    writeFileSync(project.store.path, bytes);
    const names = readdirSync(place.folder);
    const damaged = openProject(project.store.path, {});
    expect(refusal(() => makeCopy(damaged, place, 'own')).code).toBe('damaged-file');
    expect(readdirSync(place.folder)).toEqual(names);
  });
});

describe('Restoring', () => {
  /** A closed project with a copy of its first day, and what the file was then and is now. */
  function restorable() {
    const made = withCopies();
    const { project } = made;
    fillProject(project);
    const before = snapshot(project.store, '2022-03-02');
    nextDay(project);
    addRecord(project, 'person', { name: 'Myöhempi' });
    const now = snapshot(project.store, '2022-03-02');
    closeStore(project.store);
    return { ...made, path: project.store.path, before, now };
  }

  const stateOf = (path: string): unknown => {
    const opened = openTestProject(path);
    const state = snapshot(opened.store, '2022-03-02');
    expect(verifyChain(opened.store)).toEqual([]);
    closeStore(opened.store);
    return state;
  };

  test('Brings back what was, keeps what was replaced, and can be taken back', () => {
    const { path, place, before, now } = restorable();
    const { kept } = restoreFile(path, findCopy(place, '2022-03-02', false).path, place, {});
    expect(stateOf(path)).toEqual(before);
    expect(mode(path)).toBe(0o600);
    expect(existsSync(kept ?? '')).toBe(true);
    const back = findCopy(place, null, true);
    expect(back.path).toBe(kept);
    restoreFile(path, back.path, place, {});
    expect(stateOf(path)).toEqual(now);
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('Changes written after it are a chain of their own', () => {
    const { path, place } = restorable();
    restoreFile(path, findCopy(place, null, false).path, place, {});
    const opened = openTestProject(path);
    addRecord(opened, 'person', { name: 'Uusi' });
    const replicas = opened.store.sql('SELECT count(DISTINCT replica) AS count FROM step').get();
    expect(replicas?.['count']).toBe(2);
    expect(verifyChain(opened.store)).toEqual([]);
    closeStore(opened.store);
  });

  test('Is refused while the file is open elsewhere, and nothing is changed', () => {
    const { path, place, now } = restorable();
    const other = openTestProject(path);
    getRecord(other, 1);
    const names = readdirSync(place.folder);
    expect(refusal(() => restoreFile(path, findCopy(place, null, false).path, place, {})).code).toBe(
      'open-elsewhere',
    );
    addRecord(other, 'unit', { name: 'Vielä' });
    closeStore(other.store);
    expect(readdirSync(place.folder)).toEqual(names);
    expect(stateOf(path)).not.toEqual(now);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5000)],
    ['of zeros in the middle', (bytes: Buffer) => Buffer.from(bytes).fill(0, 4096 * 3, 4096 * 9)],
    // A page that nothing asks for before the file is in use.
    [
      'of zeros where the search index is',
      (bytes: Buffer) => {
        const at = bytes.lastIndexOf('Teams');
        return Buffer.from(bytes).fill(0, at - (at % 4096), at - (at % 4096) + 4096);
      },
    ],
    ['of something else', () => Buffer.from('Nimi;Puhelin\n'.repeat(1000))],
    ['empty', () => Buffer.alloc(0)],
  ])('A copy %s is refused, and nothing is changed', (_, damage) => {
    const { path, place, now } = restorable();
    const { path: copy } = findCopy(place, null, false);
    writeFileSync(copy, damage(readFileSync(copy)));
    expect(['unsound-copy', 'not-luotsi']).toContain(refusal(() => restoreFile(path, copy, place, {})).code);
    expect(stateOf(path)).toEqual(now);
  });

  test('A copy of another project is refused', () => {
    const { path, place, now } = restorable();
    const other = restorable();
    const { store } = openTestProject(other.path);
    store.database.exec(`UPDATE meta SET value = 'other' WHERE key = 'uid'`);
    closeStore(store);
    expect(refusal(() => restoreFile(path, other.path, place, {})).code).toBe('copy-of-other');
    expect(stateOf(path)).toEqual(now);
  });

  test.each([
    ['damaged', (path: string) => writeFileSync(path, readFileSync(path).fill(0xaa, 4096, 20_000))],
    ['no longer a Luotsi file', (path: string) => writeFileSync(path, 'tyhjää')],
  ])('A file that is %s is replaced, and kept', (_, damage) => {
    const { path, place, before } = restorable();
    damage(path);
    const bytes = readFileSync(path);
    const { kept } = restoreFile(path, findCopy(place, null, false).path, place, {});
    expect(stateOf(path)).toEqual(before);
    // All but SQLite's own page of marks, in which the log is turned off.
    expect(
      readFileSync(kept ?? '')
        .subarray(100)
        .equals(bytes.subarray(100)),
    ).toBe(true);
  });

  test('A log that a crash has left beside a damaged file is kept, and not played into the copy', () => {
    const { project, place } = withCopies();
    fillProject(project);
    makeCopy(project, place, 'own');
    const before = snapshot(project.store, '2022-03-02');
    project.store.database.pragma('wal_checkpoint(TRUNCATE)');
    addRecord(project, 'unit', { name: 'Vain lokissa' });
    const crashed = newPath('crashed');
    copyWithLog(project.store.path, crashed, true);
    writeFileSync(crashed, readFileSync(crashed).fill(0xaa, 0, 50_000));
    const { kept } = restoreFile(crashed, findCopy(place, null, false).path, place, {});
    expect(stateOf(crashed)).toEqual(before);
    const replaced = [kept ?? '', `${kept}-wal`].filter((path) => existsSync(path));
    expect(replaced.some((path) => readFileSync(path).includes('Vain lokissa'))).toBe(true);
    closeStore(project.store);
  });

  test('Says which day has no copy', () => {
    const { place } = restorable();
    expect(refusal(() => findCopy(place, '2021-01-01', false))).toMatchObject({ code: 'no-copy' });
    expect(refusal(() => findCopy(place, null, true)).code).toBe('no-copy');
    expect(listCopies(place)).toHaveLength(2);
  });
});
