import { expect, test } from 'vitest';
import { consoleHome, live, openConsole, show, type ConsoleHome } from './console-home.ts';
import { runLuotsi } from '../support/run.ts';

async function command({ home, file }: ConsoleHome, ...words: string[]): Promise<Record<string, unknown>> {
  const { stdout, stderr, code } = await runLuotsi([...words, '--file', file, '--json'], { home });
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, unknown>;
}

test('the footer of a risk names what only risks have, at 80 columns too', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('4');
  await terminal.expect(/r arvioi {2}= ennallaan .*! toteutui.*\? ohje/);
});

test('what is sent already offers no x, and says why when it is pressed', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 120, rows: 30 });
  await live(terminal);
  terminal.press('5', '.', '/');
  terminal.type('tila:lähetetty');
  terminal.press('Enter');
  await terminal.expect('/ tila:lähetetty');
  await terminal.expectNot('x tehty');
  terminal.press('x');
  await terminal.expect(/Tämä on jo tehty tai ohi: lähetetty \d+\.\d+\.2023\./);
  terminal.press('/', 'Ctrl+U');
  terminal.type('tila:suunniteltu');
  terminal.press('Enter');
  await terminal.expect('x tehty');
});

test('who has missed three in a row is on Today until x says that they were asked after', async () => {
  const here = await consoleHome();
  const person = await command(here, 'person', 'add', '--name', 'Poissa Oleva');
  const group = await command(
    here,
    'group',
    'add',
    '--title',
    'Kahviklubi',
    '--kind',
    'club',
    '--missedLimit',
    '3',
  );
  const membership = await command(
    here,
    'membership',
    'add',
    '--person',
    String(person['code']),
    '--group',
    String(group['code']),
    '--role',
    'member',
    '--starts',
    '2023-01-01',
  );
  for (const day of ['2023-03-01', '2023-03-08', '2023-03-15']) {
    const session = await command(
      here,
      'session',
      'add',
      '--group',
      String(group['code']),
      '--startsAt',
      `${day}T09:00`,
    );
    await command(here, 'session', 'hold', String(session['code']));
    await command(here, 'session', 'mark', String(session['code']), '--absent', String(person['code']));
  }
  const terminal = openConsole(here, { columns: 120, rows: 36 });
  await live(terminal);
  await terminal.expect(/J-\d+ +Ei ole ollut mukana · Poissa Oleva/);
  terminal.press('G');
  const at = terminal.screen().findIndex((row) => row.includes('Ei ole ollut mukana'));
  expect(at).toBeGreaterThan(0);
  terminal.press('g', 'g');
  const rows = terminal
    .screen()
    .slice(0, at)
    .filter((row) => /^ ?[›]?[▲●○ ]+[A-ZÄÖ]+-/.test(row)).length;
  terminal.press(...Array.from({ length: rows }, () => 'j'));
  await terminal.expect(new RegExp(`›. ${String(membership['code'])}`));
  terminal.press('x');
  await terminal.expect(new RegExp(`Tehty: ${String(membership['code'])}`));
  await terminal.expectNot('Ei ole ollut mukana · Poissa');
  expect(await show(here, String(membership['code']), 'membership')).toMatchObject({
    contacted: '2023-03-22',
  });
  terminal.press('u');
  await terminal.expect('Ei ole ollut mukana · Poissa');
});
