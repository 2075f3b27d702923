import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyPlace, copiesIn } from '../../source/services/safety/copies.ts';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { searchRecords } from '../../source/store/search/search.ts';
import { fillProject, makeProject, newPath } from '../support/project.ts';
import { perform, randomChanges } from '../support/random-changes.ts';
import { runLuotsi } from '../support/run.ts';
import { snapshot } from '../support/snapshot.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { TestProject } from '../support/project.ts';
import { runs } from '../support/runs.ts';

function filled(): { project: TestProject; ids: ReturnType<typeof fillProject> } {
  const made = makeProject();
  const place = copyPlace(newPath('data'), null, made.store.path, () => {});
  const ids = fillProject(made);
  changeRecord(made, ids.risk, { title: 'Toinen', objectives: [] });
  removeRecords(made, [ids.action], true);
  return { project: { ...made, copies: place }, ids };
}

/** What is wrong, by check. */
function wrong(project: Project, repair = false): Record<string, string[]> {
  const { findings } = examineProject(project, repair);
  return Object.fromEntries(
    findings
      .filter(({ count }) => count > 0)
      .map(({ check, faults }) => [check, faults.map(({ where, what }) => `${where} ${what}`)]),
  );
}

function tamper({ store }: Project, sql: string): void {
  store.database.pragma('foreign_keys = OFF');
  store.database.exec(sql);
}

