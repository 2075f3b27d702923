import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../source/domain/days/day.ts';
import { rosterOf } from '../../source/services/meetings/roster.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { succeed } from '../../source/services/meetings/succession.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { isUserError } from '../../source/errors.ts';
import { firstDay, makeProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { runs } from '../support/runs.ts';
import type { TestProject } from '../support/project.ts';

const add = (project: TestProject, register: string, values: Record<string, unknown>): number =>
  addRecord(project, register, values).result;

const upwards = (one: number, other: number): number => one - other;
const people = 5;

/** Days from the first one; null is open. */
const term = fc.record({
  person: fc.nat({ max: people - 1 }),
  group: fc.nat({ max: 1 }),
  role: fc.constantFrom('member', 'chair', 'expert', 'checker', 'champion'),
  starts: fc.option(fc.nat({ max: 40 })),
  ends: fc.option(fc.nat({ max: 40 })),
  isRemoved: fc.boolean(),
});

describe('The roster on a day', () => {
  test('is who a naive reading of the terms that were kept says, whatever the terms', () => {
    fc.assert(
      fc.property(
        fc.array(term, { maxLength: 14 }),
        fc.array(fc.nat({ max: 45 }), { minLength: 1, maxLength: 4 }),
        (terms, days) => {
          const project = makeProject();
          const groups = [0, 1].map((number) => add(project, 'group', { title: `Ryhmä ${number}` }));
          const persons = Array.from({ length: people }, (_, number) =>
            add(project, 'person', { name: `Henkilö ${number}` }),
          );
          const day = (offset: number | null): string | null =>
            offset === null ? null : addDays(firstDay, offset);
          const kept = terms.flatMap(({ person, group, role, starts, ends, isRemoved }) => {
            try {
              const values = {
                person: persons[person],
                group: groups[group],
                role,
                starts: day(starts),
                ends: day(ends),
              };
              const id = add(project, 'membership', values);
              if (isRemoved) undo(project);
              return isRemoved ? [] : [{ id, ...values }];
            } catch (error) {
              if (!isUserError(error)) throw error;
              return [];
            }
          });
          for (const offset of days) {
            const on = addDays(firstDay, offset);
            const session = add(project, 'session', { group: groups[0], startsAt: `${on}T09:00` });
            const naive = kept.filter(
              (one) => one.group === groups[0] && (one.starts ?? '0') <= on && (one.ends ?? '9') >= on,
            );
            const { members, voters } = rosterOf(project, session);
            expect(members.map(({ membership }) => membership).toSorted(upwards)).toEqual(
              naive.map(({ id }) => id).toSorted(upwards),
            );
            const voices = new Set(naive.filter(({ role }) => role !== 'expert').map(({ person }) => person));
            expect(voters).toBe(voices.size);
          }
          project.store.database.close();
        },
      ),
      runs(40),
    );
  });

  test('has the successor from the day on, who has the predecessor’s deputy, seat and role', () => {
    const project = makeProject();
    const group = add(project, 'group', { title: 'Ohjausryhmä', kind: 'steering', quorum: 1 });
    const [old, heir, deputy] = ['Vanha', 'Uusi', 'Vara'].map((name) => add(project, 'person', { name }));
    const first = add(project, 'membership', { group, person: old, role: 'chair', seat: 'johtaja' });
    add(project, 'membership', { group, person: deputy, role: 'deputy', deputyOf: first });
    const { result: second } = succeed(project, first, heir ?? 0, '2022-04-01', {
      reason: 'Tehtävä vaihtui',
    });
    const on = (startsAt: string) => rosterOf(project, add(project, 'session', { group, startsAt })).members;
    expect(on('2022-03-31T09:00')).toMatchObject([{ name: 'Vanha', deputies: [deputy] }, { name: 'Vara' }]);
    expect(on('2022-04-01T09:00')).toMatchObject([
      { name: 'Uusi', role: 'chair', seat: 'johtaja', membership: second, deputies: [deputy] },
      { name: 'Vara' },
    ]);
    expect(refusal(() => succeed(project, second, old ?? 0, '2022-04-01')).code).toBe('succeeds-outside');
  });

  test('refuses a second seat in the same days, and a deputy of nobody or of oneself', () => {
    const project = makeProject();
    const [group, other] = ['Ryhmä', 'Toinen'].map((title) => add(project, 'group', { title }));
    const [anna, olli] = ['Anna', 'Olli'].map((name) => add(project, 'person', { name }));
    const member = add(project, 'membership', {
      group,
      person: anna,
      starts: '2022-03-01',
      ends: '2022-06-30',
    });
    const clash = { group, person: anna, role: 'secretary', starts: '2022-06-30' };
    expect(refusal(() => add(project, 'membership', clash)).code).toBe('terms-overlap');
    add(project, 'membership', { ...clash, role: 'checker' });
    add(project, 'membership', { ...clash, starts: '2022-07-01' });
    const deputy = { group, person: olli, role: 'deputy' };
    expect(refusal(() => add(project, 'membership', deputy)).code).toBe('deputy-of-nobody');
    const elsewhere = { ...deputy, group: other, deputyOf: member };
    expect(refusal(() => add(project, 'membership', elsewhere)).code).toBe('deputy-of-nobody');
    const right = add(project, 'membership', { ...deputy, deputyOf: member });
    expect(refusal(() => changeRecord(project, right, { person: anna })).code).toMatch(
      /terms-overlap|deputy-of-nobody/,
    );
  });
});
