import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakSpans, formatBreaks, parseBreaks, parseWeeks } from '../../source/domain/days/breaks.ts';
import { runs } from '../support/runs.ts';

describe('breaks', () => {
  it('are read, shown and laid out year by year', () => {
    const value = [
      { fromWeek: 27, toWeek: 31 },
      { fromWeek: 52, toWeek: 1 },
    ];
    expect(parseBreaks('vko 27–31, vko 52–1')).toEqual({ ok: true, value });
    expect(parseBreaks('27-31; weeks 52 - 1')).toEqual({ ok: true, value });
    expect(parseBreaks('')).toEqual({ ok: true, value: [] });
    expect(parseBreaks('vko 8, kesä')).toEqual({ ok: false, part: 'kesä' });
    expect(parseBreaks('vko 54')).toEqual({ ok: false, part: 'vko 54' });
    expect(breakSpans(value, 2022, 2022)).toEqual([
      { from: '2021-12-27', to: '2022-01-09' },
      { from: '2022-07-04', to: '2022-08-07' },
      { from: '2022-12-26', to: '2023-01-08' },
    ]);
    expect(breakSpans([{ fromWeek: 53, toWeek: 53 }], 2020, 2022)).toEqual([
      { from: '2020-12-28', to: '2021-01-03' },
    ]);
  });

  it('of one year or every year are read for a series, and nothing else is', () => {
    expect(parseWeeks('vko 8')).toEqual({ fromWeek: 8, toWeek: 8, year: null });
    expect(parseWeeks('w42/2023')).toEqual({ fromWeek: 42, toWeek: 42, year: 2023 });
    expect(parseWeeks('2022-W30')).toEqual({ fromWeek: 30, toWeek: 30, year: 2022 });
    expect(parseWeeks(' vko 27–31 / 2023')).toEqual({ fromWeek: 27, toWeek: 31, year: 2023 });
    for (const text of ['', 'kesä', 'w99', 'vko 8, vko 9', '/2023']) expect(parseWeeks(text)).toBeNull();
  });

  it('are read back as shown', () => {
    const week = fc.integer({ min: 1, max: 53 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ fromWeek: week, toWeek: week })),
        fc.constantFrom('fi', 'en'),
        (value, language) => {
          expect(parseBreaks(formatBreaks(value, language))).toEqual({ ok: true, value });
        },
      ),
      runs(),
    );
  });
});
