import { expect, test } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, show, type ConsoleHome } from './console-home.ts';

async function json(here: ConsoleHome, ...words: string[]): Promise<unknown> {
  const { stdout } = await runLuotsi([...words, '--file', here.file, '--json'], { home: here.home });
  return JSON.parse(stdout);
}

test('a risk from found to closed, and back by undo', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('a');
  await terminal.expect('Pikalisäys');
  terminal.type('riski: Tila loppuu');
  terminal.press('Enter');
  await terminal.expect('Lisätty: R-12');
  terminal.press('4', '/');
  terminal.type('tila loppuu');
  await terminal.expect('1 löytyi');
  terminal.press('Enter', 'r');
  await terminal.expect('Arvioi R-12');
  terminal.type('57');
  await terminal.expect('Vaikutus on kokonaisluku väliltä 1–5');
  terminal.press('Enter');
  await terminal.expect('Arvioi R-12');
  terminal.press('Backspace');
  terminal.type('4 vuokra päättyy');
  await terminal.expect('= 5 lähes varma × 4 merkittävä = 20 erittäin korkea');
  terminal.press('Enter');
  await terminal.expect('Arvioitu: R-12');
  terminal.press('S');
  await terminal.expect('Viety ohjausryhmään: R-12');
  terminal.press('N');
  await terminal.expect('Mitä lisätään?');
  terminal.type('tehtävä');
  terminal.press('Enter');
  await terminal.expect('Uusi tehtävä');
  terminal.type('Etsi uudet tilat');
  terminal.press('Ctrl+S');
  await terminal.expect('Lisätty: T-');
  terminal.press('q', '=');
  await terminal.expect('Päivitetty, ennallaan: R-12');
  expect(await show(here, 'R-12')).toMatchObject({
    score: 20,
    level: 'veryHigh',
    escalated: '2023-03-22',
    measures: 1,
    warnings: ['noOwner'],
  });
  terminal.press('m');
  await terminal.expect('Tila · R-12');
  terminal.type('sulj');
  terminal.press('Enter');
  await terminal.expect('Sulkemisen syy · R-12');
  terminal.press('Enter');
  await terminal.expect('Tämä tarvitaan.');
  terminal.type('tila löytyi');
  terminal.press('Enter');
  await terminal.expect('Muutettu: R-12');
  expect(await show(here, 'R-12')).toMatchObject({ state: 'closed', closingReason: 'tila löytyi' });
  terminal.press('u');
  await terminal.expect('Kumottu');
  expect(await show(here, 'R-12')).toMatchObject({ state: 'open', closingReason: null });
});

test('a risk that came true becomes an action with one key', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 120, rows: 30 });
  await live(terminal);
  terminal.press('4');
  await terminal.expect(/› R-4/);
  terminal.press('!');
  await terminal.expect('R-4 toteutui: mitä nyt tehdään?');
  terminal.type('Kutsu esihenkilöt koolle pe');
  await terminal.expect(/Tehtävä: Kutsu esihenkilöt koolle · pe 24\.3\.2023/);
  terminal.press('Enter');
  await terminal.expect(/Toteutunut: R-4, T-\d+/);
  expect(await show(here, 'R-4')).toMatchObject({ state: 'realised', realisedOn: '2023-03-22' });
  expect(
    await json(here, 'measure', 'list', '--where', 'koolle', '--fields', 'title,due,source,owner'),
  ).toEqual([
    { title: 'Kutsu esihenkilöt koolle', due: '2023-03-24', source: 'R-4', owner: 'hankesuunnittelija' },
  ]);
  terminal.press('u');
  await terminal.expect('Kumottu');
  expect(await show(here, 'R-4')).toMatchObject({ state: 'handled', realisedOn: null });
  expect(await json(here, 'measure', 'list', '--where', 'koolle')).toEqual([]);
});

test('a measure is added from the list of measures: its risk is asked first', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('4', '.');
  await terminal.expect('Todennäköisyys');
  terminal.press('.');
  await terminal.expect(/Huomiot 5/);
  await terminal.expect(/R-4 .*päivitys myöhässä/);
  terminal.press('.');
  await terminal.expect(/Hallintatoimenpiteet \d/);
  terminal.press('n');
  await terminal.expect(/─ Riski ─/);
  terminal.type('viesti ei tavoita');
  await terminal.expect(/› R-6/);
  terminal.press('Enter');
  await terminal.expect('Uusi tehtävä');
  terminal.type('Kysy osastotunneilla');
  terminal.press('Ctrl+S');
  await terminal.expect('Lisätty: T-');
  expect(await json(here, 'measure', 'list', '--where', 'osastotunneilla', '--fields', 'source')).toEqual([
    { source: 'R-6' },
  ]);
});

test.each([
  [60, 20],
  [120, 36],
] as const)('the heat map is walked with keys at %i × %i', async (columns, rows) => {
  const terminal = openConsole(await consoleHome(), { columns, rows });
  await live(terminal);
  terminal.press('4', '.');
  await terminal.expect(/\[ *\+ 1/);
  await terminal.expect('16 korkea');
  await terminal.expect(/Arvioimatta 1 +R-11/);
  await terminal.expect('Siirtyneet 17.1.2023 jälkeen: 2');
  terminal.press('h', 'j');
  await terminal.expect(/\[ *- 3/);
  await terminal.expect('3 mahdollinen × 3 kohtalainen');
  terminal.press('Enter');
  await terminal.expect('3 riskiä');
  terminal.type('R-6');
  terminal.press('Enter');
  await terminal.expect(/R-6 {2}Viesti ei tavoita/);
  terminal.press('q');
  await terminal.expect(/\[ *- 3/);
  terminal.press('d');
  await terminal.expect('Mistä päivästä siirtymät kerrotaan?');
  terminal.type('1.1.2030');
  await terminal.expect('Valitse päivä ennen tätä päivää.');
  terminal.press('Esc');
  await terminal.expectNot('Mistä päivästä');
  terminal.press('d');
  terminal.type('30.9.2022');
  terminal.press('Enter');
  await terminal.expect('Siirtyneet 30.9.2022 jälkeen');
  terminal.press('Right', 'Right', 'Right');
  await terminal.expect('[Arvioimatta 1]');
  terminal.press('Enter');
  await terminal.expect('Arvioimatta: arvioi näppäimellä r.');
});
