import { expect, test } from 'vitest';
import { renderMarkdown } from '../../source/reports/markdown.ts';
import type { Block } from '../../source/reports/document.ts';

const render = (...blocks: readonly Block[]): string =>
  renderMarkdown({ language: 'fi', title: 'Koe', blocks });

test.each([
  ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['a | b', String.raw`a \| b`],
  ['**lihava** ja `koodi`', String.raw`\*\*lihava\*\* ja \`koodi\``],
  ['[linkki](https://esimerkki.fi)', String.raw`\[linkki\](https://esimerkki.fi)`],
  ['# Otsikko', String.raw`\# Otsikko`],
  ['- luettelo', String.raw`\- luettelo`],
  ['1. kohta', String.raw`1\. kohta`],
  ['23.3. alkaa', '23.3. alkaa'],
  ['---', String.raw`\---`],
  ['~~yli~~', String.raw`\~\~yli\~\~`],
  ['_kursiivi_ ja osa_nimi', String.raw`\_kursiivi\_ ja osa_nimi`],
  ['&lt; ja AT&T', '&amp;lt; ja AT&T'],
  ['rivi\nrivi\r\n\ttoinen', 'rivi rivi toinen'],
  ['\u001B[31mpuna\u001B[0m\u0007', 'puna'],
  ['oikea\u202Evasen', 'oikeavasen'],
  [String.raw`polku\tiedosto`, String.raw`polku\\tiedosto`],
])('The text %j is shown, not obeyed', (text, shown) => {
  expect(render({ kind: 'paragraph', text })).toBe(`${shown}\n`);
});

test('A row keeps its cells whatever they hold', () => {
  const text = render({
    kind: 'table',
    columns: [{ heading: 'Nimi' }, { heading: 'n', align: 'right' }],
    rows: [
      ['a | b\n| c', '12'],
      [[{ strong: 'Aalto' }], '3'],
    ],
  });
  expect(text).toMatchInlineSnapshot(`
    "| Nimi        |   n |
    | ----------- | --: |
    | a \\| b \\| c |  12 |
    | **Aalto**   |   3 |
    "
  `);
});

test.each(['- viiva', '12. luku', '# risuaita', '+ plus', '> nuoli', '= viiva'])(
  'Lines are short, and none that wraps before %j begins something new',
  (end) => {
    const items = Array.from(
      { length: 6 },
      (_, index) => `${'a'.repeat(index + 1)} ${'sana '.repeat(18)}${end}`,
    );
    const lines = render({ kind: 'list', items }).trimEnd().split('\n');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(6);
    expect(lines.filter((line) => /^ {2}(?:[-#+>=]|\d+\.)/u.test(line))).toEqual([]);
    expect(lines.filter((line) => /^ {2}/u.test(line)).length).toBeGreaterThan(0);
  },
);
