import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { changeRecord } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { write } from '../../source/services/writing/write.ts';
import { redactionDigest } from '../../source/store/journal/journal.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { verifyChain } from '../../source/store/journal/verify.ts';
import { fillProject, makeProject, openTestProject } from '../support/project.ts';
import { perform, randomChanges } from '../support/random-changes.ts';
import { refusal } from '../support/refusal.ts';
import type { Store } from '../../source/store/file/open.ts';
import type { TestProject } from '../support/project.ts';
import { runs } from '../support/runs.ts';

const faults = (store: Store): string[] => verifyChain(store).map(({ fault }) => fault);

/** Rows may be tampered with in ways that keys between tables would not let through. */
function tamper(project: TestProject, sql: string, ...values: unknown[]): number {
  project.store.database.pragma('foreign_keys = OFF');
  return project.store.database.prepare(sql).run(...values).changes;
}

/** The same text with one character another one. */
function slipped(text: string, place: number): string {
  const at = place % text.length;
  const other = text[at] === 'a' ? 'b' : 'a';
  return `${text.slice(0, at)}${other}${text.slice(at + 1)}`;
}

function filled(): TestProject {
  const project = makeProject();
  const { risk } = fillProject(project);
  changeRecord(project, risk, { title: 'Toinen', probability: 5 });
  undo(project);
  return project;
}

describe('The chain of steps', () => {
  test('Holds after any changes', () => {
    fc.assert(
      fc.property(randomChanges(40), (changes) => {
        const project = makeProject();
        for (const change of changes) perform(project, change);
        expect(verifyChain(project.store)).toEqual([]);
        closeStore(project.store);
      }),
      runs(10, 20220306),
    );
  });

  const texts = ['uid', 'replica', 'at', 'day', 'kind', 'label'].map((column) => ['step', column] as const);
  const ofChange = ['register', 'recordUid', 'operation', 'image'].map(
    (column) => ['change', column] as const,
  );

  test.each([...texts, ...ofChange])(
    'Breaks when one character of a %s is another in %s',
    (table, column) => {
      const project = filled();
      const key = table === 'step' ? 'seq' : 'id';
      const rows = project.store.database
        .prepare<[], { key: number; text: string }>(`SELECT ${key} AS key, ${column} AS text FROM ${table}`)
        .all();
      project.store.database.pragma('ignore_check_constraints = ON');
      for (const [index, { key: id, text }] of rows.entries()) {
        const change = (value: string): unknown =>
          tamper(project, `UPDATE ${table} SET ${column} = ? WHERE ${key} = ?`, value, id);
        change(slipped(text, index * 7));
        expect(faults(project.store).length).toBeGreaterThan(0);
        change(text);
      }
      expect(faults(project.store)).toEqual([]);
    },
  );

  test.each([
    ['a counter', 'UPDATE step SET counter = counter + 1 WHERE seq = (SELECT max(seq) FROM step)', 'gap'],
    ['a logical clock', 'UPDATE step SET logicalClock = 99 WHERE seq = 3', 'hash'],
    ['a form', 'UPDATE step SET schema = 9 WHERE seq = 3', 'hash'],
    ['what is reversed', 'UPDATE step SET reverses = 2 WHERE reverses IS NOT NULL', 'hash'],
    ['a hash', `UPDATE step SET hash = x'00' WHERE seq = 3`, 'hash'],
    ['a hash before', `UPDATE step SET previousHash = x'00' WHERE seq = 3`, 'previous'],
    ['a digest', `UPDATE change SET digest = randomblob(32) WHERE id = 3`, 'hash'],
    ['a salt', `UPDATE change SET salt = randomblob(16) WHERE id = 3`, 'image'],
    ['an erased image', 'UPDATE change SET image = NULL, salt = NULL WHERE id = 3', 'missing'],
    ['an image alone erased', 'UPDATE change SET image = NULL WHERE id = 3', 'missing'],
    ['a step taken out', 'DELETE FROM step WHERE seq = 3', 'gap'],
    ['a change taken out', 'DELETE FROM change WHERE id = 3', 'hash'],
    [
      'a change put in',
      `INSERT INTO change (step, register, recordUid, operation, image, salt, digest)
        SELECT 4, register, 'new', operation, image, salt, digest FROM change WHERE id = 3`,
      'hash',
    ],
  ])('Breaks on %s', (_, sql, fault) => {
    const project = filled();
    expect(faults(project.store)).toEqual([]);
    expect(tamper(project, sql)).toBe(1);
    expect(faults(project.store)).toContain(fault);
  });

  test('A forged step breaks the one after it, though that one names the forged hash', () => {
    const project = filled();
    tamper(project, `UPDATE step SET hash = zeroblob(32) WHERE seq = 3`);
    tamper(project, `UPDATE step SET previousHash = zeroblob(32) WHERE seq = 4`);
    expect(verifyChain(project.store).map(({ step, fault }) => [step, fault])).toEqual([
      [3, 'hash'],
      [4, 'hash'],
    ]);
  });

  test('Changes of a step do not trade places', () => {
    const project = filled();
    tamper(project, `UPDATE change SET id = 1000 WHERE id = (SELECT min(id) FROM change WHERE step = 5)`);
    expect(faults(project.store)).toContain('hash');
  });

  test('Is one for each copy that wrote', () => {
    const project = filled();
    project.store.database.exec(`UPDATE replica SET place = 'elsewhere'`);
    const other = openTestProject(project.store.path);
    fillProject(other);
    expect(other.store.sql('SELECT count(DISTINCT replica) AS count FROM step').get()?.['count']).toBe(2);
    expect(verifyChain(other.store)).toEqual([]);
  });
});

