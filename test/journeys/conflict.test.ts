import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openProject } from '../../source/services/project/project-file.ts';
import { comingLines } from '../../source/services/reporting/report-writing.ts';
import { changeRecord } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { rowsIn } from '../support/rows-in.ts';
import { runLuotsi } from '../support/run.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';
import { consoleHome, live, openConsole, show, type ConsoleHome } from './console-home.ts';

/** The console at the risk's page. */
async function openRisk(here: ConsoleHome): Promise<Terminal> {
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press(':');
  terminal.type('R-4');
  terminal.press('Enter');
  await terminal.expect(/R-4 /);
  return terminal;
}

test('What another window changed meanwhile is asked field by field; the rest goes together by itself', async () => {
  const here = await consoleHome();
  const terminal = await openRisk(here);
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
  const terminal = await openRisk(here);
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
  await terminal.expect('Esc jättää toisen muutoksen');
  terminal.press('Space', 'Enter');
  await terminal.expectNot('toisen: suljettu');
  expect(await show(here, 'R-4')).toMatchObject({ state: 'closed' });
});

test('A text from the editor that clashes is kept in the form, and a line of the report is asked about', async () => {
  const here = await consoleHome();
  const editor = path.join(here.home.folder, 'editor.sh');
  const script = '#!/bin/sh\necho Muokkain\nread answer\necho "rivi: $answer" >> "$1"\n';
  writeFileSync(editor, script, { mode: 0o755 });
  const on = async (...words: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runLuotsi([...words, '--file', here.file], { home: here.home });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };
  await on('report', 'mention', 'R-4');
  const terminal = openConsole(here, { columns: 80, rows: 24, environment: { EDITOR: editor } });
  await live(terminal);
  terminal.type(':R-4');
  await terminal.expect(/[›>] .*R-4 /);
  terminal.press('Enter');
  await terminal.expect(/R-4 .*Esihenkilöiden/);
  terminal.press('E');
  await terminal.expect('Mikä teksti · R-4');
  terminal.type('syy');
  terminal.press('Enter');
  await terminal.expect('Muokkain');
  await on('risk', 'set', 'R-4', '--cause', 'Toisen syy');
  terminal.type('oma');
  terminal.press('Enter');
  await terminal.expect('( ) toisen: Toisen syy');
  await terminal.expect(/Esc jättää toisen muutoksen; oma teksti/);
  terminal.press('Esc');
  await terminal.expect('Tekstisi on lomakkeella luonnoksena.');
  expect(await show(here, 'R-4')).toMatchObject({ cause: 'Toisen syy' });
  terminal.press('e');
  await terminal.expect('rivi: oma');
  terminal.press('Ctrl+S');
  await terminal.expect('Muutettu: R-4');
  expect(String((await show(here, 'R-4'))['cause'])).toMatch(/rivi: oma$/);

  terminal.press('Esc', '6');
  await terminal.expect('1 nosto (B)');
  terminal.press('B');
  await terminal.expect('Esihenkilöiden sitoutuminen (R-4)');
  terminal.press('Enter');
  await terminal.expect('Tyhjä rivi poistaa noston.');
  terminal.press('Ctrl+U');
  terminal.type('Sovitaan tuesta');
  await terminal.expect('Sovitaan tuesta');
  const writer = openProject(here.file, {});
  const [line] = comingLines(writer);
  changeRecord(writer, line?.id ?? 0, { text: 'Toisen rivi' });
  closeStore(writer.store);
  terminal.press('Enter');
  await terminal.expect('( ) toisen: Toisen rivi');
  terminal.press('Enter');
  await terminal.expect(/Nosto muutettu\. /);
  expect(await on('report', 'status')).toContain('Sovitaan tuesta');
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
