import { expect, test } from 'vitest';
import { miniMonthAt } from '../../source/screens/form/day-field.ts';
import {
  besideForm,
  miniMonthLines,
  miniMonthWidth,
  miniWeekLine,
} from '../../source/screens/form/mini-month.ts';
import { line, lineWidth, plainText } from '../../source/widgets/lines/styled.ts';
import { makeProject } from '../support/project.ts';

const project = makeProject();

test.each(['fi', 'en'] as const)(
  'every line of the small month is as wide, in %s, and the chosen day has a sign',
  (language) => {
    for (const unicode of [true, false]) {
      const mini = miniMonthAt(project, '2022-06-06', { language, unicode });
      const lines = miniMonthLines(mini);
      expect(lines.map(lineWidth)).toEqual(lines.map(() => miniMonthWidth));
      expect(lines.map(plainText).join('\n')).toContain(unicode ? '› 6' : '> 6');
      expect(lineWidth(miniWeekLine(mini))).toBeLessThanOrEqual(58);
    }
  },
);

test('a public holiday has a sign of its own', () => {
  const text = miniMonthLines(miniMonthAt(project, '2022-12-01', { language: 'fi', unicode: true })).map(
    plainText,
  );
  expect(text.join('\n')).toContain('· 6');
});

test('the month stands below the row of its field, above it near the end, and cuts no word unseen', () => {
  const month = miniMonthLines(miniMonthAt(project, '2022-06-06', { language: 'fi', unicode: true }));
  const rows = Array.from({ length: 20 }, () => line('sana '.repeat(15)));
  const at = (row: number): number =>
    besideForm(rows, month, { row, width: 80, height: 20 }).findIndex((one) =>
      plainText(one).includes('kesäkuu'),
    );
  expect(at(3)).toBe(4);
  expect(at(18)).toBe(18 - month.length);
  const laid = besideForm(rows, month, { row: 3, width: 80, height: 20 });
  expect(plainText(laid[5] ?? [])).toContain('…');
  expect(Math.max(...laid.map(lineWidth))).toBeLessThanOrEqual(80);
});
