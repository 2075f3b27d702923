import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../source/domain/long-work.ts';
import { registerOf } from '../../source/registers/index.ts';
import { listOf, readyToSearch, searchFor } from '../../source/services/reading/listing.ts';
import { todayOf } from '../../source/services/project/project.ts';
import {
  createProject,
  openProject,
  openProjectAsOf,
  tidyProject,
} from '../../source/services/project/project-file.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { newestSchema } from '../../source/store/file/migrate.ts';
import { closeStore, createStore } from '../../source/store/file/open.ts';
import { searchRecords } from '../../source/store/search/search.ts';
import { asNobody } from '../support/nobody.ts';
import { fillProject, makeProject, newPath, openTestProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { Store } from '../../source/store/file/open.ts';

/** A closed project file. */
function closed(): string {
  const project = makeProject();
  fillProject(project);
  closeStore(project.store);
  return project.store.path;
}

const besides = (path: string): string[] =>
  readdirSync(dirname(path)).filter((name) => name !== basename(path) && name.startsWith(basename(path)));

/** Opens what is at the path, and holds that nothing there has changed. */
function refusedUntouched(path: string): string {
  const before = readFileSync(path);
  const { code } = refusal(() => openProject(path, {}));
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(besides(path)).toEqual([]);
  return code;
}

describe('Opening a project file', () => {
  test('Refuses one of a newer Luotsi and leaves it as it is', () => {
    const path = closed();
    const database = new Database(path);
    database.pragma(`user_version = ${newestSchema + 1}`);
    database.close();
    expect(refusedUntouched(path)).toBe('newer-file');
  });

  test('Refuses one of a newer Luotsi that keeps no write-ahead log', () => {
    const path = closed();
    const database = new Database(path);
    database.pragma('journal_mode = DELETE');
    database.pragma(`user_version = ${newestSchema + 1}`);
    database.close();
    expect(refusedUntouched(path)).toBe('newer-file');
  });

  test('Refuses what is there and is no project file', () => {
    const text = newPath('text');
    writeFileSync(text, 'Nimi;Puhelin\n'.repeat(100));
    expect(refusedUntouched(text)).toBe('not-luotsi');
    const empty = newPath('empty');
    writeFileSync(empty, '');
    expect(refusedUntouched(empty)).toBe('not-luotsi');
    const other = newPath('other');
    const database = new Database(other);
    database.exec('CREATE TABLE note (text)');
    database.close();
    expect(refusedUntouched(other)).toBe('not-luotsi');
    const folder = newPath('folder');
    mkdirSync(folder);
    expect(refusal(() => openProject(folder, {})).code).toBe('not-luotsi');
    expect(refusal(() => openProject(newPath('nothing'), {})).code).toBe('no-file');
  });

  test('Refuses a file that was cut short, and leaves it as it is', () => {
    const whole = readFileSync(closed());
    for (const length of [99, 100, 511, 4096, 5000, 8192, whole.length - 4096]) {
      const path = newPath('short');
      writeFileSync(path, whole.subarray(0, length));
      expect([length, refusedUntouched(path)]).toEqual([
        length,
        length < 100 ? 'not-luotsi' : 'damaged-file',
      ]);
    }
  });

  test.skipIf(process.getuid === undefined)('Says that a file may not be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'luotsi-unreadable-'));
    const path = join(folder, 'secret.luotsi');
    copyFileSync(closed(), path);
    chmodSync(path, 0o000);
    chmodSync(folder, 0o755);
    asNobody(() => expect(refusal(() => openProject(path, {})).code).toBe('read-only'));
    rmSync(folder, { recursive: true });
  });

  test.skipIf(process.getuid === undefined)(
    'Reads one where nothing may be written, and writes nothing',
    () => {
      const path = closed();
      const folder = mkdtempSync(join(tmpdir(), 'luotsi-unwritable-'));
      const [still, log] = [join(folder, 'still.luotsi'), join(folder, 'log.luotsi')];
      copyFileSync(path, still);
      const writer = openTestProject(path);
      const { result } = addRecord(writer, 'unit', { name: 'Vain lokissa' });
      copyFileSync(path, log);
      copyFileSync(`${path}-wal`, `${log}-wal`);
      closeStore(writer.store);
      for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
      chmodSync(folder, 0o555);
      const before = readdirSync(folder);
      asNobody(() => {
        const project = openProject(still, {});
        const day = todayOf(project);
        expect(listOf(project, registerOf('risk'), {}, 'fi').length).toBeGreaterThan(0);
        const view = openProjectAsOf(project, day);
        expect(listOf(view, registerOf('risk'), {}, 'fi').length).toBeGreaterThan(0);
        atOnce(readyToSearch(view, 'R-1', 5));
        expect(searchFor(view, 'R-1', 5).map(({ code }) => code)).toContain('R-1');
        closeStore(view.store);
        expect(refusal(() => addRecord(project, 'unit', { name: 'Uusi' })).code).toBe('read-only');
        closeStore(project.store);
        const left = openProject(log, {});
        expect(getRecord(left, result)['name']).toBe('Vain lokissa');
        closeStore(left.store);
      });
      expect(readdirSync(folder)).toEqual(before);
      chmodSync(folder, 0o755);
      rmSync(folder, { recursive: true });
    },
  );

  test('Brings a file that was left empty to the newest form', () => {
    const path = newPath();
    closeStore(createStore(path));
    const project = openProject(path, {});
    expect(project.store.database.pragma('user_version', { simple: true })).toBe(newestSchema);
    closeStore(project.store);
  });
});

