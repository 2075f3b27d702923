import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { rowsIn } from '../support/rows-in.ts';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, show } from './console-home.ts';

test('What another window changed meanwhile is asked field by field; the rest goes together by itself', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press(':');
  terminal.type('R-4');
  terminal.press('Enter');
  await terminal.expect(/R-4 /);
  terminal.press('e');
  await terminal.expect('Luokka');
  terminal.press('Ctrl+U');
  terminal.type('Oma nimi');
  terminal.press('Tab', 'Tab', 'Tab', 'Tab');
  terminal.press('Ctrl+U');
  terminal.type('Oma syy');
  await terminal.expect('Oma syy');
  const set = async (...words: string[]): Promise<void> => {
    const { code } = await runLuotsi(['risk', 'set', 'R-4', ...words, '--file', here.file], {
      home: here.home,
    });
    expect(code).toBe(0);
  };
  await set('--title', 'Toisen nimi', '--cause', 'Toisen syy', '--category', 'talous');
  terminal.press('Ctrl+S');
  await terminal.expect('R-4 on sillä välin muuttunut');
  await terminal.expect('(•) oma: Oma nimi');
  await terminal.expect('( ) toisen: Toisen syy');
  terminal.press('j', 'Space');
  await terminal.expect('(•) toisen: Toisen syy');
  terminal.press('Enter');
  await terminal.expect(/Muutettu: R-4|R-4.*muutettu/i);
  expect(await show(here, 'R-4')).toMatchObject({
    title: 'Oma nimi',
    cause: 'Toisen syy',
    category: 'finance',
  });
});

test('What another window judged while a box was open is asked about, and an old word is not written over', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press(':');
  terminal.type('R-4');
  terminal.press('Enter');
  await terminal.expect(/R-4 /);
  terminal.press('r');
  await terminal.expect('Arvioi R-4');
  terminal.type('21 oma syy');
  await terminal.expect('= 2 ');
  const on = async (...words: string[]): Promise<void> => {
    const { code, stderr } = await runLuotsi([...words, '--file', here.file], { home: here.home });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  };
  await on('risk', 'assess', 'R-4', '--probability', '5', '--impact', '5', '--reason', 'toisen syy');
  terminal.press('Enter');
  await terminal.expect('R-4 on sillä välin muuttunut');
  await terminal.expect('(•) oma: 2');
  terminal.press('j', 'Space');
  await terminal.expect('(•) toisen: 5');
  terminal.press('Enter');
  await terminal.expect('Arvioitu: R-4');
  expect(await show(here, 'R-4')).toMatchObject({ probability: 2, impact: 5 });
  terminal.press('m');
  await terminal.expect('Tila · R-4');
  await on('risk', 'set', 'R-4', '--state', 'suljettu', '--closing-reason', 'Sopimus tehtiin');
  terminal.type('käsit');
  terminal.press('Enter');
  await terminal.expect('toisen: suljettu');
  terminal.press('Space', 'Enter');
  await terminal.expectNot('toisen: suljettu');
  expect(await show(here, 'R-4')).toMatchObject({ state: 'closed' });
});

test('what is long to tell takes a second row at 60 columns and gives it back; nothing of it is cut', async () => {
  const here = await consoleHome();
  const first = openConsole(here, { columns: 60, rows: 20 });
  await live(first);
  const second = openConsole(here, { columns: 60, rows: 20 });
  await second.expect(/ · Auki toisessakin ikkunassa .*\n.*turvallista *\n .*\? ohje/);
  await second.expect(/──────\n .*\? ohje/);
  second.press('4', 'Enter', 'e');
  await second.expect('Luokka');
  second.press('End', 'Shift+Tab');
  await second.expect(/… \+\d+ riviä, Ctrl\+E avaa/);
  second.resize(80, 24);
  await second.expect(/… \+\d+ riviä, Ctrl\+E avaa/);
  expect(second.scrolled).toBe(0);
});

test('A window that is opened while another one writes says so in the file once it is free', async () => {
  const here = await consoleHome();
  const writer = new Database(here.file);
  writer.exec('BEGIN IMMEDIATE');
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  // By now it has tried; on a machine where it has not, it will find the file free, and nothing is proved.
  await terminal.settled(500);
  writer.exec('ROLLBACK');
  writer.close();
  const windows = (): string => rowsIn(here.file, 'SELECT count(*) AS windows FROM lease');
  await expect.poll(windows, { timeout: 20_000 }).toMatch(/1/);
});
