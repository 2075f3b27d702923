import { expect, test } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, show } from './console-home.ts';

test('new sign-ups are contacted from Today one by one: > takes each on and the cursor waits on the next', async () => {
  const here = await consoleHome();
  const run = async (...words: string[]) => runLuotsi([...words, '--file', here.file], { home: here.home });
  await run('round', 'add', '--title', 'Syyshaku', '--opens', '1.3.2023', '--closes', '30.4.2023');
  const people = ['Ilmoittautunut 20', 'Ilmoittautunut 21', 'Ilmoittautunut 22'];
  for (const person of people)
    await run('candidate', 'add', '--round', 'Syyshaku', '--person', person, '--signedUp', '21.3.2023');
  const terminal = openConsole(here, { columns: 100, rows: 40 });
  await live(terminal);
  await terminal.expect(/Ota yhteyttä · Ilmoittautunut 20/);
  // Past the three that are late and the three that come before them today.
  terminal.press('j', 'j', 'j', 'j', 'j', 'j');
  for (const code of ['IL-33', 'IL-34', 'IL-35']) {
    await terminal.expect(new RegExp(`^›.*${code}`, 'm'));
    terminal.press('>');
    await terminal.expect(`yhteydessä: ${code}`);
    await terminal.expectNot(new RegExp(`^.. *${code} `, 'm'));
    expect(await show(here, code, 'candidate')).toMatchObject({ stage: 'contacted' });
  }
  terminal.press('u');
  await terminal.expect(/Kumottu: .*IL-35/);
  await terminal.expect(/Ota yhteyttä · Ilmoittautunut 22/);
  expect(await show(here, 'IL-35', 'candidate')).toMatchObject({ stage: 'interested' });
});

test('the palette opens any list or picture by its name', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press(':');
  terminal.type('suppilo');
  await terminal.expect(/› Suppilo +Rekrytointi/);
  terminal.press('Enter');
  await terminal.expect('Saanto 56 %');
  terminal.press('4', 'Enter', ':');
  terminal.type('lämpök');
  await terminal.expect(/› Lämpökartta +Riskit/);
  terminal.press('Enter');
  await terminal.expect(/Todennäköisyys/);
});
