import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import {
  closeProject,
  migrationsFolder,
  openProject,
  openProjectAsOf,
} from '../../source/services/project/project-file.ts';
import { todayOf } from '../../source/services/project/project.ts';
import { copyPlace, copiesIn } from '../../source/services/safety/copies.ts';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { redo, undo } from '../../source/services/writing/undo.ts';
import { checkCopy } from '../../source/store/safety/backup.ts';
import { migrate, newestSchema, schemaOf } from '../../source/store/file/migrate.ts';
import { closeStore, openStore } from '../../source/store/file/open.ts';
import { newPath } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { liveRecords } from '../support/snapshot.ts';

const probe = fileURLToPath(new URL('../support/migration-probe.ts', import.meta.url));
const fixture = fileURLToPath(new URL('../fixtures/forms/1.luotsi.gz', import.meta.url));
const noon = { LUOTSI_CLOCK: '2022-03-02T10:00:00.000Z' };

function oldFile(): string {
  const path = newPath('old');
  writeFileSync(path, gunzipSync(readFileSync(fixture)));
  return path;
}

/** The schema and all rows of a file, as it lies. */
function contentOf(path: string): unknown {
  const database = new Database(path);
  const schema = database.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
  const rows = ['record', 'step', 'change', 'meta'].map((table) =>
    database.prepare(`SELECT * FROM "${table}"`).all(),
  );
  const version = database.pragma('user_version', { simple: true });
  database.close();
  return { version, schema, rows };
}

/** The migrations of this release, with further statements at the end of the last. */
function migrationsWith(statements: string): string {
  const folder = `${newPath('migrations')}.d`;
  mkdirSync(folder);
  cpSync(migrationsFolder, folder, { recursive: true });
  const last =
    readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .toSorted()
      .at(-1) ?? '';
  writeFileSync(join(folder, last), `${readFileSync(join(folder, last), 'utf8')}\n${statements}`);
  return folder;
}

describe('Coming forward', () => {
  test('A statement that fails leaves the file as it was, and the next try brings it forward', () => {
    const path = oldFile();
    const before = contentOf(path);
    const store = openStore(path);
    const folder = migrationsWith('INSERT INTO nowhere VALUES (1);');
    expect(() => migrate(store, folder, () => {})).toThrow(/nowhere/);
    expect(schemaOf(store)).toBe(1);
    closeStore(store);
    expect(contentOf(path)).toEqual(before);
    const project = openProject(path, noon);
    expect(examineProject(project, false).sound).toBe(true);
    closeProject(project);
  });

  test('Killed in the middle, the file is as it was; killed at any moment, it is of the one form or the other', async () => {
    const path = oldFile();
    const before = contentOf(path);
    const child = spawn(process.execPath, [probe, path, migrationsWith('SELECT stall();')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(contentOf(path)).toEqual(before);
    for (let kill = 0; kill < 4; kill += 1) {
      const killed = spawn(process.execPath, [probe, path, migrationsFolder], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      // It may be done before it is killed.
      const closed = once(killed, 'close');
      await once(killed.stdout, 'data');
      await wait(kill * 3);
      killed.kill('SIGKILL');
      await closed;
      const database = new Database(path, { readonly: true });
      const form = database.pragma('user_version', { simple: true });
      database.close();
      expect([1, newestSchema]).toContain(form);
    }
    const project = openProject(path, noon);
    expect(examineProject(project, false).sound).toBe(true);
    closeProject(project);
  }, 60_000);

  test('Keeps a copy of the file as it was first; where none can be made nothing is migrated', () => {
    const path = oldFile();
    const place = copyPlace(newPath('data'), null, path, () => {});
    closeProject(openProject(path, noon, place));
    const [copy] = copiesIn(place.folder);
    expect(copy?.reason).toBe('form');
    expect(checkCopy(copy?.path ?? '').schema).toBe(1);
    const other = oldFile();
    const before = contentOf(other);
    const file = newPath('file');
    writeFileSync(file, '');
    const nowhere = copyPlace(join(file, 'in'), null, other, () => {});
    expect(refusal(() => openProject(other, noon, nowhere)).code).toBe('no-folder');
    expect(contentOf(other)).toEqual(before);
  });

  test('A file of a newer form is refused and left as it is, to the byte', () => {
    const path = oldFile();
    const database = new Database(path);
    database.pragma(`user_version = ${newestSchema + 1}`);
    database.close();
    const before = readFileSync(path);
    expect(refusal(() => openProject(path, noon)).code).toBe('newer-file');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  // No field has changed its meaning, so what an old image lacks is empty: that is all the lifting there is.
  test('Images of the old form are read as what they were: as-of, and undo and redo of everything', () => {
    const project = openProject(oldFile(), noon);
    const now = liveRecords(project.store, todayOf(project));
    const view = openProjectAsOf(project, todayOf(project));
    expect(liveRecords(view.store, todayOf(project))).toEqual(now);
    closeProject(view);
    const steps = project.store
      .sql(`SELECT seq FROM step WHERE kind = 'user' ORDER BY seq DESC LIMIT 30`)
      .all();
    let undone = 0;
    for (const { seq } of steps) {
      undo(project, Number(seq));
      undone += 1;
    }
    expect(liveRecords(project.store, todayOf(project))).not.toEqual(now);
    for (; undone > 0; undone -= 1) redo(project);
    expect(liveRecords(project.store, todayOf(project))).toEqual(now);
    expect(examineProject(project, false).findings.filter(({ count }) => count > 0)).toEqual([]);
    closeProject(project);
  });
});
