import { expect, it } from 'vitest';
import { project } from '../../source/registers/index.ts';
import type { FieldContext } from '../../source/fields/index.ts';
import type { Language } from '../../source/language/index.ts';

const context = (language: Language): FieldContext => ({ language, today: '2022-03-23' }) as FieldContext;

it.each([
  ['breaks', 'fi', 'vko 27–31, vko 52–1'],
  ['breaks', 'en', 'week 27–31, week 52–1'],
  ['riskThresholds', 'fi', 'kohtalainen 5, korkea 12, erittäin korkea 20'],
  ['riskRhythm', 'en', 'low 6, moderate 3, high 2, very high 1'],
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
] as const)('%s can not be “%s”', (name, words) => {
  expect(() => project.fields[name].read(words, context('fi'))).toThrow(
    expect.objectContaining({ code: 'wrong-value' }),
  );
});
