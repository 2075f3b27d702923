import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { registerOf } from '../../source/registers/index.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { openProjectAsOf } from '../../source/services/project/project-file.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { cellOf, riskMatrixOf } from '../../source/services/risks/risk-matrix.ts';
import { assessRisk, closeRisks, realiseRisk, reviewUnchanged } from '../../source/services/risks/risks.ts';
import { holdSession } from '../../source/services/writing/verbs.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { makeProject, nextDay } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { runs } from '../support/runs.ts';
import type { Day } from '../../source/domain/days/day.ts';
import type { Project } from '../../source/services/project/project.ts';

const names = ['Aika', 'Raha', 'Väki', 'Tieto'];

const happenings = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('assess' as const),
        risk: fc.nat({ max: names.length - 1 }),
        probability: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 }),
        impact: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('sleep' as const), days: fc.integer({ min: 1, max: 40 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('meet' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), risk: fc.nat({ max: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), risk: fc.nat({ max: 3 }) }) },
  ),
  { minLength: 5, maxLength: 40 },
);

interface Entry {
  readonly risk: number;
  readonly day: Day;
  readonly probability: number | null;
  readonly impact: number | null;
}

/** What is known, kept in the plainest way there is. */
class Naive {
  readonly entries: Entry[] = [];
  readonly meetings: Day[] = [];
  readonly open = new Set([0, 1, 2, 3]);

  place(risk: number, day: Day): [number, number] | null {
    const own = this.entries.filter((entry) => entry.risk === risk && entry.day <= day);
    const probability = own.findLast((entry) => entry.probability !== null)?.probability ?? null;
    const impact = own.findLast((entry) => entry.impact !== null)?.impact ?? null;
    return probability === null || impact === null ? null : [probability, impact];
  }

  matrix(day: Day): unknown {
    const since = this.meetings.findLast((meeting) => meeting < day) ?? null;
    const risks = [...this.open]
      .map((risk) => {
        const now = this.place(risk, day);
        const before = since === null ? null : this.place(risk, since);
        const score = now === null ? null : now[0] * now[1];
        return {
          title: names[risk],
          now,
          before,
          movement: score === null || before === null ? null : score - before[0] * before[1],
          risk,
          score,
        };
      })
      .toSorted((one, other) => (other.score ?? 0) - (one.score ?? 0) || one.risk - other.risk);
    return { since, risks: risks.map(({ risk: _risk, score: _score, ...rest }) => rest) };
  }
}

const pair = (place: { probability: number; impact: number } | null) =>
  place === null ? null : [place.probability, place.impact];

function told(project: Project): unknown {
  const { since, risks } = riskMatrixOf(project);
  return {
    since,
    risks: risks.map(({ title, place, before, movement }) => ({
      title,
      now: pair(place),
      before: pair(before),
      movement,
    })),
  };
}

/** Code, score and movement as lists and filters have them. */
function listed(project: Project): unknown {
  const found = listOf(project, registerOf('risk'), { where: 'state:open', sort: '-score,code' }, 'fi');
  return found.map((one) => ({ title: one['title'], movement: one['movement'] }));
}

describe('The risk matrix', () => {
  test('As of a day is what was told at the end of that day, and what the history says when it is read anew', () => {
    fc.assert(
      fc.property(happenings, fc.nat({ max: 1000 }), (all, pick) => {
        const project = makeProject();
        const naive = new Naive();
        const ids = names.map((title) => addRecord(project, 'risk', { title }).result);
        const group = addRecord(project, 'group', { title: 'Ohjausryhmä', kind: 'steering' }).result;
        const evenings = new Map<Day, unknown>();
        const evening = (): void => {
          const { today } = project.clock;
          expect(told(project)).toEqual(naive.matrix(today));
          evenings.set(today, naive.matrix(today));
        };
        for (const one of all) {
          project.clock.minute += 1;
          const { today } = project.clock;
          if (one.kind === 'sleep') {
            evening();
            nextDay(project, one.days);
          } else if (one.kind === 'meet') {
            const startsAt = `${today}T09:00`;
            holdSession(project, addRecord(project, 'session', { group, startsAt }).result, {});
            naive.meetings.push(today);
          } else if (one.kind === 'assess') {
            const { probability, impact, risk } = one;
            const given = {
              ...(probability !== null && { probability }),
              ...(impact !== null && { impact }),
            };
            assessRisk(project, ids[risk] ?? 0, given);
            naive.entries.push({ risk, day: today, probability, impact });
          } else if (one.kind === 'close' && naive.open.delete(one.risk))
            closeRisks(project, [ids[one.risk] ?? 0], 'ohi');
          else if (one.kind === 'reopen') {
            changeRecord(project, ids[one.risk] ?? 0, { state: 'open' });
            naive.open.add(one.risk);
          }
        }
        evening();
        const days = [...evenings.keys()];
        const day = days[pick % days.length] ?? project.clock.today;
        const view = openProjectAsOf(project, day);
        expect(told(view)).toEqual(evenings.get(day));
        const { risks } = riskMatrixOf(view);
        expect(listed(view)).toEqual(
          risks
            .toSorted((one, other) => (other.score ?? -1) - (one.score ?? -1) || one.id - other.id)
            .map(({ title, movement }) => ({ title, movement })),
        );
        const counts = [1, 2, 3, 4, 5].flatMap((probability) =>
          [1, 2, 3, 4, 5].map((impact) => cellOf(riskMatrixOf(view), probability, impact).here.length),
        );
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(
          risks.filter(({ place }) => place !== null).length,
        );
        closeStore(view.store);
        closeStore(project.store);
      }),
      runs(30),
    );
  });
});

