import { expect, test } from 'vitest';
import { messages } from '../../source/language/index.ts';
import { toastLines } from '../../source/widgets/lines/bars.ts';
import { lineWidth, plainText } from '../../source/widgets/lines/styled.ts';

/** Every text of a table that is not made of what it tells of. */
function texts(table: unknown): string[] {
  if (typeof table === 'string') return [table];
  if (typeof table !== 'object' || table === null) return [];
  return Object.values(table).flatMap(texts);
}

test.each([
  ['fi', 60],
  ['fi', 80],
  ['en', 60],
  ['en', 80],
] as const)('what is refused is told to its last word, in %s at %i columns', (language, width) => {
  const all = texts(messages(language));
  expect(all.length).toBeGreaterThan(500);
  for (const text of all) {
    const lines = toastLines('error', text, 'u kumoaa', width);
    expect.soft(lines.every((line) => lineWidth(line) === width)).toBe(true);
    const told = lines.map((line) => plainText(line).trim()).join(' ');
    expect.soft(told.replaceAll(/\s+/g, ' ')).toBe(`✗ ${text} u kumoaa`.replaceAll(/\s+/g, ' '));
  }
});
