import { describe, expect, test, vi } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, copiesIn, keptSettings, live, openConsole, show } from './console-home.ts';
import { openTerminal } from '../support/terminal.ts';

const sizes = [
  [80, 24],
  [120, 36],
] as const;

describe.each(sizes)('at %i × %i', (columns, rows) => {
  test('from the sample’s Today by an inflected word to a risk, edited, undone, redone, there after reopening', async () => {
    const here = await consoleHome();
    const terminal = openConsole(here, { columns, rows });
    await terminal.expect('MYÖHÄSSÄ');
    await terminal.expect(/▲ R-4 .*Esihenkilöiden sitou/);
    await terminal.expect(/TÄNÄÄN/);
    await terminal.expect(/TK-15 .*Tsemppariklubi/);
    await terminal.expect(/V-3\.4 .*Uutiskirje/);
    terminal.press(':');
    await terminal.expect('Haku ja komennot');
    terminal.type('esihenkilöiltä sitou');
    await terminal.expect('esihenkilöiltä sitou');
    await terminal.expect(/› R-4 +Esihenkilöiden sitoutuminen/);
    terminal.press('Enter');
    await terminal.expect(/R-4 {2}Esihenkilöiden sitoutuminen/);
    await terminal.expect(/8 → 8|→ 16/);
    terminal.press('e');
    await terminal.expect('Ctrl+S tallenna');
    terminal.press('Tab', 'Backspace');
    terminal.type('5');
    terminal.press('Ctrl+S');
    await terminal.expect('Muutettu: R-4');
    await terminal.expect(/Riskiluku +20/);
    expect(await show(here, 'R-4')).toMatchObject({ probability: 5, impact: 4, score: 20 });
    terminal.press('u');
    await terminal.expect(/Kumottu: muutettu riski R-4/);
    await terminal.expect(/Riskiluku +16/);
    terminal.press('U');
    await terminal.expect(/Tehty uudelleen: muutettu riski R-4/);
    await terminal.expect(/Riskiluku +20/);
    terminal.press('q');
    await terminal.expect('MYÖHÄSSÄ');
    terminal.press('q');
    expect(await terminal.exit()).toEqual({ code: 0, signal: 0 });
    expect(terminal.onAlternateScreen()).toBe(false);

    const again = openConsole(here, { columns, rows });
    await live(again);
    again.press('4');
    await again.expect(/R-4 +Esihenkilöiden sito.* 20/);
  });
});

test('keys typed before Ink is there arrive once and in order', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 100, rows: 30 });
  terminal.type('4jj');
  terminal.press('Enter');
  await terminal.expect(/R-10 {2}Malli ei jää elämään/);
  terminal.press('-');
  await terminal.expect('MYÖHÄSSÄ');
});

test('the first paint and Ink show the same screen', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 120, rows: 36 });
  await terminal.expect(/\? ohje/);
  const first = terminal.screen();
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(terminal.screen()).toEqual(first);
  await live(terminal);
  await terminal.expect(/\? ohje/);
  expect(terminal.screen()).toEqual(first);
});

test('a filter is live, tells what it can’t read, survives leaving the screen and the program', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 120, rows: 30 });
  await live(terminal);
  terminal.press('4', '/');
  terminal.type('taso>=korkea');
  await terminal.expect('4 löytyi');
  await terminal.expectNot('R-7');
  terminal.type(' määrä:1');
  await terminal.expect(/ei ole kenttää/);
  terminal.press('Ctrl+W', 'Enter');
  await terminal.expect('/ taso>=korkea');
  terminal.press('s');
  await terminal.expect('Järjestä');
  terminal.type('riski');
  terminal.press('Enter');
  await terminal.expect('↑ Riski');
  terminal.press('3', '4');
  await terminal.expect('/ taso>=korkea');
  terminal.press('1', 'q');
  await terminal.exit();
  const again = openConsole(here, { columns: 120, rows: 30 });
  await live(again);
  again.press('4');
  await again.expect('/ taso>=korkea');
  await again.expect('↑ Riski');
  again.press('Esc');
  await again.expectNot('/ taso>=korkea');
  await again.expect('Riskit 11');
});

