import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOn, coverageStates } from '../../source/domain/recruitment/coverage.ts';
import { addDays } from '../../source/domain/days/day.ts';
import { UserError } from '../../source/errors.ts';
import { registerOf, type AnyRecord } from '../../source/registers/index.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { openProjectAsOf } from '../../source/services/project/project-file.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { makeProject, nextDay, type TestProject } from '../support/project.ts';
import { numbers } from '../support/random-changes.ts';
import { runs } from '../support/runs.ts';
import type {
  ChampionTerm,
  CoverageState,
  Recruited,
  UnitSpan,
} from '../../source/domain/recruitment/coverage.ts';
import type { Project } from '../../source/services/project/project.ts';

const all = (project: Project, register: string): AnyRecord[] =>
  listOf(project, registerOf(register), {}, 'fi');
const day = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const id = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** What bears on coverage, read record by record as it stands in the registers' lists. */
function recruited(project: Project): Recruited {
  const people = new Map(all(project, 'person').map((person) => [person.id, person]));
  const rounds = new Map(all(project, 'round').map((round) => [round.id, round]));
  const term = ({ starts, ends }: AnyRecord) => ({ starts: day(starts), ends: day(ends) });
  const units = all(project, 'unit').map((unit): UnitSpan => ({
    id: unit.id,
    successor: id(unit['successor']),
    ...term(unit),
  }));
  const champions = all(project, 'membership')
    .filter(({ role, person }) => role === 'champion' && people.has(Number(person)))
    .map((one): ChampionTerm => ({ unit: id(people.get(Number(one['person']))?.['unit']), ...term(one) }));
  const candidates = all(project, 'candidate')
    .filter((one) => {
      const state = rounds.get(Number(one['round']))?.['stateSet'] ?? null;
      if (one['stage'] === 'selected') return state !== 'cancelled';
      return state === null && ['interested', 'contacted', 'supervisorAgrees'].includes(String(one['stage']));
    })
    .map((one) => id(one['unit']) ?? id(people.get(Number(one['person']))?.['unit']));
  return { units, champions, candidates };
}

function statesOf(project: Project): Map<number, CoverageState> {
  const units = all(project, 'unit').filter(({ coverage }) => coverage !== null);
  return new Map(units.map((unit) => [unit.id, unit['coverage'] as CoverageState]));
}

/** A county's year at random: units that come, go and follow one another, people, terms, rounds and candidates. */
function live(project: TestProject, seed: number, steps: number): void {
  const next = numbers(seed);
  const ids: Record<string, number[]> = {
    unit: [],
    person: [],
    group: [],
    round: [],
    candidate: [],
    membership: [],
  };
  const any = (register: string): number | null => ids[register]?.[next(ids[register]?.length ?? 1)] ?? null;
  const near = (): string => addDays(project.clock.today, next(160) - 80);
  const maybe = <Value>(value: Value): Value | null => (next(3) === 0 ? null : value);
  const add = (register: string, values: Record<string, unknown>): void => {
    ids[register]?.push(addRecord(project, register, values).result);
  };
  const doings: readonly (() => void)[] = [
    () => add('unit', { name: `Yksikkö ${next(99)}`, starts: maybe(near()), successor: maybe(any('unit')) }),
    () => add('person', { name: `Henkilö ${next(99)}`, unit: maybe(any('unit')) }),
    () => add('person', { name: `Henkilö ${next(99)}`, unit: any('unit') }),
    () => add('round', { title: `Haku ${next(9)}` }),
    () =>
      add('candidate', {
        round: any('round'),
        person: any('person'),
        unit: maybe(any('unit')),
        signedUp: maybe(near()),
      }),
    () =>
      add('membership', {
        group: any('group'),
        person: any('person'),
        role: next(4) === 0 ? 'member' : 'champion',
        starts: maybe(near()),
        ends: maybe(near()),
      }),
    () => changeRecord(project, any('unit') ?? 0, { ends: near(), successor: any('unit') }),
    () =>
      changeRecord(project, any('candidate') ?? 0, {
        stage: ['contacted', 'selected', 'started', 'withdrawn'][next(4)],
      }),
    () => changeRecord(project, any('round') ?? 0, { stateSet: ['decided', 'cancelled', null][next(3)] }),
    () => changeRecord(project, any('membership') ?? 0, { ends: near() }),
    () => changeRecord(project, any('person') ?? 0, { unit: any('unit') }),
    () =>
      removeRecords(project, [any(['unit', 'person', 'candidate', 'membership'][next(4)] ?? '') ?? 0], true),
    () => void undo(project),
    () => void nextDay(project, 1 + next(40)),
  ];
  add('group', { title: 'Verkosto', kind: 'network' });
  add('round', { title: 'Haku' });
  for (let index = 0; index < 4; index += 1) doings[0]?.();
  for (let step = 0; step < steps; step += 1) {
    project.clock.minute += 1;
    try {
      doings[next(doings.length)]?.();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
}

describe('Coverage', () => {
  test('of every unit is that of the rule, after any year, as of any day', () => {
    const met = new Set<CoverageState>();
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.nat({ max: 400 }), (seed, back) => {
        const project = makeProject();
        live(project, seed, 60);
        const today = project.clock.today;
        expect(statesOf(project)).toEqual(coverageOn(recruited(project), today));
        for (const state of statesOf(project).values()) met.add(state);
        const then = addDays(today, -back);
        const view = openProjectAsOf(project, then < '2022-03-01' ? '2022-03-01' : then);
        expect(statesOf(view)).toEqual(coverageOn(recruited(view), view.asOf ?? ''));
        closeStore(view.store);
        closeStore(project.store);
      }),
      runs(40),
    );
    expect([...met].toSorted()).toEqual([...coverageStates].toSorted());
  });

  test('is not broken by a reorganisation: the successor has the champions of what it came in place of', () => {
    const project = makeProject();
    const add = (register: string, values: Record<string, unknown>): number =>
      addRecord(project, register, values).result;
    const [old, older] = [add('unit', { name: 'Päivätoiminta' }), add('unit', { name: 'Kerho' })];
    const group = add('group', { title: 'Verkosto', kind: 'network' });
    const person = add('person', { name: 'Anna Aalto', unit: older });
    add('membership', { group, person, role: 'champion', starts: '2022-03-01', ends: '2022-12-31' });
    nextDay(project, 31);
    changeRecord(project, older, { ends: '2022-03-31', successor: old });
    expect(getRecord(project, old)).toMatchObject({ coverage: 'champion', champions: 1 });
    expect(getRecord(project, older)).toMatchObject({ coverage: null });
    const whole = add('unit', { name: 'Ikääntyneiden päivätoiminta', starts: '2022-05-01' });
    changeRecord(project, old, { ends: '2022-04-30', successor: whole });
    expect(getRecord(project, whole)).toMatchObject({ coverage: null });
    nextDay(project, 30);
    expect(getRecord(project, whole)).toMatchObject({ coverage: 'champion', champions: 1 });
    nextDay(project, 190);
    expect(getRecord(project, whole)).toMatchObject({ coverage: 'ending' });
    nextDay(project, 60);
    expect(getRecord(project, whole)).toMatchObject({ coverage: 'past', champions: 0 });
  });
});