describe('An erased image', () => {
  function erase(project: TestProject, kind: 'user' | 'anonymise'): void {
    const { anna } = fillProject(project);
    const { uid } = getRecord(project, anna);
    const first = project.store.sql('SELECT id, digest FROM change WHERE recordUid = ? LIMIT 1').get(uid);
    const [change = null, digest] = [first?.['id'], first?.['digest']];
    if (!Buffer.isBuffer(digest)) throw new Error('No change of the person');
    const salt = Buffer.alloc(16, 7);
    const label = { verb: 'anonymise', redacted: [redactionDigest(salt, digest, '{}')] };
    const { step } = write(project, { kind, label }, (unit) => {
      unit.change(anna, { name: 'Henkilö' });
    });
    project.store
      .sql('INSERT INTO redaction (change, step, image, salt) VALUES (?, ?, ?, ?)')
      .run(change, step, '{}', salt);
    project.store.sql('UPDATE change SET image = NULL, salt = NULL WHERE id = ?').run(change);
  }

  test('Is accepted where an anonymise step has put what stands there in its place, and only there', () => {
    const sound = makeProject();
    erase(sound, 'anonymise');
    expect(verifyChain(sound.store)).toEqual([]);
    const unsound = makeProject();
    erase(unsound, 'user');
    expect(faults(unsound.store)).toEqual(['missing']);
  });

  test('Has none in its place while it is still there', () => {
    const project = makeProject();
    fillProject(project);
    project.store.sql(`INSERT INTO redaction (change, step, image) VALUES (3, 4, '{}')`).run();
    expect(faults(project.store)).toEqual(['redaction']);
  });

  test('Is brought back by neither undo nor redo', () => {
    const project = makeProject();
    const { anna } = fillProject(project);
    const renamed = changeRecord(project, anna, { name: 'Anna Uusi', phone: '040' });
    write(project, { kind: 'anonymise', label: { verb: 'anonymise' } }, (unit) => {
      unit.change(anna, { name: 'Henkilö', phone: null });
    });
    project.store.sql(`UPDATE change SET image = NULL, salt = NULL WHERE step < ?`).run(renamed.step);
    expect(refusal(() => undo(project)).code).toBe('anonymised-stays');
    undo(project, Number(renamed.step));
    expect(getRecord(project, anna)).toMatchObject({ name: 'Henkilö', phone: null });
  });
});