test('the palette changes the language in place; it stays so', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press(':');
  terminal.type('english');
  await terminal.expect('Language: English');
  terminal.press('Enter');
  await terminal.expectNot('Ensi kertaa?');
  await terminal.expect(/2 Recruitment[^]*LATE/);
  terminal.press('4');
  await terminal.expect('Score');
  terminal.press('D');
  await terminal.expect(/ y yes {2}n cancel/);
  terminal.press('k', 'Esc');
  await terminal.expectNot('y yes');
  await terminal.expect('Risks 11');
  terminal.press('Ctrl+C');
  await terminal.exit();
  const again = openConsole(here, { columns: 100, rows: 30 });
  await again.expect('LATE');
});

test('to the trash asks with Cancel chosen, names what refers to it, and comes back by undo', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('4', 'D');
  await terminal.expect('Siirretäänkö roskakoriin?');
  await terminal.expect(/› Peru/);
  terminal.press('Enter');
  await terminal.expectNot('Siirretäänkö');
  await terminal.expect('Riskit 11');
  terminal.press('D', 'Tab', 'Enter');
  await terminal.expect('Siirretty roskakoriin: R-4');
  await terminal.expect('Riskit 10');
  terminal.press('u');
  await terminal.expect(/Kumottu: .*R-4/);
  await terminal.expect('Riskit 11');
});

test('done, day, state and marks without a form; another window sees it within a second', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 120, rows: 36 });
  const other = openConsole(here, { columns: 120, rows: 36 });
  await live(terminal);
  await live(other);
  await other.expect('▲3 myöhässä');
  // The row below has been read ahead; what it says is shown no longer than it holds.
  const words = ['action', 'set', 'T-42', '--outcome', 'Luonnos luettu', '--file', here.file];
  await runLuotsi(words, { home: here.home });
  other.press('j');
  await other.expect('Luonnos luettu');
  terminal.press('x');
  await terminal.expect('Tehty: T-38');
  // It looks every 700 ms; the rest is patience with a busy machine.
  await other.expect('▲2 myöhässä', { timeout: 5000 });
  terminal.press('d');
  await terminal.expect('Määräpäivä · T-42');
  terminal.type('+1vk');
  await terminal.expect('= ke 29.3.2023');
  terminal.press('Enter');
  await terminal.expect('Muutettu: T-42');
  terminal.press('3', '.', '.', '.', 'Space', 'Space');
  await terminal.expect('✓ 2 merkitty');
  terminal.press('m');
  await terminal.expect('rauennut');
  terminal.type('rau');
  terminal.press('Enter');
  await terminal.expect(/Muutettu: T-\d+, T-\d+/);
  await terminal.expectNot('merkitty');
});

test('a risk is assessed, the diary written and a task added from anywhere', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('b');
  terminal.type('Soitettu tietohallintoon');
  terminal.press('Enter');
  await terminal.expect(/Lisätty: PK-\d+/);
  terminal.press('a');
  terminal.type('Tilaa kahvit pe');
  terminal.press('Enter');
  await terminal.expect(/Lisätty: T-\d+/);
  await terminal.expect(/Tilaa kahvit +pe 24.3./);
  terminal.press('4', 'r');
  await terminal.expect('Arvioi R-4');
  terminal.type('24 johto antoi tukensa');
  await terminal.expect('= 2 epätodennäköinen × 4 merkittävä = 8 kohtalainen (oli 16, -8)');
  terminal.press('Enter');
  await terminal.expect('Arvioitu: R-4');
  expect(await show(here, 'R-4')).toMatchObject({ probability: 2, impact: 4, score: 8 });
});

