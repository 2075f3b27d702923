import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthLines } from '../../source/screens/calendar/month-lines.ts';
import { weekLines } from '../../source/screens/calendar/week-lines.ts';
import { calendarOf, pageSpan } from '../../source/services/reading/calendar.ts';
import { addDays } from '../../source/services/reading/days.ts';
import { lineWidth, plainText } from '../../source/widgets/lines/styled.ts';
import { fillProject, makeProject } from '../support/project.ts';
import { runs } from '../support/runs.ts';

const project = makeProject();
fillProject(project);
const options = { language: 'fi' as const, unicode: true, width: 80, height: 19 };
const month = (day: string, given: Partial<typeof options> = {}) =>
  monthLines(calendarOf(project, pageSpan(day, 'month')), { ...options, ...given, day });
const textOf = (lines: ReturnType<typeof month>): string[] => lines.map((one) => plainText(one).trimEnd());

describe('A month', () => {
  test('Is a grid of weeks with the chosen day in full below', () => {
    const lines = textOf(month('2022-03-09'));
    expect(lines.slice(0, 4)).toEqual([
      ' Maaliskuu 2022                                                        w viikko',
      ' vk  ma         ti         ke         to         pe         la         su',
      ' 9   28          1●         2          3          4          5          6',
      '',
    ]);
    expect(lines).toContain('10    7          8        › 9 ·1      10         11         12         13');
    expect(lines.join('\n')).toMatch(/○TK-1 Tse…/);
    expect(lines).toContain(' ke 9.3.2022 · vko 10');
    expect(lines.join('\n')).toMatch(/○ {2}9\.00 TK-1 {4}Tsemppariklubi: Teams/);
  });

  test('Is whole in the least window, six weeks too, and at any size', () => {
    // The 1st is a Sunday: six weeks.
    const six = month('2022-05-01', { width: 60, height: 15 });
    expect(
      textOf(six)
        .filter((one) => /^ ?\d\d? /.test(one))
        .map((one) => Number(one.slice(0, 3))),
    ).toEqual([17, 18, 19, 20, 21, 22]);
    fc.assert(
      fc.property(
        fc.integer({ min: -500, max: 900 }),
        fc.integer({ min: 60, max: 220 }),
        fc.integer({ min: 15, max: 60 }),
        fc.boolean(),
        fc.constantFrom('fi' as const, 'en' as const),
        (count, width, height, unicode, language) => {
          const day = addDays('2022-03-01', count);
          const given = { width, height, unicode, language, day };
          const weeks = weekLines(calendarOf(project, pageSpan(day, 'week')), given);
          for (const lines of [monthLines(calendarOf(project, pageSpan(day, 'month')), given), weeks]) {
            expect(lines.length).toBe(height);
            expect(Math.max(...lines.map(lineWidth))).toBeLessThanOrEqual(width);
            const chosen = lines.filter((one) => plainText(one).includes(unicode ? '›' : '>'));
            expect(chosen.length).toBe(1);
          }
        },
      ),
      runs(60),
    );
  });

  test('Tells the chosen day, today and what is there without colours and in ASCII', () => {
    const lines = textOf(month('2022-03-09', { unicode: false }));
    expect(lines.join('\n')).toMatch(/ 1\*/);
    expect(lines.join('\n')).toMatch(/> 9 :1/);
    expect(lines.join('\n')).toMatch(/oTK-1/);
  });
});
