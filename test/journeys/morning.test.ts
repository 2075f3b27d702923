import { expect, test } from 'vitest';
import { runLuotsi } from '../support/run.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';
import { consoleHome, live, openConsole, show, type ConsoleHome } from './console-home.ts';

/** Two sign-ups of yesterday, and a meeting held yesterday whose attendance nobody has marked yet. */
async function eveningBefore(here: ConsoleHome): Promise<void> {
  const run = async (...words: string[]): Promise<void> => {
    const { code, stderr } = await runLuotsi([...words, '--file', here.file], { home: here.home });
    expect({ words, code, stderr }).toMatchObject({ code: 0, stderr: '' });
  };
  await run('round', 'add', '--title', 'Kevään haku', '--opens', '1.3.2023', '--closes', '30.4.2023');
  for (const person of ['Ilmoittautunut 20', 'Ilmoittautunut 21'])
    await run('candidate', 'add', '--round', 'Kevään haku', '--person', person, '--signedUp', '21.3.2023');
  await run(
    'session',
    'add',
    '--group',
    'Digitukikeskus-työryhmä',
    '--startsAt',
    '21.3.2023 klo 13',
    '--minutes',
    '60',
  );
}

/** Presses keys and counts them; text is as many keys as it has letters. */
class Hand {
  count = 0;
  private readonly terminal: Terminal;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  press(...keys: string[]): void {
    this.count += keys.length;
    this.terminal.press(...keys);
  }

  write(text: string): void {
    this.press(...text.split(''));
  }
}

/** What was put on the clipboard last, by the terminal's own sequence. */
function copied({ output }: Terminal): string {
  const last = [...output.matchAll(/\u001B\]52;c;([^\u0007]*)\u0007/g)].at(-1);
  return Buffer.from(last?.[1] ?? '', 'base64').toString();
}

test('the morning: sign-ups, the club, yesterday’s attendance, what is late, the next deadline and the diary, in under 40 keys', async () => {
  const here = await consoleHome();
  await eveningBefore(here);
  const terminal = openConsole(here, { columns: 120, rows: 36 });
  await live(terminal);
  const hand = new Hand(terminal);

  // New sign-ups are contacted one by one.
  await terminal.expect(/Ota yhteyttä · Ilmoittautunut 20/);
  hand.press('j', 'j', 'j', 'j', 'j', 'j', 'j');
  await terminal.expect(/^›.*IL-33/m);
  hand.press('>');
  await terminal.expect(/yhteydessä: IL-33/);
  hand.press('>');
  await terminal.expect(/yhteydessä: IL-34/);

  // Today's club: topic and guest beside it, its link on the clipboard.
  await terminal.expect(/^›.*V-3\.4/m);
  hand.press('k', 'k', 'k');
  await terminal.expect(/^›.*TK-15/m);
  await terminal.expect(/Aihe +Teams-vinkit/);
  await terminal.expect(/Vieras +Lähituen asiantuntija/);
  hand.press('c');
  await terminal.expect(/Kopioitu: https:/);
  expect(copied(terminal)).toBe('https://kokous.example/tsemppariklubi');

  // Yesterday's attendance: two were there, one sent an apology, all others were there.
  hand.press('k', 'W');
  await terminal.expect('läsnä 0/10');
  hand.press('Space', 'Space', 'z', '*');
  await terminal.expect('läsnä 9/10');
  hand.press('x');
  await terminal.expect('Kokouksen sulkeminen');
  hand.press('Enter');
  await terminal.expect('Suljettu: DK-12');
  await terminal.expectNot('Kokouksen sulkeminen');
  // The draft of its minutes lies open; back past it.
  await terminal.expect('ICT-palvelupäällikkö');
  hand.press('Esc', 'Esc');

  // What is late: a polite reminder to the first of them.
  await terminal.expect('MYÖHÄSSÄ  3');
  hand.press('Home');
  await terminal.expect(/^›.*T-38/m);
  hand.press('R');
  await terminal.expect(/Kopioitu: Hei!/);
  expect(copied(terminal)).toMatch(/perehdytyslistaan”.*15\.3\.2023/);

  // The next deadline stands in sight without a key, and the diary takes its line.
  await terminal.expect(/V-3\.4 +Uutiskirje henkilöstölle +to 23\.3\./);
  hand.press('b');
  await terminal.expect('Hankepäiväkirja, tänään');
  hand.write('Pilotti ok');
  hand.press('Enter');
  await terminal.expect(/Lisätty: PK-\d+ Pilotti ok/);

  expect(hand.count).toBeLessThan(40);
  expect(await show(here, 'IL-34', 'candidate')).toMatchObject({ stage: 'contacted' });
  expect(await show(here, 'DK-12', 'session')).toMatchObject({ state: 'held', present: 9 });
});
