import { describe, expect, test } from 'vitest';
import { getRecord } from '../../source/services/reading/get-record.ts';
import {
  addRecord,
  changeRecord,
  removeRecords,
  restoreRecords,
} from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { holdSession } from '../../source/services/writing/verbs.ts';
import { write } from '../../source/services/writing/write.ts';
import { newestSchema } from '../../source/store/file/migrate.ts';
import { fillProject, makeProject, nextDay, openTestProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { everything, idsOf } from '../support/snapshot.ts';
import type { UnitOfWork } from '../../source/services/writing/unit-of-work.ts';

const user = { kind: 'user', label: { verb: 'set' } } as const;

describe('A write that fails', () => {
  test.each([
    [
      'work that throws',
      /Kesken/,
      (unit: UnitOfWork) => {
        unit.add('risk', { title: 'Toinen', probability: 2 });
        throw new Error('Kesken');
      },
    ],
    [
      'a value that is refused',
      /wrong-number/,
      (unit: UnitOfWork) => {
        unit.add('risk', { title: 'Toinen' });
        unit.add('risk', { title: 'Kolmas', probability: 9 });
      },
    ],
    [
      'a missing value',
      /missing-field/,
      (unit: UnitOfWork) => {
        unit.add('person', { name: 'Uusi' });
        unit.add('risk', {});
      },
    ],
    [
      'a uid that is taken',
      /UNIQUE/,
      (unit: UnitOfWork) => {
        const id = unit.add('person', { name: 'Uusi' });
        unit.add('person', { name: 'Toinen' }, unit.read(id).uid);
      },
    ],
  ])('Leaves nothing of %s', (_, message, work) => {
    const project = makeProject();
    fillProject(project);
    const before = everything(project.store);
    expect(() => write(project, user, work)).toThrow(message);
    expect(everything(project.store)).toEqual(before);
    // The project is whole: the next code and step are those that would have come.
    expect(addRecord(project, 'risk', { title: 'Neljäs' }).codes).toEqual(['R-2']);
  });

  test('Leaves nothing when a foreign key stands in the way', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const before = everything(project.store);
    expect(() =>
      write(project, user, (unit) => {
        unit.change(risk, { title: 'Toinen' });
        project.store.database.exec(`UPDATE action SET source = 9999`);
      }),
    ).toThrow(/FOREIGN KEY/);
    expect(everything(project.store)).toEqual(before);
  });

  test('Leaves nothing when another Luotsi has taken the file to a newer form', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    project.store.database.pragma(`user_version = ${newestSchema + 1}`);
    const before = everything(project.store);
    expect(refusal(() => changeRecord(project, risk, { title: 'Toinen' })).code).toBe('schema-moved');
    expect(everything(project.store)).toEqual(before);
  });
});

describe('A required field', () => {
  test('Is never emptied', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    expect(refusal(() => changeRecord(project, risk, { title: '  ' })).code).toBe('empty-field');
    expect(refusal(() => addRecord(project, 'risk', { title: '' }))).toMatchObject({
      code: 'missing-field',
      exit: 2,
      parameters: { fields: ['title'] },
    });
  });
});

describe('A write', () => {
  test('That changes nothing is no step', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const before = everything(project.store);
    expect(changeRecord(project, risk, { title: 'Avainhenkilö lähtee', tags: [] }).step).toBeNull();
    expect(everything(project.store)).toEqual(before);
  });

  test('Is one step with the codes of all that it changed', () => {
    const project = makeProject();
    const { risk, action } = fillProject(project);
    const written = write(project, user, (unit) => {
      unit.change(risk, { probability: 1 });
      unit.change(action, { state: 'done' });
      unit.change(action, { outcome: 'Sovittu' });
    });
    expect(written.codes).toEqual(['R-1', 'T-1']);
    const { label, changes } = project.store
      .sql('SELECT label, (SELECT count(*) FROM change WHERE step = seq) AS changes FROM step WHERE seq = ?')
      .get(written.step) as { label: string; changes: number };
    expect(JSON.parse(label)).toMatchObject({ verb: 'set', count: 2 });
    expect(changes).toBe(2);
  });

  test('Never goes back in time, though the clock does', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    nextDay(project, 5);
    changeRecord(project, risk, { title: 'Toinen' });
    nextDay(project, -3);
    changeRecord(project, risk, { title: 'Kolmas' });
    const steps = project.store.sql('SELECT at, day FROM step ORDER BY seq').all();
    expect(steps).toEqual(steps.toSorted((one, other) => (String(one['at']) < String(other['at']) ? -1 : 1)));
    expect(steps.at(-1)?.['day']).toBe('2022-03-06');
  });

  test('Carries an earlier day only when it just adds, and never a later one', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const dated = (day: string, work: (unit: UnitOfWork) => void) => () =>
      write(project, { ...user, day }, work);
    const add = (unit: UnitOfWork): void => void unit.add('risk', { title: 'Vanha' });
    expect(refusal(dated('2022-02-01', (unit) => unit.change(risk, { title: 'Ei' }))).code).toBe(
      'outside-day',
    );
    expect(refusal(dated('2022-03-02', add)).code).toBe('outside-day');
    dated('2022-02-01', add)();
    expect(project.store.sql('SELECT day FROM step ORDER BY seq DESC').get()?.['day']).toBe('2022-02-01');
  });

  test('Refuses an entry of a log whose day is still ahead', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const [entry] = idsOf(project.store, 'assessment');
    expect(refusal(() => changeRecord(project, entry ?? 0, { day: '2022-03-02' })).code).toBe('wrong-day');
    expect(refusal(() => addRecord(project, 'assessment', { risk, day: '2022-03-02', impact: 1 })).code).toBe(
      'wrong-day',
    );
  });
});

