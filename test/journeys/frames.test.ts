import { expect, test } from 'vitest';
import { screenNames, tabsOfScreen } from '../../source/screens/session/navigation.ts';
import { standingFaults } from '../support/frame-faults.ts';
import { consoleHome, live, openConsole } from './console-home.ts';

const sizes = [
  [60, 20],
  [80, 24],
  [120, 36],
  [200, 60],
] as const;
const languages = ['fi_FI.UTF-8', 'en_GB.UTF-8'] as const;
const cases = sizes.flatMap(([columns, rows]) => languages.map((locale) => [columns, rows, locale] as const));

test.each(cases)('every screen fits %i × %i in %s', async (columns, rows, locale) => {
  const terminal = openConsole(await consoleHome(), { columns, rows, environment: { LANG: locale } });
  await live(terminal);
  const found: Record<string, string[]> = {};
  const look = (where: string, screen: readonly string[]): void => {
    const wrong = standingFaults(screen, { columns, rows }, 'nothing');
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
