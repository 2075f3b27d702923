import { expect, test } from 'vitest';
import type { Terminal } from '../support/pseudo-terminal.ts';
import { consoleHome, live, openConsole } from './console-home.ts';

/** From Today, with at most eight keys, to what is asked: the palette, a few letters and Enter, or screens and arrows. */
const lookups: readonly (readonly [asked: string, keys: string, answers: readonly RegExp[]])[] = [
  ['champion and supervisor of a unit', ':neuvo↵', [/Y-19 {2}Neuvola ja/, /Digitsemppari +Digitsemppari \d\d/, /Esihenkilö +\S/, /@sote\.example/]], // prettier-ignore
  ['a person’s phone', ':erity↵', [/H-5 {2}Digipalvelujen erityissuunnittelija|Puhelin +\S+/]],
  ['the next meeting', ':ohjaus↵', [/RY-1 {2}Ohjausryhmä/, /Seuraava +OR-6 ma 3\.4\./]],
  ['what was decided on a thing', '3../pilo', [/› P-\d+ .*[Pp]ilo/, /Päivä +\S+ \d+\.\d+\.\d{4}/]],
  ['somebody’s open tasks', ':hankes↵', [/H-1 {2}Hankesuunnittelija/]],
  ['when an audience last heard from us', '5', [/Viimeksi/]],
  ['a risk’s score and last change', ':r-4↵', [/R-4 {2}Esihenkilöiden/, /8 → 12 → 16/]],
];

async function press(terminal: Terminal, keys: string): Promise<void> {
  for (const key of keys) {
    terminal.press(key === '↵' ? 'Enter' : key === ' ' ? 'Space' : key);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

test.each(lookups)('%s', async (_, keys, answers) => {
  expect(keys.length).toBeLessThanOrEqual(8);
  const terminal = openConsole(await consoleHome(), { columns: 120, rows: 36 });
  await live(terminal);
  await press(terminal, keys);
  for (const answer of answers) await terminal.expect(answer);
});
