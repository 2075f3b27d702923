import { copyFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Terminal } from '../support/pseudo-terminal.ts';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, type ConsoleHome } from './console-home.ts';

/** From Today, in under eight keys, to what is asked: the palette, a few letters and Enter, or screens and arrows. */
const lookups: readonly (readonly [asked: string, keys: string, answers: readonly RegExp[]])[] = [
  [
    'champion and supervisor of a unit',
    ':neuvo↵',
    [/Y-19 {2}Neuvola ja/, /Digitsemppari +Digitsemppari \d\d/, /Esihenkilö +\S/, /@sote\.example/],
  ],
  ['a person’s phone', ':tiimi↵', [/H-\d+ {2}Tiiminvetäjä, etähoiva/, /Puhelin +sisänro \d+/]],
  [
    'the next meeting’s link',
    ':ohjau↵',
    [/RY-1 {2}Ohjausryhmä/, /Seuraava +OR-6 ma 3\.4\. klo 13\.00\s+https:\/\/kokous\.example\/ohjausryhma/],
  ],
  [
    'what was decided on a thing',
    ':pilo↵',
    [/P-22 {2}Pilotti 23\.3\./, /Päivä +ti 7\.3\.2023/, /Pilotoijat kutsutaan/],
  ],
  ['somebody’s open tasks', ':henk↵', [/H-85 {2}Henkilöstöjohtaja/, /Avoinna +T-38 .*ke 15\.3\./]],
  [
    'the latest figure with its day and source',
    ':3,76↵',
    [
      /TO-6 {2}Henkilöstön digiosaamisen/,
      /keskiarvo 3,76/,
      /PK-62 +\d+\.\d+\.2022 +Kyselyn tulokset: keskiarvo 3,76/,
    ],
  ],
  [
    'units without a champion in a service area',
    '2...',
    [/Ikääntyneiden palvelut +1\/4/, /✗ Palveluasuminen, etelä +puuttuu/],
  ],
  ['when an audience last heard from us', '5', [/Kohderyhmä +Viimeksi/, /V-3 +Muu henkilöstö +to 9\.3\./]],
  [
    'a payment deadline and its register number',
    ':kaude↵',
    [/T-36 {2}Lähetä kolmannen kauden maksatushakemus/, /Määräpäivä +ti 28\.2\.2023/, /VN\/1234\/2023/],
  ],
  [
    'an option’s register number',
    ':vuokr↵',
    [/P-12 {2}Oppimisympäristö hankitaan vuokraamalla/, /Dnro +TYHA\/77\/2022/],
  ],
  ['a risk’s score and last change', ':r-4↵', [/R-4 {2}Esihenkilöiden/, /8 → 12 → 16/]],
];

async function press(terminal: Terminal, keys: string): Promise<void> {
  for (const key of keys) {
    terminal.press(key === '↵' ? 'Enter' : key === ' ' ? 'Space' : key);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** The sample with two register numbers, of which every lookup gets a copy. */
let numbered: ConsoleHome;
beforeAll(async () => {
  numbered = await consoleHome();
  for (const words of [
    ['decision', 'set', 'P-12', '--dnro', 'TYHA/77/2022'],
    ['action', 'set', 'T-36', '--notes', 'Dnro VN/1234/2023'],
  ])
    await runLuotsi([...words, '--file', numbered.file], { home: numbered.home });
});

test.each(lookups)('%s', async (_, keys, answers) => {
  const here = await consoleHome();
  copyFileSync(numbered.file, here.file);
  const terminal = openConsole(here, { columns: 120, rows: 36 });
  await live(terminal);
  await press(terminal, keys);
  for (const answer of answers) await terminal.expect(answer);
  expect(keys.length).toBeLessThan(8);
});
