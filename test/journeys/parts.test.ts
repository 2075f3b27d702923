import { expect, test } from 'vitest';
import { consoleHome, live, openConsole } from './console-home.ts';

test('a session held from Today opens, its attendance is added there, and a name begun is what is looked for', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 120, rows: 36 });
  await live(terminal);
  terminal.press('j', 'j', 'j', 'x');
  await terminal.expect('W merkitse läsnäolo');
  await terminal.expect(/Tila +pidetty/);
  terminal.press('N');
  await terminal.expect('Mitä lisätään?');
  terminal.press('Enter');
  await terminal.expect('Uusi läsnäolo');
  terminal.type('Digitsemppari 03');
  terminal.press('Enter');
  await terminal.expect(/› +H-57 +Digitsemppari 03/);
  terminal.press('Enter');
  await terminal.expect('= Digitsemppari 03 (H-57)');
  terminal.press('Ctrl+S');
  await terminal.expect(/Digitsemppari 03 +läsnä/);
});

test('settings of the project that are small structures are written as words', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 120, rows: 36 });
  await live(terminal);
  terminal.press('8', 'e');
  await terminal.expect(/Tauot viikkoina +vko 27–31, vko 52–1/);
});

test('a long page names its parts above it, and the keys of tabs go from one to the next', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('4', 'Enter');
  await terminal.expect(/^ Tiedot {2}Riskiarviot 3 {2}Tehtävät 4 {2}SWOT-havainnot 1 {2}Hankepäiväkirja 8$/m);
  await terminal.expect(/^ R-4 {2}Esihenkilöiden sitoutuminen/m);
  const row = (): string => terminal.screen()[4] ?? '';
  terminal.press('.');
  await terminal.expect(/\n›Riskiarviot {2}3/);
  expect(row()).toMatch(/^›Riskiarviot/);
  terminal.press('.', 'j', 'Enter');
  await terminal.expect(/› T-39 /);
  terminal.press('q');
  await terminal.expect(/\n›? {2,}T-39 .*↵/);
  terminal.resize(60, 20);
  await terminal.expect(/^ Tiedot {2}Riskiarviot 3 {2}Tehtävät 4 .*›$/m);
  terminal.press(',');
  await terminal.expect(/\n›Tehtävät {2}4/);
  terminal.press(',', ',');
  await terminal.expect(/^ R-4 {2}Esihenkilöiden sitoutuminen/m);
  terminal.press(',', '.', '.', '.', '.', '.');
  await terminal.expect(/\n›Hankepäiväkirja {2}8/);
  await terminal.expect(/^ ‹ .*Hankepäiväkirja 8$/m);
  terminal.resize(120, 80);
  await terminal.expectNot(/^ Tiedot {2}/m);
  await terminal.expect(/\n›Hankepäiväkirja {2}8/);
});

test('Tab in the search of a field that names records of any kind does no harm', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('4', 'e');
  await terminal.expect('Luokka');
  terminal.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab');
  await terminal.expect(/› Liittyy/);
  terminal.press('Enter');
  await terminal.expect(/─ Liittyy ─/);
  terminal.press('Tab');
  await terminal.expect('Tämä kenttä ei nimeä mitään');
  await terminal.expect(/─ Liittyy ─/);
});
