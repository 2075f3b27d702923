import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as recruitment from '../../source/domain/recruitment/funnel.ts';
import type { StageEntry } from '../../source/domain/recruitment/funnel.ts';
import { anyDay } from './arbitraries.ts';
import { runs } from '../support/runs.ts';

const straight: StageEntry[] = [
  { stage: 'interested', day: '2022-03-23' },
  { stage: 'contacted', day: '2022-03-25' },
  { stage: 'supervisorAgrees', day: '2022-04-01' },
  { stage: 'selected', day: '2022-04-11' },
  { stage: 'started', day: '2022-05-03' },
];
const leftAfterSelection: StageEntry[] = [
  { stage: 'interested', day: '2022-03-30' },
  { stage: 'selected', day: '2022-04-11' },
  { stage: 'withdrawn', day: '2022-04-20' },
];
const notSelected: StageEntry[] = [
  { stage: 'interested', day: '2022-04-08' },
  { stage: 'notSelected', day: '2022-04-11' },
];

describe('the funnel', () => {
  it('counts everyone who ever reached a stage', () => {
    const { reached, lost } = recruitment.funnel([straight, leftAfterSelection, notSelected, []]);
    expect(reached).toEqual({ interested: 3, contacted: 2, supervisorAgrees: 2, selected: 2, started: 1 });
    expect(lost).toEqual({ withdrawn: 1, notSelected: 1 });
    expect(recruitment.funnelYield(reached)).toBeCloseTo(2 / 3);
    expect(recruitment.funnelYield(recruitment.funnel([]).reached)).toBeNull();
  });

  it('knows when each stage was reached and where everyone is now', () => {
    expect(recruitment.reachedOn(leftAfterSelection, 'contacted')).toBe('2022-04-11');
    expect(recruitment.reachedOn(leftAfterSelection, 'started')).toBeNull();
    expect(recruitment.currentStage(leftAfterSelection)).toBe('withdrawn');
    expect(recruitment.currentStage([])).toBeNull();
    expect(recruitment.reached([{ stage: 'withdrawn', day: '2022-04-01' }])).toEqual(['interested']);
  });

  it('leads from each stage to the next, never back, and out of it from anywhere', () => {
    expect(recruitment.nextStage('interested')).toBe('contacted');
    expect([recruitment.nextStage('started'), recruitment.nextStage('withdrawn')]).toEqual([null, null]);
    expect(recruitment.mayFollow('contacted', 'selected')).toBe(true);
    expect(recruitment.mayFollow('selected', 'contacted')).toBe(false);
    expect(recruitment.mayFollow('selected', 'notSelected')).toBe(true);
    expect(recruitment.mayFollow('started', 'notSelected')).toBe(false);
    expect(recruitment.mayFollow('started', 'withdrawn')).toBe(true);
    expect(recruitment.mayFollow('withdrawn', 'contacted')).toBe(true);
  });

  it('measures the days between stages', () => {
    expect(recruitment.medianDays([straight, leftAfterSelection], 'interested', 'selected')).toBe(15.5);
    expect(recruitment.medianDays([straight], 'interested', 'started')).toBe(41);
    expect(recruitment.medianDays([notSelected], 'interested', 'started')).toBeNull();
    expect(recruitment.median([3, 1, 2])).toBe(2);
  });

  it('never widens', () => {
    const stage = fc.constantFrom(...recruitment.funnelStages, ...recruitment.lostStages);
    const logs = fc.array(fc.array(fc.record({ stage, day: anyDay })));
    fc.assert(
      fc.property(logs, (candidates) => {
        const { reached, lost } = recruitment.funnel(candidates);
        const counts = recruitment.funnelStages.map((name) => reached[name]);
        expect(counts).toEqual(counts.toSorted((left, right) => right - left));
        expect(reached.interested).toBe(candidates.filter((log) => log.length > 0).length);
        expect(lost.withdrawn + lost.notSelected).toBeLessThanOrEqual(reached.interested);
      }),
      runs(),
    );
  });
});