describe('A risk', () => {
  const risk = (project: Project, id: number) =>
    listOf(project, registerOf('risk'), { where: `code:R-${id}` }, 'fi')[0];

  test('Tells since when it has been at its level, by thresholds that change', () => {
    const project = makeProject();
    const { result: id } = addRecord(project, 'risk', { title: 'Aika' });
    const judge = (probability: number, impact: number): void => {
      assessRisk(project, id, { probability, impact });
    };
    judge(4, 5);
    nextDay(project, 10);
    judge(2, 2);
    nextDay(project, 10);
    judge(5, 5);
    const again = project.clock.today;
    nextDay(project, 10);
    judge(4, 5);
    expect(risk(project, 1)).toMatchObject({ level: 'veryHigh', levelSince: again, trend: 'falling' });
    changeRecord(project, id, { escalated: '2022-03-05' });
    expect(risk(project, 1)?.['warnings']).toContain('notEscalated');
    changeRecord(project, id, { escalated: again });
    expect(risk(project, 1)?.['warnings']).not.toContain('notEscalated');
    const [setup] = listOf(project, registerOf('project'), {}, 'fi');
    changeRecord(project, setup?.id ?? 0, { riskThresholds: { moderate: 2, high: 3, veryHigh: 4 } });
    expect(risk(project, 1)).toMatchObject({ level: 'veryHigh', levelSince: '2022-03-01' });
  });

  test('Judged for an earlier day carries on what it was then, not what it is now', () => {
    const project = makeProject();
    const { result: id } = addRecord(project, 'risk', { title: 'Aika' });
    assessRisk(project, id, { probability: 1, impact: 2 });
    nextDay(project, 19);
    assessRisk(project, id, { probability: 5, impact: 5 });
    reviewUnchanged(project, [id], { day: '2022-03-11' });
    assessRisk(project, id, { probability: 2, day: '2022-03-12' });
    const log = project.store
      .sql('SELECT day, probability, impact FROM assessment WHERE removedStep IS NULL ORDER BY day')
      .all();
    expect(log).toEqual([
      { day: '2022-03-01', probability: 1, impact: 2 },
      { day: '2022-03-11', probability: 1, impact: 2 },
      { day: '2022-03-12', probability: 2, impact: 2 },
      { day: '2022-03-20', probability: 5, impact: 5 },
    ]);
    expect(refusal(() => reviewUnchanged(project, [id], { day: '2022-02-01' }))).toMatchObject({
      code: 'not-assessed',
    });
  });

  test('Judged on the last of a long month is due on the last of the next', () => {
    const project = makeProject();
    nextDay(project, 305);
    expect(project.clock.today).toBe('2022-12-31');
    addRecord(project, 'risk', { title: 'Aika', probability: 4, impact: 4 });
    expect(risk(project, 1)).toMatchObject({ review: '2023-02-28' });
  });

  test('That was reviewed unchanged is due later, and back when that is undone', () => {
    const project = makeProject();
    const { result: id } = addRecord(project, 'risk', { title: 'Aika', probability: 4, impact: 4 });
    expect(risk(project, 1)).toMatchObject({ review: '2022-05-01' });
    nextDay(project, 70);
    expect(risk(project, 1)?.['warnings']).toContain('reviewLate');
    reviewUnchanged(project, [id]);
    expect(risk(project, 1)).toMatchObject({ review: '2022-07-10', score: 16, trend: 'steady' });
    expect(risk(project, 1)?.['warnings']).not.toContain('reviewLate');
    undo(project);
    expect(risk(project, 1)).toMatchObject({ review: '2022-05-01' });
  });

  test('That came true makes an action in the same step', () => {
    const project = makeProject();
    const { result: id } = addRecord(project, 'risk', { title: 'Aika', owner: 'vetäjä' });
    const { codes } = realiseRisk(project, id, {});
    expect(codes).toEqual(['R-1', 'T-1']);
    expect(risk(project, 1)).toMatchObject({
      state: 'realised',
      realisedOn: '2022-03-01',
      measures: 1,
      warnings: [],
    });
    expect(refusal(() => realiseRisk(project, id, {}))).toMatchObject({ code: 'risk-over' });
    undo(project);
    expect(risk(project, 1)).toMatchObject({ state: 'open', realisedOn: null, measures: 0 });
  });
});
