import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCode } from '../../source/domain/codes.ts';
import { parseFilter } from '../../source/domain/filter.ts';
import { lettersAndDigits } from '../../source/domain/letters.ts';
import { runs } from '../support/runs.ts';

const everywhere = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const latin = fc.string({ unit: fc.integer({ min: 0, max: 0xff }).map((code) => String.fromCharCode(code)) });

describe('Letters of Latin-1 are told as those of all scripts', () => {
  test('Sign by sign', () => {
    for (let code = 0; code < 0x180; code += 1) {
      const text = `a${String.fromCharCode(code)}b`;
      expect(lettersAndDigits(text)).toEqual(everywhere(text));
    }
  });

  test('In any text', () => {
    fc.assert(
      fc.property(fc.oneof(latin, fc.string({ unit: 'grapheme' })), (text) => {
        expect(lettersAndDigits(text)).toEqual(everywhere(text));
      }),
      runs(),
    );
  });

  test('A sign beyond ASCII does not change what stands before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        const { terms } = parseFilter(text);
        expect(parseFilter(`${text} ä`).terms.slice(0, terms.length)).toEqual(
          /"/.test(text) ? expect.anything() : terms,
        );
        if (parseCode(text) !== null) expect(parseCode(`${text}\u2003`)).toEqual(parseCode(text));
      }),
      runs(),
    );
  });
});
