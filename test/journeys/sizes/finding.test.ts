/** Palette and filter bar. */
import { expect, test } from 'vitest';
import { openTurning, turns } from './turning.ts';

test.each(turns)(
  'the palette ranks, tells keys, fills in and acts on Enter only, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    window.press('4', 'Enter');
    await window.shows('R-4  Esihenkilöiden sitoutuminen');
    window.press('q', ':');
    // Before a letter is typed: what was looked at last.
    await window.shows(/─+ │.*\n.*│ › R-4 +Esihenkilöiden/, /Tab täydennä/);
    window.type('k');
    await window.shows(/│ › › K/);
    window.type('aleti');
    window.press('Left', 'Left');
    await window.turn(/│ › kaleti .*\d+ │/);
    // The cursor stands where it stood.
    window.type('n');
    window.press('End', 'Backspace');
    await window.shows(/│ › kalent .*\d+ │/, /│ › › Kalenteri +K │/);
    window.press('Ctrl+U');
    window.type('risk');
    await window.shows(/│ › › Riskit +4 │/, /P-\d+ .*päätös │/);
    window.press('Ctrl+U');
    window.type('>ris');
    await window.shows(/│ › › Riskit +4 │/);
    await window.hides(/päätös │/);
    window.press('Ctrl+U');
    window.type('esihenkilöiden sit');
    await window.shows(/› R-4 +Esihenkilöiden/);
    window.press('Tab');
    await window.turn(/│ › R-4 Esihenkilöiden sitoutuminen +\d+ │/);
    window.press('Ctrl+W');
    await window.shows(/│ › R-4 Esihenkilöiden +\d+ │/);
    // All this typing has done nothing.
    await window.leave('Haku ja komennot');
    await window.shows('Riskit 11');
    await window.command('R-10', /› R-10 +Malli/);
    await window.shows(/─ Riskit › R-10 Malli/);
    expect(await window.faults()).toEqual([]);
  },
);

test.each(turns)(
  'a filter completes, says what it means, is sorted and kept as a view, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    window.press('4', '/');
    window.type('til');
    await window.shows(/Tab: +tila:/);
    window.press('Tab');
    window.type('av');
    await window.shows(/Tab: +tila:avoin/);
    window.press('Tab');
    window.type(' -tas:matala');
    window.press(...Array.from({ length: 7 }, () => 'Left'));
    await window.turn(/\/ tila:avoin -tas:matala /, 'ei ole kenttää ”tas”');
    window.type('o');
    await window.turn(/\/ tila:avoin -taso:matala .*4 löytyi/, 'Tila on avoin · ei Taso on matala');
    window.press('Enter');
    await window.shows('/ tila:avoin -taso:matala');
    await window.hides('Tila on avoin ·');
    window.press('s');
    await window.shows('Järjestä');
    window.type('risk');
    await window.turn(/│ › risk +\d+ │/);
    window.type('i');
    window.press('Enter');
    await window.shows('↑ Riski');
    window.press('F', 'Enter');
    await window.shows('Tallenna tämä näkymä');
    window.type('Kuum');
    await window.turn(/│ › Kuum +│/);
    window.type('at');
    window.press('Enter');
    await window.shows('Näkymä tallennettu: Kuumat', /Riskit +Kuumat 4/, '↑ Riski');
    // Elsewhere and back, and over all the rows and back.
    window.press('3', '4');
    await window.shows(/Kuumat 4/, '↑ Riski');
    window.press(',');
    await window.shows('Riskit 11');
    window.press('.');
    await window.turn('Kuumat 4', '/ tila:avoin -taso:matala', '↑ Riski');
    expect(await window.faults()).toEqual([]);
  },
);
