import { describe, expect, test } from 'vitest';
import { Commands, onSample } from './sample-home.ts';

type Json = Record<string, unknown>;

describe('The funnel on the command line', () => {
  test('tells of the sample’s round what the facts say, of one round and of all, also as of a day', async () => {
    const whole = await onSample('2023-12-31');
    const round = (await whole.json('round', 'funnel', 'RK-1')) as Json;
    expect(round).toMatchObject({
      round: 'RK-1',
      reached: { interested: 32, contacted: 32, supervisorAgrees: 23, selected: 18, started: 18 },
      now: { started: 18, withdrawn: 6, notSelected: 8, interested: 0 },
      yield: 18 / 32,
      target: 24,
    });
    const counts = (name: string, field: string): number =>
      (round[name] as Json[]).reduce((sum, one) => sum + Number(one[field]), 0);
    expect([
      counts('losses', 'count'),
      counts('sources', 'interested'),
      counts('sources', 'selected'),
    ]).toEqual([14, 32, 18]);
    expect((round['losses'] as Json[]).every(({ reason }) => typeof reason === 'string')).toBe(true);
    const all = (await whole.json('round', 'funnel')) as Json;
    expect(all).toMatchObject({ round: null, reached: round['reached'] });
    expect((all['leavers'] as Json[]).length).toBe(4);
    const then = (await whole.json('round', 'funnel', 'RK-1', '--as-of', '30.3.2022')) as Json;
    expect(then).toMatchObject({ state: 'open', daysLeft: 9, reached: { interested: 17, selected: 0 } });
    const { stdout } = await whole.run('round', 'funnel', 'RK-1', '--language', 'fi');
    expect(stdout).toContain('Saanto 56 %: 18 valittua, 32 kiinnostunutta');
    expect(stdout).toMatch(/esihenkilö puoltaa +23 +72 % +0 +5/);
  });
});

describe('Coverage on the command line', () => {
  test('counts every unit by service area, and follows a reorganisation', async () => {
    const sample = await onSample();
    const now = (await sample.json('unit', 'coverage')) as { total: Json; areas: Json[]; units: Json[] };
    expect(now.total).toEqual({
      units: 24,
      covered: 13,
      champion: 13,
      ending: 0,
      candidate: 0,
      past: 2,
      none: 9,
    });
    expect(now.areas.reduce((sum, area) => sum + Number(area['covered']), 0)).toBe(13);
    const without = (await sample.json('unit', 'coverage', '--uncovered')) as typeof now;
    expect(without.total).toEqual(now.total);
    expect(without.areas).toEqual(now.areas.filter(({ units, covered }) => units !== covered));
    expect(without.units.length).toBe(Number(now.total['units']) - Number(now.total['covered']));
    const told = (await sample.run('unit', 'coverage', '--uncovered')).stdout;
    expect(told).toContain(`${String(now.total['covered'])}/${String(now.total['units'])} katettu`);
    const then = (await sample.json('unit', 'coverage', '--as-of', '31.12.2022')) as { units: Json[] };
    const unit = (name: string, { units }: { units: Json[] }) => units.find((one) => one['name'] === name);
    expect(unit('Päivätoiminta, itä', now)).toBeUndefined();
    expect(unit('Päivätoiminta, itä', then)).toBeDefined();
    // Its champion's term was over before the units were joined: what came in its place has had one all the same.
    expect(unit('Ikääntyneiden päivätoiminta', now)).toMatchObject({ coverage: 'past' });
    const ending = (await onSample('2023-11-10')).json('unit', 'coverage');
    expect(((await ending) as { total: Json }).total).toMatchObject({ units: 24, champion: 0, ending: 12 });
  });

  test('makes a message to the supervisors of those that have nobody', async () => {
    const sample = await onSample();
    const message = (await sample.json('unit', 'coverage', '--message', '--area', 'sairaala')) as Json;
    expect(message).toMatchObject({
      to: 'esihenkilo.kir@sote.example; esihenkilo.kuv@sote.example; esihenkilo.sis@sote.example',
      units: 3,
      addresses: 3,
      withoutAddress: [],
    });
    expect(message['text']).toContain('ei ole juuri nyt omaa digitsempparia:');
    expect(message['text']).toContain('\nDigitsemppari auttaa työkavereita');
    expect(message['text']).toContain('- Kuvantaminen');
    expect(message['subject']).toContain('digitsemppari');
    expect((await sample.run('unit', 'coverage', '--message', '--language', 'en')).stdout).toMatch(
      /^To: esi/,
    );
    expect(await sample.error('unit', 'coverage', '--area', 'Olematon')).toMatchObject({
      exit: 2,
      code: 'no-such-area',
    });
    expect(
      await sample.json('unit', 'list', '--where', 'kattavuus:puuttuu', '--fields', 'name'),
    ).toHaveLength(9);
  });
});

