import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { makePrivateHome } from '../support/private-home.ts';
import { runLuotsi } from '../support/run.ts';
import { openTerminal } from '../support/terminal.ts';
import { live } from './console-home.ts';

const clock = '2022-03-02T08:00:00Z';

/** A project with a copy of its first day, and a folder of the planner's own. */
async function withCopies() {
  const home = makePrivateHome();
  const own = path.join(home.folder, 'verkkolevy');
  const on = async (day: string, ...words: string[]) =>
    runLuotsi(words, { home, environment: { LUOTSI_CLOCK: `${day}T08:00:00Z` } });
  await on('2022-03-01', 'init', '--title', 'Hanke', '--start', '2022-01-01', '--end', '2023-12-31');
  await on('2022-03-01', 'config', 'backup-folder', own);
  await on('2022-03-01', 'risk', 'add', '--title', 'Eka');
  const reasons = async (): Promise<string[]> => {
    const { stdout } = await on('2022-03-02', 'backup', 'list', '--json');
    return (JSON.parse(stdout) as { reason: string }[]).map(({ reason }) => reason);
  };
  const titles = async (): Promise<string[]> => {
    const { stdout } = await on('2022-03-02', 'risk', 'list', '--json');
    return (JSON.parse(stdout) as { title: string }[]).map(({ title }) => title);
  };
  return { home, own, on, reasons, titles };
}

describe.each([
  [80, 24],
  [120, 36],
])('At %i × %i', (columns, rows) => {
  test('Copies are listed, made, looked over and put back; what was replaced comes back the same way', async () => {
    const { home, on, reasons, titles } = await withCopies();
    await on('2022-03-02', 'risk', 'add', '--title', 'Toka');
    const terminal = openTerminal({ home, columns, rows, clock });
    await live(terminal);
    terminal.press(':');
    terminal.type('varmuuskop');
    await terminal.expect('Varmuuskopiot');
    terminal.press('Enter');
    await terminal.expect(/Varmuuskopiot 2/);
    await terminal.expect(/ke 2\.3\.2022 \d+\.00 +päivittäinen/);
    terminal.press('n');
    await terminal.expect('Varmuuskopio on tehty.');
    await terminal.expect(/› ke 2\.3\.2022 \d+\.00 +pyydetty/);
    terminal.press('Enter');
    await terminal.expect('Tarkista varmuuskopio');
    terminal.press('Enter');
    await terminal.expect(/Varmuuskopio on ehjä, vaiheeseen 3 asti/);
    // To the copy before the second risk; Cancel is chosen, so Enter alone changes nothing.
    terminal.press('j', 'Enter');
    await terminal.expect('Palauta tiedosto tästä');
    terminal.press('Down', 'Enter');
    await terminal.expect('Yksi myöhempi vaihe jää pois.');
    terminal.press('Enter');
    await terminal.expectNot('Yksi myöhempi vaihe jää pois.');
    expect(await titles()).toEqual(['Eka', 'Toka']);
    terminal.press('Enter', 'Down', 'Enter');
    await terminal.expect('Yksi myöhempi vaihe jää pois.');
    terminal.press('Tab', 'Enter');
    await terminal.expect('Tiedosto on palautettu varmuuskopiosta.');
    expect(await titles()).toEqual(['Eka']);
    expect((await reasons())[0]).toBe('replaced');
    // The console has opened again, and works: back to what was replaced.
    terminal.press('8');
    await terminal.expect('Varmuuskopiot');
    terminal.press('Home');
    await terminal.expect(/› .*korvattu/);
    terminal.press('Enter', 'Down', 'Enter');
    await terminal.expect('Palauta varmuuskopio');
    terminal.press('Tab', 'Enter');
    // Restoring waits for those who look at the file: looking again and again would keep it waiting.
    const patience = { timeout: 30_000, interval: 1000 };
    await vi.waitFor(async () => expect(await titles()).toEqual(['Eka', 'Toka']), patience);
    await live(terminal);
    terminal.press('q');
    await terminal.exit();
    expect(await on('2022-03-02', 'doctor')).toMatchObject({ code: 0 });
  });

  test('One that is damaged is told of and not put back; leaving makes a copy only when something was written', async () => {
    const { home, on, reasons } = await withCopies();
    const before = await reasons();
    const terminal = openTerminal({ home, columns, rows, clock });
    await live(terminal);
    terminal.press('b');
    terminal.type('Konsolin rivi');
    terminal.press('Enter');
    await terminal.expect(/PK-1/);
    terminal.press('q');
    await terminal.exit();
    expect(await reasons()).toEqual(['close', 'day', ...before]);
    const again = openTerminal({ home, columns, rows, clock });
    await live(again);
    again.press('q');
    await again.exit();
    expect((await reasons()).length).toBe(before.length + 2);
    const { stdout } = await runLuotsi(['backup', 'list', '--json'], { home });
    const [newest] = JSON.parse(stdout) as { path: string }[];
    writeFileSync(newest?.path ?? '', 'poikki');
    const third = openTerminal({ home, columns, rows, clock });
    await live(third);
    third.press(':');
    third.type('varmuuskop');
    await third.expect('Varmuuskopiot');
    third.press('Enter');
    await third.expect(/konsolia su/);
    third.press('Enter', 'Enter');
    await third.expect(/viallinen|ei ole/);
    third.press('Enter', 'Down', 'Enter');
    await third.expect('Palauta varmuuskopio');
    third.press('Tab', 'Enter');
    await third.expect(/ei ole/);
    expect((await on('2022-03-02', 'diary', 'list')).stdout).toContain('Konsolin rivi');
    third.press('q');
    await third.exit();
  });
});