describe('A dated log', () => {
  test('Carries numbers over from the last entry, and no words', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    nextDay(project);
    changeRecord(project, risk, { impact: 5 });
    const last = idsOf(project.store, 'assessment').at(-1) ?? 0;
    expect(getRecord(project, last)).toMatchObject({
      day: '2022-03-02',
      probability: 3,
      impact: 5,
      reason: null,
    });
    expect(getRecord(project, risk)).toMatchObject({ score: 15, inherent: 12, assessed: '2022-03-02' });
  });
});

describe('Codes', () => {
  test('Are never used again: undo does not turn the counter back, redo brings the same code', () => {
    const project = makeProject();
    addRecord(project, 'risk', { title: 'Ensimmäinen' });
    const second = addRecord(project, 'risk', { title: 'Toinen' }).result;
    undo(project);
    const undone = undo(project);
    expect(undone.codes).toEqual(['R-1']);
    undo(project, undone.step ?? 0);
    expect(addRecord(project, 'risk', { title: 'Kolmas' }).codes).toEqual(['R-3']);
    expect(getRecord(project, second).code).toBe('R-2');
  });

  test('Follow the parent: deliveries its code, sessions the prefix of their group', () => {
    const project = makeProject();
    const plans = [1, 2, 3].map((nth) => addRecord(project, 'plan', { audience: `Yleisö ${nth}` }).result);
    const code = (register: string, values: Record<string, unknown>) =>
      addRecord(project, register, values).codes.at(-1);
    const deliver = (plan: number | undefined) => code('delivery', { plan, title: 'Tiedote' });
    expect([plans[2], plans[0], plans[2], plans[2], plans[2]].map(deliver)).toEqual([
      'V-3.1',
      'V-1.1',
      'V-3.2',
      'V-3.3',
      'V-3.4',
    ]);
    const club = addRecord(project, 'group', { title: 'Tsemppariklubi', prefix: 'TK' }).result;
    const other = addRecord(project, 'group', { title: 'Muu' }).result;
    const meet = (group: number) => code('session', { group, startsAt: '2022-03-09T09:00' });
    expect([club, other, club].map(meet)).toEqual(['TK-1', 'KO-1', 'TK-2']);
  });
});

test('The number of a session that lies in the trash is not given to another', () => {
  const project = makeProject();
  const { result: group } = addRecord(project, 'group', { title: 'Ohjausryhmä', kind: 'steering' });
  const [first, second] = ['2022-02-01T09:00', '2022-02-08T09:00'].map(
    (startsAt) => addRecord(project, 'session', { group, startsAt }).result,
  );
  if (first === undefined || second === undefined) throw new Error('No sessions');
  holdSession(project, first, {});
  removeRecords(project, [first]);
  holdSession(project, second, {});
  restoreRecords(project, [first]);
  expect([first, second].map((id) => getRecord(project, id)['number'])).toEqual(['1/2022', '2/2022']);
});

describe('Two connections to one file', () => {
  test('See what the other wrote, and lose nothing', () => {
    const one = makeProject();
    const { risk } = fillProject(one);
    const other = openTestProject(one.store.path);
    const version = getRecord(one, risk).version;
    changeRecord(one, risk, { title: 'Ensimmäisen' }, version);
    changeRecord(other, risk, { notes: 'Toisen' }, version);
    expect(getRecord(one, risk)).toMatchObject({ title: 'Ensimmäisen', notes: 'Toisen' });
    expect(refusal(() => changeRecord(other, risk, { title: 'Toisen' }, version))).toMatchObject({
      code: 'conflict',
      parameters: { code: 'R-1', fields: ['title'] },
    });
  });
});
