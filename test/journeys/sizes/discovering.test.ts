/** What can be done here, and by which keys: footer, help, hints of a prefix, reasons, tour, empty screens, keys of one's own. */
import { expect, test } from 'vitest';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ConsoleHome } from '../console-home.ts';
import { openTurning, turns } from './turning.ts';

const places = [
  'g alkuun',
  't tänään',
  'r rekrytointi',
  'k kokoukset',
  'i riskit',
  'v viestintä',
  'p raportit',
  'h ihmiset',
  'l lisää',
  'c kalenteri',
];

test.each(turns)(
  'a prefix tells where it goes, help is filtered, what cannot be done says why, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    window.press('4');
    await window.shows(/r arvioi {2}= ennallaan .*\? ohje/);
    window.press('g');
    await window.turn(...places);
    window.press('h');
    await window.shows('Henkilöt');
    await window.hides('g alkuun');
    window.press('?');
    await window.shows('Mitä näppäimet tekevät tässä');
    window.type('merk');
    // The row under the cursor is told to its end, however narrow the box.
    await window.turn(/│ › merk .*\d │/, /› väli +Merkitse rivi/, /toiminto koskee\W+merkittyjä\W+yhdessä/);
    window.type('itse väl');
    window.press('Backspace');
    await window.shows(/│ › merkitse vä .*3 │/);
    window.press('Down', 'Down');
    await window.turn(/│ › merkitse vä .*3 │/, /› v +Merkitse rivit tästä/);
    window.press('Enter');
    await window.shows('väli tästä');
    window.press('v');
    await window.leave('✓ 1 merkitty');
    window.press('5', '.', '/');
    window.type('tila:lähetetty');
    window.press('Enter');
    await window.shows('/ tila:lähetetty', /› ?V-2\.23 /);
    await window.hides('x tehty');
    window.press('x');
    await window.shows(/Tämä on jo tehty tai ohi: lähetetty \d+\.\d+\.2023\./);
    expect(await window.faults()).toEqual([]);
  },
);

test.each(turns)(
  'the tour goes on where it was; an empty list says by which key it is left, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    await window.command('kierros', 'Kierros viidessä askeleessa');
    for (const step of [1, 2, 3, 4]) {
      await window.shows(`Kierros ${step}/5`);
      window.press('Enter');
    }
    await window.turn('Kierros 5/5', /↵ (seuraava|lopeta) .*Esc lopeta/);
    await window.leave('Kierros 5/5');
    await window.command('roskakori', /› Roskakori/);
    await window.turn(/Roskakori on tyhjä\. Poistettu \(D\) tulee tänne, ja P\s+palauttaa sen\./);
    window.press('4', '/');
    window.type('zzz');
    window.press('Enter');
    await window.turn('Mikään ei täsmää', /Esc \S*\s?rajau/);
    window.press('Esc');
    await window.shows('Riskit 11');
    expect(await window.faults()).toEqual([]);
  },
);

function ownKeys({ home }: ConsoleHome): void {
  const folder = path.join(home.folder, 'config', 'luotsi');
  mkdirSync(folder, { recursive: true });
  const keys = { 'record.done': ['H'], 'report.mention': ['='], 'record.edit': ['Z'] };
  writeFileSync(path.join(folder, 'config.json'), JSON.stringify({ keys }));
}

test.each(turns)(
  'keys of one’s own work and are shown; what is left without a key was told at the start, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn, {
      prepare: ownKeys,
      begins: ['risk.unchanged jäi ilman näppäintä =: se on toiminnolla', 'luotsi config keys'],
    });
    await window.turn(/Z muokkaa/);
    window.press('H');
    await window.shows('Tehty: T-38');
    window.press('?');
    window.type('tehdyksi');
    await window.turn(/› H +Merkitse tehdyksi/);
    await window.leave('Mitä näppäimet tekevät');
    window.press('Z');
    await window.turn('Muokkaa T-42', 'Ctrl+S tallenna');
    await window.leave('Muokkaa T-42');
    window.press('=');
    await window.shows('Tulevaan raporttiin: T-42');
    expect(await window.faults()).toEqual([]);
  },
);
