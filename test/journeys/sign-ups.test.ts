import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
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

test('who is to be contacted is reached from the row itself: phone and e-mail of the sign-up and of the supervisor', async () => {
  const here = await consoleHome();
  const run = async (...words: string[]) => runLuotsi([...words, '--file', here.file], { home: here.home });
  await run('round', 'add', '--title', 'Syyshaku', '--opens', '1.3.2023', '--closes', '30.4.2023');
  await run(
    'person',
    'add',
    '--name',
    'Paula Esihenkilö',
    '--phone',
    '040 111',
    '--email',
    'paula@sote.example',
  );
  await run('unit', 'add', '--name', 'Päivystys', '--supervisor', 'Paula Esihenkilö');
  await run('person', 'add', '--name', 'Sari Uusi', '--phone', '040 222', '--email', 'sari@sote.example');
  await run(
    'candidate',
    'add',
    '--round',
    'Syyshaku',
    '--person',
    'Sari Uusi',
    '--unit',
    'Päivystys',
    '--signedUp',
    '1.3.2023',
  );
  const terminal = openConsole(here, { columns: 120, rows: 40 });
  await live(terminal);
  await terminal.expect(/^›.*Ota yhteyttä · Sari Uusi/m);
  for (const told of ['040 222', 'sari@sote.example', 'Paula Esihenkilö', '040 111', 'paula@sote.example'])
    await terminal.expect(told);
  terminal.press('c');
  await terminal.expect(/040 222 +Henkilö: Sari Uusi/);
  await terminal.expect(/paula@sote.example +Esihenkilö: Paula Esihenkilö/);
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

test('O opens an attachment with the opener of the system, asked first', async () => {
  const here = await consoleHome();
  const opened = path.join(here.home.folder, 'opened.txt');
  const tools = path.join(here.home.folder, 'tools');
  mkdirSync(tools);
  for (const name of ['xdg-open', 'open'])
    writeFileSync(path.join(tools, name), `#!/bin/sh\nprintf '%s|' "$#" "$@" > '${opened}'\n`, {
      mode: 0o755,
    });
  const address = 'https://sote.example/ohje?a=1&b=$(id)';
  await runLuotsi(['risk', 'set', 'R-4', '--attachments', address, '--file', here.file], { home: here.home });
  const searched = `${tools}${path.delimiter}${process.env['PATH'] ?? ''}`;
  const terminal = openConsole(here, { columns: 100, rows: 30, environment: { PATH: searched } });
  await live(terminal);
  terminal.press('4', 'O');
  await terminal.expect('Avataanko tämä?');
  await terminal.expect(address);
  terminal.press('Enter');
  await terminal.expectNot('Avataanko tämä?');
  expect(existsSync(opened)).toBe(false);
  terminal.press('O', 'Tab', 'Enter');
  await terminal.expect(`Avattu: ${address}`);
  await expect.poll(() => existsSync(opened) && readFileSync(opened, 'utf8')).toBe(`1|${address}|`);
  terminal.press('j', 'O');
  await terminal.expect('Tässä ei ole avattavaa linkkiä eikä liitettä');
});
