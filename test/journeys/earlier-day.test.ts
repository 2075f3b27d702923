import { renameSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changesProject } from '../../source/keys/changing.ts';
import { defaultKeys } from '../../source/keys/default-keys.ts';
import { isActionId } from '../../source/keys/actions.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { newestStep } from '../../source/services/project/project.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { runLuotsi } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';
import { consoleHome, keptSettings, live, openConsole, type ConsoleHome } from './console-home.ts';

function stepsOf({ file }: ConsoleHome): number {
  const project = openProject(file, {});
  try {
    return newestStep(project);
  } finally {
    closeStore(project.store);
  }
}

/** Keys of lists, pages and all screens by which the project could be changed. */
const changingKeys = [defaultKeys.list, defaultKeys.detail, defaultKeys.global]
  .flatMap((keys) => Object.entries(keys))
  .filter(([action]) => isActionId(action) && changesProject(action))
  .flatMap(([, keys]) => keys);

test('an earlier day: the whole console as it stood then, on the page that lay open, and back with Esc', async () => {
  const here = await consoleHome();
  await runLuotsi(['risk', 'set', 'R-4', '--title', 'Zirkoni', '--file', here.file], here);
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('4', 'Enter');
  await terminal.expect('─ Riskit › R-4 Zirkoni');
  await terminal.expect(/Riskiluku +16\b/);
  terminal.press('H');
  // Empty is the day most asked for: that of the steering group's last meeting.
  await terminal.expect('Tyhjä: ohjausryhmän viime kokous, ti 17.1.2023');
  terminal.type('22.3.2023');
  await terminal.expect('Vain aiemman päivän tilanteen voi katsoa.');
  terminal.press('Up');
  await terminal.expect(/› 21\.3\.2023/);
  terminal.press('Ctrl+U');
  terminal.type('1.12.2022');
  terminal.press('Enter');
  await terminal.expect(/TILANNE to 1\.12\.2022/);
  await terminal.expect('─ Riskit › R-4 Esihenkilöiden sitoutuminen');
  await terminal.expect(/Riskiluku +12\b/);
  terminal.press('e');
  await terminal.expect('Tämä on tilanne 1.12.2022: sitä voi vain katsella.');
  terminal.press('Esc', '3');
  await terminal.expect(/^› DK-7 +to 8\.12\. 14\.00/m);
  await terminal.expect(/Esc palaa tähän päivään +TILANNE/);
  // What was written since is not found; what it took the place of is.
  terminal.press(':');
  terminal.type('zirkoni');
  await terminal.expect('Mitään ei löytynyt.');
  terminal.press('Ctrl+U');
  terminal.type('sitoutuminen');
  await terminal.expect(/R-4 +Esihenkilöiden sitoutuminen/);
  terminal.press('Esc');
  await terminal.expectNot('Haku ja komennot');
  terminal.press('H');
  terminal.type('1.9.2022');
  terminal.press('Enter');
  await terminal.expect(/TILANNE to 1\.9\.2022/);
  terminal.press('Esc');
  await terminal.expect(/ke 22\.3\.2023 · vko 12/);
  await terminal.expect('Näkyvissä on taas tämä päivä.');
  // The present is as it was left.
  terminal.press('q');
  await terminal.expect(/^›? ?R-4 /m);
  // Before the project began there was nothing, and nobody is told to add to that.
  terminal.press('H');
  terminal.type('1.1.2020');
  terminal.press('Enter');
  await terminal.expect('Silloin täällä ei ollut vielä mitään.');
  terminal.press('6', 'm');
  await terminal.expect(/ tilanne 1\.1\.2020/);
  terminal.press('Esc');
  await terminal.expectNot(/ tilanne 1\.1\.2020/);
  terminal.press('Esc');
  await terminal.expect('Näkyvissä on taas tämä päivä.');
  // Who leaves from there loses nothing of what was kept.
  terminal.press('H');
  terminal.type('1.12.2022');
  terminal.press('Enter');
  await terminal.expect(/TILANNE to 1\.12\.2022/);
  terminal.press('/');
  terminal.type('sitoutuminen');
  terminal.press('Enter', 'F', 'Enter');
  terminal.type('Sitoutus');
  terminal.press('Enter');
  await terminal.expect(/Riskit.* Sitoutus/);
  terminal.press('Ctrl+C');
  expect(await terminal.exitCode()).toBe(0);
  expect(keptSettings(here)).toContain('Sitoutus');
});

