import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodes, editDistance, formatCode, nearest, parseCode } from '../../source/domain/codes.ts';
import { runs } from '../support/runs.ts';

describe('codes', () => {
  it.each([
    ['r4', 'R-4'],
    ['R-4', 'R-4'],
    ['R–4', 'R-4'],
    ['kk 12', 'KK-12'],
    [' KK-12 ', 'KK-12'],
    ['v 3.4', 'V-3.4'],
    ['V-3.4', 'V-3.4'],
    ['r007', 'R-7'],
    ['ä-1', 'Ä-1'],
  ])('%j is %s', (text, code) => {
    const parsed = parseCode(text);
    expect(parsed === null ? null : formatCode(parsed)).toBe(code);
  });

  it.each(['', '4', 'R', 'R-', 'R--4', 'R-4.', 'R-3.4.5', 'R-4 x', 'abcdefg-1', 'vko/23', '😀-1'])(
    '%j is none',
    (text) => {
      expect(parseCode(text)).toBeNull();
    },
  );

  it('sorts as people count', () => {
    expect(['R-10', 'V-3.10', 'R-9', 'V-3', '?', 'V-3.2'].toSorted(compareCodes)).toEqual([
      'R-9',
      'R-10',
      'V-3',
      'V-3.2',
      'V-3.10',
      '?',
    ]);
  });
});

describe('did you mean', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['ab', 'ba', 1],
    ['', 'abc', 3],
    ['same', 'same', 0],
  ])('%s and %s are %i apart', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
  });

  it('offers the nearest names', () => {
    const registers = ['risk', 'round', 'report', 'session', 'person', 'delivery'];
    expect(nearest('rsik', registers)).toEqual(['risk']);
    expect(nearest('sesion', registers)).toEqual(['session']);
    expect(nearest('Re', registers)).toEqual(['report']);
    expect(nearest('xyzzy', registers)).toEqual([]);
    expect(nearest('', registers)).toEqual([]);
  });

  it('measures a distance', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (left, right) => {
        const distance = editDistance(left, right);
        expect(distance).toBe(editDistance(right, left));
        expect(distance === 0).toBe(left === right);
        expect(distance).toBeLessThanOrEqual(Math.max(Array.from(left).length, Array.from(right).length));
      }),
      runs(),
    );
  });
});
