import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makePrivateHome } from '../support/private-home.ts';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, show, type ConsoleHome } from './console-home.ts';

/** The sample as it stood on a day. */
async function homeOn(day: string): Promise<ConsoleHome> {
  const home = makePrivateHome();
  const { stdout } = await runLuotsi(['sample', '--day', day, '--path'], { home: makePrivateHome() });
  const folder = path.join(home.folder, 'projects');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'sample.luotsi');
  cpSync(stdout.trim(), file);
  return { home, file };
}

async function json(here: ConsoleHome, ...words: readonly string[]): Promise<unknown> {
  const { stdout } = await runLuotsi([...words, '--file', here.file, '--json'], { home: here.home });
  return JSON.parse(stdout) as unknown;
}

test('a round from its candidates to 18 selected and started, many at once, with reasons and days', async () => {
  const here = await homeOn('2022-04-13');
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('2', '.');
  await terminal.expect('Ilmoittautuneet 32');
  terminal.press('/');
  terminal.type('henkilö:digitsemppari');
  await terminal.expect('18 löytyi');
  terminal.press('Enter', '*');
  await terminal.expect('✓ 18 merkitty');
  terminal.press('m');
  await terminal.expect('Vaihe · 18 tietuetta');
  terminal.type('valittu');
  terminal.press('Enter');
  await terminal.expect('valittu · 18 tietuetta');
  terminal.press('Enter');
  await terminal.expect('valittu: 18 ilmoittautunutta');
  await terminal.expectNot('merkitty');
  terminal.press('Esc');
  await terminal.expect('Ilmoittautuneet 32');
  terminal.press('/');
  terminal.type('-vaihe:valittu -vaihe:vetäytynyt');
  await terminal.expect('10 löytyi');
  terminal.press('Enter', '*', 'm');
  await terminal.expect('Vaihe · 10 tietuetta');
  terminal.type('ei');
  terminal.press('Enter');
  await terminal.expect('kirjoita syy');
  terminal.press('Enter');
  terminal.type('tänään paikat täyttyivät');
  await terminal.expect('= ke 13.4.2022 · paikat täyttyivät');
  terminal.press('Enter');
  await terminal.expect('Siirretäänkö 10 ilmoittautunutta?');
  await terminal.expect(/› Peru/);
  terminal.press('k');
  await terminal.expect('ei valittu: 10 ilmoittautunutta');
  expect(await json(here, 'round', 'funnel', 'RK-1')).toMatchObject({
    reached: { interested: 32, selected: 18 },
  });
  terminal.press('.');
  await terminal.expect('Saanto 56 %: 18 valittua, 32 kiinnostunutta');
  await terminal.expect(/valittu +█+.* 18 +56 % +18/);
  terminal.press(',');
  await terminal.expect('Ilmoittautuneet 10');
  terminal.press('Esc');
  await terminal.expect('Ilmoittautuneet 32');
  terminal.press('/');
  terminal.type('vaihe:valittu');
  await terminal.expect('18 löytyi');
  terminal.press('Enter', '*', '>');
  await terminal.expect('Siirretäänkö 18 ilmoittautunutta?');
  await terminal.expect('aloittanut: 18');
  terminal.press('k');
  await terminal.expect('Seuraavaan vaiheeseen: 18 ilmoittautunutta · 18 kautta alkoi');
  expect(await json(here, 'unit', 'coverage')).toMatchObject({ total: { units: 24, covered: 16 } });
  terminal.press('u');
  await terminal.expect(/Kumottu: siirretty uuteen vaiheeseen/);
  expect(await json(here, 'unit', 'coverage')).toMatchObject({ total: { units: 24, covered: 0 } });
});

test('one key takes a candidate on, also from Today; who starts gets a term, and one undo takes both back', async () => {
  const here = await homeOn('2022-04-13');
  await runLuotsi(['candidate', 'stage', 'IL-1', 'valittu', '--file', here.file], { home: here.home });
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('2', '.', '/');
  terminal.type('vaihe:valittu');
  await terminal.expect('1 löytyi');
  terminal.press('Enter', '>');
  await terminal.expect('aloittanut: IL-1 · 1 kausi alkoi');
  expect(await json(here, 'membership', 'list', '--where', 'role:champion')).toMatchObject([
    { group: 'RY-4', starts: '2022-04-13', ends: '2023-08-31' },
  ]);
  terminal.press('u');
  await terminal.expect(/Kumottu: siirretty uuteen vaiheeseen/);
  expect(await json(here, 'membership', 'list', '--where', 'role:champion')).toEqual([]);
  expect(await show(here, 'IL-1', 'candidate')).toMatchObject({ stage: 'selected' });
});

test('coverage of every unit by service area; a message to the supervisors of those that have nobody', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('2', '.', '.', '.');
  await terminal.expect('13/24 katettu 54 %');
  await terminal.expect(/Avoterveydenhuolto +3\/5 +60 %/);
  await terminal.expect(/✗ Sotekeskuksen vastaanotto +puuttuu/);
  await terminal.expect(/● Suun terveydenhuolto +on +Digitsemppari 06/);
  terminal.press('*');
  await terminal.expect('✓ 11 merkitty');
  terminal.press('R');
  await terminal.expect('Viesti: 11 yksikköä, 11 esihenkilöä');
  terminal.type('tiedostoon');
  terminal.press('Enter');
  await terminal.expect('Kirjoita kaikki tiedostoon');
  terminal.press('Ctrl+U');
  const file = path.join(here.home.folder, 'viesti.txt');
  terminal.type(file);
  terminal.press('Enter');
  await terminal.expect('Kirjoitettu:');
  expect(existsSync(file)).toBe(true);
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(/^Vastaanottajat: .*esihenkilo\.kuv@sote\.example/);
  expect(text).toContain('Aihe: Löytyisikö yksiköstänne digitsemppari?');
  expect(text).toContain('- Kuvantaminen');
  terminal.press('Esc');
  await terminal.expectNot('merkitty');
  terminal.press('Enter');
  await terminal.expect(/Y-13 +Sotekeskuksen vastaanotto/);
  await terminal.expect(/Kattavuus +puuttuu/);
});

test('a term is made longer by a key, and a round is made from an earlier one', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('7', '.', '.', '/');
  terminal.type('rooli:vertaistukija');
  await terminal.expect('18 löytyi');
  terminal.press('Enter', '>');
  await terminal.expect('Jatka kautta · J-29');
  terminal.type('31.12.2023');
  await terminal.expect('= su 31.12.2023');
  terminal.press('Enter');
  await terminal.expect('Tallennettu, mutta J-29: Päättyen 31.12.2023; hanke päättyy 31.8.2023.');
  expect(await show(here, 'J-29', 'membership')).toMatchObject({ ends: '2023-12-31' });
  terminal.press('2', 'C');
  await terminal.expect('Uusi rekrytointikierros');
  await terminal.expect('Digitsempparihaku, kevät 2024');
  await terminal.expect(/20\.3\.2024/);
  terminal.press('Ctrl+S');
  await terminal.expect(/RK-2 +Digitsempparihaku, kevät 2024/);
  expect(await show(here, 'RK-2', 'round')).toMatchObject({
    target: 24,
    interested: 0,
    closes: '2024-04-05',
  });
});
