import { expect, test } from 'vitest';
import { formatMoney } from '../../source/domain/format-money.ts';
import { numberOf } from '../../source/fields/number.ts';

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

test('euros are read as they are shown in Finnish, and with the sign before them', () => {
  expect(numberOf(formatMoney(31_200.5, 'fi'))).toBe(31_200.5);
  expect(numberOf('€ 33000')).toBe(33_000);
  expect(numberOf('€')).toBeNaN();
});
