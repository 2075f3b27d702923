import { expect, test } from 'vitest';
import { consoleHome, live, openConsole, show } from './console-home.ts';
import { runLuotsi } from '../support/run.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';

/** What was put on the clipboard last, by the terminal's own sequence. */
function copied({ output }: Terminal): string {
  const last = [...output.matchAll(/\u001B\]52;c;([^\u0007]*)\u0007/g)].at(-1);
  return Buffer.from(last?.[1] ?? '', 'base64').toString();
}

test('y copies the code, Y the record as Markdown, c whom to call; where there is nobody, that is said', async () => {
  const here = await consoleHome();
  await runLuotsi(['risk', 'add', '--title', 'Yksinäinen asia', '--file', here.file], { home: here.home });
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('4', '/');
  terminal.type('esihenkilöiden sitoutuminen');
  terminal.press('Enter');
  await terminal.expect(/› *R-4 /);
  terminal.press('y');
  await terminal.expect('Kopioitu: R-4');
  expect(copied(terminal)).toBe('R-4');
  terminal.press('Y');
  await terminal.expect('Kopioitu: **R-4** Esihenkilöiden sitoutuminen');
  expect(copied(terminal)).toMatch(/^\*\*R-4\*\* Esihenkilöiden sitoutuminen\n\n- /);

  terminal.press('7', '/');
  terminal.type('digitsemppari 03');
  terminal.press('Enter');
  await terminal.expect(/› H-57 /);
  const { email, phone } = await show(here, 'H-57', 'person');
  // There is a phone and an address: one of them is chosen.
  terminal.press('c');
  await terminal.expect(/› .*Puhelin/);
  terminal.press('Enter');
  await terminal.expect(`Kopioitu: ${String(phone)}`);
  expect(copied(terminal)).toBe(phone);
  terminal.press('c', 'Down', 'Enter');
  await terminal.expect(`Kopioitu: ${String(email)}`);
  expect(copied(terminal)).toBe(email);

  const before = copied(terminal);
  terminal.press('4', '/');
  terminal.press('Ctrl+U');
  terminal.type('yksinäinen');
  terminal.press('Enter');
  await terminal.expect(/› *R-12 /);
  terminal.press('c');
  await terminal.expect('Tässä ei ole puhelinta, sähköpostia eikä linkkiä.');
  expect(copied(terminal)).toBe(before);
});

test('R reminds of a meeting with its time, and of a task by its name; no code goes out', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 30 });
  await live(terminal);
  terminal.press('3', '/');
  terminal.type('ryhmä:ohjaus tila:suunniteltu');
  terminal.press('Enter');
  await terminal.expect(/› ?OR-6/);
  terminal.press('R');
  await terminal.expect('Kopioitu: Hei! Muistutus: Ohjausryhmä');
  expect(copied(terminal)).toMatch(
    /^Hei! Muistutus: Ohjausryhmä.*, [a-z]{2} \d+\.\d+\. klo \d+\.\d\d.*\. Tervetuloa!(\n\S+)?$/u,
  );
  expect(copied(terminal)).not.toContain('OR-6');
  terminal.press(':');
  terminal.type('T-39');
  await terminal.expect(/T-39 /);
  terminal.press('Enter');
  terminal.press('R');
  await terminal.expect('Kopioitu: Hei! Muistuttaisin ystävällisesti tehtävästä ”');
  expect(copied(terminal)).not.toContain('T-39');
});
