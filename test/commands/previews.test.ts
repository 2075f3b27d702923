import { expect, test } from 'vitest';
import { makePrivateHome } from '../support/private-home.ts';
import { runLuotsi } from '../support/run.ts';

const home = makePrivateHome();
const run = async (...words: string[]) => runLuotsi(words, { home });
const json = async <Result>(...words: string[]): Promise<Result> =>
  JSON.parse((await run(...words, '--json')).stdout) as Result;

interface Told {
  readonly from?: string;
  readonly to?: string;
  readonly comes: readonly {
    readonly code: string;
    readonly rule: string;
    readonly after: { readonly day: string };
  }[];
  readonly goes: readonly unknown[];
  readonly step: number | null;
}

test('A rule and the end of the project are told before they are done, and done as they were told', async () => {
  await run('init', '--title', 'Koehanke', '--start', '2026-01-01', '--end', '2099-06-30');
  await run('plan', 'add', '--audience', 'Henkilöstö');
  const rule = ['--plan', 'V-1', '--rule', 'kuukausittain 15. alkaen 1.1.2099', '--title', 'Uutiskirje'];
  const told = await json<Told>('promise', 'add', ...rule, '--preview');
  expect(told.comes).toEqual([]);
  await run('promise', 'add', '--plan', 'V-1', '--rule', 'kerran 15.1.2099');
  expect((await json<unknown[]>('delivery', 'list')).length).toBe(1);
  const end = await json<Told>('project', 'extend', '31.12.2098', '--preview');
  expect(end).toMatchObject({ from: '2099-06-30', to: '2098-12-31', step: null, goes: [] });
  expect(await json<{ end: string }>('project', 'show', 'HANKE-1')).toMatchObject({ end: '2099-06-30' });
  const set = await json<{ end: string }>('project', 'set', '--end', '31.12.2098');
  expect(set.end).toBe('2098-12-31');
  await run('undo');
  const done = await json<Told>('project', 'extend', '31.12.2098');
  expect(done).toMatchObject({ to: '2098-12-31', comes: end.comes });
  expect(done.step).not.toBeNull();
  const { stdout } = await run('undo', '--language', 'en');
  expect(stdout).toContain('Undone: moved the end: project HANKE-1');
});

test.each([
  ['3–2 kk välein', /pienempi luku tulee ensin/],
  ['-5 pv ennen kokousta: OHRY', /vähintään 0/],
  ['kuukausittain 15. ajalla 16.1.–14.2.2099', /väliin ei osu/],
  ['5 pv ennen kokousta: Eiole', /Eiole/],
])('A rule that never fires is refused with a reason: %s', async (rule, reason) => {
  const { code, stderr } = await run('promise', 'add', '--plan', 'V-1', '--rule', rule, '--language', 'fi');
  expect(code).not.toBe(0);
  expect(stderr).toMatch(reason);
});
