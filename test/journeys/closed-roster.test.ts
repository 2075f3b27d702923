import { expect, test } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, show } from './console-home.ts';

test('the roster of a closed session offers no key that would change it, and says why one does nothing', async () => {
  const here = await consoleHome();
  await runLuotsi(['session', 'start', 'TK-15', '--file', here.file], { home: here.home });
  const { code, stderr } = await runLuotsi(['session', 'close', 'TK-15', '--file', here.file], {
    home: here.home,
  });
  expect({ code, stderr }).toMatchObject({ code: 0 });
  const before = await show(here, 'TK-15', 'session');
  const terminal = openConsole(here, { columns: 120, rows: 36 });
  await live(terminal);
  terminal.press(':');
  terminal.type('TK-15');
  await terminal.expect(/› TK-15/);
  terminal.press('Enter');
  await terminal.expect(/› TK-15/);
  terminal.press('V');
  await terminal.expect('r avaa');
  terminal.press('t');
  await terminal.expectNot(/z estynyt|w pois|\* loput/);
  terminal.press('w');
  await terminal.expect('Suljettu: r avaa sen uudelleen');
  expect(await show(here, 'TK-15', 'session')).toEqual(before);
});
