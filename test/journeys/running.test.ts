import { expect, test } from 'vitest';
import { openProject } from '../../source/services/project/project-file.ts';
import { writeMeta } from '../../source/store/file/meta.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { written } from '../support/rows-in.ts';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, show, type ConsoleHome } from './console-home.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';

/** Counts what the fingers do: each key and each letter. */
class Fingers {
  count = 0;
  readonly terminal: Terminal;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  press(...keys: readonly string[]): void {
    this.count += keys.length;
    this.terminal.press(...keys);
  }

  type(text: string): void {
    this.count += text.length;
    this.terminal.type(text);
  }
}

/** A console says in the file that it is open once its first screen has been drawn. */
const aWindow = 'SELECT count(*) AS windows FROM lease';

/** The file's clock, which stands, is put on. */
function setClock({ file }: ConsoleHome, instant: string): void {
  const { store } = openProject(file, {});
  writeMeta(store, 'clock', instant);
  closeStore(store);
}

test('a club is run from Today to its minutes in under sixty keys, letters and all', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await live(terminal);
  const fingers = new Fingers(terminal);
  fingers.press('j', 'j', 'j');
  await terminal.expect(/›● TK-15/);
  await terminal.expect('V pidä kokous');
  fingers.press('V');
  await terminal.expect('ei aloitettu');
  await terminal.expect(/ ↵ aloita /);
  fingers.press('Enter');
  await terminal.expect('0/30 min · 30 min jäljellä');
  fingers.press('t', 'Space', 'Space', 'z', 'w', '*');
  await terminal.expect('11 jäsentä merkitty läsnä olevaksi');
  fingers.press('+', '+');
  await terminal.expect('läsnä 13/15 · 2 vierasta');
  fingers.press('t', 'n');
  await terminal.expect('mitä sanottiin');
  fingers.type('Sumennus');
  fingers.press('Enter');
  await terminal.expect('Kirjattu');
  fingers.press('a');
  fingers.type('digi 07 linkit pe');
  await terminal.expect('= Linkit · Digitsemppari 07 · pe 24.3.2023');
  fingers.press('Enter');
  await terminal.expect(/T-\d+ Linkit · Digitsemppari 07/);
  fingers.press('x');
  await terminal.expect('Kokouksen sulkeminen');
  await terminal.expect(/↵ sulje kokous +Esc palaa/);
  fingers.press('Enter');
  await terminal.expect('Pöytäkirja: Tsemppariklubi TK-15');
  await terminal.expect('Läsnä 13/15 jäsentä. Muita läsnä 2.');
  expect(fingers.count).toBeLessThan(60);
  expect(await show(here, 'TK-15', 'session')).toMatchObject({
    state: 'held',
    closedOn: '2023-03-22',
    present: 13,
    absent: 2,
    others: 2,
    minutesText: 'Sumennus',
  });
  // Back where it began, and all of it is steps: the last one taken back opens it again.
  terminal.press('q', 'u');
  await terminal.expect('Kumottu: suljettu');
  expect(await show(here, 'TK-15', 'session')).toMatchObject({ state: 'inProgress', closedOn: null });
});

const sizes = [
  [60, 20],
  [120, 36],
] as const;

test.each(sizes)(
  'a steering group session at %i × %i: proposed, decided, promised, put off, closed, reopened',
  async (columns, rows) => {
    const here = await consoleHome();
    const terminal = openConsole(here, { columns, rows });
    await live(terminal);
    terminal.press('3', '/');
    terminal.type('ryhmä:ohjaus tila:suunniteltu');
    terminal.press('Enter');
    await terminal.expect(/› ?OR-6/);
    terminal.press('V');
    await terminal.expect('ei aloitettu');
    terminal.press('p');
    await terminal.expect('Ehdotus esityslistalle');
    await terminal.expect('↵ lisää valitut');
    terminal.press('Enter');
    await terminal.expect('Esityslista täydennetty');
    terminal.press('Enter', 'Enter');
    await terminal.expect(/✓ +1 Kokouksen avaus/);
    await terminal.expect(/›▶ +2 Läsnäolijat/);
    terminal.press('t', '*');
    await terminal.expect(/läsnä 7\/7 · päätösvaltainen \(5\)/);
    terminal.press('z');
    await terminal.expect(/läsnä 6\/7/);
    terminal.press('t', 'd');
    terminal.type('Jatkoaikaa haetaan');
    terminal.press('Enter');
    await terminal.expect('Päätetty: P-');
    terminal.press('a');
    terminal.type('koulutus kokoaa luvut ensi ma');
    await terminal.expect('= Kokoaa luvut · Koulutuspäällikkö · ma 27.3.2023');
    terminal.press('Enter');
    await terminal.expect('Luvattu: T-');
    terminal.press('j', 's');
    await terminal.expect('Siirretty');
    terminal.press('x');
    await terminal.expect('Kokouksen sulkeminen');
    await terminal.expect(/↵ sulje kokous .*väli valitse .*Esc palaa/);
    await terminal.expect(/\[x\] V-1/);
    terminal.press('Enter');
    await terminal.expect(/Suljettu: OR-6 Ohjausryhmä/);
    await terminal.expect('Pöytäkirja: Ohjausryhmä 2/2023');
    terminal.press('q', 'n');
    await terminal.expect('r avaa sen uudelleen');
    terminal.press('r');
    terminal.type('Yksi päätös puuttui');
    terminal.press('Enter');
    await terminal.expect('Avattu uudelleen');
    expect(await show(here, 'OR-6', 'session')).toMatchObject({
      number: '2/2023',
      state: 'held',
      closedOn: null,
      reopenedFor: 'Yksi päätös puuttui',
    });
    const { stdout } = await runLuotsi(
      ['delivery', 'list', '--where', 'evidence:OR-6', '--json', '--file', here.file],
      { home: here.home },
    );
    expect((JSON.parse(stdout) as unknown[]).length).toBeGreaterThan(0);
  },
);

