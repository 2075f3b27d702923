import { openTerminal } from '../support/terminal.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { allFields } from '../../source/services/reading/outward.ts';
import { registers } from '../../source/registers/index.ts';
import { runLuotsi } from '../support/run.ts';
import { onSample, type Commands } from './sample-home.ts';

type Json = Record<string, unknown>;
let commands: Commands;
beforeAll(async () => {
  commands = await onSample();
});

describe('What scripts read', () => {
  test.each(registers.map(({ name }) => name))(
    '%s list: codes, declared names, tags and notes',
    async (name) => {
      const records = (await commands.json(name, 'list', '--limit', '3')) as Json[];
      const definition = registers.find((one) => one.name === name);
      const names = Object.keys(definition === undefined ? {} : allFields(definition));
      for (const record of records) {
        expect(Object.keys(record)).toEqual(
          expect.arrayContaining(['code', 'uid', 'tags', 'notes', ...names]),
        );
        expect(record['tags']).toBeInstanceOf(Array);
        expect(JSON.stringify(record)).not.toMatch(/removedStep|"version"/);
      }
    },
  );

  test('show is one object, with references as codes, choices in English and times without a zone', async () => {
    expect(await commands.json('riski', 'show', 'r4')).toMatchObject({
      code: 'R-4',
      owner: 'hankesuunnittelija',
      level: 'high',
      score: 16,
      objectives: ['TA-1', 'TA-2'],
      closingReason: null,
    });
    const [session] = (await commands.json(
      'session',
      'list',
      '--where',
      'state:planned',
      '--limit',
      '1',
    )) as Json[];
    expect(session?.['startsAt']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
    expect(session?.['group']).toMatch(/^RY-\d+$/);
  });

  test('today and find are arrays', async () => {
    const today = (await commands.json('today')) as Json[];
    expect(today.map(({ code }) => code)).toContain('R-4');
    expect(today.find(({ code }) => code === 'TK-15')).toMatchObject({ time: '09:00', minutes: 30 });
    expect(today[0]).toEqual({
      day: expect.stringMatching(/^2023-/) as string,
      time: null,
      minutes: null,
      until: null,
      kind: expect.any(String) as string,
      register: expect.any(String) as string,
      code: expect.any(String) as string,
      heading: expect.any(String) as string,
    });
    const found = (await commands.json('find', 'esihenkilöiden', 'sitoutumista')) as Json[];
    expect(found.map(({ code }) => code)).toContain('R-4');
    expect(found.find(({ code }) => code === 'R-4')).toMatchObject({ excerpt: null });
  });

  test('find tells beside the table how many more there are, and scripts nothing', async () => {
    const all = (await commands.json('find', 'työpaja', '--limit', '100')) as Json[];
    expect(all.length).toBeLessThan(100);
    const few = await commands.run('find', 'työpaja', '--limit', '3');
    expect(few.stderr).toBe(
      `Ensimmäiset 3; löytyi ${all.length}. Lisäsana tarkentaa hakua, --limit ${all.length} näyttää kaikki.\n`,
    );
    expect((await commands.run('find', 'työpaja', '--limit', String(all.length))).stderr).toBe('');
    expect((await commands.run('find', 'k')).stderr).toContain('Ensimmäiset 20; löytyi yli 100.');
    expect((await commands.run('find', 'k', '--json')).stderr).toBe('');
  });

  test('find shows the text that holds the words where the heading does not', async () => {
    const text = 'Kuhmo\nPäälliköt pyysivät lisää työpajoja\u001B[31m keväälle.';
    await commands.json('diary', 'add', '--text', text, '--day', '2023-03-01');
    const found = (await commands.json('find', 'työpaja', 'päälliköiden')) as Json[];
    expect(found.map(({ heading, excerpt }) => [heading, excerpt])).toEqual([
      ['Kuhmo', expect.stringMatching(/^Päälliköt pyysivät lisää/) as string],
    ]);
    const plain = await commands.run('find', 'työpaja', 'päälliköiden');
    expect(plain.stdout).toMatch(/^PK-\d+ +Kuhmo · «Päälliköt» pyysivät lisää/m);
    expect(plain.stdout).not.toContain('\u001B');
    const terminal = openTerminal({ home: commands.home, arguments: ['find', 'työpaja', 'päälliköiden'] });
    expect(await terminal.exitCode()).toBe(0);
    expect(terminal.output).toContain('Kuhmo · \u001B[1mPäälliköt\u001B[22m pyysivät');
  });

  test('A filter that begins with a dash, a sort and chosen fields', async () => {
    const risks = await commands.json(
      'risk',
      'list',
      '--where',
      '-state:closed level>=high',
      '--sort',
      '-score',
      '--fields',
      'code,score',
    );
    expect(risks).toEqual(expect.arrayContaining([{ code: 'R-4', score: 16 }]));
    expect((risks as Json[]).every(({ score }) => Number(score) >= 12)).toBe(true);
  });

  test('A measure is an action that comes from a risk', async () => {
    const measures = (await commands.json('measure', 'list')) as Json[];
    expect(measures.length).toBeGreaterThan(0);
    expect(measures.every(({ source }) => /^R-\d+$/.test(String(source)))).toBe(true);
    expect(await commands.error('measure', 'add', '--title', 'x')).toMatchObject({
      exit: 2,
      code: 'missing-field',
    });
    expect(
      await commands.json('measure', 'add', '--title', 'Sovi sijaisesta', '--source', 'R-4'),
    ).toMatchObject({
      title: 'Sovi sijaisesta',
      source: 'R-4',
    });
  });
});

describe('The rounds of the sample', () => {
  test('at its end 32 interested and 18 selected, fewer as of an earlier day, and the same in a shorter sample', async () => {
    const whole = await onSample('2023-12-31');
    const round = (await whole.json('round', 'show', 'RK-1')) as Json;
    expect(round).toMatchObject({ interested: 32, selected: 18 });
    const then = (await whole.json('round', 'show', 'RK-1', '--as-of', '30.3.2022')) as Json;
    expect(Number(then['interested'])).toBeLessThan(32);
    const short = (await (await onSample('2022-03-30')).json('round', 'show', 'RK-1')) as Json;
    const figures = ({ interested, selected, state }: Json): Json => ({ interested, selected, state });
    expect(figures(short)).toEqual(figures(then));
  });
});

describe('What changes the project', () => {
  test('add, set, undo, redo and remove', async () => {
    const own = await onSample();
    const added = (await own.json(
      'risk',
      'add',
      '--title',
      'Avainhenkilö vaihtuu',
      '--probability',
      '3',
      '--impact',
      '4',
      '--identified',
      'eilen',
    )) as Json;
    expect(added).toMatchObject({ score: 12, level: 'high', identified: '2023-03-21', state: 'open' });
    const code = String(added['code']);
    expect(
      await own.json('risk', 'set', code, '--Omistaja', 'Hanna', '--tags', 'a', '--tags', 'b'),
    ).toMatchObject({
      owner: 'Hanna',
      tags: ['a', 'b'],
    });
    expect(await own.json('undo')).toEqual({
      step: expect.any(Number) as number,
      label: expect.stringContaining(code) as string,
      codes: [code],
    });
    expect(await own.json('risk', 'show', code)).toMatchObject({ owner: null });
    await own.json('redo');
    expect(await own.json('risk', 'show', code)).toMatchObject({ owner: 'Hanna' });
    await own.json('risk', 'remove', code);
    expect(await own.json('risk', 'list', '--where', `code:${code}`)).toEqual([]);
    const history = (await own.json('history', code)) as Json[];
    expect(history.map(({ kind }) => kind)).toEqual(['user', 'redo', 'undo', 'user', 'user']);
  });

  test('verbs of their own', async () => {
    const own = await onSample();
    expect(await own.json('risk', 'assess', 'R-4', '--impact', '5', '--reason', 'Uusi tieto')).toMatchObject({
      probability: 4,
      impact: 5,
      score: 20,
      assessed: '2023-03-22',
    });
    const [latest] = (await own.json('risk', 'history', 'R-4')) as Json[];
    expect(latest).toMatchObject({ label: 'Assessed risk R-4', codes: ['R-4'] });
    expect(await own.json('action', 'done', 'T-45')).toMatchObject({ state: 'done', doneOn: '2023-03-22' });
    expect(await own.json('delivery', 'send', 'V-3.4', '--reach', '300')).toMatchObject({
      state: 'sent',
      sent: '2023-03-22',
      reach: 300,
    });
    expect(await own.json('delivery', 'skip', 'V-1.14', '--reason', 'Siirtyi')).toMatchObject({
      state: 'skipped',
      reason: 'Siirtyi',
    });
    expect(
      await own.json('session', 'move', 'TK-15', '23.3.2023 klo 9.00', '--reason', 'Sairaus'),
    ).toMatchObject({ state: 'moved', startsAt: '2023-03-23T09:00' });
    expect(await own.json('session', 'hold', 'TK-15', '--others', '2')).toMatchObject({
      state: 'held',
      others: 2,
    });
    expect(await own.json('session', 'cancel', 'OR-6', '--reason', 'Ei asioita')).toMatchObject({
      state: 'cancelled',
    });
    const [candidate] = (await own.json('candidate', 'list', '--limit', '1')) as Json[];
    expect(
      await own.json('candidate', 'stage', String(candidate?.['code']), 'vetäytynyt', '--reason', 'Muutto'),
    ).toMatchObject({ stage: 'withdrawn', reason: 'Muutto' });
  });

  test('one line of plain words', async () => {
    const own = await onSample();
    expect(await own.json('add', 'soita Pekalle pe')).toMatchObject({
      title: 'soita Pekalle',
      due: '2023-03-24',
      state: 'open',
    });
    expect(await own.json('add', 'riski: avainhenkilö vaihtuu')).toMatchObject({
      title: 'avainhenkilö vaihtuu',
      code: expect.stringMatching(/^R-/) as string,
    });
  });

  test('a new project, and nothing in place of one that is there', async () => {
    const own = await onSample();
    const file = path.join(own.home.folder, 'uusi.luotsi');
    expect(
      await own.json('init', '--file', file, '--title', 'Uusi hanke', '--start', '1.1.2024'),
    ).toMatchObject({ title: 'Uusi hanke', start: '2024-01-01' });
    const before = readFileSync(file);
    expect(await own.error('init', '--file', file, '--title', 'Toinen')).toMatchObject({
      exit: 1,
      code: 'file-exists',
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await own.json('risk', 'list')).toEqual([]);
  });
});

describe('For people', () => {
  test('a table in their language, an empty one that says what to do, and today without a command', async () => {
    const { stdout } = await commands.run('riski', 'list', '--language', 'fi');
    expect(stdout).toMatch(/^Koodi +Riski/);
    expect(stdout).toContain('korkea');
    expect((await commands.run('risk', 'list', '--where', 'olematonsana')).stdout).toContain(
      'luotsi risk list',
    );
    expect((await commands.run()).stdout).toContain('MYÖHÄSSÄ');
    expect((await commands.run('--language', 'en')).stdout).toContain('LATE');
  });

  test('lines are no longer than the terminal, and escapes in data never reach it', async () => {
    const own = await onSample();
    await own.json('risk', 'add', '--title', 'paha \u001b[31mpunainen\u001b]0;otsikko\u0007 loppu');
    const { stdout } = await runLuotsi(['risk', 'list'], { home: own.home, environment: { COLUMNS: '60' } });
    expect(stdout).not.toContain('\u001b');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
  });

  test.each(registers.filter(({ code }) => code !== undefined).map(({ name }) => name))(
    'help of %s names its fields, in both languages',
    async (name) => {
      const definition = registers.find((one) => one.name === name);
      for (const language of ['fi', 'en'] as const) {
        const { code, stdout } = await commands.run(name, '--help', '--language', language);
        expect(code).toBe(0);
        for (const [field, { label }] of Object.entries(definition?.fields ?? {})) {
          expect(stdout).toContain(`--${field}`);
          expect(stdout).toContain(label[language]);
        }
      }
    },
  );

  test('help of everything', async () => {
    const { stdout } = await commands.run('--help', '--language', 'en');
    for (const word of ['today', 'import', 'risk', '--as-of', 'undo']) expect(stdout).toContain(word);
  });
});
