import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { consoleHome, list, live, openConsole, type ConsoleHome } from './console-home.ts';
import { runLuotsi } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';

async function openImport(terminal: Terminal): Promise<void> {
  await live(terminal);
  terminal.press(':');
  terminal.type('tuo taulukko');
  await terminal.expect(/Tuo taulukko/);
  terminal.press('Enter');
  await terminal.expect(/liitä taulukko tähän|\/polku\//);
}

function write({ home }: ConsoleHome, name: string, text: string): string {
  const file = path.join(home.folder, name);
  writeFileSync(file, text);
  return file;
}

test('a table pasted from Excel: seen as columns, one is changed, checked, imported, undone; remembered the next time', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 110, rows: 32 });
  const pasted =
    'Asia\tMääräpäivä\tLisätieto\nTilaa kahvit\t1.4.2023\t"kaksi\nriviä"\nVaraa tila\t2.4.2023\t\n';
  await openImport(terminal);
  terminal.paste(pasted);
  await terminal.expect('Mitä taulukossa on?');
  terminal.type('tehtävät');
  await terminal.expect(/› Tehtävät/);
  terminal.press('Enter');
  await terminal.expect('Tehtävät: 2 riviä');
  await terminal.expect(/Asia +→ \(jää pois\) +Tilaa kahvit · Varaa tila/);
  await terminal.expect(/Määräpäivä +→ Määräpäivä/);
  await terminal.expect('Mikään sarake ei vielä anna tätä: tehtävä.');
  terminal.press('Enter');
  await terminal.expect('Mikä kenttä on ”Asia”?');
  terminal.type('tehtävä');
  terminal.press('Enter');
  await terminal.expect(/Asia +→ Tehtävä/);
  terminal.press('j', 'j', 'Enter');
  await terminal.expect('Mikä kenttä on ”Lisätieto”?');
  terminal.type('muistiin');
  terminal.press('Enter');
  await terminal.expect(/Lisätieto +→ Muistiinpanot/);
  terminal.press('t');
  await terminal.expect('lisätään 2, muutetaan 0');
  // A stray Enter, or Esc, goes back to the columns as they were told.
  await terminal.expect('› Takaisin sarakkeisiin');
  terminal.press('Enter');
  await terminal.expect(/Lisätieto +→ Muistiinpanot/);
  terminal.press('t');
  await terminal.expect('lisätään 2, muutetaan 0');
  terminal.press('Esc');
  await terminal.expect(/Lisätieto +→ Muistiinpanot/);
  // What the table holds can be left as it is, too.
  terminal.press('r');
  await terminal.expect('Mitä taulukossa on?');
  terminal.press('Esc');
  await terminal.expect(/Lisätieto +→ Muistiinpanot/);
  terminal.press('t');
  await terminal.expect('lisätään 2, muutetaan 0');
  expect(await list(here, 'action', 'kahvit')).toEqual([]);
  terminal.press('Tab', 'Enter');
  await terminal.expect(/lisättiin 2.*u kumoa/s);
  expect(await list(here, 'action', 'kahvit')).toMatchObject([
    { title: 'Tilaa kahvit', due: '2023-04-01', notes: 'kaksi\nriviä' },
  ]);
  await openImport(terminal);
  terminal.paste(pasted);
  await terminal.expect(/Asia +→ Tehtävä/);
  terminal.press('t');
  await terminal.expect('lisätään 0, muutetaan 0, ennallaan 2');
  terminal.press('n');
  await terminal.expect(/Asia +→ Tehtävä/);
  terminal.press('Esc');
  await terminal.expectNot(/Asia +→ Tehtävä/);
  terminal.press('u');
  await terminal.expect(/Kumottu|kumottiin/i);
  expect(await list(here, 'action', 'kahvit')).toEqual([]);
});

test('a pasted form of sign-ups is taken for candidates, and Esc where the round is asked goes back to its columns', async () => {
  const here = await consoleHome();
  const run = async (...words: string[]) => runLuotsi([...words, '--file', here.file], { home: here.home });
  await run('round', 'add', '--title', 'Kevään haku', '--opens', '1.3.2023', '--closes', '30.4.2023');
  const [unit] = await list(here, 'unit', '');
  const terminal = openConsole(here, { columns: 110, rows: 32 });
  await openImport(terminal);
  const heads = 'Aikaleima\tNimi\tSähköposti\tPuhelin\tYksikkö\tMistä kuulit?';
  terminal.paste(
    `${heads}\n20.3.2023 8.15\tAada Uusi\taada@sote.example\t040 1\tAivan uusi yksikkö\tintra\n20.3.2023 9.15\tBea Uusi\tbea@sote.example\t040 2\t${String(unit?.['name'])}\tesihenkilö\n`,
  );
  await terminal.expect('Ilmoittautuneet: 2 riviä');
  await terminal.expect(/Mistä kuulit\? +→ Mistä kuuli/);
  terminal.press('t');
  await terminal.expect('Sama kaikille riveille: kierros');
  terminal.press('Esc');
  await terminal.expectNot('Sama kaikille riveille');
  await terminal.expect('Ilmoittautuneet: 2 riviä');
  terminal.press('t');
  await terminal.expect(/› Kevään haku/);
  terminal.press('Enter');
  await terminal.expect(/Lisää ne: Aivan uusi yksikkö, Bea Uusi/);
  terminal.press('Enter');
  await terminal.expect('lisätään 2');
  // Back at the columns what was answered is asked again: it may be what was wrong.
  terminal.press('Esc');
  await terminal.expect(/Mistä kuulit\? +→ Mistä kuuli/);
  terminal.press('t');
  await terminal.expect(/› Kevään haku/);
  terminal.press('Enter');
  await terminal.expect(/Lisää ne: Aivan uusi yksikkö, Bea Uusi/);
  terminal.press('Enter');
  await terminal.expect('lisätään 2');
  terminal.press('Tab', 'Enter');
  await terminal.expect('lisättiin 2, niiden mukana uusia muita 3');
  expect(await list(here, 'candidate', 'Aada')).toMatchObject([{ source: 'intra', signedUp: '2023-03-20' }]);
});

