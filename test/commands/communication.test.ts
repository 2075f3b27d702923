import { expect, test } from 'vitest';
import { makePrivateHome } from '../support/private-home.ts';
import { runLuotsi } from '../support/run.ts';

interface Kept {
  readonly audience: string;
  readonly plan: string | null;
  readonly promised: number;
  readonly kept: number;
  readonly late: number;
  readonly skipped: number;
  readonly sent: number;
  readonly contacts: number;
  readonly publicity: number;
}

interface CalendarRow {
  readonly audience: string;
  readonly plans: readonly string[];
  readonly months: readonly { readonly month: string; readonly sent: number }[];
}

const home = makePrivateHome();

test('The plan of the sample: five audiences from 25.11.2021 on, and the same figures by every way of asking', async () => {
  const path = (await runLuotsi(['sample', '--day', '2023-12-31', '--path'], { home })).stdout.trim();
  const json = async <Result>(...words: string[]): Promise<Result> =>
    JSON.parse((await runLuotsi([...words, '--json', '--file', path], { home })).stdout) as Result;
  expect(await json('plan', 'list', '--as-of', '2021-11-24')).toEqual([]);
  const rows = await json<CalendarRow[]>('plan', 'calendar', '--from', '1.9.2021', '--to', '31.12.2023');
  expect(rows.map(({ audience }) => audience)).toEqual([
    'Ohjausryhmä',
    'Työryhmät',
    'Muu henkilöstö',
    'Muut yhteistyökumppanit',
    'Sidosryhmät ja rahoittaja',
  ]);
  expect(rows[0]?.months.length).toBe(28);
  const kept = (await json<Kept[]>('plan', 'kept')).filter(({ plan }) => plan === null);
  const sent = rows.map(({ months }) => months.reduce((sum, month) => sum + month.sent, 0));
  expect(kept.map((row) => row.sent)).toEqual(sent);
  const listed = await json<unknown[]>('delivery', 'list', '--where', 'state:sent');
  expect(sent.reduce((sum, count) => sum + count, 0)).toBe(listed.length);
  for (const row of kept) expect(row.kept + row.late + row.skipped).toBe(row.promised);
  const counted = await json<{ number: number; kind: string }[]>('contact', 'list');
  const total = (kind: string): number =>
    counted.filter((one) => one.kind === kind).reduce((sum, { number }) => sum + number, 0);
  expect(kept.find(({ audience }) => audience === 'Muut yhteistyökumppanit')).toMatchObject({
    contacts: total('contact'),
    publicity: total('publicity'),
  });
  expect(await json('plan', 'silence', '--days', '10000')).toHaveLength(5);
  const early = await json<Kept[]>('plan', 'kept', '--as-of', '2022-03-22');
  expect(early[0]?.promised).toBeLessThan(kept[0]?.promised ?? 0);
});

test('A span that is the wrong way round is refused', async () => {
  await runLuotsi(['init', '--title', 'Koe', '--start', '2026-01-01', '--end', '2026-12-31'], { home });
  const words = ['plan', 'calendar', '--from', '1.5.2026', '--to', '1.4.2026'];
  expect((await runLuotsi(words, { home })).code).toBe(2);
});

