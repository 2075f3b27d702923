import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { written } from '../support/rows-in.ts';
import { consoleHome, live, openConsole, show } from './console-home.ts';

test('a form says beside the field what is wrong, understands days as typed, and keeps a draft over kill -9', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 120, rows: 36 });
  await live(terminal);
  terminal.press('3', '.', '.', '.');
  await terminal.expect(/Tehtävät \d/);
  terminal.press('n');
  await terminal.expect('Uusi tehtävä');
  terminal.press('Ctrl+S');
  await terminal.expect('Tämä tarvitaan.');
  terminal.type('Varaa sali');
  terminal.press('Tab', 'Tab');
  terminal.type('huomenna');
  await terminal.expect('= to 23.3.2023');
  terminal.press('Ctrl+U');
  terminal.type('31.2.');
  terminal.press('Ctrl+S');
  await terminal.expect(/✗ Määräpäivä/);
  terminal.press('Ctrl+U');
  terminal.type('+1vk');
  await terminal.expect('= ke 29.3.2023');
  await written(here.file, 'SELECT "values" FROM draft', /Varaa sali.*\+1vk/);
  terminal.kill('SIGKILL');
  await terminal.exit();

  const again = openConsole(here, { columns: 120, rows: 36 });
  await again.expect('Viime kerta katkesi; mitään ei ollut muutettu');
  await again.expect('Luonnoksena säilyi: tehtävä (Varaa sali)');
  await live(again);
  again.press('3', '.', '.', '.');
  await again.expect(/Tehtävät \d/);
  again.press('n');
  await again.expect('jatkuu luonnoksesta');
  await again.expect('Varaa sali');
  again.press('Ctrl+S');
  await again.expect('Lisätty: T-');
  await again.expect(/Määräpäivä +ke 29.3.2023/);
  again.press('Esc');
  await again.expect(/Tehtävät \d/);
  again.press('n');
  await again.expect('Uusi tehtävä');
  await again.expectNot('jatkuu luonnoksesta');
});

test('a window made too small says so, keeps what is being written, and shows it again', async () => {
  const terminal = openConsole(await consoleHome(), { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('4', 'n');
  await terminal.expect('Uusi riski');
  terminal.type('Uusi uhka');
  await terminal.expect('Uusi uhka');
  terminal.resize(50, 12);
  await terminal.expect('Luotsi tarvitsee 60 × 20, tässä on 50 × 12.');
  terminal.type('q');
  terminal.resize(80, 24);
  await terminal.expect('Uusi uhka');
  await terminal.expectNot('Uusi uhkaq');
  terminal.resize(140, 40);
  await terminal.expect('Uusi uhka');
  expect(terminal.screen()[0]).toMatch(/Luotsi {2}Digitaidot asiakastyössä.*myöhässä/);
});

test('two windows that change the same field: the second is asked, and nothing is lost', async () => {
  const here = await consoleHome();
  const [one, other] = [openConsole(here), openConsole(here)];
  for (const terminal of [one, other]) {
    await live(terminal);
    terminal.press('4', 'e');
    await terminal.expect('Ctrl+S tallenna');
  }
  one.type(' A');
  one.press('Ctrl+S');
  await one.expect('Muutettu: R-4');
  other.type(' B');
  other.press('Ctrl+S');
  await other.expect('R-4 on sillä välin muuttunut');
  other.press('Esc');
  await other.expect('sitoutuminen B');
  other.press('Ctrl+S');
  await other.expect('(•) oma: Esihenkilöiden sitoutuminen B');
  other.press('Enter');
  await other.expect('Muutettu: R-4');
  expect(await show(here, 'R-4')).toMatchObject({ title: 'Esihenkilöiden sitoutuminen B' });
  other.press('u');
  await other.expect(/Kumottu/);
  expect(await show(here, 'R-4')).toMatchObject({ title: 'Esihenkilöiden sitoutuminen A' });
});

test('a long text is written in the user’s own editor, from its form and from the list, and no key is lost', async () => {
  const here = await consoleHome();
  const editor = path.join(here.home.folder, 'editor.sh');
  writeFileSync(editor, '#!/bin/sh\necho Muokkain\nread answer\necho "rivi: $answer" >> "$1"\n', {
    mode: 0o755,
  });
  const terminal = openConsole(here, { columns: 120, rows: 36, environment: { EDITOR: editor } });
  await live(terminal);
  terminal.press('4', '/');
  terminal.type('esihenkilöiden');
  terminal.press('Enter', 'E');
  await terminal.expect('Mikä teksti · R-4');
  terminal.type('varautuminen');
  terminal.press('Enter');
  // An Enter that comes before the editor has the terminal is another one for it than one that comes after.
  await terminal.expect('Muokkain');
  terminal.type('luettelosta');
  terminal.press('Enter');
  await terminal.expect('Muutettu: R-4');
  expect(String((await show(here, 'R-4'))['handling'])).toMatch(/\nrivi: luettelosta$/);
  terminal.press('j', 'k', 'u');
  await terminal.expect(/Kumottu: muutettu riski R-4/);
  expect(String((await show(here, 'R-4'))['handling'])).not.toMatch(/luettelosta/);
});