test('to an earlier day no key does anything, on any screen, and the file stays as it was', async () => {
  const here = await consoleHome();
  const before = stepsOf(here);
  const terminal = openTerminal({
    home: here.home,
    arguments: ['--file', here.file, '--as-of', '1.12.2022'],
    columns: 120,
    rows: 36,
  });
  await terminal.expect(/TILANNE to 1\.12\.2022/);
  await live(terminal);
  expect(changingKeys.length).toBeGreaterThan(25);
  for (const screen of ['1', '2', '3', '4', '5', '7', '8']) {
    terminal.press(screen);
    for (const key of changingKeys) terminal.press(key);
    terminal.press('Enter');
    for (const key of changingKeys) terminal.press(key);
    await terminal.expect('Tämä on tilanne 1.12.2022: sitä voi vain katsella.');
    // Help opens when all keys before it have been heard, and where none of them has opened what takes letters.
    await live(terminal);
    const drawn = terminal.screen().join('\n');
    expect(drawn).toMatch(/TILANNE to 1\.12\.2022/);
    expect(drawn).not.toMatch(/[╭╰]/);
  }
  terminal.press('Ctrl+C');
  expect(await terminal.exitCode()).toBe(0);
  expect(stepsOf(here)).toBe(before);
}, 60_000);

test('what another window does stays out of an earlier day, but for a name that is to be gone', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('H');
  terminal.type('1.12.2022');
  terminal.press('Enter');
  await terminal.expect(/TILANNE to 1\.12\.2022/);
  await runLuotsi(['risk', 'set', 'R-4', '--title', 'Zirkoni', '--file', here.file], here);
  terminal.press('4');
  await terminal.expect(/R-4 +Esihenkilöiden sitoutuminen/);
  await runLuotsi(['person', 'anonymise', 'H-53', '--yes', '--force', '--file', here.file], here);
  await terminal.expect('Joku anonymisoitiin toisessa ikkunassa');
  await terminal.expect(/ke 22\.3\.2023 · vko 12/);
  terminal.press('4');
  await terminal.expect(/R-4 +Zirkoni/);
});

test('where the file is no longer at its path no earlier day of another is shown, and the console goes on', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  renameSync(here.file, `${here.file}.moved`);
  for (const day of ['1.12.2022', '1.11.2022']) {
    terminal.press('H');
    await terminal.expect('Tilanne päivänä');
    terminal.type(day);
    terminal.press('Enter');
    // Told over as many rows as the path needs.
    await terminal.expect('siirretty');
    terminal.press('4');
    await terminal.expect(/R-4 +Esihenkilöiden sitoutuminen/);
    expect(terminal.screen().join('\n')).not.toContain('TILANNE');
    const { file } = await consoleHome();
    if (day === '1.12.2022') renameSync(file, here.file);
  }
  terminal.press('Ctrl+C');
  expect(await terminal.exitCode()).toBe(0);
});

test('the console on a day that is none, or on one to come, is refused before anything is drawn', async () => {
  const here = await consoleHome();
  for (const [day, said, ends] of [
    ['kissa', /ei ole päivä/, 1],
    ['1.1.2030', /on tiedoston oman päivän/, 2],
  ] as const) {
    const terminal = openTerminal({ home: here.home, arguments: ['--file', here.file, '--as-of', day] });
    await terminal.expect(said);
    expect(await terminal.exitCode()).toBe(ends);
  }
  const { stdout } = await runLuotsi(['today', '--file', here.file, '--as-of', '1.12.2022'], here);
  expect(stdout).toContain('T-23');
});
