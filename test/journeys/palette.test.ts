import { expect, test } from 'vitest';
import { openStore } from '../../source/store/file/open.ts';
import { openTerminal } from '../support/terminal.ts';
import { consoleHome, live, openConsole } from './console-home.ts';

test('the palette shows what was looked at and done last, finds both at once, shows keys, and acts on Enter only', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  // Nothing is filtered here, so that `/` looks up; where a list is filtered, the help tells of it so.
  terminal.press('/');
  terminal.type('esihenkilöiden sit');
  await terminal.expect(/› R-4 +Esihenkilöiden/);
  terminal.press('Esc');
  await terminal.expectNot('Haku ja komennot');
  terminal.press('4', '?');
  terminal.type('haku ja');
  await terminal.expect(/│ › : Ctrl\+P +Etsi tietue/);
  terminal.press('Esc');
  await terminal.expectNot('Etsi tietue');
  terminal.press('Enter');
  await terminal.expect('─ Riskit › R-4');
  terminal.press('q', ':');
  // Before a letter is typed: the record that was looked at last.
  await terminal.expect(/─+ │\n.*│ › R-4 +Esihenkilöiden sitoutuminen/);
  // Of many the first are shown.
  terminal.type('k');
  await terminal.expect(/› k +\d+\+ · tarkenna hakua │/);
  terminal.type('alent');
  await terminal.expect(/› kalent +\d+ │/);
  await terminal.expect(/› › Kalenteri +K │/);
  terminal.press('Enter');
  await terminal.expect('Maaliskuu 2023');
  terminal.press('Esc');
  await terminal.expectNot('Maaliskuu 2023');
  terminal.press(':');
  await terminal.expect(/│ › › Kalenteri +K │/);
  terminal.type('risk');
  await terminal.expect(/› › Riskit +4 │/);
  await terminal.expect(/P-\d+ .*päätös │/);
  terminal.press('Ctrl+U');
  terminal.type('>ris');
  await terminal.expectNot(/päätös │/);
  await terminal.expect(/› Riskit/);
  terminal.press('Ctrl+U');
  terminal.type('esihenkilöiden sit');
  await terminal.expect(/› R-4 +Esihenkilöiden/);
  terminal.press('Tab');
  await terminal.expect(/› R-4 Esihenkilöiden sitoutuminen +\d+ │/);
  terminal.press('Ctrl+W');
  await terminal.expect(/› R-4 Esihenkilöiden +\d+ │/);
  for (const [typed, found] of [
    ['>logo', 'Raporttien logo'],
    ['>paste', 'Tuo taulukko'],
    ['>kieli', 'Language: English'],
    ['uusi ryh', 'Uusi ryhmä'],
  ] as const) {
    terminal.press('Ctrl+U');
    terminal.type(typed);
    await terminal.expect(new RegExp(`─ │\\n.*│ › › ${found}`));
  }
  // Nothing has been done by all this typing.
  terminal.press('Esc');
  await terminal.expectNot('Haku ja komennot');
  await terminal.expect('Riskit 11');
  terminal.press('Ctrl+C');
  await terminal.exit();
  const again = openConsole(here, { columns: 100, rows: 30 });
  await live(again);
  again.press(':');
  await again.expect(/│ › › Kalenteri +K │/);
  await again.expect(/R-4 +Esihenkilöiden sitoutuminen/);
});

test('a search index that turns out damaged is made anew, which is told, and the search goes on', async () => {
  const here = await consoleHome();
  const { database } = openStore(here.file);
  // SQLite guards the index's own tables; the damage stands for a disk that does not.
  database.unsafeMode(true);
  database.exec('DELETE FROM search_data WHERE id > 10');
  database.close();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press(':');
  terminal.type('esihenk');
  await terminal.expect(/R-4 +Esihenkilöiden/);
  terminal.press('Esc');
  await terminal.expectNot('Haku ja komennot');
  await terminal.expect(/Hakuteksti on tehty uudelleen: haku löytää \d+ tietuetta/);
  terminal.press('Ctrl+C');
  await terminal.exit();
});

test('the tour is offered on the sample, opened from the palette, and remembered as seen', async () => {
  const terminal = openTerminal({ arguments: ['sample'], columns: 60, rows: 20 });
  await terminal.expect('viisi askelta');
  terminal.press(':');
  terminal.type('kierros');
  await terminal.expect('Kierros viidessä askeleessa');
  terminal.press('Enter');
  for (const step of [1, 2, 3, 4, 5]) {
    await terminal.expect(`Kierros ${step}/5`);
    await terminal.expect(/^ ↵ seuraava {2}(← edellinen {2})?Esc lopeta/m);
    expect(terminal.screen().join('\n')).not.toMatch(/undefined|│.*….*│/);
    if (step === 3) terminal.resize(80, 24);
    terminal.press('Enter');
  }
  await terminal.expectNot('Kierros 5/5');
  terminal.press('Ctrl+C');
  await terminal.exit();
  const again = openTerminal({ home: terminal.home, arguments: ['sample'], columns: 80, rows: 24 });
  await live(again);
  await again.expectNot('viisi askelta');
});
