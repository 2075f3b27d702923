import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakSpans, formatBreaks, parseBreaks } from '../../source/domain/breaks.ts';
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
