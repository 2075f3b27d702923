import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, keptSettings, live, openConsole, show } from './console-home.ts';

const name = 'Digitsemppari 03';

describe.each([
  [80, 24],
  [120, 36],
])('At %i × %i', (columns, rows) => {
  test('Somebody is taken out of the file for good: told first, then asked, and the texts that are left are shown', async () => {
    const here = await consoleHome();
    const on = async (...words: string[]) => runLuotsi([...words, '--file', here.file], { home: here.home });
    await on('diary', 'add', '--text', `${name} kertoi klubista`);
    const terminal = openConsole(here, { columns, rows });
    await live(terminal);
    terminal.press('7');
    await terminal.expect('Henkilöt');
    terminal.press('/');
    terminal.type(name.toLowerCase());
    terminal.press('Enter');
    await terminal.expect(/› H-57 +Digitsemppari 03/);
    terminal.press('X');
    await terminal.expect(`H-57 ${name} on sen jälkeen ”anonymisoitu H-57”`);
    await terminal.expect('poistuu: nimi');
    await terminal.expect('Säilytettävä vähintään ma 31.12.2035 saakka');
    // Cancel is chosen: Enter changes nothing.
    terminal.press('Enter');
    await terminal.expectNot('on sen jälkeen');
    expect(await show(here, 'H-57', 'person')).toMatchObject({ name });
    terminal.press('X');
    await terminal.expect('on sen jälkeen');
    terminal.press('Tab', 'Enter');
    await terminal.expect('Tekstit, joissa on nimi: anonymisoitu H-57  1');
    await terminal.expect(/› PK-180 +Merkintä/);
    expect(await show(here, 'H-57', 'person')).toMatchObject({ name: 'anonymisoitu H-57' });
    // The text opens, is put right, and leaves the list; X then clears its history.
    terminal.press('Enter');
    await terminal.expect('kertoi klubista');
    await on('diary', 'set', 'PK-180', '--text', 'Eräs kertoi klubista');
    terminal.press('Esc');
    await terminal.expect('Nimeä ei enää ole missään tekstissä.');
    terminal.press('X');
    await terminal.expect('Nimi on poistettu teksteistä ja niiden historiasta.');
    terminal.press('u');
    await terminal.expect('eikä sitä voi kumota');
    await vi.waitFor(() => expect(keptSettings(here)).not.toContain('semppari 03'), { timeout: 8000 });
    // What was chosen since then is the window's own, and kept with the rest, be it in the last moment.
    terminal.press('4');
    await terminal.expect(/› R-4 /);
    terminal.press('/');
    terminal.type('venyy');
    terminal.press('Enter');
    await terminal.expect(/› R-7 /);
    terminal.press('Ctrl+C');
    await terminal.exit();
    expect(keptSettings(here)).toContain('venyy');
    expect(keptSettings(here)).not.toContain('semppari 03');
    const bytes = readFileSync(here.file).toString('latin1').toLowerCase();
    expect(bytes.includes('semppari 03')).toBe(false);
    expect(JSON.parse((await on('doctor', '--json')).stdout)).toMatchObject({ sound: true });
    const acts = JSON.parse((await on('person', 'anonymised', '--json')).stdout) as { person: string }[];
    expect(acts.map(({ person }) => person)).toEqual([null, 'H-57']);
  });
});

test('What is taken out of the settings with a person does not come back from a window that was open', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('7', '/');
  terminal.type(name.toLowerCase());
  terminal.press('Enter');
  await terminal.expect(/› H-57 +Digitsemppari 03/);
  const kept = (): string => keptSettings(here);
  await expect.poll(kept, { timeout: 20_000 }).toContain('semppari 03');
  await runLuotsi(['person', 'anonymise', 'H-57', '--force', '--yes', '--file', here.file], {
    home: here.home,
  });
  expect(kept()).not.toContain('semppari 03');
  terminal.press('Ctrl+C');
  await terminal.exit();
  expect(kept()).not.toContain('semppari 03');
  expect(kept()).toContain('"tabs"');
});