describe('A round from sign-ups to terms', () => {
  test('many are moved as one step, in order and with their days; who starts gets a term', async () => {
    const own = await onSample('2022-04-13');
    const list = async (where: string): Promise<string[]> =>
      ((await own.json('candidate', 'list', '--where', where)) as Json[]).map(({ code }) => String(code));
    const agreed = await list('stage:supervisorAgrees');
    expect(agreed.length).toBeGreaterThan(10);
    const moved = (await own.json(
      'candidate',
      'stage',
      ...agreed,
      'valittu',
      '--day',
      '13.4.2022',
    )) as Json[];
    expect(new Set(moved.map(({ stage }) => stage))).toEqual(new Set(['selected']));
    expect(await own.error('candidate', 'stage', agreed[0] ?? '', 'yhteydessä')).toMatchObject({
      exit: 1,
      code: 'stage-back',
    });
    expect(await own.error('candidate', 'stage', ...agreed, 'aloittanut', '--day', '1.3.2022')).toMatchObject(
      { code: 'stage-early' },
    );
    await own.json('candidate', 'stage', ...agreed, 'next');
    const terms = (await own.json('membership', 'list', '--where', 'role:champion')) as Json[];
    expect(terms).toHaveLength(agreed.length);
    expect(terms[0]).toMatchObject({ group: 'RY-4', starts: '2022-04-13', ends: '2023-08-31' });
    await own.json('undo');
    expect(await own.json('membership', 'list', '--where', 'role:champion')).toEqual([]);
    expect(await list('stage:selected')).toHaveLength(agreed.length);
    const [contacted = ''] = await list('stage:contacted');
    expect(
      await own.json('candidate', 'stage', contacted, 'esihenkilö puoltaa', '--reason', 'sähköposti'),
    ).toMatchObject({ stage: 'supervisorAgrees', consentDay: '2022-04-13', consentSource: 'sähköposti' });
  });

  test('who has left by a slip and starts again the same day keeps the whole term', async () => {
    const own = await onSample('2022-04-13');
    const terms = async () => (await own.json('membership', 'list', '--where', 'role:champion')) as Json[];
    const [code = ''] = (
      (await own.json('candidate', 'list', '--where', 'stage:supervisorAgrees')) as Json[]
    ).map((one) => String(one['code']));
    await own.json('candidate', 'stage', code, 'started');
    const [term] = await terms();
    expect(term).toMatchObject({ starts: '2022-04-13', ends: '2023-08-31' });
    await own.json('candidate', 'stage', code, 'withdrawn', '--reason', 'erehdys');
    expect(await terms()).toMatchObject([{ ends: '2022-04-13', reason: 'erehdys' }]);
    await own.json('candidate', 'stage', code, 'started');
    expect(await terms()).toMatchObject([{ code: term?.['code'], ends: '2023-08-31', reason: null }]);
  });

  test('a loss without a reason is kept, and warned of', async () => {
    const own = await onSample('2022-04-13');
    const { code, stdout, stderr } = await own.run(
      'candidate',
      'stage',
      'IL-1',
      'vetäytynyt',
      '--json',
      '--language',
      'fi',
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ stage: 'withdrawn' });
    expect(JSON.parse(stderr)).toEqual({
      warning: { code: 'no-reason', message: 'Tallennettu, mutta syy puuttuu: IL-1.' },
    });
  });

  test('a term is made longer, to the project’s end or a day; a round is made from an earlier one', async () => {
    const own = await onSample('2023-11-10');
    const terms = (await own.json(
      'membership',
      'list',
      '--where',
      'role:champion ends:2023-12-31',
      '--limit',
      '2',
    )) as Json[];
    const codes = terms.map(({ code }) => String(code));
    const longer = (await own.json('membership', 'extend', ...codes)) as Json[];
    expect(longer.map(({ ends }) => ends)).toEqual(['2024-12-31', '2024-12-31']);
    expect(await own.json('membership', 'extend', codes[0] ?? '', '--to', '30.6.2025')).toMatchObject({
      ends: '2025-06-30',
    });
    expect(await own.error('membership', 'extend', codes[0] ?? '', '--to', '1.1.2024')).toMatchObject({
      code: 'term-shorter',
    });
    expect(await own.json('round', 'copy', 'RK-1')).toMatchObject({
      code: 'RK-2',
      title: 'Digitsempparihaku, kevät 2024',
      opens: '2024-03-20',
      closes: '2024-04-05',
      target: 24,
      channels: ['intra', 'sähköposti esihenkilöille', 'osastotunnit', 'uutiskirje'],
      state: 'planned',
      interested: 0,
    });
    expect(
      await own.json('round', 'copy', 'RK-1', '--opens', '8.1.2024', '--title', 'Täydennyshaku'),
    ).toMatchObject({ title: 'Täydennyshaku', opens: '2024-01-08', closes: '2024-01-24' });
  });
});

