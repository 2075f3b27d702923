import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, differenceInDays } from '../../source/domain/days/day.ts';
import { UserError } from '../../source/errors.ts';
import { registerOf, type AnyRecord } from '../../source/registers/index.ts';
import { funnelView } from '../../source/services/recruitment/funnel.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { openProjectAsOf } from '../../source/services/project/project-file.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, removeRecords } from '../../source/services/writing/records.ts';
import { funnelStages, moveStages, type StageMove } from '../../source/services/recruitment/stages.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { firstDay, makeProject, nextDay, type TestProject } from '../support/project.ts';
import { numbers } from '../support/random-changes.ts';
import { refusal } from '../support/refusal.ts';
import { runs } from '../support/runs.ts';
import type { Project } from '../../source/services/project/project.ts';

const all = (project: Project, register: string): AnyRecord[] =>
  listOf(project, registerOf(register), {}, 'fi');
const targets = [...funnelStages, 'withdrawn', 'notSelected', 'next'] as const;

/** Sign-ups and moves at random, as a planner would make them: many at once, with days of their own, undone again. */
function live(project: TestProject, seed: number): readonly number[] {
  const next = numbers(seed);
  const add = (register: string, values: Record<string, unknown>): number =>
    addRecord(project, register, values).result;
  add('group', { title: 'Verkosto', kind: 'network' });
  const rounds = [add('round', { title: 'Kevät' }), add('round', { title: 'Syksy' })];
  const candidates: number[] = [];
  for (let step = 0; step < 40; step += 1) {
    project.clock.minute += 1;
    const day = next(4) > 0 ? null : addDays(project.clock.today, -next(8));
    const some =
      next(2) === 0 ? candidates.slice(-1 - next(3)).slice(0, 1) : candidates.filter(() => next(4) === 0);
    const to: StageMove['to'] = targets[next(targets.length)] ?? 'next';
    const doings = [
      () =>
        candidates.push(
          add('candidate', {
            round: rounds[next(2)],
            person: add('person', { name: `Henkilö ${step}` }),
            signedUp: addDays(project.clock.today, -next(6)),
            source: ['intra', 'Intra', null][next(3)],
          }),
        ),
      () => void moveStages(project, some, { to, day, reason: ['kiire', 'Kiire', null][next(3)] ?? null }),
      () => void moveStages(project, some, { to: 'next', day }),
      () => void undo(project),
      () => void removeRecords(project, [candidates[next(candidates.length + 1)] ?? 0], true),
      () => void nextDay(project, 1 + next(9)),
    ];
    try {
      doings[[0, 0, 1, 1, 2, 2, 3, 4, 1, 5][next(10)] ?? 0]?.();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
    }
  }
  return rounds;
}

/** The same figures counted candidate by candidate, out of what the registers' lists say. */
function counted(project: Project, round: number | null) {
  const candidates = all(project, 'candidate').filter((one) => round === null || one['round'] === round);
  const moves = all(project, 'stageChange');
  const order = ['interested', 'contacted', 'supervisorAgrees', 'selected', 'started'];
  const dayOf = (candidate: AnyRecord, stage: string): string | null => {
    if (stage === 'interested') return String(candidate['signedUp']);
    const days = moves
      .filter((move) => move['candidate'] === candidate.id)
      .filter((move) => order.indexOf(String(move['stage'])) >= order.indexOf(stage))
      .map((move) => String(move['day']));
    return days.toSorted()[0] ?? null;
  };
  const reached = (stage: string): number => candidates.filter((one) => dayOf(one, stage) !== null).length;
  const lengths = candidates
    .map((one) => [dayOf(one, 'interested'), dayOf(one, 'selected')])
    .flatMap(([from, to]) =>
      typeof from === 'string' && typeof to === 'string' ? [differenceInDays(to, from)] : [],
    )
    .toSorted((one, other) => one - other);
  const middle = [lengths[Math.ceil(lengths.length / 2) - 1], lengths[Math.floor(lengths.length / 2)]];
  return {
    reached: Object.fromEntries(order.map((stage) => [stage, reached(stage)])),
    now: Object.fromEntries(
      [...order, 'withdrawn', 'notSelected'].map((stage) => [
        stage,
        candidates.filter((one) => one['stage'] === stage).length,
      ]),
    ),
    yield: candidates.length === 0 ? null : reached('selected') / candidates.length,
    toSelected: lengths.length === 0 ? null : ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2,
    lost: candidates.filter(({ stage }) => stage === 'withdrawn' || stage === 'notSelected').length,
    sourced: candidates.length,
  };
}

