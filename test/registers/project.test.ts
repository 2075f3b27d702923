import { expect, it } from 'vitest';
import { project } from '../../source/registers/project.ts';
import type { FieldContext } from '../../source/fields/index.ts';
import type { Language } from '../../source/language/index.ts';

const context = (language: Language): FieldContext => ({ language, today: '2022-03-23' }) as FieldContext;

it.each([
  ['breaks', 'fi', 'vko 27–31, vko 52–1'],
  ['breaks', 'en', 'week 27–31, week 52–1'],
  ['riskThresholds', 'fi', 'kohtalainen 5, korkea 12, erittäin korkea 20'],
  ['riskRhythm', 'en', 'low 6, moderate 3, high 2, very high 1'],
  ['probabilityWords', 'fi', 'tuskin, ehkä, melkein, kyllä, varmasti'],
] as const)('%s is written in words and read back (%s)', (name, language, words) => {
  const field = project.fields[name];
  const value = field.read(words, context(language));
  expect(value).not.toBeNull();
  expect((field.write as (given: unknown, where: FieldContext) => string)(value, context(language))).toBe(
    words,
  );
  expect(field.read(JSON.stringify(value), context(language))).toEqual(value);
});

it.each([
  ['breaks', 'kesä'],
  ['breaks', 'vko 60'],
  ['riskThresholds', 'korkea'],
  ['riskThresholds', '{"korkea": 5}'],
  ['riskThresholds', '{'],
  ['riskThresholds', 'matala 2'],
  ['riskRhythm', 'korkea 0'],
  ['impactWords', 'pieni, suuri'],
  ['impactWords', 'pieni, , keski, suuri, valtava'],
] as const)('%s can not be “%s”', (name, words) => {
  expect(() => project.fields[name].read(words, context('fi'))).toThrow(
    expect.objectContaining({ code: 'wrong-value' }),
  );
});

it.each(['korkea 12, erittäin korkea 12', 'kohtalainen 1', 'erittäin korkea 26', 'kohtalainen 11'])(
  'thresholds can not be “%s”: they must rise',
  (words) => {
    expect(() => project.fields.riskThresholds.read(words, context('fi'))).toThrow(
      expect.objectContaining({ code: 'wrong-thresholds' }),
    );
  },
);

it('the words of steps may be numbered', () => {
  const words = '1 tuskin, 2 ehkä, 3 melkein, 4 kyllä, 5 varmasti';
  expect(project.fields.probabilityWords.read(words, context('fi'))).toEqual([
    'tuskin',
    'ehkä',
    'melkein',
    'kyllä',
    'varmasti',
  ]);
});
