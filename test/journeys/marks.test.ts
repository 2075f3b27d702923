/** Whatever makes sense for many is done to all that are marked, as one step. */
import { expect, test } from 'vitest';
import { defaultKeys } from '../../source/keys/default-keys.ts';
import { ownActionIds } from '../../source/screens/record/own-action-ids.ts';
import { runLuotsi } from '../support/run.ts';
import { consoleHome, live, openConsole, type ConsoleHome } from './console-home.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';

/** How an action is gone through: keys, what is typed, and what is said when it is done. */
interface Way {
  readonly keys: readonly string[];
  readonly text?: string;
  /** Waited for before Enter. */
  readonly shown?: RegExp;
  /** Pressed before Enter. */
  readonly before?: readonly string[];
  readonly said: RegExp;
}

/** On tasks, five of them marked. */
const many: Readonly<Record<string, Way>> = {
  'record.done': { keys: ['x'], said: /Tehty: 5 tietuetta/ },
  'record.date': { keys: ['d'], text: '12.5.2023', shown: /= pe 12\.5\.2023/, said: /Muutettu: 5 tietuetta/ },
  'record.state': { keys: ['m'], text: 'tehty', shown: /› tehty/, said: /Muutettu: 5 tietuetta/ },
  'record.owner': { keys: ['o'], text: 'Uusi Vastuu', shown: /› Uusi Vastuu/, said: /Muutettu: 5 tietuetta/ },
  'record.link': { keys: ['L'], text: 'R-4', shown: /› R-4 /, said: /Liitetty: 5 tietuetta ja R-4/ },
  'record.tag': {
    keys: ['#'],
    text: 'kevät -syksy',
    shown: /lisätään: kevät · poistetaan: syksy/,
    said: /Tunnisteet: 5 tietuetta/,
  },
  'report.mention': {
    keys: ['B'],
    text: 'tehty: viisi asiaa',
    shown: /viisi asiaa/,
    said: /Raportissa: 5 tietuetta/,
  },
  'record.remove': {
    keys: ['D'],
    shown: /Siirretäänkö roskakoriin\?/,
    before: ['Tab'],
    said: /Siirretty roskakoriin: 5 tietuetta/,
  },
};

/** They are about one record, or ask for what only one has; or they copy and change nothing. */
const single = new Set([
  'record.new',
  'record.newUnder',
  'record.edit',
  'record.editor',
  'record.history',
  'record.restore',
  'record.open',
  'copy.code',
  'copy.markdown',
  'copy.contact',
  'copy.reminder',
]);
const own = new Set<string>(Object.values(ownActionIds).flat());

test('every action of a list is one for many, for one, or for a register of its own', () => {
  const ids = Object.keys(defaultKeys.list).filter((id) =>
    /^(record|risk|session|membership|copy|report|person)\./.test(id),
  );
  expect(ids.filter((id) => !(id in many) && !single.has(id) && !own.has(id))).toEqual([]);
  expect(Object.keys(many).filter((id) => !ids.includes(id))).toEqual([]);
});

async function everything({ home, file }: ConsoleHome): Promise<unknown> {
  const { stdout } = await runLuotsi(['action', 'list', '--json', '--file', file], { home });
  return JSON.parse(stdout);
}

async function goThrough(terminal: Terminal, { keys, text, shown, before = [], said }: Way): Promise<void> {
  terminal.press(...keys);
  if (text !== undefined) terminal.type(text);
  if (shown !== undefined) {
    await terminal.expect(shown);
    terminal.press(...before, 'Enter');
  }
  await terminal.expect(said);
}

test('five marked tasks: each action takes them all, says how many, and is undone as one step', async () => {
  const here = await consoleHome();
  const before = await everything(here);
  const terminal = openConsole(here, { columns: 120, rows: 36 });
  await live(terminal);
  terminal.press('3', '.', '.', '.', '/');
  terminal.type('tila:avoin');
  terminal.press('Enter');
  await terminal.expect('/ tila:avoin');
  for (const [id, way] of Object.entries(many)) {
    terminal.press('Home', 'Space', 'Space', 'Space', 'Space', 'Space');
    await terminal.expect(/5 merkitty/);
    await goThrough(terminal, way);
    await terminal.expectNot(/5 merkitty/);
    // A line of the report is no change of the task.
    if (id !== 'report.mention') expect({ id, now: await everything(here) }).not.toEqual({ id, now: before });
    terminal.press('u');
    await terminal.expect(/Kumottu: /);
    expect({ id, now: await everything(here) }).toEqual({ id, now: before });
  }
}, 60_000);

test('marked people join a group together, in one step; what takes one row at a time says so', async () => {
  const here = await consoleHome();
  const count = async (): Promise<number> => {
    const { stdout } = await runLuotsi(['membership', 'list', '--json', '--file', here.file], here);
    return (JSON.parse(stdout) as unknown[]).length;
  };
  const before = await count();
  const terminal = openConsole(here, { columns: 120, rows: 36 });
  await live(terminal);
  terminal.press('7', '/');
  terminal.type('Ilmoittautunut');
  terminal.press('Enter');
  await terminal.expect('/ Ilmoittautunut');
  terminal.press('Home', 'Space', 'Space', 'Space', 'N');
  await terminal.expect('uusi 3 merkitylle');
  terminal.type('jäsen');
  await terminal.expect(/› Jäsenyys +Ryhmä/);
  terminal.press('Enter');
  await terminal.expect('Jäsenyys: uusi 3 merkitylle');
  terminal.type('tsempparikl');
  await terminal.expect(/› RY-5 /);
  terminal.press('Enter');
  await terminal.expect(/Lisätty: J-\d+, J-\d+, J-\d+/);
  await terminal.expectNot('3 merkitty');
  expect(await count()).toBe(before + 3);
  terminal.press('u');
  await terminal.expect(/Kumottu: /);
  expect(await count()).toBe(before);
  terminal.press('8', '.', '.', '.', '.', 'Space', 'Space', 'N');
  await terminal.expect('yhdelle riville kerrallaan');
});
