/** A window is made larger or smaller in the middle of everything: nothing typed is lost, and every frame is whole. */
import { expect, test } from 'vitest';
import { frameFaults, isDrawnFor, type Size } from '../support/frame-faults.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';
import { consoleHome, live, openConsole } from './console-home.ts';

const size = (columns: number, rows: number): Size => ({ columns, rows });
const turns: readonly (readonly [Size, Size])[] = [
  [size(60, 20), size(120, 36)],
  [size(80, 24), size(60, 20)],
  [size(120, 36), size(80, 24)],
  [size(200, 60), size(60, 20)],
];

interface Scene {
  readonly name: string;
  /** Keys from Today's own page; what is longer than a key is typed. */
  readonly before: readonly string[];
  /** On the screen at either size. */
  readonly shows: RegExp;
  /** Keys once the window has its new size. */
  readonly after: readonly string[];
  readonly ends: RegExp;
}

const scenes: readonly Scene[] = [
  {
    name: 'palette',
    before: [':', 'ohja'],
    shows: /› ohja.*\n[^]*› RY-1 +Ohjausryhmä/,
    after: ['u', 's'],
    ends: /› ohjaus/,
  },
  {
    name: 'filter',
    before: ['4', '/', 'henk'],
    shows: /\/ henk.*1 löytyi[^]*R-3 +Henkilöstöllä/,
    after: ['Backspace'],
    ends: /\/ hen /,
  },
  {
    name: 'form',
    before: ['4', 'Home', 'e', ' nyt'],
    shows: /sitoutuminen nyt/,
    after: ['Backspace'],
    ends: /sitoutuminen ny(?!t)/,
  },
  {
    name: 'marks',
    before: ['4', 'Home', 'Space', 'Space'],
    shows: /✓ ?R-4[^]*✓ ?R-3/,
    after: ['Space'],
    ends: /✓ 3/,
  },
  {
    name: 'help',
    before: ['4', '?', 'merk'],
    shows: /› merk[^]*väli +Merkitse rivi/,
    after: ['i'],
    ends: /› merki/,
  },
  {
    name: 'detail',
    before: ['4', 'Home', 'Enter'],
    shows: /R-4 {2}Esihenkilöiden sitoutuminen[^]*Riskiluku +16/,
    after: ['G'],
    ends: /SWOT-havainnot +1/,
  },
  {
    name: 'calendar',
    before: ['K', 'l'],
    shows: /Maaliskuu 2023[^]*to 23\.3\.2023/,
    after: ['l'],
    ends: /pe 24\.3\.2023/,
  },
  {
    name: 'running a session',
    before: ['1', 'G', 'Home', ...Array.from({ length: 9 }, () => 'j'), 'V', 'j'],
    shows: /OR-6[^]*ei aloitettu[^]*Kokouksen avaus/,
    after: ['t'],
    ends: /LÄSNÄOLO/,
  },
];

async function give(terminal: Terminal, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (/^[a-zåäö ]{2,}$/.test(key)) terminal.type(key);
    else terminal.press(key);
    await terminal.settled(40);
  }
}

/** Turned to a size and at rest: what is wrong with the frame. A busy machine may draw the old one once more. */
async function turned(terminal: Terminal, to: Size): Promise<string[]> {
  terminal.resize(to.columns, to.rows);
  const wrong = (screen: readonly string[]): string[] => [
    ...(isDrawnFor(screen, to) ? [] : ['not drawn for its new size']),
    ...frameFaults(terminal, to, terminal.scrolled),
  ];
  let faults = wrong(await terminal.settled());
  for (let waits = 0; waits < 40 && faults.length > 0; waits += 1)
    faults = wrong(await terminal.settled(100));
  return faults;
}

test.each(turns)(
  'from %o to %o and back, in the middle of everything',
  async (from, to) => {
    const here = await consoleHome();
    const terminal = openConsole(here, { ...from });
    await live(terminal);
    const found: Record<string, string[]> = {};
    for (const { name, before, shows, after, ends } of scenes) {
      await give(terminal, before);
      await terminal.expect(shows);
      const faults = await turned(terminal, to);
      await terminal.expect(shows);
      await give(terminal, after);
      await terminal.expect(ends);
      faults.push(...frameFaults(terminal, to, terminal.scrolled), ...(await turned(terminal, from)));
      await terminal.expect(ends);
      if (faults.length > 0) found[name] = [...faults, ...terminal.screen()];
      // Whatever lies open is closed; marks and drafts are let go.
      await give(terminal, ['Esc', 'Esc', 'Esc', 'Esc', '1', '1', 'Home']);
      await terminal.expect('MYÖHÄSSÄ');
    }
    expect(found).toEqual({});
  },
  120_000,
);
