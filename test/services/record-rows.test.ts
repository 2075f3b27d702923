import { describe, expect, test } from 'vitest';
import { registerOf } from '../../source/registers/index.ts';
import { listNextFirst } from '../../source/services/reading/listing.ts';
import { recordView } from '../../source/services/reading/record-view.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { write } from '../../source/services/writing/write.ts';
import { fillProject, makeProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';

type Project = ReturnType<typeof makeProject>;

const rows = (project: Project, id: number, register: string): string[] => {
  const { referrers } = recordView(project, id, 'fi', false);
  const found = referrers.find((one) => one.register === register)?.records ?? [];
  return found.map(({ code, day, state }) => [code, day, state].join('|'));
};

describe('What refers to a record is told apart', () => {
  test('Sessions of a group by day and state: the next one first, then the latest of those that were', () => {
    const project = makeProject();
    const group = addRecord(project, 'group', { title: 'Kahviklubi', kind: 'club', prefix: 'KA' }).result;
    for (const day of ['2022-02-10', '2022-04-07', '2022-02-24', '2022-03-10'])
      addRecord(project, 'session', { group, startsAt: `${day}T09:00` });
    expect(rows(project, group, 'session')).toEqual([
      'KA-4|to 10.3. 9.00|suunniteltu',
      'KA-2|to 7.4. 9.00|suunniteltu',
      'KA-3|to 24.2. 9.00|suunniteltu',
      'KA-1|to 10.2. 9.00|suunniteltu',
    ]);
  });

  test('Actions by the day they were done on, else the day they are due; those of no day come last', () => {
    const project = makeProject();
    const { risk } = fillProject(project);
    const add = (values: Record<string, unknown>): number =>
      addRecord(project, 'action', { source: risk, ...values }).result;
    add({ title: 'Joskus' });
    const done = add({ title: 'Tehty', due: '2022-05-02' });
    add({ title: 'Tulossa', due: '2022-04-04' });
    changeRecord(project, done, { state: 'done', doneOn: '2022-02-28' });
    const shown = rows(project, risk, 'action').filter((row) => !row.startsWith('T-1|'));
    expect(shown.map((row) => row.slice(row.indexOf('|') + 1))).toEqual([
      'ma 4.4.|avoin',
      'ma 28.2.|tehty',
      '|avoin',
    ]);
  });
});

test('Of thousands that refer to a record, as many are read as a page shows, the nearest, and all are counted', () => {
  const project = makeProject();
  const { risk } = fillProject(project);
  const codes = write(project, { kind: 'user', label: { verb: 'add' } }, (unit) =>
    Array.from({ length: 700 }, (_, nth) =>
      unit.add('action', {
        title: `Tehtävä ${nth}`,
        source: risk,
        due: nth === 650 ? '2022-03-02' : '2023-01-01',
      }),
    ),
  ).result;
  const before = recordView(project, risk, 'fi', false).referrers.find((one) => one.register === 'action');
  expect(before?.count).toBeGreaterThanOrEqual(codes.length);
  expect(before?.records).toHaveLength(500);
  expect(before?.records.map(({ heading }) => heading).slice(0, 2)).toContain('Tehtävä 650');
});

describe('Sessions in the order in which people look for them', () => {
  const order = (project: Project, limit?: number, sort?: string): string[] =>
    listNextFirst(
      project,
      registerOf('session'),
      { ...(limit !== undefined && { limit }), ...(sort !== undefined && { sort }) },
      'fi',
    ).map(({ code }) => code ?? '');

  test('The next one first, then what has been; as asked for where an order is asked for', () => {
    const project = makeProject();
    const group = addRecord(project, 'group', { title: 'Kahviklubi', kind: 'club', prefix: 'KA' }).result;
    for (const day of ['2022-02-10', '2022-04-07', '2022-02-24', '2022-03-01'])
      addRecord(project, 'session', { group, startsAt: `${day}T09:00` });
    expect(order(project)).toEqual(['KA-4', 'KA-2', 'KA-3', 'KA-1']);
    expect(order(project, 1)).toEqual(['KA-4']);
    expect(order(project, 3)).toEqual(['KA-4', 'KA-2', 'KA-3']);
    expect(order(project, 2, '-startsAt')).toEqual(['KA-2', 'KA-4']);
  });

  test('A filter that is refused is told as it was typed', () => {
    for (const where of ['"ab', 'startsAt>='])
      expect(
        refusal(() => listNextFirst(makeProject(), registerOf('session'), { where }, 'fi')).parameters,
      ).toMatchObject({ text: where });
  });
});
