import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart } from '../../source/store/search/apart.ts';
import { foldLetters } from '../../source/store/search/stems.ts';
import { runs } from '../support/runs.ts';

const word = fc.string({
  unit: fc.constantFrom('a', 'e', 'o', 'u', 'ä', 'ö', 'å', 'é', 'ü', 'x', ' '),
  minLength: 1,
  maxLength: 8,
});

test('Who types no dots is as near as who does, for every letter that the index has without them', () => {
  fc.assert(
    fc.property(word, word, (heading, rest) => {
      const asked = foldLetters(heading.trim());
      fc.pre(asked !== '');
      expect(apart(`${heading.trim()}${rest}`, asked, 0)).toBeLessThan(2);
      expect(apart(`Soita ${heading.trim()}`, asked, 0)).toBeLessThan(4);
    }),
    runs(),
  );
});
