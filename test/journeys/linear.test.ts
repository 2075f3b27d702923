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

test('said or drawn is changed in place from the palette, with what is open; it is kept, by command too', async () => {
  const here = await consoleHome();
  await runLuotsi(['config', 'linear', 'on'], { home: here.home });
  const terminal = openConsole(here, { columns: 80, rows: 120 });
  await terminal.expect(/^1 \/ 22: ▲ T-38/m);
  terminal.press('4', 'j', 'Enter');
  await terminal.expect(/^Riskit, R-\d+ .*$/m);
  const choose = async (words: string, found: RegExp): Promise<void> => {
    terminal.press(':');
    terminal.type(words);
    await terminal.expect(found);
    terminal.press('Enter');
  };
  await choose('ruudunlukijalle pois', /1 \/ 1: Ruudunlukijalle rivi kerrallaan: pois/);
  await terminal.expect(/^ Luotsi {2}Digitaidot/m);
  await terminal.expect('Näkymä piirretään taas.');
  await terminal.expect(/ › R-\d+/);
  expect(terminal.onAlternateScreen()).toBe(true);
  terminal.resize(100, 30);
  await terminal.expect(/^ Luotsi {2}Digitaidot/m);
  terminal.resize(100, 120);
  await choose('ruudunlukijalle pääl', /› Ruudunlukijalle rivi kerrallaan: päälle/);
  await terminal.expect(/^Näkymä kerrotaan rivi kerrallaan\.\nRiskit, R-\d+/m);
  expect(terminal.onAlternateScreen()).toBe(false);
  terminal.press('q', 'j');
  await terminal.expect(/^3 \/ \d+: R-/m);
  await choose('ruudunlukijalle pois', /1 \/ 1: Ruudunlukijalle rivi kerrallaan: pois/);
  await terminal.expect('Näkymä piirretään taas.');
  terminal.press('q');
  expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
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

test('the pictures are told: heat map, calendar, funnel, coverage, months of an audience, a session that is run', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 160, rows: 300, environment: { INK_SCREEN_READER: 'true' } });
  await terminal.expect(/^1 \/ 22: /m);
  terminal.press('4', '.');
  await terminal.expect(
    /^Todennäköisyys 4 .*, vaikutus 4 .*, 16 korkea: 1 riski\nR-4 Esihenkilöiden sitoutuminen, \+4$/m,
  );
  terminal.press('j');
  await terminal.expect(/^Todennäköisyys 4 .*, vaikutus 3 .*, 12 .*: \d riski/m);
  terminal.press('K');
  await terminal.expect(/^Riskit, Lämpökartta, Maaliskuu 2023$/m);
  await terminal.expect(
    /^ke 22\.3\.2023, vko 12, tänään: 4 asiaa\n9\.00, TK-15 Tsemppariklubi: Teams-vinkit, nyt$/m,
  );
  terminal.press('l', 'j');
  await terminal.expect(/^to 23\.3\.2023, vko 12: 3 asiaa$/m);
  await terminal.expect(/^to 30\.3\.2023, vko 13: Ei mitään\.$/m);
  terminal.press('w', 'l', 'Enter');
  await terminal.expect(/^pe 31\.3\.2023, vko 13: 1 asia\nT-39 .*, tulossa$/m);
  await terminal.expect(/^1 \/ 1: T-39 .*, tulossa$/m);
  terminal.press('2', '.', '.');
  await terminal.expect(/^kiinnostunut, 32, 100 %/m);
  terminal.press('.');
  await terminal.expect(/^13\/24 katettu 54 %, on ollut 2, puuttuu 9$/m);
  terminal.press('j', 'Space');
  await terminal.expect(/^2 \/ 24: Suun terveydenhuolto, Avoterveydenhuolto, on, Digitsemppari 06/m);
  terminal.press('k');
  await terminal.expect(/^2 \/ 24: merkitty, Suun terveydenhuolto/m);
  terminal.press('5', '.', '.');
  await terminal.expect(/^Ohjausryhmä, maaliskuu 2023: 1 asia\nV-1\.14 .*, tulossa$/m);
  terminal.press('1', '1', 'Home', 'j', 'j', 'j', 'V');
  await terminal.expect(/^läsnä 0\/15$/m);
  await terminal.expect(/^30 min, ei aloitettu: Enter aloittaa \(↵\)$/m);
  terminal.press('Enter');
  await terminal.expect(/^Aloitettu\. u kumoaa$/m);
  terminal.press('t');
  await terminal.expect(/^1 \/ 15: Digitsemppari 01, jäsen, merkitsemättä$/m);
  terminal.press('Space');
  await terminal.expect(
    /^Digitsemppari 01: läsnä\. u kumoaa\nläsnä 1\/15\n2 \/ 15: Digitsemppari 02, jäsen, merkitsemättä$/m,
  );
  terminal.press('Ctrl+C');
  expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
  expect(terminal.screen().join('\n')).not.toMatch(/[│─┬┴╭╮╰╯█▁-▟░]/u);
});
