import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cellWidth, cut, fit, pad, safe, safeLines, takeCells, wrap } from './text.ts';
import { runs } from '../../../test/support/runs.ts';

/** What people write: Latin, Greek, Cyrillic, CJK, emoji of all kinds, accents, and what attackers write. */
const character = fc.oneof(
  fc.constantFrom(
    'ä',
    'Ö',
    'å',
    'é',
    'e\u0301',
    'Я',
    '日',
    '本',
    '한',
    'ｱ',
    '。',
    '…',
    '–',
    '▲',
    '●',
    '→',
    '│',
    '▂',
    'ﾞ',
  ),
  fc.constantFrom('👍', '👍🏽', '👩‍💻', '👨‍👩‍👧‍👦', '❤️', '🇫🇮', '🇦🇦', '1️⃣', '✅', '☎️', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '⚠', '⚡'),
  fc.constantFrom(
    '\x1b[31m',
    '\x1b]8;;http://a\x07',
    '\x9b2J',
    '\t',
    '\n',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u00ad',
    '\ud800',
  ),
  fc.string({ unit: 'grapheme-ascii' }),
);
const anyText = fc.array(character, { maxLength: 20 }).map((parts) => parts.join(''));

describe('safe', () => {
  it.each([
    ['plain', 'plain'],
    ['\x1b[31mred\x1b[0m', 'red'],
    ['\x1b]0;title\x07after', 'after'],
    ['\x1bPq#0;2;0\x1b\\after', 'after'],
    ['one\r\ntwo\nthree', 'one two three'],
    ['a\tb', 'a   b'],
    ['\tb', '    b'],
    ['evil\u202Etxt.exe', 'eviltxt.exe'],
    ['a\u0308iti', 'äiti'],
    ['❤️ 1️⃣ 👍🏽', '❤ 1 👍'],
    ['👩‍💻 koodaa', '👩 koodaa'],
    ['🇫🇮', 'FI'],
    ['\u0007bell\u0000', 'bell'],
    ['half\ud83d', 'half\ufffd'],
  ])('%j → %j', (text, expected) => {
    expect(safe(text)).toBe(expected);
  });

  it('leaves nothing that a terminal would obey, whatever came in', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'binary' })), (text) => {
        expect(safe(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      }),
      runs(),
    );
  });

  it('takes the quick way only with what the thorough one would not change', () => {
    const quick = Array.from(
      { length: 0x2600 - 0x20 },
      (_, code) => `a${String.fromCharCode(code + 0x20)}b`,
    ).filter((text) => safe(text) === text);
    // The bell sends the text the thorough way.
    expect(quick.filter((text) => safe(`${text}\u0007`) !== text)).toEqual([]);
  });

  it('splits text of several lines', () => {
    expect(safeLines('yksi\r\nkaksi\n\x1b[1mkolme')).toEqual(['yksi', 'kaksi', 'kolme']);
  });
});

describe('cells', () => {
  it('agrees with string-width, by which Ink lays out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cellWidth(safe(text))).toBe(stringWidth(safe(text)));
      }),
      runs(),
    );
  });

  it('cuts with an ellipsis, never in the middle of a wide character', () => {
    expect(cut('Esihenkilöiden sitoutuminen', 12)).toBe('Esihenkilöi…');
    expect(cut('日本語日本語', 6)).toBe('日本…');
    expect(cut('lyhyt', 5)).toBe('lyhyt');
    expect(cut('lyhyt', 1)).toBe('…');
    expect(cut('lyhyt', 0)).toBe('');
    expect(takeCells('日本語', 3)).toBe('日');
  });

  it('fits to the exact width, always', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 30 }), (text, width) => {
        expect(stringWidth(fit(safe(text), width))).toBe(width);
      }),
      runs(),
    );
  });

  it('pads to either side', () => {
    expect([pad('ä', 3), pad('ä', 3, 'right'), pad('ä', 3, 'center'), pad('long', 2)]).toEqual([
      'ä  ',
      '  ä',
      ' ä ',
      'long',
    ]);
  });
});

describe('wrap', () => {
  it('breaks at spaces, and inside a word only when it must', () => {
    expect(wrap('hankkeen ohjausryhmä kokoontuu keskiviikkona', 20)).toEqual([
      'hankkeen ohjausryhmä',
      'kokoontuu',
      'keskiviikkona',
    ]);
    expect(wrap('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrap('', 4)).toEqual(['']);
  });

  it('keeps every line within the width and loses no letter', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const shown = safe(text);
        const lines = wrap(shown, width);
        for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(shown.replaceAll(' ', ''));
      }),
      runs(),
    );
  });
});