test('names that are near are asked, the round of candidates too', async () => {
  const here = await consoleHome();
  const [unit] = await list(here, 'unit', '');
  const name = String(unit?.['name']);
  const near = `${name.slice(0, -1)}${name.endsWith('x') ? 'y' : 'x'}`;
  const file = write(here, 'haku.csv', `Nimi;Työyksikkö;Sähköposti\nAada Uusi;${near};aada@esimerkki.fi\n`);
  const terminal = openConsole(here, { columns: 110, rows: 32 });
  await openImport(terminal);
  terminal.type(file);
  terminal.press('Enter');
  await terminal.expect(/Mitä taulukossa on\?|Mitä sarakkeissa on/);
  if (terminal.screen().join('\n').includes('sarakkeissa')) terminal.press('r');
  await terminal.expect('Mitä taulukossa on?');
  terminal.type('ilmoittautu');
  terminal.press('Enter');
  await terminal.expect(/Sähköposti +→ Henkilö · Sähköposti/);
  terminal.press('t');
  await terminal.expect('Sama kaikille riveille: kierros');
  terminal.press('Enter');
  await terminal.expect(`Yksikkö ”${near}” puuttuu.`);
  await terminal.expect(name);
  terminal.press('Enter');
  await terminal.expect('1 nimi puuttuu vielä');
  terminal.press('Enter');
  await terminal.expect('lisätään 1,');
  terminal.press('Tab', 'Enter');
  await terminal.expect(/lisättiin 1.*u kumoa/s);
  expect(await list(here, 'person', 'aada')).toMatchObject([
    { name: 'Aada Uusi', email: 'aada@esimerkki.fi', unit: unit?.['code'] },
  ]);
});

test('a long import shows how far it has come, and Esc stops it without a trace', async () => {
  const here = await consoleHome();
  const rows = Array.from({ length: 20_000 }, (_, row) => `Pitkä asia ${row};1.4.2023`);
  const file = write(here, 'pitkä.csv', `Tehtävä;Määräpäivä\n${rows.join('\n')}\n`);
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await openImport(terminal);
  terminal.type(file);
  terminal.press('Enter');
  await terminal.expect(/Tehtävät: 20000 riviä/, { timeout: 30_000 });
  terminal.press('t');
  await terminal.expect(/Tarkistetaan rivejä .*20.000/, { timeout: 30_000 });
  await terminal.expect(/█.*\d+ %/);
  terminal.press('Esc');
  await terminal.expect('Keskeytetty. Mitään ei muutettu.', { timeout: 30_000 });
  expect(await list(here, 'action', 'pitkä')).toEqual([]);
  // The columns are there for another try.
  await terminal.expect(/Tehtävät: 20000 riviä/, { timeout: 30_000 });
  terminal.press('Esc');
  await terminal.expectNot(/Tehtävät: 20000 riviä/);
  terminal.press('8');
  await terminal.expect('Hanke');
}, 90_000);

test('a calendar becomes sessions of the group that is chosen', async () => {
  const here = await consoleHome();
  const file = write(
    here,
    'k.ics',
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Vieras koulusta\r\nDTSTART:20230405T060000Z\r\nDTEND:20230405T063000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  );
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await openImport(terminal);
  terminal.type(file);
  terminal.press('Enter');
  await terminal.expect('Minkä ryhmän kokouksia?');
  terminal.press('Down', 'Enter');
  await terminal.expect('lisätään 1,');
  terminal.press('Tab', 'Enter');
  await terminal.expect(/lisättiin 1.*u kumoa/s);
  expect(await list(here, 'session', 'koulusta')).toMatchObject([{ startsAt: '2023-04-05T09:00' }]);
});

test('on the command line a line tells how far it has come, and Ctrl+C stops it without a trace', async () => {
  const here = await consoleHome();
  const rows = Array.from({ length: 20_000 }, (_, row) => `Pitkä asia ${row};1.4.2023`);
  const file = write(here, 'pitkä.csv', `Tehtävä;Määräpäivä\n${rows.join('\n')}\n`);
  const words = ['import', file, '--as', 'action', '--file', here.file, '--language', 'fi'];
  const terminal = openTerminal({ home: here.home, arguments: words, columns: 80, rows: 10 });
  await terminal.expect(/Otetaan rivejä… .*20.000 +\d+ %/, { timeout: 30_000 });
  terminal.press('Ctrl+C');
  await terminal.expect('Keskeytetty. Mitään ei muutettu.', { timeout: 30_000 });
  expect(await terminal.exitCode()).toBe(1);
  expect(terminal.screen().join('\n')).not.toContain('Otetaan rivejä');
  expect(await list(here, 'action', 'pitkä')).toEqual([]);
}, 90_000);