describe('Making a project file', () => {
  test('Makes one that its owner alone can read, and its logs with it', () => {
    const project = makeProject();
    fillProject(project);
    for (const ending of ['', '-wal', '-shm'])
      expect([ending, statSync(project.store.path + ending).mode & 0o777]).toEqual([ending, 0o600]);
  });

  test('Leaves nothing behind when its values are refused', () => {
    const path = newPath();
    expect(refusal(() => createProject(path, { title: '' }, {})).code).toBe('missing-field');
    expect(existsSync(path)).toBe(false);
    expect(besides(path)).toEqual([]);
    closeStore(createProject(path, { title: 'Hanke' }, {}).store);
    expect(existsSync(path)).toBe(true);
  });

  test('Does not write over what is there', () => {
    const path = closed();
    const before = readFileSync(path);
    expect(refusal(() => createProject(path, { title: 'Hanke' }, {})).code).toBe('file-exists');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('Says that there is no such folder', () => {
    expect(refusal(() => createProject(`${newPath('none')}/deep.luotsi`, { title: 'Hanke' }, {})).code).toBe(
      'no-file',
    );
  });
});

test('A still moment folds the log when it has grown, and leaves a short one for the next commits', () => {
  const project = openProject(closed(), {});
  const folded = (): boolean => {
    const [state] = project.store.database.pragma('wal_checkpoint(NOOP)') as {
      log: number;
      checkpointed: number;
    }[];
    return state !== undefined && state.log === state.checkpointed;
  };
  addRecord(project, 'action', { title: 'Tilaa kahvit' });
  tidyProject(project);
  expect(folded()).toBe(false);
  for (let count = 0; count < 60; count += 1)
    addRecord(project, 'action', { title: `Tilaa kahvit ${count}` });
  tidyProject(project);
  expect(folded()).toBe(true);
  closeStore(project.store);
});

describe('A still moment after writing', () => {
  const segments = (database: Database.Database): number =>
    Number(database.prepare('SELECT count(DISTINCT segid) FROM search_idx').pluck().get());
  /** Leaves the search text in a few pieces. */
  const inPieces = (project: Project): number => {
    do addRecord(project, 'action', { title: 'Tilaa kahvit' });
    while (segments(project.store.database) < 6);
    return segments(project.store.database);
  };
  const foundOf = (store: Store): number => searchRecords(store, 'kahvit', 100).length;

  test('Brings search text together that commits left in pieces, and writes nothing where nothing is to do', () => {
    const project = openProject(closed(), {});
    const { database } = project.store;
    const most: number[] = [];
    for (let count = 0; count < 40; count += 1) {
      addRecord(project, 'action', { title: `Tilaa kahvit ${count}` });
      tidyProject(project);
      most.push(segments(database));
    }
    expect(Math.max(...most)).toBeLessThanOrEqual(8);
    database.exec("INSERT INTO search (search) VALUES ('integrity-check')");
    expect(foundOf(project.store)).toBe(40);
    const frames = (): unknown => database.pragma('wal_checkpoint(NOOP)');
    tidyProject(project);
    const before = frames();
    tidyProject(project);
    expect(frames()).toEqual(before);
    closeStore(project.store);
  });

  test('Leaves it while somebody else is writing, without a word', () => {
    const path = closed();
    const [project, other] = [openProject(path, {}), openProject(path, {})];
    const before = inPieces(project);
    other.store.sql('BEGIN IMMEDIATE').run();
    tidyProject(project);
    expect(segments(project.store.database)).toBe(before);
    other.store.sql('ROLLBACK').run();
    tidyProject(project);
    expect(segments(project.store.database)).toBeLessThan(before);
    // Who has only looked does not write.
    inPieces(project);
    const left = other.store.database.pragma('wal_checkpoint(NOOP)');
    tidyProject(other);
    expect(other.store.database.pragma('wal_checkpoint(NOOP)')).toEqual(left);
    for (const { store } of [project, other]) closeStore(store);
  });

  test('Does not write to a file that was replaced at its path', () => {
    const path = closed();
    const project = openProject(path, {});
    const before = inPieces(project);
    renameSync(path, `${path}.away`);
    copyFileSync(`${path}.away`, path);
    tidyProject(project);
    expect(segments(project.store.database)).toBe(before);
    closeStore(project.store);
  });
});
