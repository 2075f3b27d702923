import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFilter, printFilter } from '../../source/domain/filter.ts';
import { runs } from '../support/runs.ts';

/** `[field, operator, values, negated]` and `[word, negated]` in one list. */
function read(text: string): unknown {
  const { terms, words } = parseFilter(text);
  return [
    ...terms.map(({ field, operator, values, negated }) => [field, operator, values, negated]),
    ...words.map((word) => [word.text, word.negated]),
  ];
}

describe('filter words', () => {
  it.each([
    ['state:open', [['state', ':', ['open'], false]]],
    ['state:open,realised', [['state', ':', ['open', 'realised'], false]]],
    ['level>=high', [['level', '>=', ['high'], false]]],
    ['due<+14d', [['due', '<', ['+14d'], false]]],
    ['score!=16', [['score', '!=', ['16'], false]]],
    ['owner:"a b",c', [['owner', ':', ['a b', 'c'], false]]],
    ['title:"a \\"b\\", c"', [['title', ':', ['a "b", c'], false]]],
    ['-tag:old', [['tag', ':', ['old'], true]]],
    ['owner:', [['owner', ':', [], false]]],
    ['-owner:', [['owner', ':', [], true]]],
    ['owner:""', [['owner', ':', [], false]]],
    ['yksikkö:Kuhmo', [['yksikkö', ':', ['Kuhmo'], false]]],
    ['due:23.3.2022', [['due', ':', ['23.3.2022'], false]]],
    [
      'free  words',
      [
        ['free', false],
        ['words', false],
      ],
    ],
    [
      '-word "two words"',
      [
        ['word', true],
        ['two words', false],
      ],
    ],
    ['"state:open"', [['state:open', false]]],
    [
      '9:30 - :x',
      [
        ['9:30', false],
        ['-', false],
        [':x', false],
      ],
    ],
    ['', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('bears with what is being typed, and says where it is odd', () => {
    expect(parseFilter('unit:"Kuh')).toEqual({
      terms: [{ field: 'unit', operator: ':', values: ['Kuh'], negated: false }],
      words: [],
      errors: [{ code: 'unclosedQuote', at: 5 }],
    });
    expect(parseFilter('word level>=')).toEqual({
      terms: [],
      words: [{ text: 'word', negated: false }],
      errors: [{ code: 'noValue', at: 5 }],
    });
  });

  it('means the same when it is printed and read again', () => {
    const piece = fc.constantFrom(
      'state',
      ':',
      '=',
      '!=',
      '<',
      '<=',
      '>',
      '>=',
      'open',
      ',',
      '-',
      '"',
      '\\',
      ' ',
      'ä',
      '+14d',
      '.',
      '\n',
      '😀',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const { terms, words } = parseFilter(text);
        expect(parseFilter(printFilter({ terms, words }))).toEqual({ terms, words, errors: [] });
      }),
      runs(3000),
    );
  });
});
