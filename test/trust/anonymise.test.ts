import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { person } from '../../source/registers/person.ts';
import { atOnce } from '../../source/domain/long-work.ts';
import { nameFinder, namesOfPerson } from '../../source/domain/people/naming.ts';
import { anonymise } from '../../source/services/safety/anonymise.ts';
import { anonymiseCopies } from '../../source/services/safety/anonymise-copies.ts';
import { makeCopy } from '../../source/services/safety/backup.ts';
import { copiesIn, copyPlace } from '../../source/services/safety/copies.ts';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { draftOf, keepDraft } from '../../source/services/writing/drafts.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { openProjectAsOf } from '../../source/services/project/project-file.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { redo, undo } from '../../source/services/writing/undo.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { verifyChain } from '../../source/store/journal/verify.ts';
import { fillProject, makeProject, newPath, nextDay, openTestProject } from '../support/project.ts';
import { foundThen } from '../support/every-text.ts';
import { refusal } from '../support/refusal.ts';
import { runLuotsi } from '../support/run.ts';
import { liveRecords } from '../support/snapshot.ts';
import type { TestProject } from '../support/project.ts';

const plain = { force: false, texts: false, names: [] };
const withTexts = { ...plain, texts: true };

/** Veera Verraton has been called by another name, is in a round, a group and at a session, and is named in texts. */
function peopled() {
  const made = makeProject();
  const place = copyPlace(newPath('data'), newPath('own'), made.store.path, () => {});
  const project: TestProject = { ...made, copies: place };
  const ids = fillProject(project);
  const add = (register: string, values: Record<string, unknown>): number =>
    addRecord(project, register, values).result;
  const veera = add('person', {
    name: 'Veera Vanhanimi',
    email: 'veera.vanhanimi@esimerkki.fi',
    phone: '040 555 7788',
    jobTitle: 'erikoisnimike',
    unit: ids.unit,
    notes: 'Lempinimi Veksu',
  });
  nextDay(project);
  changeRecord(project, veera, { name: 'Veera Verraton', phone: '050 999 1122' });
  const round = add('round', { title: 'Kevät' });
  const candidate = add('candidate', { round, person: veera, unit: ids.unit });
  changeRecord(project, candidate, { stage: 'selected' });
  const membership = add('membership', { group: ids.club, person: veera });
  add('attendance', { session: ids.session, person: veera });
  const diary = add('diary', {
    text: 'Sovittu Verraton Veeran kanssa. Veera Verraton soittaa.',
    day: '2022-03-02',
  });
  changeRecord(project, ids.risk, { owner: 'Veera Verraton', notes: 'Veera Verrattomalle soitettava' });
  add('unit', { name: 'Varasto', supervisor: veera });
  keepDraft(project, {
    key: 'person',
    register: 'person',
    record: veera,
    version: 1,
    texts: { name: 'Veera V' },
  });
  keepDraft(project, {
    key: 'risk',
    register: 'risk',
    record: null,
    version: null,
    texts: { title: 'Veera Verraton lähtee' },
  });
  return { project, place, veera, candidate, membership, diary, ...ids };
}

const secrets = ['salainen', 'veera verraton', 'vanhanimi', '555 7788', '999 1122', 'erikoisnimike', 'veksu'];

/** Traces of the person in the bytes of a file, as letters in any case and in either of SQLite's encodings of them. */
function tracesIn(path: string): string[] {
  if (!existsSync(path)) return [];
  const text = readFileSync(path).toString('latin1').toLowerCase();
  return secrets.filter((secret) => text.includes(secret));
}

const tracesOf = (path: string): string[] =>
  ['', '-wal', '-shm'].flatMap((ending) => tracesIn(path + ending));