describe('A supervisor whose unit came first', () => {
  test('is the unit’s own once one person bears the name, in the same step; two of a name are not guessed', async () => {
    const own = new Commands();
    await own.json('init', '--title', 'Oma hanke', '--start', '1.1.2023', '--end', '31.12.2024');
    for (const [name, supervisor] of [
      ['Neuvola', 'Paula Esi-Mäki'],
      ['Osasto', 'Matti Virta'],
    ] as const)
      expect(await own.json('unit', 'add', '--name', name, '--supervisor', supervisor)).toMatchObject({
        supervisor,
      });
    await own.json('person', 'add', '--name', 'paula esi-mäki', '--email', 'paula@sote.example');
    expect(await own.json('unit', 'show', 'Y-1')).toMatchObject({ supervisor: 'H-1' });
    expect(await own.json('unit', 'coverage')).toMatchObject({
      units: [{ email: 'paula@sote.example' }, { supervisor: 'Matti Virta' }],
    });
    await own.json('undo');
    expect(await own.json('unit', 'show', 'Y-1')).toMatchObject({ supervisor: 'Paula Esi-Mäki' });
    await own.json('person', 'add', '--name', 'Matti Virtanen');
    expect(await own.json('unit', 'show', 'Y-2')).toMatchObject({ supervisor: 'Matti Virta' });
  });

  test('people are found by their surname, and a group by the letters of its sessions', async () => {
    const own = new Commands();
    await own.json('init', '--title', 'Oma hanke', '--start', '1.1.2023', '--end', '31.12.2024');
    await own.json('person', 'add', '--name', 'Matti Määttä');
    await own.json('group', 'add', '--title', 'Tsemppariklubi', '--kind', 'klubi', '--prefix', 'TK');
    expect(await own.json('action', 'add', '--title', 'Luvut', '--owner', 'määttä')).toMatchObject({
      owner: 'H-1',
    });
    expect(await own.json('action', 'add', '--title', 'Kahvit', '--owner', 'Keittiö')).toMatchObject({
      owner: 'Keittiö',
    });
    expect(await own.json('session', 'add', '--group', 'tk', '--startsAt', '2.3.2023 klo 9')).toMatchObject({
      code: 'TK-1',
    });
    expect((await own.run('session', 'mark', 'TK-1', '--present', 'Määttä')).code).toBe(0);
    expect((await own.run('group', 'figures', 'TK', '--language', 'fi')).stdout).toContain('Tsemppariklubi');
    expect(await own.json('project', 'show')).toMatchObject({ title: 'Oma hanke' });
    const out = `${own.home.folder}/all.json`;
    const copy = `${own.home.folder}/copy.luotsi`;
    await own.run('export', '--format', 'json', '--out', out);
    const made = await own.run('import', out, '--file', copy, '--language', 'fi');
    expect(made.stdout).toContain('Muut komennot koskevat edelleen');
    await own.json('project', 'set', 'HANKE-1', '--title', 'Kopio', '--file', copy);
    expect(await own.json('project', 'show')).toMatchObject({ title: 'Oma hanke' });
    expect(await own.error('report', 'minutes')).toMatchObject({ exit: 2, code: 'report-of' });
    expect((await own.run('report', 'minutes', '--language', 'fi')).stderr).toContain(
      'luotsi report minutes OR-1',
    );
  });
});
