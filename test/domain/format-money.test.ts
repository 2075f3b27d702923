import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatMoney } from '../../source/domain/funding/format-money.ts';
import { decimal, money, numberOf, whole } from '../../source/fields/index.ts';
import { registerOf } from '../../source/registers/index.ts';
import { explainFilter } from '../../source/services/reading/filter-help.ts';
import { fieldContext } from '../../source/services/reading/lookup.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { makeProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';

test.each([
  [33_000, '33\u00a0000\u00a0€', '€33,000'],
  [9300, '9300\u00a0€', '€9300'],
  [31_200.5, '31\u00a0200,50\u00a0€', '€31,200.50'],
  [1_234_567.891, '1\u00a0234\u00a0567,89\u00a0€', '€1,234,567.89'],
  [0, '0\u00a0€', '€0'],
  [-1500, '-1500\u00a0€', '-€1500'],
])('%d euros', (euros, fi, en) => {
  expect(formatMoney(euros, 'fi')).toBe(fi);
  expect(formatMoney(euros, 'en')).toBe(en);
});

describe('Sums as people write them', () => {
  const project = makeProject();
  const label = { fi: 'Luku', en: 'Number' };
  const kinds = { sum: money({ label }), share: decimal({ label }), count: whole({ label }) };
  const inLanguage = { fi: fieldContext(project, 'fi'), en: fieldContext(project, 'en') };
  const cents = fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }).map((count) => count / 100);

  test('are read as they are shown, in both languages', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom('fi' as const, 'en' as const), (sum, language) => {
        expect(numberOf(formatMoney(sum, language))).toBe(sum + 0);
        const positive = Math.abs(sum);
        expect(kinds.sum.read(formatMoney(positive, language), inLanguage[language])).toBe(positive);
      }),
    );
  });

  test('and any number as it is written', () => {
    const thousandths = fc.integer({ min: 0, max: 100_000_000 }).map((count) => count / 1000);
    fc.assert(
      fc.property(
        thousandths,
        fc.constantFrom('fi' as const, 'en' as const),
        fc.constantFrom(kinds.sum, kinds.share),
        (number, language, field) => {
          const context = inLanguage[language];
          expect(field.read(field.write(number, context), context)).toBe(number);
        },
      ),
    );
  });

  test.each([
    ['€33,000', 33_000],
    ['€ 33000', 33_000],
    ['€24,870.40', 24_870.4],
    ['-€1,500', -1500],
    ['€33,50', 33.5],
    ['€0,125', 0.125],
    ['33 000,50 €', 33_000.5],
    ['\u{2212}33\u{a0}000\u{a0}€', -33_000],
    ['1,234,567', 1_234_567],
    ['33,000.50', 33_000.5],
    ['33.000,50 €', 33_000.5],
    ['€1.234.567', 1_234_567],
    ['1.234,567', 1_234.567],
    ['1.2345.678', Number.NaN],
    ['12.34', 12.34],
    ['3,5', 3.5],
    ['€', Number.NaN],
    ['€1,2345,678', Number.NaN],
    ['--5', Number.NaN],
  ])('%s', (text, number) => {
    expect(numberOf(text)).toBe(number);
  });

  test('what may be thousands or decimals is refused, with both told; Finnish decimals are no thousands', () => {
    const { fi, en } = inLanguage;
    const unclear = [
      () => kinds.sum.read('33,000', en),
      () => kinds.sum.read('33,000', fi),
      () => kinds.sum.read('33,000 €', fi),
      () => kinds.sum.check('33,000'),
      () => kinds.count.read('1,000', fi),
      () => kinds.share.read('3,125', en),
      () => kinds.sum.read('33.000', fi),
      () => kinds.sum.read('33.000 €', en),
      () => kinds.sum.read('€33.000', en),
      () => kinds.count.read('1.000', fi),
    ];
    expect(unclear.map((read) => refusal(read).code)).toEqual(unclear.map(() => 'unclear-number'));
    // What is advised is taken.
    expect(refusal(() => kinds.sum.read('33,125', en)).parameters).toMatchObject({
      readings: ['33125', '33.1250'],
    });
    expect([kinds.sum.read('33125', en), kinds.sum.read('33.1250', inLanguage.fi)]).toEqual([33_125, 33.125]);
    expect(refusal(() => kinds.share.read('3,125', en)).parameters).toMatchObject({
      readings: ['3125', '3.125'],
    });
    expect(refusal(() => kinds.count.read('1,125', fi)).parameters).toMatchObject({ readings: ['1125'] });
    expect(refusal(() => kinds.sum.read('33.000', fi)).parameters).toMatchObject({
      readings: ['33000', '33'],
    });
    expect(kinds.share.read('3,125', fi)).toBe(3.125);
    expect(kinds.share.read('3.125', fi)).toBe(3.125);
    expect(kinds.share.read('0,125', en)).toBe(0.125);
    expect(kinds.sum.read('33,50', en)).toBe(33.5);
  });

  test('in filters too, where a comma parts alternatives', () => {
    for (const budget of ['€9,500', '€33,000', '45 000 €']) {
      const values = { title: budget, starts: '2022-01-01', ends: '2022-03-31', budget };
      addRecord(project, 'payment', values);
    }
    const found = (where: string): unknown[] =>
      listOf(project, registerOf('payment'), { where, sort: 'budget' }, 'en').map(({ budget }) => budget);
    expect(found('budget>=€33,000')).toEqual([33_000, 45_000]);
    expect(found('budget:€33,000,9500')).toEqual([9500, 33_000]);
    expect(found('budget:9500,33000')).toEqual([9500, 33_000]);
    expect(refusal(() => found('budget>"33,000"')).code).toBe('unclear-number');
    expect(refusal(() => found('budget>33.000')).code).toBe('unclear-number');
    expect(found('budget>"33.000,50"')).toEqual([45_000]);
    // How the comma was taken is told while one types.
    const told = (where: string): string =>
      explainFilter(project, registerOf('payment'), where, 'fi').replaceAll('\u00a0', ' ');
    expect(told('budjetti:1,5')).toBe('Budjetti on 1 € tai 5 €');
    expect(told('budjetti:"1,5"')).toBe('Budjetti on 1,50 €');
    expect(told('budget>=€33,000')).toBe('Budjetti vähintään 33 000 €');
  });
});
