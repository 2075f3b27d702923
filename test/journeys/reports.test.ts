import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, show, type ConsoleHome } from './console-home.ts';

async function json(here: ConsoleHome, ...words: string[]): Promise<unknown> {
  const { stdout } = await runLuotsi([...words, '--file', here.file, '--json'], { home: here.home });
  return JSON.parse(stdout);
}

async function text(here: ConsoleHome, ...words: string[]): Promise<string> {
  return (await runLuotsi([...words, '--file', here.file], { home: here.home })).stdout;
}

test('a report is written for, handed over, read again as it was, and taken back', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('6');
  await terminal.expect('Kokonaistilanne:');
  terminal.press('e');
  await terminal.expect('Uusi raportti');
  terminal.press('Tab', 'Tab', 'Tab');
  terminal.type('Kurssi lähtee pilottiin');
  terminal.press('Ctrl+S');
  await terminal.expect('Lisätty: RA-1');
  terminal.press('q');
  await terminal.expect(/Katsaus {2}Raportit/);
  await terminal.expect('Kurssi lähtee pilottiin');
  terminal.press('x');
  await terminal.expect('Luovuta raportti: kenelle?');
  terminal.type('Ohjausryhmä');
  terminal.press('Enter');
  await terminal.expect('Luovutettu: RA-1');
  await terminal.expect('RA-1 Tilannekatsaus 3.4.2023');
  await terminal.expect('sellaisena kuin luovutettiin');
  // What is written or handed over from here is the coming one, not this.
  await terminal.expectNot(/x luovuta|e kirjoita|B nostot/);
  expect(await show(here, 'RA-1', 'report')).toMatchObject({
    state: 'kept',
    recipient: 'Ohjausryhmä',
    handedOver: '2023-03-22',
    headline: 'Kurssi lähtee pilottiin',
  });
  const kept = await text(here, 'report', 'show', 'RA-1', '--format', 'md');
  await json(here, 'risk', 'add', '--title', 'Myöhemmin tullut');
  expect(await text(here, 'report', 'show', 'RA-1', '--format', 'md')).toBe(kept);
  terminal.press('d');
  await terminal.expect('Tämä on luovutettu');
  const file = path.join(here.home.folder, 'katsaus.md');
  terminal.press('w');
  await terminal.expect('verkkosivu');
  terminal.press('Enter');
  await terminal.expect('samannimisen tiedoston korvaamista kysytään');
  terminal.press('Ctrl+U');
  terminal.type(file);
  terminal.press('Enter');
  await terminal.expect('Avataanko');
  terminal.press('n');
  await terminal.expectNot('Avataanko');
  expect(readFileSync(file, 'utf8')).toBe(kept);
  // The risk came after it: undo takes that back first, then the handing over.
  terminal.press('m');
  await terminal.expect('luovutettu 22.3.2023');
  terminal.press('Esc');
  await terminal.expectNot('Mikä raportti?');
  terminal.press('.');
  await terminal.expect(/› RA-1/);
  await terminal.expect('luovutettu');
  terminal.press('u');
  await terminal.expect('Kumottu');
  terminal.press('u');
  await terminal.expect('luonnos');
  expect(await show(here, 'RA-1', 'report')).toMatchObject({
    state: 'draft',
    headline: 'Kurssi lähtee pilottiin',
  });
});

test('records go on the coming report by one key, alone or several', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 120, rows: 36 });
  await live(terminal);
  terminal.press('4');
  await terminal.expect(/› R-4/);
  terminal.press('B');
  await terminal.expect('Tulevaan raporttiin: R-4');
  await terminal.expect('Seuraavaksi: Esihenkilöiden sitoutuminen');
  terminal.press('Ctrl+U');
  terminal.type('päätettäväksi: Sovitaan esihenkilöiden tuesta');
  await terminal.expect('Päätettäväksi: Sovitaan esihenkilöiden tuesta');
  terminal.press('Enter');
  await terminal.expect('Raportissa: R-4');
  terminal.press('Space', 'j', 'Space', 'B');
  await terminal.expect('Tulevaan raporttiin: 2');
  terminal.press('Enter');
  await terminal.expect('Raportissa:');
  const made = await text(here, 'report');
  expect(made).toContain('- Sovitaan esihenkilöiden tuesta (R-4)');
  expect(made).toContain('- Esihenkilöiden sitoutuminen (R-4)');
  terminal.press('u', 'u', '6');
  await terminal.expect('Kokonaistilanne:');
  expect(await text(here, 'report')).not.toContain('(R-4)');
});

test('another kind and other days are chosen and read', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 120, rows: 36 });
  await live(terminal);
  terminal.press('6');
  await terminal.expect('17.1.–22.3.2023');
  terminal.press('d');
  await terminal.expect('Miltä ajalta?');
  await terminal.expect('1. maksatuskausi');
  terminal.type('muulta');
  terminal.press('Enter');
  await terminal.expect('Mistä päivästä mihin?');
  terminal.type('1.5.2023');
  await terminal.expect('Kumpikaan ei voi olla');
  terminal.press('Ctrl+U');
  terminal.type('1.1.–28.2.2023');
  terminal.press('Enter');
  await terminal.expect('1.1.–28.2.2023');
  terminal.press('m');
  await terminal.expect('Mikä raportti?');
  terminal.type('viikko');
  terminal.press('Enter');
  await terminal.expect('Viikkokooste');
  await terminal.expect('20.–22.3.2023');
});

