import { describe, expect, test } from 'vitest';
import { registerOf } from '../../source/registers/index.ts';
import { listOf, searchFor } from '../../source/services/reading/listing.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { makeProject } from '../support/project.ts';

const project = makeProject();
const add = (register: string, values: Record<string, unknown>): number =>
  addRecord(project, register, values).result;
const group = add('group', { title: 'Ohjausryhmä', kind: 'steering', prefix: 'OR' });
add('session', { group, startsAt: '2022-03-30T09:00', topic: 'Talous' });
add('action', { title: 'Lähetä väliraportti', due: '2022-03-30' });
add('action', { title: 'Vuotta myöhemmin', due: '2023-03-30' });
add('action', { title: 'Sovittiin 30.3. puhelimessa', due: '2022-05-02' });
add('diary', { day: '2022-03-14', text: 'Työpaja pidettiin.' });
add('diary', { day: '2022-02-28', text: 'Suunniteltiin.' });
add('action', { title: 'Soita rahoittajalle', due: '2022-03-02' });
add('action', { title: 'Jatketaan huomenna', due: '2022-05-20' });
add('action', { title: 'Keskiviikon lista', due: '2022-05-21' });
add('action', { title: 'Kesäpäivä', due: '2022-06-03' });

const found = (text: string): string[] => searchFor(project, text, 20).map(({ heading }) => heading);

describe('A day among the words of a look-up', () => {
  test('What is on the day comes by its hour, the nearest year first, then what has its figures', () => {
    expect(found('30.3.')).toEqual([
      expect.stringContaining('Ohjausryhmä'),
      'Lähetä väliraportti',
      'Vuotta myöhemmin',
      'Sovittiin 30.3. puhelimessa',
    ]);
  });

  test('With its year it is one day; what was done on it counts', () => {
    expect(found('30.3.2023')).toEqual(['Vuotta myöhemmin']);
    expect(found('2022-03-14')).toEqual([expect.stringContaining('Työpaja')]);
  });

  test('Other words hold as well, before and after it', () => {
    for (const text of ['väliraportti 30.3.2022', '30.3. väli'])
      expect(found(text)[0]).toBe('Lähetä väliraportti');
    expect(found('väliraportti 30.3.2022')).toHaveLength(1);
  });

  test.each([
    '3 Jun 2022',
    '3. kesäkuuta',
    'June 3',
    'kesäpäivä 3 jun',
    'pe 3.6.',
    'perjantaina 3. kesäkuuta 2022',
    'fri 3 jun',
    'in 94 days',
    // A wrong weekday is no reason to find nothing of the day.
    'ma 3.6.2022',
  ])('In words: %s', (text) => {
    expect(found(text)).toEqual(['Kesäpäivä']);
  });

  test('A weekday before a day without its year tells of which years it is', () => {
    // The thirtieth of March was a Wednesday in 2022, a Thursday in 2023.
    expect(found('to 30.3.')).toEqual(['Vuotta myöhemmin']);
    expect(found('ke 30.3. väliraportti')).toEqual(['Lähetä väliraportti']);
  });

  test('Counted from today: what is on that day comes first, then what has the word', () => {
    expect(found('huomenna')).toEqual(['Soita rahoittajalle', 'Jatketaan huomenna']);
    expect(found('Tomorrow')).toEqual(['Soita rahoittajalle']);
    expect(found('soita huomenna')).toEqual(['Soita rahoittajalle']);
    expect(found('keskiviikko')).toEqual(['Soita rahoittajalle', 'Keskiviikon lista']);
    expect(found('viime ma')).toEqual([expect.stringContaining('Suunniteltiin')]);
  });

  test('What begins other words is no day, nor is a week or a month', () => {
    for (const text of ['ke', 'wed']) expect(found(text)).not.toContain('Soita rahoittajalle');
    for (const text of ['kesäkuu', 'vko 22', 'w22', '2022-W22'])
      expect(found(text)).not.toContain('Kesäpäivä');
    for (const text of ['tämä viikko', 'this week']) expect(found(text)).toEqual([]);
  });

  test('In a filter it is one of a record’s own days, or its figures', () => {
    const listed = (where: string): unknown[] =>
      listOf(project, registerOf('action'), { where, sort: 'due' }, 'fi').map(({ heading }) => heading);
    expect(listed('30.3.2022')).toEqual(['Lähetä väliraportti']);
    expect(listed('30.3.')).toEqual([
      'Lähetä väliraportti',
      'Sovittiin 30.3. puhelimessa',
      'Vuotta myöhemmin',
    ]);
    expect(listed('-30.3. myöhemmin')).toEqual([]);
    expect(listed('"lähetä 30.3.2022"')).toEqual(['Lähetä väliraportti']);
    expect(listed('"vuotta 30.3.2022"')).toEqual([]);
    expect(listOf(project, registerOf('session'), { where: '30.3.2022' }, 'fi')).toHaveLength(1);
  });
});