describe('Doctor', () => {
  test('Finds nothing wrong after any changes', () => {
    fc.assert(
      fc.property(randomChanges(30), (changes) => {
        const project = makeProject();
        for (const change of changes) perform(project, change);
        expect(wrong(project)).toEqual({});
        closeStore(project.store);
      }),
      runs(10, 20220309),
    );
  });

  test('Leaves a sound file as it is, to the byte', () => {
    const { project } = filled();
    project.store.database.pragma('wal_checkpoint(TRUNCATE)');
    const before = readFileSync(project.store.path);
    expect(examineProject(project, true)).toMatchObject({ sound: true, repaired: [], copy: null });
    project.store.database.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(project.store.path).equals(before)).toBe(true);
  });

  test.each([
    ['derived', 'R-1 derived', 'UPDATE risk SET score = 99'],
    ['derived', 'R-1 derived', `UPDATE record SET heading = 'Muu' WHERE code = 'R-1'`],
    ['due', 'R-1 due', `DELETE FROM due WHERE register = 'risk'`],
    ['links', 'R-1 links', `DELETE FROM link WHERE field = 'owner'`],
    ['search', 'R-1 search', `DELETE FROM search WHERE rowid = (SELECT id FROM record WHERE code = 'R-1')`],
  ])('Finds %s (%s) that has gone astray, and puts it right after a copy', (check, fault, sql) => {
    const { project } = filled();
    const before = snapshot(project.store, '2022-03-01');
    tamper(project, sql);
    expect(wrong(project)[check]).toContain(fault);
    const { sound, repaired, copy } = examineProject(project, true);
    expect({ sound, repaired: repaired.includes(check as 'due') }).toEqual({ sound: true, repaired: true });
    expect(copiesIn(project.copies?.folder ?? '').map(({ path }) => path)).toEqual([copy]);
    expect(snapshot(project.store, '2022-03-01')).toEqual(before);
  });

  test('Makes the search index anew where its tables are gone or garbled', () => {
    const { project } = filled();
    project.store.database.unsafeMode(true);
    tamper(project, `UPDATE search_data SET block = x'00' WHERE id > 10`);
    project.store.database.unsafeMode(false);
    expect(Object.keys(wrong(project))).toContain('search');
    expect(examineProject(project, true).sound).toBe(true);
    expect(searchRecords(project.store, 'Toinen', 5)).toHaveLength(1);
  });

  test.each([
    ['records', 'R-1 unlikeJournal', `UPDATE risk SET title = 'Salaa muutettu'`],
    ['records', 'R-1 unlikeJournal', `UPDATE record SET version = 2 WHERE code = 'R-1'`],
    ['records', 'T-1 unlikeJournal', 'UPDATE action SET removedStep = NULL'],
    ['records', 'H-2 rowGone', `DELETE FROM person WHERE id = (SELECT id FROM record WHERE code = 'H-2')`],
    ['references', 'person 4 reference', `DELETE FROM record WHERE code = 'H-2'`],
    ['chain', '3 image', `UPDATE change SET image = json_set(image, '$.name', 'Muu') WHERE step = 3`],
    ['chain', '3 hash', `UPDATE step SET day = '2020-01-01' WHERE seq = 3`],
    [
      'double',
      'session',
      `DROP INDEX session_slot; INSERT INTO series (id, "group", rule) VALUES (1, 1, '{}');
        UPDATE session SET series = 1, slot = '2022-03-09T09:00';
        INSERT INTO session (id, "group", series, slot, startsAt) SELECT 999, "group", series, slot, startsAt FROM session`,
    ],
  ])('Finds what only a copy can put right: %s (%s)', (check, fault, sql) => {
    const { project } = filled();
    tamper(project, sql);
    expect(wrong(project)[check]?.join('\n')).toContain(fault);
    const picture = (): unknown => project.store.sql('SELECT * FROM person').all();
    const before = picture();
    expect(examineProject(project, true).sound).toBe(false);
    expect(picture()).toEqual(before);
  });

  test('Goes on past damaged pages, and says which check they stopped', () => {
    const { project } = filled();
    const { store } = project;
    const page = Number(
      store.sql(`SELECT rootpage FROM sqlite_schema WHERE name = 'change'`).get()?.['rootpage'],
    );
    closeStore(store);
    const bytes = readFileSync(store.path);
    bytes.fill(0x5a, (page - 1) * 4096, page * 4096);
    writeFileSync(store.path, bytes);
    const opened = openProject(store.path, {});
    const found = wrong(opened);
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['integrity', 'chain', 'records']));
    expect(found).not.toHaveProperty('derived');
    closeStore(opened.store);
  });

  test('Makes the search text anew with --reindex, and touches nothing else', async () => {
    const { project } = filled();
    const records = project.store.sql('SELECT * FROM record ORDER BY id').all();
    project.store.sql('DELETE FROM search').run();
    expect(searchRecords(project.store, 'R-1 ', 5).length).toBe(0);
    closeStore(project.store);
    const { code, stdout } = await runLuotsi([
      'doctor',
      '--reindex',
      '--file',
      project.store.path,
      '--language',
      'en',
    ]);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/: \d+ records can be found/),
    });
    const opened = openProject(project.store.path, {});
    expect(searchRecords(opened.store, 'R-1', 5).map((one) => one.code)).toContain('R-1');
    expect(opened.store.sql('SELECT * FROM record ORDER BY id').all()).toEqual(records);
    expect(examineProject(opened, false).sound).toBe(true);
    closeStore(opened.store);
  });

  test('A search that finds the index damaged has it made anew, and finds', async () => {
    const { project } = filled();
    // SQLite guards the index's own tables; the damage stands for a disk that does not.
    project.store.database.unsafeMode(true);
    project.store.database.exec('DELETE FROM search_data WHERE id > 10');
    closeStore(project.store);
    const found = await runLuotsi(['find', 'R-1', '--file', project.store.path]);
    expect(found).toMatchObject({ code: 0, stdout: expect.stringContaining('R-1 '), stderr: '' });
    const opened = openProject(project.store.path, {});
    expect(examineProject(opened, false).sound).toBe(true);
    closeStore(opened.store);
  });

  test('Says it in words and in JSON, with its exit code', async () => {
    const { project, ids } = filled();
    expect(getRecord(project, ids.risk)['score']).toBe(12);
    closeStore(project.store);
    const doctor = async (...words: string[]) =>
      runLuotsi(['doctor', ...words, '--file', project.store.path]);
    expect(await doctor()).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Tiedosto on kunnossa.'),
    });
    const opened = openProject(project.store.path, {});
    tamper(opened, 'UPDATE risk SET score = 99');
    closeStore(opened.store);
    expect(await doctor('--language', 'en')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('R-1: is not what it is worked out to be'),
    });
    const { code, stdout } = await doctor('--repair', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ sound: true, repaired: ['derived'] });
    expect(await doctor('--json')).toMatchObject({ code: 0 });
  });
});
