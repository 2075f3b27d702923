import { expect, test } from 'vitest';
import { tabsOfScreen, screenNames } from '../../source/screens/navigation.ts';
import { runLuotsi } from '../support/run.ts';
import { makePrivateHome } from '../support/private-home.ts';
import { openTerminal } from '../support/terminal.ts';
import { live } from './console-home.ts';

/** What a screen says below its tabs. */
const bodyOf = (screen: readonly string[]): string => screen.slice(4, -2).join('\n').trim();

test.each(['fi', 'en'])(
  'every screen of an empty project says what belongs there, in %s',
  async (language) => {
    const home = makePrivateHome();
    const environment = { LUOTSI_CLOCK: '2023-03-22' };
    await runLuotsi(['init', '--title', 'Tyhjä'], { home, environment });
    const terminal = openTerminal({ home, arguments: ['--language', language], columns: 80, rows: 24, clock: '2023-03-22' }); // prettier-ignore
    await live(terminal);
    const silent: string[] = [];
    for (const [index, screen] of screenNames.entries()) {
      // Today is where it begins.
      let shown = index === 0 ? await terminal.settled() : await terminal.answer(String(index + 1));
      for (const [nth, tab] of tabsOfScreen[screen].entries()) {
        if (nth > 0) shown = await terminal.answer('.');
        const body = bodyOf(shown);
        const words = body.match(/\p{L}{3,}/gu) ?? [];
        // The project itself, and what has been done, are there from the start.
        if (words.length < 4 && tab.id !== 'history') silent.push(`${screen} ${tab.id}: ${body}`);
        if (
          tab.kind === 'register' &&
          tab.narrowed === undefined &&
          !['project', 'report'].includes(tab.register)
        )
          expect.soft(body, `${screen} ${tab.id}`).toMatch(/näppäin n |n adds|press n|n to add|key n/iu);
      }
    }
    expect(silent).toEqual([]);
  },
  60_000,
);
