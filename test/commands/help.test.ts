import { describe, expect, test } from 'vitest';
import { commands } from '../../source/commands/line/dispatch.ts';
import { verbsOf, viewOf } from '../../source/commands/registers/registers.ts';
import { messages } from '../../source/language/index.ts';
import { registers } from '../../source/registers/index.ts';
import { Commands } from './sample-home.ts';

/** Every option of a command or a verb that is no field of a register, with what takes it. */
async function everyOption(): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const [name, load] of Object.entries(commands)) {
    const { options } = await load();
    if (options !== 'fields') found.push(...options.map((option): [string, string] => [name, option]));
  }
  for (const { name } of registers) {
    const view = viewOf(name, []);
    for (const [verb, make] of Object.entries(verbsOf(view))) {
      const { options } = make(view);
      if (options === 'fields') continue;
      const own = options.filter((option) => view.definition.fields[option] === undefined);
      found.push(...own.map((option): [string, string] => [`${name} ${verb}`, option]));
    }
  }
  return found;
}

describe('Help', () => {
  test.each(['fi', 'en'] as const)('has words for every option, in %s', async (language) => {
    const { own } = messages(language).commands.help;
    const all = await everyOption();
    expect(all.length).toBeGreaterThan(60);
    expect(all.filter(([, option]) => !own[option]).map((pair) => pair.join(' --'))).toEqual([]);
    const other = messages(language === 'fi' ? 'en' : 'fi').commands.help.own;
    for (const [, option] of all) expect(own[option]).not.toBe(other[option]);
  });

  test('tells the options of a command, each with its words', async () => {
    const help = new Commands();
    for (const [language, words] of [
      ['fi', 'sama arvo kaikille riveille'],
      ['en', 'the same in all rows'],
    ] as const) {
      const { stdout } = await help.run('import', '--help', '--language', language);
      expect(stdout).toMatch(new RegExp(`--set .*${words}`));
    }
  });
});

describe('help as a word', () => {
  test.each([
    [['help'], ['--help']],
    [['ohje'], ['--help']],
    [
      ['help', 'report'],
      ['report', '--help'],
    ],
    [
      ['help', 'tehtävä'],
      ['tehtävä', '--help'],
    ],
    [
      ['help', 'delivery', 'send'],
      ['delivery', 'send', '--help'],
    ],
  ])('%j does what %j does', async (words, same) => {
    const help = new Commands();
    const told = await help.run(...words);
    expect(told).toEqual(await help.run(...same));
    expect(told).toMatchObject({ code: 0, stderr: '' });
    expect(told.stdout).toContain('luotsi');
  });
});

describe('Finnish words', () => {
  test('mean the commands of every day, their help and the reports', async () => {
    const here = new Commands();
    await here.json('init', '--title', 'Koehanke', '--start', '2022-01-01', '--end', '2023-12-31');
    for (const [finnish, english] of [
      [['tänään'], ['today']],
      [
        ['etsi', 'koe'],
        ['find', 'koe'],
      ],
      [['kalenteri'], ['calendar']],
      [['historia'], ['history']],
      [
        ['raportti', 'rahoittaja'],
        ['report', 'funder'],
      ],
      [
        ['raportti', 'list'],
        ['report', 'list'],
      ],
      [
        ['report', 'Viikkokooste'],
        ['report', 'week'],
      ],
      [
        ['tuo', '--help'],
        ['import', '--help'],
      ],
    ]) {
      const told = await here.run(...(finnish ?? []), '--language', 'fi');
      expect(told.code).toBe(0);
      expect(told).toEqual(await here.run(...(english ?? []), '--language', 'fi'));
    }
  });
});
