import { expect, test, vi } from 'vitest';
import { tabsOfScreen, screenNames } from '../../source/screens/session/navigation.ts';
import { runLuotsi } from '../support/run.ts';
import { makePrivateHome } from '../support/private-home.ts';
import { openTerminal } from '../support/terminal.ts';
import { live } from './console-home.ts';

/** What a screen says below its tabs. */
const bodyOf = (screen: readonly string[]): string => screen.slice(4, -2).join('\n').trim();

/** What is drawn by hand says what belongs there, and by which key or where it comes to be. */
const views: Readonly<Record<string, readonly [fi: RegExp, en: RegExp]>> = {
  funnel: [/näppäimellä n/, /press|key n|with n/i],
  coverage: [/näppäimellä n/, /press|key n|with n/i],
  figures: [/N-näppäimellä/, /\bN\b/],
  riskMatrix: [/Riskejä ei vielä ole: n/, /no risks yet: n on/],
  planCalendar: [/: n lisää/, /: n on the first tab/],
  planFollow: [/: n lisää/, /: n on the first tab/],
  // No heading stands over nothing.
  trash: [/^Roskakori on tyhjä.*D/s, /^The trash is empty.*D/s],
  copies: [/^Varmuuskopioita ei.*n tekee|päivittäinen|suljet/, /^There are no.*n makes|of the day|clos/i],
  reportPreview: [/Tyhjä|ohjausryhmä/i, /Tyhjä|steering/i],
};

test.each(['fi', 'en'])(
  'every screen of an empty project says what belongs there, in %s',
  async (language) => {
    const home = makePrivateHome();
    const environment = { LUOTSI_CLOCK: '2023-03-22' };
    await runLuotsi(['init', '--title', 'Tyhjä'], { home, environment });
    const terminal = openTerminal({
      home,
      arguments: ['--language', language],
      columns: 80,
      rows: 24,
      clock: '2023-03-22',
    });
    await live(terminal);
    await terminal.expect(language === 'fi' ? /ENSIMMÄISET ASKELEET\n +n, ryhmä/ : /FIRST STEPS\n +n, group/);
    // Nothing has been done yet that could be taken back.
    await terminal.expectNot(/u kumoa|u undo/);
    // No two of them say the same; what is told below them comes and goes by itself.
    const turn = async (key: string): Promise<string[]> => {
      const before = bodyOf(terminal.screen());
      terminal.press(key);
      await vi.waitFor(() => expect(bodyOf(terminal.screen())).not.toBe(before), { timeout: 20_000 });
      return terminal.settled();
    };
    const silent: string[] = [];
    const fi = language === 'fi';
    for (const [index, screen] of screenNames.entries()) {
      // Today is where it begins.
      let shown = index === 0 ? await terminal.settled() : await turn(String(index + 1));
      for (const [nth, tab] of tabsOfScreen[screen].entries()) {
        if (nth > 0) shown = await turn('.');
        const body = bodyOf(shown);
        const words = body.match(/\p{L}{3,}/gu) ?? [];
        // The project itself, and what has been done, are there from the start.
        if (words.length < 4 && tab.id !== 'history') silent.push(`${screen} ${tab.id}: ${body}`);
        // A word that is cut says nothing; labels of the heat map and headings of tables stand in columns.
        if (tab.kind === 'view' && tab.id !== 'riskMatrix') expect.soft(body, tab.id).not.toMatch(/…/);
        if (tab.kind === 'view' && tab.id in views)
          expect.soft(body, `${screen} ${tab.id}`).toMatch(views[tab.id]?.[fi ? 0 : 1] ?? /^$/);
        if (
          tab.kind === 'register' &&
          tab.narrowed === undefined &&
          !['project', 'report'].includes(tab.register)
        )
          expect.soft(body, `${screen} ${tab.id}`).toMatch(/näppäin n |n adds|press n|n to add|key n/iu);
      }
    }
    expect(silent).toEqual([]);
    terminal.press('1', '1', 'K');
    await terminal.expect(fi ? 'Ei mitään.' : 'Nothing.');
    terminal.press('Enter');
    await terminal.expect(
      fi ? /ke 22\.3\.2023 · vko 12.*\n\n +Ei mitään\./ : /Wed 22 Mar 2023 · week 12.*\n\n +Nothing\./,
    );
  },
  120_000,
);

test('init asks again what it could not take, and keeps the other answers', async () => {
  const home = makePrivateHome();
  const terminal = openTerminal({ home, arguments: ['init', '--language', 'fi'], columns: 100, rows: 30 });
  const answers = [
    ['Hankkeen nimi:', 'Oma hanke'],
    ['Alkaa:', '31.2.2023'],
    ['31.2.2023 ei ole', '1.3.2023'],
    ['Päättyy:', '1.1.2023'],
    ['olisi ennen kuin', '31.12.2024'],
    ['Organisaatio:', ''],
    ['Rahoittaja:', ''],
  ] as const;
  for (const [asked, answer] of answers) {
    await terminal.expect(asked);
    terminal.type(answer);
    terminal.press('Enter');
  }
  await terminal.expect('on perustettu');
  const { stdout } = await runLuotsi(['project', 'show', '--json'], { home });
  expect(JSON.parse(stdout)).toMatchObject({ title: 'Oma hanke', start: '2023-03-01', end: '2024-12-31' });
});