test('killed in the middle, a session goes on where it was: time, item, marks and notes; what is late is told', async () => {
  const here = await consoleHome();
  const first = openConsole(here, { columns: 80, rows: 24 });
  await live(first);
  first.press('j', 'j', 'j', 'V', 'Enter');
  await first.expect('0/30 min');
  first.press('n');
  first.type('Avattiin');
  first.press('Enter');
  await first.expect('Kirjattu');
  first.press('t', 'Space');
  await first.expect('läsnä 1/15');
  await written(here.file, aWindow, /1/);
  first.kill('SIGKILL');
  await first.exit();
  // Twelve minutes later.
  setClock(here, '2023-03-22T05:42:00.000Z');
  const again = openConsole(here, { columns: 80, rows: 24 });
  await again.expect('Viime kerta katkesi: 3 muutosta tallessa, ke 22.3. klo 7.30');
  await live(again);
  again.press('j', 'j', 'j', 'V');
  await again.expect('12/30 min · 18 min jäljellä');
  await again.expect('läsnä 1/15');
  await again.expect('Avattiin');
  again.press('Ctrl+C');
  await again.exit();
  setClock(here, '2023-03-22T06:04:00.000Z');
  const late = openConsole(here, { columns: 60, rows: 20 });
  await live(late);
  late.press('j', 'j', 'j', 'V');
  await late.expect('34/30 min · ▲ 4 min yli');
});

test('what was done while the console was still being drawn counts as a change of a run that was killed', async () => {
  const here = await consoleHome();
  const first = openConsole(here, { columns: 80, rows: 24 });
  // Typed ahead: done before the console has said in the file that it is open.
  first.press('x');
  await first.expect('Tehty: T-38');
  await written(here.file, aWindow, /1/);
  first.kill('SIGKILL');
  await first.exit();
  const again = openConsole(here, { columns: 80, rows: 24 });
  await again.expect('Viime kerta katkesi: 1 muutos tallessa');
});

test('what Today wants of a session is what x marks as done; a seat passes on by one key', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 40 });
  await live(terminal);
  const row = terminal
    .screen()
    .findIndex((line) => line.includes('OR-6') && line.includes('Lähetä liitteet'));
  const rows = terminal
    .screen()
    .slice(0, row)
    .filter((line) => /^ ?[›]?[▲●○ ]+[A-Z]+-/.test(line)).length;
  terminal.press(...Array.from({ length: rows }, () => 'j'));
  await terminal.expect(/›○ OR-6/);
  terminal.press('x');
  await terminal.expect('OR-6');
  await terminal.expectNot(/Lähetä liitteet · Ohjausryhmä/);
  expect(await show(here, 'OR-6', 'session')).toMatchObject({
    state: 'planned',
    attachmentsSent: '2023-03-22',
  });
  terminal.press('7', '.', '.', '/');
  terminal.type('rooli:puheenjohtaja ryhmä:digitaidot');
  terminal.press('Enter', 'J');
  await terminal.expect('Kuka jatkaa');
  terminal.type('digitsemppari 01');
  await terminal.expect(/› H-53/);
  terminal.press('Enter');
  await terminal.expect('Mistä päivästä alkaen?');
  terminal.type('1.4.');
  await terminal.expect('= la 1.4.2023');
  terminal.press('Enter');
  await terminal.expect(/Seuraaja: J-\d+/);
});