function figures(project: Project, round: number | null) {
  const view = funnelView(project, round === null ? null : getRecord(project, round));
  return {
    reached: view.reached,
    now: view.now,
    yield: view.yield,
    toSelected: view.toSelected,
    lost: view.losses.reduce((sum, { count }) => sum + count, 0),
    sourced: view.sources.reduce((sum, { interested }) => sum + interested, 0),
  };
}

describe('The funnel', () => {
  test('is what counting candidate by candidate gives, of each round and of all, as of any day', () => {
    let selected = 0;
    fc.assert(
      fc.property(fc.nat({ max: 1_000_000 }), fc.nat({ max: 60 }), (seed, back) => {
        const project = makeProject();
        nextDay(project, 20);
        const rounds = live(project, seed);
        for (const round of [null, ...rounds])
          expect(figures(project, round)).toEqual(counted(project, round));
        selected += figures(project, null).reached.selected;
        const then = addDays(project.clock.today, -back);
        const view = openProjectAsOf(project, then < firstDay ? firstDay : then);
        expect(figures(view, null)).toEqual(counted(view, null));
        closeStore(view.store);
        closeStore(project.store);
      }),
      runs(25),
    );
    expect(selected).toBeGreaterThan(20);
  });
});

describe('Moves of many', () => {
  const prepared = () => {
    const project = makeProject();
    nextDay(project, 30);
    const add = (register: string, values: Record<string, unknown>): number =>
      addRecord(project, register, values).result;
    const round = add('round', { title: 'Kevät', termEnds: '2023-05-31' });
    const candidates = [1, 2, 3].map((number) =>
      add('candidate', {
        round,
        person: add('person', { name: `Henkilö ${number}` }),
        signedUp: '2022-03-10',
      }),
    );
    return { project, add, round, candidates };
  };

  test('are one step, or none where one of them can’t be moved', () => {
    const { project, candidates } = prepared();
    const [first = 0, second = 0, third = 0] = candidates;
    moveStages(project, [first], { to: 'selected' });
    const stages = () => candidates.map((id) => getRecord(project, id)['stage']);
    expect(refusal(() => moveStages(project, candidates, { to: 'contacted' })).code).toBe('stage-back');
    expect(stages()).toEqual(['selected', 'interested', 'interested']);
    const { result } = moveStages(project, candidates, { to: 'selected' });
    expect(result).toEqual({ moved: [second, third], kept: [first], terms: [] });
    undo(project);
    expect(stages()).toEqual(['selected', 'interested', 'interested']);
  });

  test('who starts gets a term in the round’s group or the one network, once; who leaves ends it; undone together', () => {
    const { project, add, candidates } = prepared();
    const warned: unknown[] = [];
    const heard = { ...project, warned: (more: readonly unknown[]) => void warned.push(...more) };
    const [first = 0, ...others] = candidates;
    expect(moveStages(heard, [first], { to: 'started' }).result.terms).toEqual([]);
    expect(warned).toMatchObject([{ code: 'no-term', records: ['IL-1'] }]);
    undo(project);
    const group = add('group', { title: 'Verkosto', kind: 'network' });
    add('membership', { group, person: getRecord(project, first)['person'], role: 'champion' });
    const { terms } = moveStages(project, candidates, { to: 'started', day: '2022-03-25' }).result;
    expect(terms).toHaveLength(others.length);
    const term = terms[0] ?? 0;
    expect(getRecord(project, term)).toMatchObject({
      group,
      role: 'champion',
      starts: '2022-03-25',
      ends: '2023-05-31',
    });
    moveStages(project, others, { to: 'withdrawn', reason: 'Vaihtoi yksikköä' });
    expect(getRecord(project, term)).toMatchObject({ ends: '2022-03-31', reason: 'Vaihtoi yksikköä' });
    undo(project);
    expect(getRecord(project, term)).toMatchObject({ ends: '2023-05-31', reason: null });
    undo(project);
    expect(getRecord(project, term).removedStep).not.toBeNull();
  });
});
