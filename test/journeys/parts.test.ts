import { test } from 'vitest';
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
