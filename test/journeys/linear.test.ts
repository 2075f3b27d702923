import { expect, test } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, openConsole, show } from './console-home.ts';

const drawn = /[│─┬┴╭╮╰╯]/u;

test('for a screen reader nothing is drawn: what changes is said, a line each', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 250, environment: { INK_SCREEN_READER: 'true' } });
  await terminal.expect(/^Tänään$/m);
  await terminal.expect(/^1 \/ 22: ▲ T-38, Lisää digitsempparin tehtävä/m);
  terminal.press('j');
  await terminal.expect(/^2 \/ 22: ▲ T-42/m);
  terminal.press('j', 'Enter');
  await terminal.expect(/^Tänään, R-4 Esihenkilöiden sitoutuminen$/m);
  await terminal.expect(/^Taso: korkea$|^Tila: käsittelyssä$/m);
  terminal.press('q');
  await terminal.expect(/Tänään\n3 \/ 22: ▲ R-4/);

  terminal.press('4', 'n');
  await terminal.expect('Riskit, Uusi riski');
  await terminal.expect(/^1\/\d+ Riski, tarvitaan:/m);
  terminal.type('Tila loppuu');
  await terminal.expect(/^1\/\d+ Riski, tarvitaan: Tila loppuu$/m);
  terminal.press('Tab');
  terminal.type('9');
  terminal.press('Ctrl+S');
  await terminal.expect(/^Huomaa: .*pitää korjata/m);
  terminal.press('Backspace');
  terminal.type('3');
  await terminal.expect(/^2\/\d+ Todennäköisyys: 3$/m);
  terminal.press('Ctrl+S');
  await terminal.expect(/^Lisätty: R-12\. u kumoaa$/m);
  expect(await show(here, 'R-12')).toMatchObject({ title: 'Tila loppuu', probability: 3 });
  terminal.press('u');
  await terminal.expect(/^Kumottu: lisätty riski R-12\. U tekee uudelleen$/m);

  terminal.press(':');
  await terminal.expect(/^Haku ja komennot$/m);
  terminal.type('esihenkilöiltä sitou');
  await terminal.expect(/^1 \/ \d+: R-4, Esihenkilöiden sitoutuminen, riski$/m);
  terminal.press('Enter');
  await terminal.expect(/R-4 Esihenkilöiden sitoutuminen$/m);
  terminal.press('?');
  await terminal.expect(/^Mitä näppäimet tekevät tässä$/m);
  terminal.type('roskakoriin');
  await terminal.expect(/^1 \/ 1: D, Siirrä roskakoriin, Tietue$/m);
  terminal.press('Enter');
  await terminal.expect('Siirretäänkö roskakoriin?');
  await terminal.expect(/^1 \/ 2: Peru$/m);
  terminal.press('Enter');
  terminal.press('Ctrl+C');
  expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
  expect(terminal.output).not.toContain('\u001B[?1049h');
  expect(terminal.screen().join('\n')).not.toMatch(drawn);
});

test('the setting is kept, by command and from the palette', async () => {
  const here = await consoleHome();
  await runLuotsi(['config', 'linear', 'on'], { home: here.home });
  const terminal = openConsole(here, { columns: 80, rows: 40 });
  await terminal.expect(/^1 \/ 22: ▲ T-38/m);
  terminal.press(':');
  terminal.type('ruudunlukijalle pois');
  await terminal.expect(/1 \/ 1: Ruudunlukijalle rivi kerrallaan: pois/);
  terminal.press('Enter');
  await terminal.expect('Voimassa, kun Luotsi avataan seuraavan kerran');
  terminal.press('q');
  await terminal.exit();
  const again = openConsole(here, { columns: 80, rows: 24, environment: { INK_SCREEN_READER: 'true' } });
  await again.expect('MYÖHÄSSÄ');
  expect(again.onAlternateScreen()).toBe(true);
});

test('what anonymising would do is read before it is done, and the key for yes alone does not do it', async () => {
  const here = await consoleHome();
  const name = (await show(here, 'H-57', 'person'))['name'];
  const terminal = openConsole(here, { columns: 100, rows: 250, environment: { INK_SCREEN_READER: 'true' } });
  await terminal.expect(/^1 \/ 22: /m);
  terminal.press(':');
  terminal.type('H-57');
  await terminal.expect(/^1 \/ \d+: .*H-57/m);
  terminal.press('Enter');
  await terminal.expect(/H-57 .*$/m);
  terminal.press('X');
  await terminal.expect(/^Anonymisoi · H-57$/im);
  await terminal.expect(/^poistuu, ?: ?nimi|^poistuu: nimi/m);
  await terminal.expect('Tätä ei voi kumota.');
  await terminal.expect(/^1 \/ \d: Peru$/m);
  terminal.press('k');
  await terminal.expect(/^2 \/ \d: Anonymisoi$/m);
  expect(await show(here, 'H-57', 'person')).toMatchObject({ name });
  terminal.press('n', 'Ctrl+C');
  await terminal.exit();
});