test('One message marked as sent is one in the history, whatever was laid out anew after it', async () => {
  const own = makePrivateHome();
  const run = (...words: string[]) => runLuotsi([...words, '--language', 'fi'], { home: own });
  await run('init', '--title', 'Koe', '--start', '2026-01-01', '--end', '2026-12-31');
  await run('plan', 'add', '--audience', 'Henkilöstö');
  await run('promise', 'add', '--plan', 'V-1', '--rule', '1 kk välein alkaen 1.2.2026', '--means', 'kirje');
  const early = await run('delivery', 'send', 'V-1.1', '--sent', '2.1.2026');
  expect(early.stderr).toBe('');
  expect((await run('delivery', 'list', '--where', 'state:sent', '--json')).stdout).toContain('"V-1.1"');
  const newest = async (): Promise<string> => (await run('history', '--limit', '1')).stdout;
  expect(await newest()).toMatch(/Merkitty lähetetyksi: viestintätoimenpide V-1\.1; samalla \d+ muuta\n$/);
  expect((await run('undo')).stdout).toMatch(
    /^Kumottu: merkitty lähetetyksi: viestintätoimenpide V-1\.1; samalla \d+ muuta\n$/,
  );
  expect(await newest()).toMatch(/Kumottu: merkitty lähetetyksi: viestintätoimenpide V-1\.1; samalla/);
  const steps = JSON.parse((await run('history', '--json', '--limit', '1')).stdout) as { codes: string[] }[];
  expect(steps[0]?.codes).toContain('V-1.2');
  expect((await run('promise', 'list')).stdout).toContain(' 1 kk välein alkaen 1.2.2026');
});

test.each([
  ['delivery add --plan V-1 --title Kirje', 'delivery send V-1.1 --sent 23.11.2126', 'V-1.1'],
  ['action add --title Soitto', 'action done T-1 --doneOn 23.11.2126', 'T-1'],
  ['session add --group RY-1 --startsAt 2126-11-23T09:00', 'session hold RYHMA-1', 'RYHMA-1'],
  ['session add --group RY-1 --startsAt 2126-11-23T09:00', 'session start RYHMA-1', 'RYHMA-1'],
])('What is said to have been done on a coming day is told of: %s', async (added, done, code) => {
  const own = makePrivateHome();
  const run = (words: string) => runLuotsi([...words.split(' '), '--language', 'fi'], { home: own });
  await run('init --title Koe --start 2026-01-01 --end 2130-12-31');
  await run('plan add --audience Henkilöstö');
  await run('group add --title Ryhmä --prefix RYHMA');
  expect(await run(added)).toMatchObject({ code: 0, stderr: '' });
  const { code: exit, stderr } = await run(done);
  expect(exit).toBe(0);
  expect(stderr).toContain(`Tallennettu, mutta päivä on vasta tulossa: ${code}, la 23.11.2126.`);
});

test.each([
  ['plan add --audience Henkilöstö', 'delivery add --plan V-1 --title Kirje', 'delivery send V-1.1', 'sent'],
  ['group add --title Ryhmä --prefix RY', 'action add --title Soitto', 'action done T-1', 'doneOn'],
])(
  'What is sent or done already keeps its day unless another is given, and that is told: %s',
  async (first, added, again, day) => {
    const own = makePrivateHome();
    const run = (words: string) => runLuotsi([...words.split(' '), '--language', 'fi'], { home: own });
    const kept = async (): Promise<unknown> => {
      const words = `${again.split(' ')[0]} show ${again.split(' ').at(-1)} --json`;
      return (JSON.parse((await run(words)).stdout) as Record<string, unknown>)[day];
    };
    await run('init --title Koe --start 2026-01-01 --end 2030-12-31');
    await run(first);
    await run(added);
    expect(await run(`${again} --${day} 2.2.2026`)).toMatchObject({ code: 0, stderr: '' });
    const history = (await run('history')).stdout;
    const second = await run(again);
    expect(second.code).toBe(0);
    expect(second.stderr).toMatch(/ oli jo (lähetetty|tehty), ma 2\.2\.2026: päivä pysyi ennallaan\.\n$/);
    expect((await run('history')).stdout).toBe(history);
    expect(await kept()).toBe('2026-02-02');
    const moved = await run(`${again} --${day} 3.2.2026`);
    expect(moved.code).toBe(0);
    expect(moved.stderr).toMatch(/ oli jo (lähetetty|tehty), ma 2\.2\.2026: päivä vaihdettiin\.\n$/);
    expect(await kept()).toBe('2026-02-03');
    expect((await run(`${again} --${day} 3.2.2026`)).stderr).toBe('');
  },
);
