import { expect, test } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, show, type ConsoleHome } from './console-home.ts';

async function list({ home, file }: ConsoleHome, ...words: string[]): Promise<Record<string, unknown>[]> {
  const { stdout } = await runLuotsi([...words, '--file', file, '--json'], { home });
  return JSON.parse(stdout) as Record<string, unknown>[];
}

test('a person and a unit are made out of a candidate’s form, each a step, and the form keeps what was written', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('2', '.', 'n');
  await terminal.expect('Uusi ilmoittautunut');
  terminal.type('syksyn');
  terminal.press('Enter');
  await terminal.expect(/› KI-\d|› RK-\d|› K-\d|› [A-Z]+-\d/);
  terminal.press('Enter', 'Tab');
  terminal.type('Maija Uusi');
  terminal.press('Enter');
  await terminal.expect(/› \+ Maija Uusi +\+ henkilö/);
  terminal.press('Enter');
  await terminal.expect(/Lisätty: H-\d+ Maija Uusi/);
  await terminal.expect(/Henkilö +\* H-\d+ +=  ?Maija Uusi/);
  terminal.press('Tab', 'Tab', 'Tab');
  terminal.type('Uusi osasto 7');
  terminal.press('Enter');
  await terminal.expect(/› \+ Uusi osasto 7/);
  // Tab: in a form of its own, where it gets its service area too.
  terminal.press('Tab');
  await terminal.expect('Uusi yksikkö');
  await terminal.expect(/Nimi +\* Uusi osasto 7|\* Uusi osasto 7/);
  terminal.press('Esc');
  await terminal.expect('Uusi ilmoittautunut');
  await terminal.expect(/› Yksikkö +Uusi osasto 7/);
  await terminal.expect(/Maija Uusi/);
  terminal.press('Ctrl+N');
  await terminal.expect(/Lisätty: Y-\d+ Uusi osasto 7/);
  terminal.press('Ctrl+S');
  await terminal.expect(/Lisätty: IL-\d+/);
  const [candidate] = await list(here, 'candidate', 'list', '--where', 'Maija Uusi');
  expect(await show(here, String(candidate?.['person']), 'person')).toMatchObject({ name: 'Maija Uusi' });
  expect(await show(here, String(candidate?.['unit']), 'unit')).toMatchObject({ name: 'Uusi osasto 7' });
  terminal.press('u');
  await terminal.expect(/Kumottu: .*IL-\d+/);
  terminal.press('u');
  await terminal.expect(/Kumottu: .*Y-\d+/);
  terminal.press('u');
  await terminal.expect(/Kumottu: .*H-\d+/);
  expect(await list(here, 'person', 'list', '--where', 'Maija Uusi')).toEqual([]);
});

test('what takes more than a name is made in a form of its own, which comes back with its code', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 120, rows: 36 });
  await live(terminal);
  terminal.press('3', '.', '.', 'n');
  await terminal.expect('Uusi päätös');
  terminal.type('Jatketaan kerhoa');
  terminal.press('Tab');
  await terminal.expect(/› Tapaaminen/);
  terminal.type('Kerhon aloitus');
  terminal.press('Ctrl+N');
  await terminal.expect('Uusi tapaaminen');
  await terminal.expectNot('gc kalenteri');
  terminal.type('RY-1');
  terminal.press('Tab');
  terminal.type('pe 9.00');
  await terminal.expect('= pe 24.3.2023 klo 9.00');
  terminal.press('Ctrl+S');
  await terminal.expect('Uusi päätös');
  await terminal.expect(/› Tapaaminen +[*]? *OR-\d+ +=/);
  terminal.press('Ctrl+S');
  await terminal.expect(/Lisätty: P-/);
  await terminal.expect('Jatketaan kerhoa');
});

test('Shift and the arrows turn the day of a form’s field over a small month; the arrows alone set none, but turn a day that is asked', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  terminal.press('3', '.', '.', '.', 'n');
  await terminal.expect('Uusi tehtävä');
  terminal.type('Varaa sali');
  terminal.press('Tab', 'Tab');
  await terminal.expect('maaliskuu 2023');
  await terminal.expect('●22');
  terminal.press('PageDown', 'Down');
  await terminal.expect(/› Tila/);
  terminal.press('Up');
  await terminal.expect(/› Määräpäivä/);
  await terminal.expectNot(/= \p{L}{2} \d/u);
  terminal.type('vko 23');
  await terminal.expect('= ma 5.6.2023');
  await terminal.expect(/kesäkuu 2023/);
  terminal.press('Shift+Down', 'Shift+Down', 'Shift+Up', 'PageDown');
  await terminal.expect('= to 6.7.2023');
  await terminal.expect(/heinäkuu 2023[^]*› 6/);
  terminal.press('PageUp', 'PageUp');
  await terminal.expect('= la 6.5.2023');
  terminal.press('Ctrl+U', 'Shift+Down');
  await terminal.expect('= ke 22.3.2023');
  terminal.press('Tab');
  await terminal.expect(/› Tila/);
  await terminal.expectNot('maaliskuu 2023');
  terminal.resize(60, 20);
  terminal.press('Shift+Tab');
  await terminal.expect(/vk 12 +ma 20 +ti 21 ›ke 22/);
  terminal.press('Ctrl+S');
  await terminal.expect('Lisätty: T-');
  terminal.press('d', 'Down', 'Down');
  await terminal.expect('= pe 24.3.2023');
  await terminal.expect('›24');
  terminal.press('Enter');
  await terminal.expect(/Määräpäivä +pe 24.3.2023/);
});

test('many lines are pasted into a long text, and emoji, combining marks and wide letters are edited whole', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('4', 'n');
  await terminal.expect('Uusi riski');
  terminal.type('Käsi 👋🏽, perhe 👩‍👧 ja e\u0301 sekä 漢字X');
  terminal.press('Left', 'Left', 'Backspace');
  terminal.press('Home', 'Right', 'Right', 'Right', 'Right', 'Right', 'Delete');
  await terminal.expect(/Käsi , perhe/);
  terminal.paste('yksi\nrivi');
  await terminal.expect(/Käsi yksi rivi, perhe/);
  for (let field = 0; field < 12 && !/› Varautuminen/.test(terminal.screen().join('\n')); field += 1) {
    await terminal.answer('Tab');
  }
  await terminal.expect('› Varautuminen');
  terminal.paste('ensin\nsitten\n\nlopuksi 漢字');
  await terminal.expect('sitten');
  terminal.press('Ctrl+S');
  await terminal.expect(/Lisätty: R-\d+/);
  const [risk] = await list(here, 'risk', 'list', '--where', 'perhe');
  expect(risk).toMatchObject({
    title: 'Käsi yksi rivi, perhe 👩‍👧 ja e\u0301 sekä 字X'.normalize('NFC'),
    handling: 'ensin\nsitten\n\nlopuksi 漢字',
  });
});
