import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../source/domain/long-work.ts';
import { readCsv } from '../../source/exchange/csv.ts';
import { isWaiting, stepByStep } from '../../source/services/writing/waiting.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { write } from '../../source/services/writing/write.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { importing, importTable } from '../../source/services/tables/import.ts';
import { makeProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { everything, snapshot, workedOut, workedOutAnew } from '../support/snapshot.ts';
import type { Progress } from '../../source/domain/long-work.ts';
import type { TestProject } from '../support/project.ts';

const options = {
  register: 'action',
  maps: [],
  dryRun: false,
  skipBad: false,
  createMissing: false,
  language: 'fi',
} as const;

const rows = 1300;
const text = ['Tehtävä;Määräpäivä', ...Array.from({ length: rows }, (_, row) => `Asia ${row};1.4.2022`)];
const source = { path: 'x.csv', table: readCsv(Buffer.from(text.join('\n')), 'x.csv') };

/** Does it piece by piece, however quick it is, and stops at the first progress that fits. */
async function stepped(
  project: TestProject,
  stopAt: (progress: Progress) => boolean,
  between: () => void = () => {},
): Promise<Progress[]> {
  const told: Progress[] = [];
  let stopped = false;
  const work = importing(project, source, options);
  await stepByStep(project.store, work, {
    tell: (progress) => {
      told.push(progress);
      stopped ||= stopAt(progress);
    },
    isStopped: () => stopped,
    pause: async () => {
      between();
      return turn();
    },
  });
  return told;
}

describe('Long work', () => {
  test('comes to the same piece by piece as all at once, and can be undone in one step', async () => {
    const [one, other] = [makeProject(), makeProject()];
    const before = snapshot(one.store, '2022-03-01');
    importTable(one, source, options);
    const told = await stepped(other, () => false);
    expect(snapshot(one.store, '2022-03-01')).toEqual(snapshot(other.store, '2022-03-01'));
    expect(told.map(({ stage }) => stage)).toEqual(expect.arrayContaining(['rows', 'keeping', 'search']));
    for (const { done, total } of told) expect(done).toBeLessThanOrEqual(total ?? Infinity);
    undo(other);
    expect(snapshot(other.store, '2022-03-01')).toEqual(before);
  });

  test.each(['rows', 'keeping', 'search'] as const)(
    'that is stopped while it is at %s leaves no trace in the file, and the file can be written at once',
    async (wanted) => {
      const project = makeProject();
      addRecord(project, 'action', { title: 'Ennen' });
      const before = everything(project.store);
      const ended = stepped(project, ({ stage }) => stage === wanted);
      await expect(ended).rejects.toMatchObject({ code: 'stopped' });
      expect(everything(project.store)).toEqual(before);
      expect(project.store.database.inTransaction).toBe(false);
      addRecord(project, 'action', { title: 'Jälkeen' });
      expect(importTable(project, source, options)).toMatchObject({ added: rows });
    },
  );

  test('works out each record once, in whichever part of the step it and what it reads come', () => {
    const project = makeProject();
    write(project, { kind: 'user', label: { verb: 'add' } }, (unit) => {
      const round = unit.add('round', { title: 'Haku', opens: '2022-01-10' });
      const people = Array.from({ length: 700 }, (_, place) =>
        unit.add('person', { name: `Hakija ${place}` }),
      );
      for (const person of people) unit.add('candidate', { round, person, signedUp: '2022-02-01' });
    });
    expect(workedOut(project.store)).toEqual(workedOutAnew(project.store));
  });

  test('is not written into by anybody else while it waits', async () => {
    const project = makeProject();
    const codes = new Set<string>();
    await stepped(
      project,
      () => false,
      () => {
        expect(isWaiting(project.store)).toBe(true);
        codes.add(refusal(() => addRecord(project, 'action', { title: 'Väliin' })).code);
      },
    );
    expect([...codes]).toEqual(['busy']);
    expect(isWaiting(project.store)).toBe(false);
  });

  test.each(['tell', 'pause'] as const)('is ended and taken back when %s fails', async (failing) => {
    const project = makeProject();
    const before = everything(project.store);
    const fail = (which: string): void => {
      if (which === failing) throw new Error('katkesi');
    };
    const ended = stepByStep(project.store, importing(project, source, options), {
      tell: () => fail('tell'),
      isStopped: () => false,
      pause: async () => fail('pause'),
    });
    await expect(ended).rejects.toThrow('katkesi');
    expect(project.store.database.inTransaction).toBe(false);
    expect(isWaiting(project.store)).toBe(false);
    expect(everything(project.store)).toEqual(before);
    addRecord(project, 'action', { title: 'Jälkeen' });
  });

  test('refuses other long work on the file while it waits', async () => {
    const project = makeProject();
    const refused: Promise<unknown>[] = [];
    await stepped(
      project,
      () => false,
      () => {
        expect(refusal(() => importTable(project, source, options)).code).toBe('busy');
        const other = stepByStep(project.store, importing(project, source, options), {
          tell: () => {},
          isStopped: () => false,
          pause: async () => turn(),
        });
        refused.push(other.catch((error: unknown) => error));
      },
    );
    for (const error of await Promise.all(refused)) expect(error).toMatchObject({ code: 'busy' });
    expect(refused.length).toBeGreaterThan(0);
    expect(isWaiting(project.store)).toBe(false);
  });

  test('that fails half-way leaves the file as it was', () => {
    const project = makeProject();
    const before = everything(project.store);
    const work = importing(project, source, options);
    for (let count = 0; count < 10; count += 1) work.next();
    expect(() => work.throw(new Error('katkesi'))).toThrow('katkesi');
    expect(everything(project.store)).toEqual(before);
    expect(atOnce(importing(project, source, options))).toMatchObject({ added: rows });
  });
});
