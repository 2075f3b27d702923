import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder } from '../../source/keys/decode.ts';
import type { DecodedEvent } from '../../source/keys/events.ts';
import { runs } from '../support/runs.ts';

const encoder = new TextEncoder();

function decode(...chunks: string[]): DecodedEvent[] {
  const decoder = createDecoder();
  return [...chunks.flatMap((chunk) => decoder.push(encoder.encode(chunk))), ...decoder.flush()];
}

function nameOf(event: DecodedEvent): string {
  if (event.type === 'ground') return `ground(${event.ground})`;
  return event.type === 'key' ? event.name : `paste(${event.text})`;
}

function names(...chunks: string[]): string {
  return decode(...chunks)
    .map(nameOf)
    .join(' ');
}

describe('characters', () => {
  it.each([
    ['j', 'j'],
    ['jjj', 'j j j'],
    ['abc\r', 'a b c Enter'],
    ['ä Ö', 'ä Space Ö'],
    ['\r\n', 'Enter'],
    ['\n', 'Enter'],
    ['\t\x7f\x08', 'Tab Backspace Backspace'],
    ['\x13\x05\x10\x03\x1a', 'Ctrl+S Ctrl+E Ctrl+P Ctrl+C Ctrl+Z'],
    ['\x00\x1d\x1f', 'Ctrl+Space Ctrl+] Ctrl+_'],
    ['e\u0301x', 'e\u0301 x'],
    ['👩‍💻👍🏽🇫🇮', '👩‍💻 👍🏽 🇫🇮'],
    ['\u009b', ''],
  ])('%j is %s', (bytes, expected) => {
    expect(names(bytes)).toBe(expected);
  });

  it('types what it shows, and only that', () => {
    expect(decode('G \x13')).toEqual([
      { type: 'key', name: 'G', text: 'G' },
      { type: 'key', name: 'Space', text: ' ' },
      { type: 'key', name: 'Ctrl+S' },
    ]);
  });

  it('waits for the rest of a split character', () => {
    const decoder = createDecoder();
    expect(decoder.push(Uint8Array.of(0xc3))).toEqual([]);
    expect(decoder.push(Uint8Array.of(0xa4))).toEqual([{ type: 'key', name: 'ä', text: 'ä' }]);
  });

  it('drops bytes that are no text', () => {
    const decoder = createDecoder();
    expect(decoder.push(Uint8Array.of(0x61, 0xe4, 0x62))).toEqual([
      { type: 'key', name: 'a', text: 'a' },
      { type: 'key', name: 'b', text: 'b' },
    ]);
  });
});

describe('sequences', () => {
  it.each([
    // xterm, cursor keys in normal and application mode
    ['\x1b[A\x1b[B\x1b[C\x1b[D\x1bOA\x1bOD', 'Up Down Right Left Up Left'],
    ['\x1b[H\x1b[F\x1bOH\x1b[1~\x1b[4~\x1b[7~\x1b[8~', 'Home End Home Home End Home End'],
    ['\x1b[2~\x1b[3~\x1b[5~\x1b[6~', 'Insert Delete PageUp PageDown'],
    ['\x1b[Z', 'Shift+Tab'],
    [
      '\x1b[1;5C\x1b[1;2A\x1b[1;3D\x1b[3;5~\x1b[1;6H',
      'Ctrl+Right Shift+Up Alt+Left Ctrl+Delete Ctrl+Shift+Home',
    ],
    // function keys: xterm, rxvt, the Linux console, kitty
    ['\x1bOP\x1bOS\x1b[15~\x1b[24~', 'F1 F4 F5 F12'],
    ['\x1b[11~\x1b[14~', 'F1 F4'],
    ['\x1b[[A\x1b[[E', 'F1 F5'],
    ['\x1b[P\x1b[1;2P\x1b[1;1:3P', 'F1 Shift+F1'],
    // rxvt's own ways with modifiers
    ['\x1b[a\x1bOd\x1b[7$\x1b[8^\x1b[3@', 'Shift+Up Ctrl+Left Shift+Home Ctrl+End Ctrl+Shift+Delete'],
    // the numeric keypad in application mode
    ['\x1bOM\x1bOp\x1bOy\x1bOk', 'Enter 0 9 +'],
    // kitty
    ['\x1b[27u\x1b[13u\x1b[9;2u\x1b[127u', 'Esc Enter Shift+Tab Backspace'],
    ['\x1b[115;5u\x1b[103;2u\x1b[103:71;2u\x1b[228;2u', 'Ctrl+S G G Ä'],
    ['\x1b[97;1:3u\x1b[97;9u\x1b[57441;2u', ''],
    ['\x1b[57400u\x1b[57414u\x1b[57419u', '1 Enter Up'],
    ['\x1b[97;;228u', 'ä'],
    ['\x1b[97;65u\x1b[106;129u', 'a j'],
    // xterm's modifyOtherKeys
    ['\x1b[27;5;115~\x1b[27;2;13~', 'Ctrl+S Shift+Enter'],
    // Alt
    ['\x1bx\x1bX\x1b\r\x1b\x7f\x1bä', 'Alt+x Alt+X Alt+Enter Alt+Backspace Alt+ä'],
    ['\x1b\x1b[A', 'Alt+Up'],
    ['\x1b\x13', 'Ctrl+Alt+S'],
    // reports that nobody asked for
    ['\x1b[I\x1b[O\x1b[<0;10;20Mj\x1b[M !!j\x1b[?62;4cj\x1b[24;80Rj', 'j j j j'],
    ['\x1b]10;rgb:0000/0000/0000\x07j\x1bP1+r\x1b\\k', 'j k'],
    ['\x1b]11;rgb:0000/0000/0000\x07j', 'ground(dark) j'],
    ['\x1b]11;rgb:1e/1e/2e\x1b\\j', 'ground(dark) j'],
    ['\x1b]11;rgb:fdfd/f6f6/e3e3\x1b\\j', 'ground(light) j'],
    ['\x1b]11;rgba:ffff/ffff/ffff/ffff\x07', 'ground(light)'],
    ['\x1b]11;pink\x07j', 'j'],
    ['\x1b[?1;2$yj', 'j'],
  ])('%j is %s', (bytes, expected) => {
    expect(names(bytes)).toBe(expected);
  });

  it('takes Esc for Esc when silence follows, and says how long to wait', () => {
    const decoder = createDecoder();
    expect(decoder.waiting).toBeNull();
    expect(decoder.push(encoder.encode('\x1b'))).toEqual([]);
    expect(decoder.waiting).toBe(30);
    expect(decoder.flush()).toEqual([{ type: 'key', name: 'Esc' }]);
    expect(decoder.waiting).toBeNull();
    expect(names('\x1b\x1b\x1b')).toBe('Esc Esc Esc');
    expect(names('\x1b[')).toBe('Alt+[');
    expect(names('\x1bO')).toBe('Alt+O');
    expect(names('j\x1b')).toBe('j Esc');
  });

  it('joins a sequence that comes in pieces', () => {
    expect(names('\x1b', '[1', ';5', 'C')).toBe('Ctrl+Right');
    expect(names('\x1b[20', '0~ab', 'c\x1b[2', '01~j')).toBe('paste(abc) j');
  });

  it('lets a broken sequence go and reads on', () => {
    expect(names('\x1b[12\x1b[A')).toBe('Up');
    expect(names('\x1b[1\rj')).toBe('Enter j');
    expect(names(`\x1b[${'1'.repeat(500)}`)).not.toContain('Esc');
  });
});

