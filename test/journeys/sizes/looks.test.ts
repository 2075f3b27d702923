/** Themes, languages and the linear mode, changed in place. */
import { expect, test, vi } from 'vitest';
import { show } from '../console-home.ts';
import { openTurning, turns } from './turning.ts';

const themes = ['tumma', 'vaalea', 'suuri kontrasti', 'sininen ja oranssi', 'kuusitoista väriä', 'ei värejä'];

test.each(turns)(
  'each theme is changed in place, and what colour says a sign says as well, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    const { terminal } = window;
    const looks = (): string =>
      JSON.stringify([terminal.cell(0, 1), terminal.cell(1, 1), terminal.cell(4, 1)]);
    const seen = new Set<string>();
    for (const [index, theme] of themes.entries()) {
      const before = looks();
      await window.command(`teema: ${theme.slice(0, 8)}`, new RegExp(`› › Teema: ${theme}`));
      await window.hides('Haku ja komennot');
      await vi.waitFor(() => expect(looks()).not.toBe(before), { timeout: 20_000 });
      seen.add(looks());
      await window.shows(/^›▲ T-38/m, /^ ● TK-15/m, /^ ○ V-3\.4/m);
      if (index % 2 === 0) await window.turn('MYÖHÄSSÄ');
    }
    expect(seen.size).toBe(themes.length);
    expect(await window.faults()).toEqual([]);
  },
);

test.each(turns)(
  'the language is changed in place, with a page open and a form half filled, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn);
    window.press('4', 'Enter');
    await window.shows('R-4  Esihenkilöiden sitoutuminen');
    await window.command('english', 'Language: English');
    await window.turn('R-4  Esihenkilöiden sitoutuminen', /Details|Fields/, /Score +16/, /\? help/);
    window.press('e');
    await window.shows('Ctrl+S save');
    window.press('End');
    window.type(' now');
    await window.turn(/› Risk +\* .*toutuminen now/, /Probability/, /Impact/);
    window.press('Esc');
    await window.hides('Ctrl+S save');
    window.press('q');
    await window.shows(/Risks 11/, /Risk +Score +Level/);
    window.press('3');
    await window.turn(/Sessions/, /Starts|When/);
    await window.command('suomi', 'Kieli: suomi');
    await window.turn(/Tapaamiset/, /\? ohje/);
    window.press('4', 'e');
    await window.shows('jatkuu luonnoksesta', 'toutuminen now');
    expect(await window.faults()).toEqual([]);
  },
);

test.each(turns)(
  'for a screen reader nothing is drawn, and a new size takes nothing of what is typed, from %o to %o',
  async (...turn) => {
    const window = await openTurning(turn, {
      environment: { INK_SCREEN_READER: 'true' },
      begins: [/^Tänään$/m, /^1 \/ 22: /m],
    });
    const { terminal } = window;
    window.press('j', 'j');
    await window.shows(/^3 \/ 22: ▲ R-4/m);
    window.press('4', 'n');
    await window.shows('Riskit, Uusi riski', /^1\/\d+ Riski, tarvitaan:/m);
    window.type('Tila ');
    await window.shows(/^1\/\d+ Riski, tarvitaan: Tila$/m);
    window.turnUnseen();
    window.type('loppuu');
    await window.shows(/^1\/\d+ Riski, tarvitaan: Tila loppuu$/m);
    window.press('Ctrl+S');
    await window.shows(/^Lisätty: R-12\. u kumoaa$/m);
    expect(await show(window.here, 'R-12')).toMatchObject({ title: 'Tila loppuu' });
    window.press(':');
    window.type('R-1');
    await window.shows(/R-1$/m);
    window.turnUnseen();
    window.type('0');
    await window.shows(/^1 \/ \d+: R-10, Malli/m);
    window.press('Enter');
    // The end of its page.
    await window.shows(/^T-40, /m);
    window.press('?');
    window.type('roskakoriin');
    await window.shows(/^1 \/ 1: D, Siirrä roskakoriin/m);
    expect(terminal.onAlternateScreen()).toBe(false);
    expect(window.text()).not.toMatch(/[│─┬┴╭╮╰╯█]/u);
    expect(await window.faults()).toEqual([]);
  },
);
