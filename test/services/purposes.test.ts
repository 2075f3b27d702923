import { describe, expect, test } from 'vitest';
import { todayView } from '../../source/services/reading/today.ts';
import { proposePurposes } from '../../source/services/safety/propose-purposes.ts';
import { rolesOf } from '../../source/services/safety/purposes.ts';
import { usualPurposes } from '../../source/services/safety/usual-purposes.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { purpose } from '../../source/registers/purpose.ts';
import { fillProject, makeProject } from '../support/project.ts';

/** Anna is in a club, Olli leads a unit and steers, Veera has come once, and nobody knows what Ville is. */
function peopled() {
  const project = makeProject();
  const ids = fillProject(project);
  const add = (register: string, values: Record<string, unknown>): number =>
    addRecord(project, register, values).result;
  const steering = add('group', { title: 'Ohjausryhmä', kind: 'steering' });
  const term = add('membership', { group: ids.club, person: ids.anna, starts: '2022-03-01' });
  add('membership', { group: steering, person: ids.olli, role: 'chair' });
  changeRecord(project, ids.unit, { supervisor: ids.olli });
  const veera = add('person', { name: 'Veera Vieras' });
  add('attendance', { session: ids.session, person: veera });
  const ville = add('person', { name: 'Ville Muu' });
  const keptTo = (id: number): unknown => getRecord(project, id)['keptTo'];
  return { project, add, keptTo, term, veera, ville, ...ids };
}

const purposeOf = (role: string, months: number, counted = 'projectEnds') => ({
  role,
  purpose: `Miksi ${role}`,
  basis: 'publicTask',
  months,
  counted,
});

describe('Why and until when people are kept', () => {
  test('Follows from what each is to the project', () => {
    const { project, anna, olli, veera, ville } = peopled();
    const roles = (id: number): string[] => rolesOf(project, id).map(({ role }) => role);
    expect(roles(anna)).toEqual(['champion']);
    expect(roles(olli)).toEqual(['steering', 'supervisor']);
    expect(roles(veera)).toEqual(['guest']);
    expect(roles(ville)).toEqual(['other']);
  });

  test('Is the longest of the times that a person’s parts give', () => {
    const { add, keptTo, olli, ville } = peopled();
    expect(keptTo(olli)).toBeNull();
    add('purpose', purposeOf('supervisor', 6));
    expect(keptTo(olli)).toBe('2025-06-30');
    add('purpose', purposeOf('steering', 72));
    expect(keptTo(olli)).toBe('2030-12-31');
    expect(keptTo(ville)).toBeNull();
  });

  test('Is counted from where it is said to be, and moves with it', () => {
    const { project, add, keptTo, anna, term } = peopled();
    const kept = add('purpose', purposeOf('champion', 12, 'roleEnds'));
    expect(keptTo(anna)).toBe('2025-12-31');
    changeRecord(project, term, { ends: '2023-05-31' });
    expect(keptTo(anna)).toBe('2024-05-31');
    changeRecord(project, kept, { counted: 'decision' });
    expect(keptTo(anna)).toBeNull();
    const [row] = project.store.sql('SELECT id FROM project').all();
    changeRecord(project, Number(row?.['id']), { decisionDay: '2021-09-15' });
    expect(keptTo(anna)).toBe('2022-09-15');
    changeRecord(project, anna, { keepUntil: '2022-04-01' });
    expect(keptTo(anna)).toBe('2022-04-01');
  });

  test('Moves for the members of a group that becomes of another kind, and is asked of nobody else', () => {
    const { project, add, keptTo, anna, club } = peopled();
    add('purpose', purposeOf('champion', 12));
    expect(keptTo(anna)).toBe('2025-12-31');
    const asked: unknown[] = [];
    const { sql } = project.store;
    const store: typeof project.store = {
      ...project.store,
      sql: (text) => {
        if (text.startsWith('UPDATE "person"')) asked.push(text);
        return sql(text);
      },
    };
    changeRecord({ ...project, store }, club, { kind: 'network' });
    expect(keptTo(anna)).toBeNull();
    expect(asked).toHaveLength(1);
  });

  test('Shows on Today when its day has come', () => {
    const { project, anna } = peopled();
    changeRecord(project, anna, { keepUntil: '2022-02-27' });
    const due = todayView(project, 14, 50).items.filter(({ register }) => register === 'person');
    expect(due).toMatchObject([{ kind: 'retention', day: '2022-02-27' }]);
  });

  test('Is proposed for every kind of people, once', () => {
    const { project, olli, ville, keptTo } = peopled();
    addRecord(project, 'purpose', purposeOf('guest', 3));
    const { result } = proposePurposes(project);
    expect(result.length).toBe(usualPurposes.length - 1);
    expect(keptTo(olli)).toBe('2030-12-31');
    expect(keptTo(ville)).toBe('2025-12-31');
    expect(proposePurposes(project).step).toBeNull();
    const roles = Object.keys(purpose.fields.role.choices ?? {});
    expect(usualPurposes.map(({ role }) => role).toSorted()).toEqual(roles.toSorted());
  });
});