describe('Anonymising a person', () => {
  test('Leaves no byte of name and contacts in the file, its log, search, drafts, copies made before or after', () => {
    const { project, place, veera } = peopled();
    makeCopy(project, place, 'own');
    const whom = { uid: getRecord(project, veera).uid, label: 'anonymisoitu H-3' };
    expect(tracesOf(project.store.path)).toEqual(secrets.slice(1));
    const done = anonymise(project, veera, withTexts);
    expect(done).toMatchObject({ label: 'anonymisoitu H-3', swept: true });
    expect(tracesOf(project.store.path)).toEqual([]);
    expect(copiesIn(place.folder).some(({ path }) => tracesIn(path).length > 0)).toBe(true);
    const { cleared, left } = atOnce(anonymiseCopies(place, whom, { ...withTexts, force: true }, {}));
    expect(left).toEqual([]);
    expect(cleared).toBeGreaterThan(0);
    makeCopy(project, place, 'own');
    for (const folder of [place.folder, place.own ?? '']) {
      expect(readdirSync(folder).length).toBeGreaterThan(1);
      for (const name of readdirSync(folder))
        expect([name, tracesIn(join(folder, name))]).toEqual([name, []]);
    }
  });

  test('Leaves counts, attendance and all that names the person by reference as they were', () => {
    const { project, veera, candidate, membership } = peopled();
    const figures = (): unknown => {
      const records = liveRecords(project.store, project.clock.today);
      return Object.values(records as Record<string, Record<string, unknown>>)
        .filter(({ register }) =>
          ['round', 'session', 'unit', 'attendance', 'stageChange'].includes(String(register)),
        )
        .map((record) => ({ ...record, heading: null }));
    };
    const before = figures();
    anonymise(project, veera, withTexts);
    expect(figures()).toEqual(before);
    expect(getRecord(project, candidate)['heading']).toBe('anonymisoitu H-3');
    expect(getRecord(project, membership)['heading']).toBe('anonymisoitu H-3, Tsemppariklubi');
    expect(getRecord(project, veera)).toMatchObject({
      email: null,
      phone: null,
      jobTitle: null,
      notes: null,
    });
    expect(getRecord(project, veera)['unit']).not.toBeNull();
    expect(verifyChain(project.store)).toEqual([]);
    expect(examineProject(project, false).findings.filter(({ count }) => count > 0)).toEqual([]);
  });

  test('Is taken back by neither undo nor redo nor an as-of view', () => {
    const { project, veera } = peopled();
    const { step } = anonymise(project, veera, withTexts);
    expect(refusal(() => undo(project, step ?? 0)).code).toBe('anonymised-stays');
    expect(refusal(() => undo(project))).toMatchObject({ code: 'anonymised-stays', parameters: { step } });
    expect(refusal(() => redo(project)).code).toBe('nothing-to-redo');
    for (let count = 1; count <= 8; count += 1) undo(project, (step ?? 0) - count);
    for (let count = 0; count < 8; count += 1) redo(project);
    const view = openProjectAsOf(project, '2022-03-01');
    const named = listOf(view, person, {}, 'fi').map(({ heading }) => heading);
    expect(named).toContain('anonymisoitu H-3');
    closeStore(view.store);
    expect(foundThen(project, '2022-03-01', 'vanhanimi')).toEqual([]);
    expect(foundThen(project, '2022-03-01', 'anonymisoitu')).toContain('anonymisoitu H-3');
    project.store.database.pragma('wal_checkpoint(TRUNCATE)');
    expect(tracesOf(project.store.path)).toEqual([]);
    expect(verifyChain(project.store)).toEqual([]);
  });

  test('Lists texts that name the person, and leaves them to the planner where that was not asked for', () => {
    const { project, veera, diary } = peopled();
    const done = anonymise(project, veera, plain);
    expect(done.mentions.map(({ code, field }) => `${code} ${field.en}`).toSorted()).toEqual([
      'PK-1 Entry',
      'R-1 Owner',
    ]);
    expect(done.perhaps).toEqual([]);
    expect(getRecord(project, diary)['text']).toContain('Veera Verraton');
    expect(draftOf(project, 'person')).toBeNull();
    expect(draftOf(project, 'risk')?.texts).toEqual({ title: 'anonymisoitu H-3 lähtee' });
    // The planner edits the texts, and then clears their history by the name.
    changeRecord(project, diary, { text: 'Sovittu jatkosta.' });
    const again = anonymise(project, veera, { ...withTexts, names: ['Veera Verraton'] });
    expect(again.step).not.toBeNull();
    expect(getRecord(project, diary)['text']).toBe('Sovittu jatkosta.');
    expect(tracesOf(project.store.path)).toEqual([]);
    expect(verifyChain(project.store)).toEqual([]);
    expect(anonymise(project, veera, withTexts).step).toBeNull();
  });

  test('Says which records may name the person in another form', () => {
    const { project, veera } = peopled();
    addRecord(project, 'diary', {
      text: 'Veeralle ja Verrattomalle viesti: Veeran Verratonta kehuttiin',
      day: '2022-03-02',
    });
    const { perhaps } = anonymise(project, veera, withTexts);
    expect(perhaps.map(({ code }) => code)).toEqual(['PK-1', 'PK-2']);
  });

  test('Is refused before the day until which records must be kept, unless it is forced', () => {
    const { project, veera } = peopled();
    const [id = 0] = project.store
      .sql('SELECT id FROM project')
      .all()
      .map((row) => Number(row['id']));
    changeRecord(project, id, { keepUntil: '2030-12-31' });
    const before = tracesOf(project.store.path);
    expect(refusal(() => anonymise(project, veera, plain))).toMatchObject({
      code: 'keep-until',
      parameters: { code: 'H-3', until: '2030-12-31', counts: [{ count: 1 }, { count: 1 }, { count: 1 }] },
    });
    expect(tracesOf(project.store.path)).toEqual(before);
    expect(anonymise(project, veera, { ...plain, force: true }).step).not.toBeNull();
  });

  test('Names nobody in the step that is left of it', () => {
    const { project, veera } = peopled();
    const { step } = anonymise(project, veera, withTexts);
    const row = project.store.sql('SELECT kind, label FROM step WHERE seq = ?').get(step);
    expect(row?.['kind']).toBe('anonymise');
    expect(String(row?.['label'])).toContain('H-3');
    expect(secrets.filter((secret) => String(row?.['label']).toLowerCase().includes(secret))).toEqual([]);
  });

  test('Leaves no byte of what another program has deleted without writing over it', () => {
    const { project, veera } = peopled();
    const other = new Database(project.store.path);
    other.pragma('secure_delete = OFF');
    other.exec(`CREATE TABLE scratch AS SELECT name || ' salainen' AS text FROM person;
      DELETE FROM scratch; DROP TABLE scratch; PRAGMA wal_checkpoint(TRUNCATE)`);
    other.close();
    expect(tracesIn(project.store.path)).toContain('salainen');
    expect(anonymise(project, veera, withTexts).swept).toBe(true);
    expect(tracesOf(project.store.path)).toEqual([]);
  });

  test('Tells of a file that another program has open, in which traces may stay', () => {
    const { project, veera } = peopled();
    const other = openTestProject(project.store.path);
    other.store.database.exec('BEGIN; SELECT * FROM person');
    other.store.sql('SELECT * FROM person').all();
    project.store.database.pragma('busy_timeout = 100');
    expect(anonymise(project, veera, withTexts).swept).toBe(false);
    other.store.database.exec('COMMIT');
    expect(anonymise(project, veera, withTexts)).toMatchObject({ swept: true, step: null });
    expect(tracesOf(project.store.path)).toEqual([]);
  });

  test('On the command line: asks for --yes, says what was done, and shows in the history', async () => {
    const { project, veera } = peopled();
    expect(getRecord(project, veera).code).toBe('H-3');
    closeStore(project.store);
    const luotsi = async (...words: string[]) =>
      runLuotsi([...words, '--file', project.store.path], { environment: { LUOTSI_CLOCK: '2022-03-05' } });
    expect(await luotsi('person', 'anonymise', 'H-3')).toMatchObject({ code: 2, stdout: '' });
    expect(tracesOf(project.store.path)).toEqual(secrets.slice(1));
    const { code, stdout } = await luotsi('person', 'anonymise', 'H-3', '--texts', '--yes');
    expect([code, stdout]).toEqual([0, expect.stringContaining('H-3 on nyt ”anonymisoitu H-3”')]);
    expect(tracesOf(project.store.path)).toEqual([]);
    expect((await luotsi('history')).stdout).toContain('Anonymisoitu H-3, R-1, PK-1');
    expect((await luotsi('doctor')).code).toBe(0);
  });
});

describe('Names in a text', () => {
  test.each([
    ['Soitto: Veera Verraton.', true],
    ['verraton, veera', true],
    ['VEERA  VERRATON', true],
    ['Veera Verratonkin', false],
    ['Uusiveera Verraton', false],
    ['Veera', false],
  ])('%s: %s', (text, found) => {
    expect(text.search(nameFinder(namesOfPerson(['Veera Verraton'])) ?? /$^/) !== -1).toBe(found);
  });

  test('Are never taken for a pattern', () => {
    const finder = nameFinder(namesOfPerson(['A.*b (c) [d] x|y', '+358 40 123']));
    expect('axxb'.search(finder ?? /$^/)).toBe(-1);
    expect('soita +358 40 123 heti'.search(finder ?? /$^/)).toBe(6);
    expect(nameFinder(namesOfPerson(['', '  ', null, 'ab']))).toBeNull();
  });

  test.each(['Anna-Liisa Meri-Aho', 'a-b@sote.example', 'O’Neil / Ahti', 'C:\\x'])(
    '%s is found as it stands',
    (name) => {
      const finder = nameFinder(namesOfPerson([name]));
      expect(`soita: ${name}.`.search(finder ?? /$^/)).toBe(7);
    },
  );
});
