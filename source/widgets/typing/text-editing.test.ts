import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../keys/decode.ts';
import { graphemes } from '../../keys/graphemes.ts';
import { keyBytes } from '../../../test/support/keyboard.ts';
import { areaLines, areaRows, editArea } from './text-area.ts';
import { edit, editing, insertLine, insertText, type EditState } from './text-editing.ts';
import { plainText } from '../lines/styled.ts';
import { fieldLine } from './text-field.ts';
import { cellWidth } from '../lines/text.ts';
import { runs } from '../../../test/support/runs.ts';

/** Presses keys on a text in which `|` stands for the cursor, and shows the outcome in the same way. */
function press(before: string, ...keys: string[]): string {
  let state: EditState = editing(before.replace('|', ''), before.indexOf('|'));
  for (const key of keys) {
    const decoder = createDecoder();
    for (const event of [...decoder.push(new TextEncoder().encode(keyBytes(key))), ...decoder.flush()]) {
      if (event.type === 'key') state = edit(state, event) ?? state;
    }
  }
  return `${state.text.slice(0, state.cursor)}|${state.text.slice(state.cursor)}`;
}

describe('edit', () => {
  it.each([
    ['ab|', ['c', 'Space', 'ä'], 'abc ä|'],
    ['ab|cd', ['Backspace'], 'a|cd'],
    ['ab|cd', ['Delete'], 'ab|d'],
    ['|ab', ['Backspace', 'Left'], '|ab'],
    ['ab|', ['Delete', 'Right'], 'ab|'],
    ['a👩‍💻|b', ['Backspace'], 'a|b'],
    ['a👩‍💻|b', ['Left'], 'a|👩‍💻b'],
    ['ae\u0301|', ['Backspace'], 'a|'],
    ['|👍🏽x', ['Right', 'Delete'], '👍🏽|'],
    ['yksi kaksi|', ['Ctrl+W'], 'yksi |'],
    ['yksi  |', ['Ctrl+W'], '|'],
    ['yksi kaksi|', ['Ctrl+Left', 'Ctrl+Left'], '|yksi kaksi'],
    ['|yksi kaksi', ['Ctrl+Right'], 'yksi| kaksi'],
    ['yk|si', ['Ctrl+U'], '|si'],
    ['yk|si', ['Ctrl+K'], 'yk|'],
    ['yk|si', ['Home', 'a', 'End', 'b'], 'ayksib|'],
    ['a\nyk|si\nb', ['Home', '-', 'End', '-'], 'a\n-yksi-|\nb'],
  ] as const)('%j with %j is %j', (before, keys, after) => {
    expect(press(before, ...keys)).toBe(after);
  });

  it('leaves other keys to others', () => {
    for (const name of ['Enter', 'Esc', 'Tab', 'Up', 'F1', 'Ctrl+S'])
      expect(edit(editing('a'), { type: 'key', name })).toBeNull();
  });

  it('joins pasted lines in a field, keeps them in an area, and lets no control character in', () => {
    expect(insertLine(editing('a '), ' yksi\r\n  kaksi\tkolme\x1b[31m')).toEqual(
      editing('a  yksi kaksi kolme[31m'),
    );
    expect(insertText(editing(''), 'yksi\r\nkaksi')).toEqual(editing('yksi\nkaksi'));
  });

  it('keeps the cursor between graphemes, whatever is pressed', () => {
    const key = fc.constantFrom(
      'a',
      'ä',
      '👩‍💻',
      'Left',
      'Right',
      'Backspace',
      'Delete',
      'Home',
      'End',
      'Ctrl+W',
      'Ctrl+Left',
      'Ctrl+Right',
    );
    fc.assert(
      fc.property(fc.array(key, { maxLength: 30 }), (keys) => {
        const [before = '', after = ''] = press('|', ...keys).split('|');
        expect([...graphemes(before), ...graphemes(after)]).toEqual(graphemes(before + after));
      }),
      runs(),
    );
  });
});

describe('a field', () => {
  const show = (text: string, cursor: number, width = 10, focused = true): string => {
    const [left, under, right] = fieldLine(editing(text, cursor), { width, focused });
    return `${left?.text ?? ''}[${under?.text ?? ''}]${right?.text ?? ''}`;
  };

  it('shows the cursor on a character, or after the last', () => {
    expect(show('abc', 1)).toBe('a[b]c       ');
    expect(show('abc', 3)).toBe('abc[ ]      ');
  });

  it('follows the cursor beyond its width, and always fills it', () => {
    expect(show('abcdefghijklmnop', 16)).toBe('…lmnop[ ]   ');
    expect(show('abcdefghijklmnop', 0)).toBe('[a]bcdefghij');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'ä', ' ', '日') }),
        fc.nat({ max: 30 }),
        fc.integer({ min: 4, max: 20 }),
        fc.boolean(),
        (text, cursor, width, focused) => {
          const line = fieldLine(editing(text, Math.min(cursor, text.length)), { width, focused });
          expect(cellWidth(plainText(line))).toBe(width);
        },
      ),
      { ...runs(), examples: [['aa日日', 3, 4, true]] },
    );
  });

  it('shows what to write when it is empty', () => {
    expect(plainText(fieldLine(editing(''), { width: 8, focused: true, placeholder: 'nimi' }))).toBe(
      'nimi    ',
    );
  });
});

describe('an area', () => {
  it('breaks lines at spaces, and keeps every character in some row', () => {
    const text = 'hankkeen ohjausryhmä\n\nkokoontuu';
    expect(areaRows(text, 10).map((row) => text.slice(row.start, row.end))).toEqual([
      'hankkeen',
      'ohjausryhm',
      'ä',
      '',
      'kokoontuu',
    ]);
  });

  it('moves between rows, and gives the key back at the edges', () => {
    const state = editing('yksi kaksi kolme', 2);
    const down = editArea(state, { type: 'key', name: 'Down' }, 6);
    expect(down).toEqual(editing('yksi kaksi kolme', 7));
    expect(editArea(state, { type: 'key', name: 'Up' }, 6)).toBeNull();
    expect(editArea(editing('yksi'), { type: 'key', name: 'Enter' }, 6)).toEqual(editing('yksi\n'));
  });

  it('shows the rows around the cursor', () => {
    const state = editing('1\n2\n3\n4\n5', 4);
    expect(areaLines(state, { width: 5, height: 3, focused: true }).map(plainText)).toEqual(['2', '3', '4']);
  });
});
