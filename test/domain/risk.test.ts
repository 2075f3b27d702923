import { describe, expect, it } from 'vitest';
import * as risk from '../../source/domain/risk.ts';

describe('risk', () => {
  it('gives each score its level, by the project’s own thresholds', () => {
    expect([1, 4, 5, 9, 10, 16, 19, 20, 25].map((score) => risk.riskLevel(score))).toEqual([
      'low',
      'low',
      'moderate',
      'moderate',
      'high',
      'high',
      'high',
      'veryHigh',
      'veryHigh',
    ]);
    expect(risk.riskLevel(4, { moderate: 3, high: 4, veryHigh: 5 })).toBe('high');
    expect(risk.riskLevel(risk.riskScore(4, null))).toBeNull();
  });

  it('knows thresholds that leave a level out', () => {
    expect(risk.areThresholds(risk.defaultThresholds)).toBe(true);
    expect(risk.areThresholds({ moderate: 1, high: 10, veryHigh: 20 })).toBe(false);
    expect(risk.areThresholds({ moderate: 5, high: 5, veryHigh: 20 })).toBe(false);
    expect(risk.areThresholds({ moderate: 5, high: 10, veryHigh: 26 })).toBe(false);
    expect(risk.areThresholds({ moderate: 5.5, high: 10, veryHigh: 20 })).toBe(false);
  });

  it('is judged in one line', () => {
    const read = (text: string): unknown[] => Object.values(risk.readJudgement(text));
    expect(read('44 johto horjuu')).toEqual(['4', '4', 'johto horjuu']);
    expect(read(' 4 5')).toEqual(['4', '5', null]);
    expect(read('4×5: miksi')).toEqual(['4', '5', 'miksi']);
    expect(read('4/5 2 syytä')).toEqual(['4', '5', '2 syytä']);
    expect(read('60')).toEqual(['6', '0', null]);
    expect(read('4')).toEqual(['4', null, null]);
    expect(read('4 koska')).toEqual(['4', null, 'koska']);
    expect(read('441')).toEqual(['441', null, null]);
    expect(read('perustelu')).toEqual([null, null, 'perustelu']);
    expect(read('')).toEqual([null, null, null]);
  });

  it('stands as it was assessed on any day', () => {
    const log = [
      { day: '2022-06-01', probability: 3, impact: 4 },
      { day: '2022-01-10', probability: 2, impact: 4 },
      { day: '2022-06-01', probability: 4, impact: 4 },
      { day: '2022-09-01', probability: null, impact: 4 },
    ];
    expect(
      ['2022-01-09', '2022-05-31', '2022-06-01', '2022-09-01'].map((day) => risk.scoreOn(log, day)),
    ).toEqual([null, 8, 16, 16]);
  });
});
