import path from 'node:path';
import { expect, test } from 'vitest';
import { makePrivateHome } from '../support/private-home.ts';
import { runLuotsi } from '../support/run.ts';
import { live, openConsole } from './console-home.ts';
import type { ConsoleHome } from './console-home.ts';

interface Delivery {
  readonly code: string;
  readonly due: string;
  readonly late: string | null;
  readonly state: string;
  readonly evidence: string | null;
}

const clock = { LUOTSI_CLOCK: '2026-01-05T08:00:00Z' };

async function newProject(): Promise<ConsoleHome> {
  const home = makePrivateHome();
  const file = path.join(home.folder, 'hanke.luotsi');
  const run = async (...words: string[]) =>
    runLuotsi([...words, '--file', file], { home, environment: clock });
  await run('init', '--title', 'Digitaidot asiakastyössä', '--start', '1.1.2026', '--end', '31.12.2026');
  await run('plan', 'add', '--audience', 'Henkilöstö', '--goal', 'Hanke tunnetaan');
  await run('group', 'add', '--title', 'Digitsempparit', '--prefix', 'DV');
  await run('person', 'add', '--name', 'Digitsemppari 07');
  await run(
    'membership',
    'add',
    '--group',
    'RY-1',
    '--person',
    'H-1',
    '--starts',
    '1.1.2026',
    '--ends',
    '31.12.2026',
  );
  return { home, file };
}

async function deliveries({ home, file }: ConsoleHome): Promise<Delivery[]> {
  const { stdout } = await runLuotsi(['delivery', 'list', '--json', '--file', file], {
    home,
    environment: clock,
  });
  return JSON.parse(stdout) as Delivery[];
}

test('a year of plan lines laid out after a preview, half done with evidence, and the project extended in one step', async () => {
  const here = await newProject();
  const terminal = openConsole(here, {
    columns: 120,
    rows: 36,
    environment: { ...clock, LANG: 'fi_FI.UTF-8' },
  });
  await live(terminal);
  terminal.press('5', 'N');
  await terminal.expect('Mitä lisätään?');
  terminal.type('viestintälupaus');
  terminal.press('Enter');
  await terminal.expect('Uusi viestintälupaus');
  terminal.type('1–2 kk välein alkaen 10.1.2026');
  terminal.press('Tab', 'Tab');
  terminal.type('Uutiskirje');
  terminal.press('Ctrl+S');
  await terminal.expect('Mikä muuttuisi');
  await terminal.expect(/Uutiskirje · 12 viestiä · 10.1.–10.12.2026/);
  // Cancel is chosen at first: nothing is laid out, and the form is still there.
  terminal.press('Enter');
  await terminal.expect('Uusi viestintälupaus');
  expect(await deliveries(here)).toEqual([]);
  terminal.press('Ctrl+S');
  await terminal.expect('Mikä muuttuisi');
  terminal.press('Tab', 'Enter');
  await terminal.expect(/2026 {2}1○ 2○ 3○ 4○ 5○ 6○ 7○ 8○ 9○ 10○ 11○ 12○|2026 {2}○○○○○○○○○○○○/);
  expect((await deliveries(here)).length).toBe(12);

  terminal.press('.');
  await terminal.expect(/Viestintätoimenpiteet 12/);
  terminal.press('A');
  await terminal.expect('Näyttö · V-1.1');
  terminal.type('https://intra.example/uutiskirje-1');
  terminal.press('Enter');
  await terminal.expect(/Muutettu: V-1.1/);
  for (let count = 0; count < 5; count += 1) terminal.press('Space');
  terminal.press('x');
  await terminal.expect(/V-1.5 +Uutiskirje.*lähetetty/);
  const done = await deliveries(here);
  expect(done.filter(({ state }) => state === 'sent').length).toBe(5);
  expect(done[0]).toMatchObject({ code: 'V-1.1', evidence: 'https://intra.example/uutiskirje-1' });
  // All five were sent on 5.1.: the next is counted from there.
  expect(done.find(({ code }) => code === 'V-1.6')).toMatchObject({ due: '2026-02-05', late: '2026-03-05' });

  terminal.press('.');
  await terminal.expect('✓ lähetetty');
  await terminal.expect(/Henkilöstö .*5✓/);
  terminal.press('Enter');
  await terminal.expect('Henkilöstö · tammikuu 2026');
  await terminal.expect(/✓ V-1.5 Uutiskirje/);
  terminal.press('Esc');
  await terminal.expectNot('Henkilöstö · tammikuu');
  terminal.press('.');
  await terminal.expect('Luvattu ja tehty');

  const before = await deliveries(here);
  terminal.press('8', 'd');
  await terminal.expect('Päättyy · HANKE-1');
  terminal.type('30.6.2027');
  terminal.press('Enter');
  await terminal.expect('Hanke päättyy 31.12.2026 → 30.6.2027');
  await terminal.expect(/Uutiskirje · \d+ viestiä/);
  await terminal.expect(/J-1 Digitsemppari 07, Digitsempparit · to 31.12.2026 → ke 30.6.2027/);
  terminal.press('Tab', 'Enter');
  await terminal.expect(/Päättyy +ke 30.6.2027/);
  expect((await deliveries(here)).length).toBeGreaterThan(before.length);
  expect((await deliveries(here)).at(-1)?.due.slice(0, 7)).toBe('2027-06');
  terminal.press('u');
  await terminal.expect(/Kumottu/);
  expect(await deliveries(here)).toEqual(before);

  // A promise that is removed tells which messages go along and which stay.
  terminal.press('5', ',', ',', ',', 'Enter');
  await terminal.expect(/Viestintälupaukset {2}1/);
  terminal.press('g', 'g', ...Array.from({ length: 9 }, () => 'j'));
  await terminal.expect(/› +1–2 kk välein.*Uutiskirje/);
  terminal.press('Enter');
  await terminal.expect(/Rytmi +1–2 kk välein/);
  terminal.press('D');
  await terminal.expect('Siirretäänkö roskakoriin?');
  await terminal.expect(/Uutiskirje · \d+ viestiä · 5.2.–5.12.2026/);
  await terminal.expect('ne jäävät: V-1.1, V-1.2,');
  terminal.press('Tab', 'Enter');
  await terminal.expect(/Siirretty roskakoriin/);
  expect((await deliveries(here)).map(({ state }) => state)).toEqual(Array.from({ length: 5 }, () => 'sent'));
});
