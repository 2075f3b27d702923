import { expect, test } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, show } from './console-home.ts';

test('one key from Today to the calendar: a month, another, a week, a day, a record, and back', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('K');
  await terminal.expect('Maaliskuu 2023');
  await terminal.expect(/›22●·\d/);
  await terminal.expect(/●TK-15/);
  await terminal.expect(' ke 22.3.2023 · vko 12 · tänään');
  terminal.press('l');
  await terminal.expect('to 23.3.2023');
  terminal.press('.');
  await terminal.expect('Huhtikuu 2023');
  await terminal.expect(/pitkäperj|pääsiäi/);
  terminal.press('Up', 'Left', 't');
  await terminal.expect('Maaliskuu 2023');
  terminal.press('w');
  await terminal.expect(/Vko 12 +20\.–26\.3\.2023/);
  await terminal.expect(/PK-179/);
  terminal.press('k', 'k', 'Enter');
  await terminal.expect(/ma 20\.3\.2023 · vko 12/);
  await terminal.expect(/› ▲ +R-4 +Esihenkilöiden/);
  terminal.press('.');
  await terminal.expect(/ti 21\.3\.2023/);
  terminal.press(',', 'Enter');
  await terminal.expect(/R-4 {2}Esihenkilöiden sitoutuminen/);
  terminal.press('Esc', 'Esc');
  await terminal.expect(/›ma 20\.3\.2023/);
  terminal.press('Esc');
  await terminal.expect('MYÖHÄSSÄ');
  terminal.press('g', 'c');
  await terminal.expect('Maaliskuu 2023');
});

test('a task done on a day’s page is what the day holds as done, and undone again', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 120, rows: 36 });
  await live(terminal);
  terminal.press('K', 'Enter', 'j');
  await terminal.expect(/› ● +T-45 +Kutsu pilotoijat/);
  terminal.press('x');
  await terminal.expect('Tehty: T-45');
  await terminal.expect(/✓ +T-45 +Kutsu pilotoijat kurssille {2}Tehty/);
  terminal.press('u');
  await terminal.expect(/● +T-45/);
});

test('what a day’s page wants of a meeting is what x does there: its papers are sent, it is not held', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 120, rows: 36 });
  await live(terminal);
  terminal.press('K', 'l', 'l', 'l', 'l', 'l', 'Enter');
  await terminal.expect(/› ○ +OR-6 +Ohjausryhmä {2}Lähetä liitteet/);
  terminal.press('x');
  await terminal.expect('Liitteet merkitty lähetetyiksi: OR-6');
  await terminal.expectNot('Lähetä liitteet');
  expect(await show(here, 'OR-6', 'session')).toMatchObject({
    state: 'planned',
    attachmentsSent: '2023-03-22',
  });
  terminal.press('u');
  await terminal.expect('Lähetä liitteet');
});

test('the calendar on the command line, for people and scripts, in both languages', async () => {
  const { home, file } = await consoleHome();
  const ask = async (...words: string[]) => runLuotsi(['calendar', ...words, '--file', file], { home });
  expect((await ask('vko 12')).stdout).toContain(
    'ke 22.3.2023 · vko 12\n●  9.00 TK-15   Tsemppariklubi: Teams-vinkit',
  );
  expect((await ask('w12', '--language', 'en')).stdout).toContain('Wed 22 Mar 2023 · week 12');
  const days = JSON.parse((await ask('huhtikuu 2023', '--json')).stdout) as Record<string, unknown>[];
  expect(days.length).toBe(30);
  expect(days[6]).toMatchObject({ day: '2023-04-07', week: 14, holiday: 'Good Friday', break: false });
  const wrong = await ask('joskus', '--json');
  expect(wrong.code).toBe(1);
  expect(JSON.parse(wrong.stderr)).toMatchObject({ error: { code: 'wrong-span' } });
});