test('a report goes neither over the open project nor over a folder, and over a file only when that is said', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  const write = async (target: string): Promise<void> => {
    terminal.press('w');
    await terminal.expect('verkkosivu');
    terminal.press('Enter');
    await terminal.expect('korvaamista kysytään');
    terminal.press('Ctrl+U');
    terminal.type(target);
    terminal.press('Enter');
  };
  terminal.press('6');
  await terminal.expect('Tilannekatsaus');
  const project = readFileSync(here.file);
  await write(here.file);
  await terminal.expect('on Luotsin hanketiedosto');
  expect(readFileSync(here.file).equals(project)).toBe(true);
  const folder = path.join(here.home.folder, 'k');
  mkdirSync(folder);
  await write(folder);
  await terminal.expect('on kansio');
  expect(existsSync(`${folder}.new`)).toBe(false);
  const file = path.join(here.home.folder, 'uusi', 'r.md');
  await write(file);
  await terminal.expect('Avataanko');
  terminal.press('n');
  await terminal.expectNot('Avataanko');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  writeFileSync(file, 'oma');
  await write(file);
  await terminal.expect('Korvataanko tiedosto?');
  terminal.press('Enter');
  await terminal.expectNot('Korvataanko');
  expect(readFileSync(file, 'utf8')).toBe('oma');
  await write(file);
  await terminal.expect('Korvataanko tiedosto?');
  terminal.press('Tab', 'Enter');
  await terminal.expect('Avataanko');
  expect(readFileSync(file, 'utf8')).toMatch(/^# Tilannekatsaus/u);
});

test('a report that takes no texts says so; what is put on the coming one is told where its texts are written', async () => {
  const here = await consoleHome();
  await runLuotsi(['report', 'write', '--headline', 'Hyvin etenee', '--file', here.file], {
    home: here.home,
  });
  await runLuotsi(['report', 'mention', 'R-4', '--file', here.file], { home: here.home });
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('6');
  await terminal.expect('Kokonaistilanne:');
  terminal.press('e');
  await terminal.expect('Lisäksi 1 nosto: R-4');
  terminal.press('Esc');
  await terminal.expect('Kokonaistilanne:');
  terminal.press('m');
  await terminal.expect('Mikä raportti?');
  terminal.type('rahoittaja');
  terminal.press('Enter');
  await terminal.expectNot('Kokonaistilanne:');
  terminal.press('e');
  await terminal.expect('Vain tilannekatsaukseen');
});

test('lines put on the coming report are listed, changed and taken off on the Reports screen', async () => {
  const here = await consoleHome();
  for (const code of ['R-4', 'R-3'])
    await runLuotsi(['report', 'mention', code, '--file', here.file], { home: here.home });
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('6');
  await terminal.expect('2 nostoa (B)');
  terminal.press('B');
  await terminal.expect('Esihenkilöiden sitoutuminen (R-4)');
  terminal.press('Enter');
  await terminal.expect('Tyhjä rivi poistaa noston.');
  terminal.press('Ctrl+U');
  terminal.type('Sovitaan tuesta');
  terminal.press('Enter');
  await terminal.expect('Nosto muutettu.');
  expect(await text(here, 'report')).toContain('- Sovitaan tuesta (R-4)');
  terminal.press('B');
  await terminal.expect('Sovitaan tuesta (R-4)');
  terminal.press('Enter');
  await terminal.expect('Tyhjä rivi poistaa noston.');
  terminal.press('Ctrl+U', 'Enter');
  await terminal.expect('1 nosto (B)');
  expect(await text(here, 'report')).not.toContain('(R-4)');
  terminal.press('u');
  await terminal.expect('2 nostoa (B)');
});

test('a handover, the funder’s report and a template of one’s own are found by their names', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.type(':rahoittajan rap');
  await terminal.expect('Raportti: rahoittajan raportti');
  terminal.press('Ctrl+U');
  terminal.type('funder');
  await terminal.expect(/[›>] .*Raportti: rahoittajan raportti/);
  terminal.press('Enter');
  await terminal.expect('Maksatuskausi 1.9.2022–28.2.2023.');
  const folder = path.join(here.home.folder, 'seuraajalle');
  writeFileSync(path.join(here.home.folder, 'oma'), '');
  terminal.type(':luovutuskansio');
  await terminal.expect('Luovutuskansio seuraajalle');
  terminal.press('Enter');
  await terminal.expect('Uusi tai tyhjä kansio');
  terminal.type(path.join(here.home.folder, 'oma'));
  terminal.press('Enter');
  await terminal.expect('on tiedosto');
  terminal.press('m');
  await terminal.expect('Mikä raportti?');
  terminal.type('luovutuskansio');
  terminal.press('Enter');
  await terminal.expect('Uusi tai tyhjä kansio');
  terminal.type(folder);
  terminal.press('Enter');
  await terminal.expect('Luovutuskansio tehty');
  expect(existsSync(path.join(folder, 'luovutus.html'))).toBe(true);
  const template = path.join(import.meta.dirname, '../../data/templates/report.docx');
  const filled = path.join(here.home.folder, 'omalla.docx');
  terminal.type(':mallipohja');
  await terminal.expect('Organisaation omalle Word-pohjalle');
  terminal.press('Enter');
  await terminal.expect('Pohjan polku');
  terminal.type(template);
  terminal.press('Enter');
  await terminal.expect('korvaamista kysytään');
  terminal.press('Ctrl+U');
  terminal.type(filled);
  terminal.press('Enter');
  await terminal.expect('Kirjoitettu:');
  expect(readFileSync(filled).subarray(0, 2).toString()).toBe('PK');
});
