import { expect, test } from 'vitest';
import { screenNames, tabsOfScreen } from '../../source/screens/navigation.ts';
import { consoleHome, live, openConsole } from './console-home.ts';

const sizes = [
  [60, 20],
  [80, 24],
  [120, 36],
  [200, 60],
] as const;
const languages = ['fi_FI.UTF-8', 'en_GB.UTF-8'] as const;
const cases = sizes.flatMap(([columns, rows]) => languages.map((locale) => [columns, rows, locale] as const));

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
  const look = (where: string, screen: readonly string[]): void => {
    const wrong = faults(screen, columns, rows);
    if (wrong.length > 0) found[where] = [...wrong, ...screen];
  };
  const press = async (key: string, where: string): Promise<void> => look(where, await terminal.answer(key));
  look('today', await terminal.settled());
  for (const [at, screen] of screenNames.entries()) {
    const key = String(at + 1);
    // Today is where it begins.
    if (at > 0) await press(key, `screen ${key}`);
    for (let tab = 2; tab <= tabsOfScreen[screen].length; tab += 1)
      await press('.', `screen ${key}, tab ${tab}`);
  }
  await press('K', 'calendar');
  await press('w', 'week');
  await press('Enter', 'day');
  await press('4', 'risks');
  await press('Enter', 'record');
  await press('i', 'history');
  await press('Esc', 'record again');
  await press('e', 'form');
  expect(found).toEqual({});
});
