import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUserError } from '../../source/errors.ts';
import { markAttendance } from '../../source/services/meetings/attendance.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import {
  addRecord,
  changeRecord,
  removeRecords,
  restoreRecords,
} from '../../source/services/writing/records.ts';
import { redo, undo } from '../../source/services/writing/undo.ts';
import { holdSession } from '../../source/services/writing/verbs.ts';
import { fillProject, makeProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { runs } from '../support/runs.ts';
import { Commands, initWords } from '../commands/sample-home.ts';
import type { Project } from '../../source/services/project/project.ts';

describe('What comes back is not a second one', () => {
  test('a mark that was taken off and put on anew', () => {
    const project = makeProject();
    const { club, anna } = fillProject(project);
    const session = addRecord(project, 'session', { group: club, startsAt: '2022-03-01T09:00' }).result;
    const mark = (value: 'present' | null) =>
      markAttendance(project, session, [{ person: anna, mark: value }]).step;
    mark('present');
    const off = mark(null) ?? 0;
    const anew = mark('present') ?? 0;
    expect(refusal(() => undo(project, off))).toMatchObject({
      code: 'place-taken',
      parameters: { step: anew, why: { fi: 'Anna Aalto on merkitty siihen uudelleen' } },
    });
    // As the refusal says: that one first, and then again.
    undo(project, anew);
    undo(project, off);
    expect(getRecord(project, session)['present']).toBe(1);
  });

  test('a candidate or a membership that was thrown away and added anew, by undo or out of the trash', () => {
    const project = makeProject();
    const { club, anna } = fillProject(project);
    const round = addRecord(project, 'round', { title: 'Kevät' }).result;
    const values = {
      candidate: { round, person: anna },
      membership: { group: club, person: anna, role: 'member' },
    };
    for (const register of ['candidate', 'membership'] as const) {
      const old = addRecord(project, register, values[register]).result;
      const { step } = removeRecords(project, [old]);
      const heir = addRecord(project, register, values[register]).result;
      const code = getRecord(project, heir).code ?? '';
      for (const bring of [() => undo(project, step ?? 0), () => restoreRecords(project, [old])]) {
        const { code: error, parameters } = refusal(bring);
        expect(error).toBe('place-taken');
        expect(JSON.stringify(parameters)).toContain(code);
      }
      removeRecords(project, [heir]);
      restoreRecords(project, [old]);
      expect(refusal(() => restoreRecords(project, [heir])).code).toBe('place-taken');
    }
  });

  test('a term that is made longer again over its successor', () => {
    const project = makeProject();
    const { club, anna } = fillProject(project);
    const member = { group: club, person: anna, role: 'member' };
    const old = addRecord(project, 'membership', { ...member, starts: '2022-01-01' }).result;
    const { step } = changeRecord(project, old, { ends: '2022-03-31' });
    addRecord(project, 'membership', { ...member, starts: '2022-04-01' });
    expect(refusal(() => undo(project, step ?? 0)).code).toBe('place-taken');
  });

  test('two that stood beside each other before do so again', () => {
    const project = makeProject();
    const { club } = fillProject(project);
    const [one = 0, other = 0] = ['2022-03-02', '2022-03-03'].map((day) => {
      const id = addRecord(project, 'session', { group: club, startsAt: `${day}T09:00` }).result;
      changeRecord(project, id, { number: '7/2022' });
      return id;
    });
    removeRecords(project, [one]);
    undo(project);
    expect(getRecord(project, one).removedStep).toBeNull();
    expect(getRecord(project, other)['number']).toBe('7/2022');
  });
});

/** Pairs of live records that are what only one may be. */
const doubles = ({ store }: Project): unknown[] => [
  ...store
    .sql('SELECT session, person FROM attendance WHERE removedStep IS NULL GROUP BY 1, 2 HAVING count(*) > 1')
    .all(),
  ...store
    .sql('SELECT round, person FROM candidate WHERE removedStep IS NULL GROUP BY 1, 2 HAVING count(*) > 1')
    .all(),
  ...store
    .sql('SELECT "group", person FROM membership WHERE removedStep IS NULL GROUP BY 1, 2 HAVING count(*) > 1')
    .all(),
  ...store
    .sql(
      'SELECT "group", number FROM session WHERE removedStep IS NULL AND number IS NOT NULL GROUP BY 1, 2 HAVING count(*) > 1',
    )
    .all(),
];

test('whatever is added, thrown away, brought back, undone and done again, there is one of each', () => {
  const act = fc.tuple(
    fc.constantFrom('mark', 'sign', 'join', 'hold', 'remove', 'restore', 'undo', 'undoStep', 'redo'),
    fc.nat({ max: 30 }),
  );
  fc.assert(
    fc.property(fc.array(act, { minLength: 4, maxLength: 16 }), (acts) => {
      const project = makeProject();
      const { club, anna } = fillProject(project);
      const round = addRecord(project, 'round', { title: 'Kevät' }).result;
      const sessions = [1, 2].map(
        (day) => addRecord(project, 'session', { group: club, startsAt: `2022-03-0${day}T09:00` }).result,
      );
      const first = Number(project.store.sql('SELECT max(seq) AS seq FROM step').get()?.['seq']);
      const made: number[] = [];
      const pick = <One>(list: readonly One[], number: number): One | undefined =>
        list[number % Math.max(1, list.length)];
      const does = (what: string, number: number): unknown => {
        const one = pick(made, number) ?? anna;
        const session = pick(sessions, number) ?? 0;
        if (what === 'mark') {
          const mark = number % 3 === 0 ? null : 'present';
          return markAttendance(project, session, [{ person: anna, mark }]);
        }
        if (what === 'sign')
          return made.push(addRecord(project, 'candidate', { round, person: anna }).result);
        if (what === 'join')
          return made.push(
            addRecord(project, 'membership', { group: club, person: anna, role: 'member' }).result,
          );
        if (what === 'hold') return holdSession(project, session, {});
        if (what === 'remove') return removeRecords(project, [one]);
        if (what === 'restore') return restoreRecords(project, [one]);
        if (what === 'redo') return redo(project);
        return what === 'undo' ? undo(project) : undo(project, first + 1 + (number % 16));
      };
      for (const [what, number] of acts) {
        try {
          does(what, number);
        } catch (error) {
          if (!isUserError(error)) throw error;
        }
        expect(doubles(project)).toEqual([]);
      }
      project.store.database.close();
    }),
    runs(60),
  );
}, 120_000);

test('On the command line: two sessions never have one number, and an undo that is undone was done again', async () => {
  const commands = new Commands();
  const file = `${commands.home.folder}/koe.luotsi`;
  await commands.json(...initWords(file));
  await commands.json('group', 'add', '--title', 'Ohjausryhmä', '--kind', 'steering', '--prefix', 'OR');
  for (const startsAt of ['eilen klo 9', 'tänään klo 9'])
    await commands.json('session', 'add', '--group', 'RY-1', '--startsAt', startsAt);
  await commands.json('session', 'hold', 'OR-1');
  await commands.json('undo');
  const [{ step }] = (await commands.json('history')) as [{ step: number }];
  await commands.json('session', 'hold', 'OR-2');
  const refused = await commands.error('undo', String(step));
  expect(refused).toMatchObject({ exit: 1, code: 'place-taken' });
  expect(refused.near).toContain(`luotsi undo ${step + 1}`);
  await commands.json('undo', String(step + 1));
  const { stdout } = await commands.run('undo', String(step));
  expect(stdout).toMatch(/^Tehty uudelleen: /u);
});
