import { expect, test } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, show, type ConsoleHome } from './console-home.ts';

async function luotsi(here: ConsoleHome, ...words: string[]): Promise<unknown> {
  const { stdout, stderr, code } = await runLuotsi([...words, '--file', here.file, '--json'], {
    home: here.home,
  });
  expect({ words, stderr, code }).toMatchObject({ stderr: '', code: 0 });
  return JSON.parse(stdout);
}

test('a club is made on the command line, its hour changed from the console for those that follow, and undone', async () => {
  const here = await consoleHome();
  await luotsi(
    here,
    'group',
    'add',
    '--title',
    'Kevätklubi',
    '--kind',
    'club',
    '--prefix',
    'KK',
    '--minutes',
    '30',
  );
  await luotsi(
    here,
    'series',
    'add',
    '--group',
    'Kevätklubi',
    '--rule',
    'joka ti klo 9.00 ajalla 28.3.–31.5.2023',
  );
  const codes = async (): Promise<string[]> =>
    (
      (await luotsi(here, 'session', 'list', '--where', 'group:Kevätklubi', '--sort', 'startsAt')) as Record<
        string,
        unknown
      >[]
    ).map(({ code, startsAt }) => `${String(code)} ${String(startsAt).slice(5)}`);
  expect((await codes()).slice(0, 3)).toEqual(['KK-1 03-28T09:00', 'KK-2 04-04T09:00', 'KK-3 04-11T09:00']);
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press(':');
  terminal.type('KK-3');
  await terminal.expect(/› KK-3/);
  terminal.press('Enter');
  await terminal.expect(/KK-3 {2}Kevätklubi/);
  terminal.press('d');
  terminal.type('klo 10');
  terminal.press('Enter');
  await terminal.expect('Mitä muutos koskee?');
  await terminal.expect(/tätä ja seuraavia +8 tulossa/);
  await terminal.expect(/kaikkia tulevia +10 tulossa/);
  terminal.press('Down', 'Enter');
  await terminal.expect(/klo 10/);
  expect((await codes()).slice(0, 4)).toEqual([
    'KK-1 03-28T09:00',
    'KK-2 04-04T09:00',
    'KK-3 04-11T10:00',
    'KK-4 04-18T10:00',
  ]);
  terminal.press('u');
  await terminal.expect(/Kumottu/);
  expect((await codes())[3]).toBe('KK-4 04-18T09:00');
  await luotsi(here, 'session', 'cancel', 'KK-9', '--scope', 'following', '--reason', 'kesä');
  expect(await codes()).toHaveLength(9);
  expect(await show(here, 'KK-9', 'session')).toMatchObject({ state: 'cancelled', reason: 'kesä' });
});

test('a meeting is moved by the arrows as by words: its hour stays, and what is typed with an hour is read', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press(':');
  terminal.type('OR-6');
  await terminal.expect(/› OR-6/);
  terminal.press('Enter');
  await terminal.expect(/OR-6 {2}Ohjausryhmä/);
  const { startsAt } = (await show(here, 'OR-6', 'session')) as { startsAt: string };
  const clock = startsAt.slice(11).replace(/^0/, '').replace(':', '.');
  terminal.press('d', 'Down', 'Down', 'PageDown', 'PageDown', 'Up');
  await terminal.expect(`= su 4.6.2023 klo ${clock}`);
  terminal.press('Ctrl+U');
  terminal.type('23.4. klo 10');
  await terminal.expect('= su 23.4.2023 klo 10.00');
  terminal.press('Ctrl+U');
  terminal.type('14.15');
  await terminal.expect(/= \w\w \d+\.4\.2023 klo 14\.15/);
  terminal.press('Ctrl+U');
  terminal.type('24.4.');
  await terminal.expect(`= ma 24.4.2023 klo ${clock}`);
  terminal.press('Down', 'Enter');
  await terminal.expect('Muutettu: OR-6');
  expect(await show(here, 'OR-6', 'session')).toMatchObject({ startsAt: `2023-04-25${startsAt.slice(10)}` });
});

test('a wish is counted, a session takes the most wished for topic out of the stock, and it is covered once held', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press(':');
  terminal.type('AI-11');
  await terminal.expect(/› AI-11/);
  terminal.press('Enter');
  await terminal.expect(/AI-11 {2}Kuvapuhelu kotikäynnillä/);
  await terminal.expect(/Tilanne +varastossa/);
  terminal.press('+');
  await terminal.expect('Yksi toive lisää');
  terminal.type('Digitsemppari 07');
  await terminal.expect(/› H-\d+ +Digitsemppari 07/);
  terminal.press('Enter');
  await terminal.expect('Toivottu: AI-11');
  await terminal.expect(/Toiveita +6/);
  terminal.press(':');
  terminal.type('TK-15');
  await terminal.expect(/› TK-15/);
  terminal.press('Enter');
  await terminal.expect(/TK-15 {2}Tsemppariklubi/);
  terminal.press('t');
  await terminal.expect('Aihe varastosta');
  terminal.type('kuvap');
  await terminal.expect(/› Kuvapuhelu kotikäynnillä +6 toivetta/);
  terminal.press('Enter');
  await terminal.expect(/TK-15 {2}Tsemppariklubi: Kuvapuhelu kotikäynnillä/);
  expect(await show(here, 'AI-11', 'topic')).toMatchObject({ votes: 6, status: 'planned', session: 'TK-15' });
  expect(await show(here, 'AI-8', 'topic')).toMatchObject({ status: 'open', session: null });
  await luotsi(here, 'session', 'hold', 'TK-15');
  expect(await show(here, 'AI-11', 'topic')).toMatchObject({ status: 'covered', covered: '2023-03-22' });
  await luotsi(here, 'topic', 'vote', 'AI-10', '--by', 'kotihoito', '--count', '2');
  expect(await show(here, 'AI-10', 'topic')).toMatchObject({ votes: 8 });
  await luotsi(here, 'session', 'plan', 'TK-17', '--topic', 'AI-10');
  expect(await show(here, 'TK-17', 'session')).toMatchObject({
    topic: 'Esteettömyys: isompi teksti, lukuääni',
  });
});

test('a series is begun under its group by N, with its first days and what is skipped shown before it is kept', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('3', '.');
  await terminal.expect(/RY-5 +Tsemppariklubi/);
  terminal.press('G', 'N');
  await terminal.expect('Mitä lisätään?');
  terminal.type('sarja');
  await terminal.expect(/› Kokoussarja/);
  terminal.press('Enter');
  await terminal.expect('Uusi kokoussarja');
  await terminal.expectNot('Alkuperäinen aika');
  terminal.type('joka ti klo 9.00');
  await terminal.expect(/18 kertaa: ensimmäinen ti 28\.3\.2023 klo 9\.00/);
  await terminal.expect(/Väliin jää 5: ti 4\.7\. tauko vko 27–31/);
  terminal.press('Ctrl+S');
  await terminal.expect(/Lisätty:/);
  const laidOut = await luotsi(
    here,
    'session',
    'list',
    '--where',
    'group:Tsemppariklubi startsAt=2023-04-04',
  );
  expect(laidOut).toMatchObject([
    { startsAt: '2023-04-04T09:00', state: 'planned', minutes: 30, place: 'Teams' },
  ]);
});
