import { expect, test } from 'vitest';
import { screenNames, tabsOfScreen } from '../../source/screens/navigation.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';
import { consoleHome, live, openConsole } from './console-home.ts';

const sizes = [
  [60, 20],
  [80, 24],
  [120, 36],
  [200, 60],
] as const;
const languages = ['fi_FI.UTF-8', 'en_GB.UTF-8'] as const;
const cases = sizes.flatMap(([columns, rows]) => languages.map((locale) => [columns, rows, locale] as const));

/** The screen as it stands once it has stopped changing. */
async function settled(terminal: Terminal): Promise<string[]> {
  let last = '';
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 120));
    const now = terminal.screen().join('\n');
    if (now === last) return terminal.screen();
    last = now;
  }
}

const raw = /undefined|\[object|NaN|\$\{|\b(list|record|form|palette|toast|prompt)\.[a-z]+/;

/** What is wrong with a screen: rows lost, lines too long, head or footer gone, a message key shown raw. */
function faults(screen: readonly string[], columns: number, rows: number): string[] {
  const long = screen.filter((line) => line.length > columns);
  const checks: [boolean, string][] = [
    [screen.length === rows, 'rows are missing'],
    [/^ Luotsi {2}Digitaidot/.test(screen[0] ?? ''), 'the head is gone'],
    [/1.*2.*3.*4.*5.*6.*7.*8/.test(screen[1] ?? ''), 'the tabs are gone'],
    [/ohje|help|Esc/.test(screen[rows - 1] ?? ''), 'the footer is gone'],
    [!screen.some((line) => raw.test(line)), 'a key or a value is shown raw'],
    [long.length === 0, `too long: ${long.join(' / ')}`],
  ];
  return checks.filter(([holds]) => !holds).map(([, fault]) => fault);
}

test.each(cases)('every screen fits %i × %i in %s', async (columns, rows, locale) => {
  const terminal = openConsole(await consoleHome(), { columns, rows, environment: { LANG: locale } });
  await live(terminal);
  const found: Record<string, string[]> = {};
  const look = async (where: string): Promise<void> => {
    const wrong = faults(await settled(terminal), columns, rows);
    if (wrong.length > 0) found[where] = [...wrong, ...terminal.screen()];
  };
  await look('today');
  for (const [at, screen] of screenNames.entries()) {
    // Today and Reports have no tabs, but a page all the same.
    const count = Math.max(1, tabsOfScreen[screen].length);
    const key = String(at + 1);
    terminal.press(key);
    for (let index = 0; index < count; index += 1) {
      if (index > 0) terminal.press('.');
      await look(`screen ${key}, tab ${index + 1}`);
    }
  }
  terminal.press('K');
  await look('calendar');
  terminal.press('w');
  await look('week');
  terminal.press('Enter');
  await look('day');
  terminal.press('4', 'Enter');
  await look('record');
  terminal.press('i');
  await look('history');
  terminal.press('Esc', 'e');
  await look('form');
  expect(found).toEqual({});
});
