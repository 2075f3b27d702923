/** Marked rows, and what is copied. */
import { expect, test } from 'vitest';
import { show } from '../console-home.ts';
import { openTurning, turns } from './turning.ts';
import type { Turning } from './turning.ts';

/** What was put on the clipboard last, by the terminal's own sequence. */
function copied({ terminal }: Turning): string {
  const last = [...terminal.output.matchAll(/\u001B\]52;c;([^\u0007]*)\u0007/g)].at(-1);
  return Buffer.from(last?.[1] ?? '', 'base64').toString();
}

test.each(turns)(
  'marks one by one, as a range and all; one action takes them, one undo takes it back, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    window.press('3', '.', '.', '.');
    await window.shows('Tehtävät 49');
    window.press('Home', 'Space', 'v', 'j', 'j');
    await window.turn('väli tästä', /✓ ?T-1 [^]*T-2 [^]*T-4 /);
    window.press('v');
    await window.turn('✓ 4 merkitty', /✓ ?T-1 [^]*✓ ?T-2 [^]*✓ ?T-4 [^]*✓ ?T-3 /);
    window.press('D');
    await window.turn('Siirretäänkö roskakoriin?', /T-1 Kirjaa[^]*T-2 Pyydä[^]*T-4 Vie[^]*T-3 Tee/, '› Peru');
    window.press('Enter');
    await window.shows('✓ 4 merkitty', 'Tehtävät 49');
    window.press('D', 'Tab');
    await window.turn('› Siirrä roskakoriin');
    window.press('Enter');
    await window.shows('Siirretty roskakoriin', 'Tehtävät 45');
    await window.hides('merkitty');
    window.press('u');
    await window.shows('Kumottu: siirretty roskakoriin', 'Tehtävät 49', /T-1 [^]*T-2 [^]*T-4 [^]*T-3 /);
    window.press('Home', '*');
    await window.shows('✓ 49 merkitty');
    window.press('*', 'Space', 'Space');
    await window.turn('✓ 2 merkitty');
    // Of two it is done at once.
    window.press('m');
    window.type('rau');
    await window.turn(/Tila · 2 tietuetta|Tila · T-1, T-2/, /│ › rau/);
    window.press('Enter');
    await window.shows(/Muutettu: (T-1, T-2|2 tietuetta)/);
    expect(await show(window.here, 'T-2', 'action')).toMatchObject({ state: 'dropped' });
    expect(await window.faults()).toEqual([]);
  },
);

test.each(turns)(
  'y copies a code, Y the record, c what was chosen of a contact, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    window.press('4');
    await window.shows(/› ?R-4 /);
    window.press('y');
    await window.shows('Kopioitu: R-4');
    expect(copied(window)).toBe('R-4');
    window.press('j');
    await window.turn(/› ?R-3 /);
    window.press('Y');
    await window.shows('Kopioitu: **R-3**');
    expect(copied(window)).toMatch(/^\*\*R-3\*\* Henkilöstöllä .*\n\n- /);
    window.press('7', '/');
    window.type('digitsemppari 03');
    window.press('Enter');
    await window.shows(/› H-57 /);
    window.press('c', 'Down');
    await window.turn(/› .*Sähköposti/);
    window.press('Enter');
    await window.shows('Kopioitu: digitsemppari.03@sote.example');
    expect(copied(window)).toBe('digitsemppari.03@sote.example');
    expect(await window.faults()).toEqual([]);
  },
);
