import { describe, expect, test } from 'vitest';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { previewSeries } from '../../source/services/layout/series-preview.ts';
import { previewLines } from '../../source/screens/form/series-preview.ts';
import { plainText } from '../../source/widgets/lines/styled.ts';
import { makeProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { addSeries, club, days, wednesdays } from '../support/series.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import type { TestProject } from '../support/project.ts';

const breaksOn = (project: TestProject): void => {
  const id = Number(project.store.sql('SELECT id FROM project').get()?.['id']);
  changeRecord(project, id, { breaks: [{ fromWeek: 10, toWeek: 11 }] });
};
const fridays: Rule = {
  kind: 'weeks',
  every: 1,
  weekday: 5,
  from: '2022-03-04',
  until: '2022-04-30',
  time: '09:30',
};

describe('The preview of a series', () => {
  test('Is what would be laid out, with what is skipped and why', () => {
    const project = makeProject();
    breaksOn(project);
    const values = { rule: fridays, skippedWeeks: ['vko 13'] };
    const preview = previewSeries(project, values);
    expect(
      preview.filter(({ startsAt }) => startsAt === null).map(({ slot, because }) => [slot, because?.fi]),
    ).toEqual([
      ['2022-03-11', 'tauko vko 10–11'],
      ['2022-03-18', 'tauko vko 10–11'],
      ['2022-04-01', 'väliviikko 13'],
      ['2022-04-15', 'pitkäperjantai'],
    ]);
    addSeries(project, values);
    expect(preview.flatMap(({ startsAt }) => (startsAt === null ? [] : [startsAt.slice(5, 10)]))).toEqual(
      days(project),
    );
    const moved = previewSeries(project, { ...values, holidays: 'move' });
    expect(moved.find(({ slot }) => slot === '2022-04-15')).toMatchObject({
      startsAt: '2022-04-19T09:30',
      because: { fi: 'pitkäperjantai' },
    });
  });

  test('Fits its lines, in both languages', () => {
    const project = makeProject();
    breaksOn(project);
    const slots = previewSeries(project, { rule: fridays, holidays: 'move' });
    for (const language of ['fi', 'en'] as const) {
      for (const width of [60, 80, 120]) {
        const lines = previewLines(slots, { width, language, today: '2022-03-01' }).map(plainText);
        expect(lines.length).toBeLessThanOrEqual(4);
        expect(lines.filter((text) => text.length > width)).toEqual([]);
      }
    }
    const [first, second] = previewLines(slots, { width: 80, language: 'fi', today: '2022-03-01' }).map(
      plainText,
    );
    expect(first).toContain('7 kertaa: ensimmäinen');
    expect(second).toContain('pe 4.3. · pe 25.3.');
    expect(
      plainText(previewLines([], { width: 80, language: 'en', today: '2022-03-01' })[0] ?? []),
    ).toContain('No session');
  });

  test('A series none of whose days is ever held is refused with the reason, and nothing is kept', () => {
    const project = makeProject();
    const group = club(project);
    const christmas: Rule = { kind: 'months', every: 12, day: 25, from: '2022-12-01', until: '2024-12-31' };
    const refused = refusal(() => addRecord(project, 'series', { group, rule: christmas }));
    expect(refused.code).toBe('wrong-rule');
    expect(project.store.sql('SELECT count(*) AS count FROM series').get()).toEqual({ count: 0 });
    addRecord(project, 'series', { group, rule: christmas, holidays: 'moveBack' });
    expect(days(project)).toEqual(['12-23', '12-22', '12-23']);
    expect(
      previewSeries(project, { rule: { ...wednesdays, from: '2030-01-02', until: '2030-02-01' } }),
    ).toEqual([]);
  });
});
