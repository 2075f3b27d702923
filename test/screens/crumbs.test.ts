import { expect, test } from 'vitest';
import { crumbLine, crumbText } from '../../source/screens/frame/crumbs.ts';
import { lineWidth, plainText } from '../../source/widgets/lines/styled.ts';

const crumbs = ['Kokoukset', 'Ryhmät', 'RY-1', 'OR-6 Ohjausryhmä', 'Muokkaa OR-6'];

test('what does not fit goes from the middle: where one came from and where one is stay', () => {
  expect(crumbText(crumbs, 80, true)).toBe('Kokoukset › Ryhmät › RY-1 › OR-6 Ohjausryhmä › Muokkaa OR-6');
  expect(crumbText(crumbs, 50, true)).toBe('Kokoukset › … › OR-6 Ohjausryhmä › Muokkaa OR-6');
  expect(crumbText(crumbs, 30, true)).toBe('Kokoukset › … › Muokkaa OR-6');
  expect(crumbText(crumbs, 18, false)).toBe('Muokkaa OR-6');
  expect(crumbText(['Riskit', 'R-4 Esihenkilöiden sitoutuminen hankkeeseen'], 30, true)).toBe(
    'Riskit › R-4 Esihenkilöiden s…',
  );
});

test.each([60, 80, 120])(
  'the rule is as wide as the screen, with and without where one is, at %i columns',
  (width) => {
    for (const joint of [null, Math.floor(width * 0.6)])
      for (const parts of [[], crumbs]) {
        const rule = crumbLine(parts, { width, joint, unicode: true });
        expect(lineWidth(rule)).toBe(width);
        expect(plainText(rule).includes('┬')).toBe(joint !== null);
      }
  },
);