describe('paste', () => {
  it('is one event, its line ends as \\n, its content never taken for keys', () => {
    expect(decode('\x1b[200~q\rD\r\n\x1b[31mx\x1b[201~j')).toEqual([
      { type: 'paste', text: 'q\nD\n\x1b[31mx' },
      { type: 'key', name: 'j', text: 'j' },
    ]);
  });

  it('ends by long silence when its end was lost', () => {
    const decoder = createDecoder();
    decoder.push(encoder.encode('\x1b[200~abc'));
    expect(decoder.waiting).toBe(2000);
    expect(decoder.flush()).toEqual([{ type: 'paste', text: 'abc' }]);
    expect(decoder.push(encoder.encode('j'))).toEqual([{ type: 'key', name: 'j', text: 'j' }]);
  });
});

/** What is decoded apart from how graphemes fell: all typed text, and the other keys in their places. */
function gist(events: readonly DecodedEvent[]): string {
  return events
    .map((event) => (event.type === 'key' && event.text !== undefined ? event.text : `<${nameOf(event)}>`))
    .join('');
}

describe('any bytes in any pieces', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => encoder.encode(text)),
    fc
      .constantFrom(
        '\x1b',
        '\x1b[',
        '\x1bO',
        '\x1b[A',
        '\x1b[1;5C',
        '\x1b[200~',
        '\x1b[201~',
        '\x1b[[',
        '\x1b[M',
        '\x1b]0;',
        '\x07',
        '\r',
        '\n',
      )
      .map((text) => encoder.encode(text)),
  );
  const bytes = fc
    .array(piece, { maxLength: 12 })
    .map((pieces) => Uint8Array.from(pieces.flatMap((one) => [...one])));

  it('mean the same', () => {
    fc.assert(
      fc.property(bytes, fc.array(fc.nat({ max: 100 }), { maxLength: 10 }), (input, cuts) => {
        const whole = createDecoder();
        const expected = [...whole.push(input), ...whole.flush()];
        const decoder = createDecoder();
        const events: DecodedEvent[] = [];
        let start = 0;
        for (const end of [
          ...cuts.map((one) => Math.min(one, input.length)).toSorted((a, b) => a - b),
          input.length,
        ]) {
          events.push(...decoder.push(input.slice(start, end)));
          start = end;
        }
        events.push(...decoder.flush());
        expect(gist(events)).toBe(gist(expected));
      }),
      runs(2000),
    );
  });

  it('leave nothing behind after silence', () => {
    fc.assert(
      fc.property(bytes, (input) => {
        const decoder = createDecoder();
        decoder.push(input);
        decoder.flush();
        expect(decoder.waiting).toBeNull();
      }),
      runs(1000),
    );
  });
});