test('the first run makes a project, and the console opens on it', async () => {
  const terminal = openTerminal({ columns: 80, rows: 24, clock: '2023-03-22' });
  await terminal.expect('Perusta uusi hanke');
  terminal.press('Enter');
  await terminal.expect('Uusi hanke 1/5');
  terminal.type('Oma hanke');
  terminal.press('Enter', 'Enter');
  await terminal.expect('Uusi hanke 3/5');
  terminal.type('1.1.2023');
  await terminal.expect('= su 1.1.2023');
  terminal.press('Enter', 'Enter', 'Enter');
  await terminal.expect('Kierros 1/5');
  terminal.press('Right', 'Enter');
  await terminal.expect('Kierros 3/5');
  terminal.press('Left');
  await terminal.expect('Kierros 2/5');
  terminal.press('Esc');
  await terminal.expectNot('Kierros 2/5');
  await terminal.expect(/Luotsi {2}Oma hanke/);
  await terminal.expect('Tälle päivälle ei ole mitään.');
  terminal.press('q');
  expect(await terminal.exitCode()).toBe(0);
  expect(copiesIn(terminal.home)).toHaveLength(1);
  const again = openTerminal({ home: terminal.home, columns: 80, rows: 24, clock: '2023-03-22' });
  await again.expect(/Luotsi {2}Oma hanke/);
});

test('Ctrl+C leaves from anywhere, and gives the screen back', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('4', 'e');
  await terminal.expect('Ctrl+S');
  terminal.press('Ctrl+C');
  expect(await terminal.exitCode()).toBe(0);
  expect(terminal.onAlternateScreen()).toBe(false);
});

test('a filter with an order is saved under a name, is a tab of its own, and outlives kill -9', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 120, rows: 30 });
  await live(terminal);
  terminal.press('4', 'F');
  await terminal.expect('rajaa tai järjestä ensin');
  terminal.press('Enter');
  await terminal.expect('rajaa se ensin näppäimellä /');
  terminal.press('/');
  terminal.type('taso>=korkea');
  await terminal.expect('4 löytyi');
  terminal.press('Enter', 'F');
  await terminal.expect('Tallennetut näkymät');
  terminal.press('Enter');
  await terminal.expect('Siitä tulee välilehti');
  terminal.type('Kuumat');
  terminal.press('Enter');
  await terminal.expect(/Riskit +Kuumat 4/);
  await terminal.expect('Näkymä tallennettu: Kuumat');
  terminal.press(',');
  await terminal.expect('Riskit 11');
  terminal.press('.');
  await terminal.expect('Kuumat 4');
  await vi.waitFor(() => expect(keptSettings(here)).toContain('Kuumat'), { timeout: 10_000 });
  terminal.kill('SIGKILL');
  await terminal.exit();

  const again = openConsole(here, { columns: 120, rows: 30 });
  await live(again);
  again.press('4');
  await again.expect(/Riskit.* Kuumat/);
  again.press('F');
  again.type('nimeä');
  await again.expect('Nimeä tämä näkymä uudelleen');
  again.press('Enter');
  again.type(' riskit');
  again.press('Enter');
  await again.expect('Kuumat riskit 4');
  again.press('F');
  again.type('poista');
  again.press('Enter');
  await again.expect('Poistetaanko näkymä ”Kuumat riskit”?');
  again.press('k');
  await again.expect('Riskit 11');
  await again.expectNot(/Kuumat riskit \d/);
});

test('a filter completes its words with Tab and says what it means', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('4', '/');
  terminal.type('til');
  await terminal.expect(/Tab: +tila:/);
  terminal.press('Tab');
  terminal.type('av');
  await terminal.expect(/Tab: +tila:avoin/);
  terminal.press('Tab');
  await terminal.expect('Tila on avoin');
  terminal.type(' -taso:matala');
  await terminal.expect('Tila on avoin · ei Taso on matala');
  terminal.press('Enter');
  await terminal.expectNot('Tila on avoin ·');
  await terminal.expect('/ tila:avoin -taso:matala');
});
