import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAsked } from '../../source/domain/days/day-asked.ts';
import { registerOf } from '../../source/registers/index.ts';
import { listOf, searchFor } from '../../source/services/reading/listing.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { foundThen } from '../support/every-text.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { firstDay, makeProject, nextDay } from '../support/project.ts';

const project = makeProject();
const add = (name: string, phone?: string): number => addRecord(project, 'person', { name, phone }).result;
add('Anna Aalto', '040 123 4567');
add('Bertta Berg', '0501112223');
add('Cecilia Karhu', '+358 (0)44-765 4321');
add('Daavid Dahl', 'työ 09 310 1691, oma +46 70 123 45 67');
add('Eeva Es');
addRecord(project, 'action', { title: 'Soita numeroon 0401234567' });

const found = (text: string, limit = 20): string[] =>
  searchFor(project, text, limit).map(({ heading }) => heading);
const listed = (where: string): unknown[] =>
  listOf(project, registerOf('person'), { where }, 'fi').map(({ name }) => name);

describe('A telephone number', () => {
  test('Is found however it is grouped, with its country’s number and without, before what else has it', () => {
    for (const text of ['0401234567', '040 123 4567', '040-1234567', '+358 40 123 4567', '00358401234567'])
      expect([text, found(text)[0]]).toEqual([text, 'Anna Aalto']);
    expect(found('0401234567')).toEqual(['Anna Aalto', 'Soita numeroon 0401234567']);
    expect(found('0401234567', 1)).toEqual(['Anna Aalto']);
    for (const text of ['050 111 2223', '(050) 111.2223', '358 50 111 2223'])
      expect([text, ...found(text)]).toEqual([text, 'Bertta Berg']);
    for (const text of ['0447654321', '+358447654321', '044 765', '765 4321'])
      expect([text, ...found(text)]).toEqual([text, 'Cecilia Karhu']);
  });

  test('Is any of those that stand in one field, a foreign one too, and none across two', () => {
    for (const text of ['093101691', '+46 701234567', '0046701234567'])
      expect([text, ...found(text)]).toEqual([text, 'Daavid Dahl']);
    expect(found('169146')).toEqual([]);
  });

  test('What is called by it comes before what begins so, then what ends so, then what has it inside', () => {
    const other = makeProject();
    // By name they would stand the other way round.
    const numbers = { Dora: '09123', Celia: '0912345678', Berta: '0409123', Anna: '0409123456' };
    for (const [name, phone] of Object.entries(numbers)) addRecord(other, 'person', { name, phone });
    const named = searchFor(other, '091-23', 20).map(({ heading }) => heading);
    expect(named).toEqual(Object.keys(numbers));
  });

  test('A few digits, a day and what has letters ask for none', () => {
    expect(found('3456')).toEqual([]);
    expect(found('H 0447654321')).toEqual([]);
    expect(found('04.4.7654')).toEqual([]);
  });

  test('Stands in a filter as one word, which may be turned round', () => {
    expect(listed('0401234567')).toEqual(['Anna Aalto']);
    expect(listed('"+358 50 111 2223"')).toEqual(['Bertta Berg']);
    expect(listed('aalto 4012345')).toEqual(['Anna Aalto']);
    expect(listed('-0401234567')).toEqual(['Bertta Berg', 'Cecilia Karhu', 'Daavid Dahl', 'Eeva Es']);
    expect(listOf(project, registerOf('action'), { where: '0401234567' }, 'fi')).toHaveLength(1);
  });

  test('Is looked for among those who are there, on an earlier day among those of then', () => {
    const own = makeProject();
    const moved = addRecord(own, 'person', { name: 'Oili Ojala', phone: '045 600 7000' }).result;
    const gone = addRecord(own, 'person', { name: 'Pia Pelto', phone: '045 600 7111' }).result;
    nextDay(own, 1);
    changeRecord(own, moved, { phone: '046 888 9999' });
    removeRecords(own, [gone]);
    const now = (text: string) => searchFor(own, text, 5).map(({ heading }) => heading);
    expect([now('0456007000'), now('0456007111'), now('0468889999')]).toEqual([[], [], ['Oili Ojala']]);
    const then = (text: string) => foundThen(own, '2022-03-01', text);
    expect([then('0456007'), then('0468889999')]).toEqual([['Oili Ojala', 'Pia Pelto'], []]);
    closeStore(own.store);
  });

  test('Any grouping of the digits of a number, or of five or more in a row of them, finds its person', () => {
    const gaps = fc.constantFrom('', '', ' ', '-', '\u00A0', '.', ' (', ') ');
    const grouped = (digits: string) =>
      fc.array(gaps, { minLength: digits.length, maxLength: digits.length }).map((between) =>
        digits
          .split('')
          .map((digit, place) => digit + between[place])
          .join(''),
      );
    const part = fc
      .integer({ min: 0, max: 5 })
      .chain((from) => fc.integer({ min: from + 5, max: 10 }).map((to) => [from, to] as const));
    const digits = fc.stringMatching(/^0(?:[45]|400358|500)\d{4,8}$/).filter(({ length }) => length >= 10);
    const any = digits.chain((number) =>
      fc.tuple(
        grouped(number),
        part.chain(([from, to]) => grouped(number.slice(from, to))),
      ),
    );
    const own = makeProject();
    const person = addRecord(own, 'person', { name: 'Ulla Uusi' }).result;
    fc.assert(
      fc.property(any, ([stored, asked]) => {
        // What has a day in it asks for the day.
        fc.pre(dayAsked(asked, firstDay) === null);
        changeRecord(own, person, { phone: stored.trim() });
        expect(searchFor(own, asked, 5).map(({ id }) => id)).toEqual([person]);
      }),
    );
  });
});
