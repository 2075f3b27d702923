import { beforeAll, describe, expect, test } from 'vitest';
import { Commands, onSample } from './sample-home.ts';

interface Matrix {
  readonly day: string;
  readonly since: string | null;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly cells: readonly {
    readonly probability: number;
    readonly impact: number;
    readonly level: string;
    readonly count: number;
    readonly risks: readonly string[];
  }[];
  readonly unassessed: readonly string[];
  readonly moved: readonly unknown[];
  readonly added: readonly string[];
}

const filled = ({ cells }: Matrix) =>
  cells
    .filter(({ count }) => count > 0)
    .map(({ probability, impact, level, risks }) => [probability, impact, level, ...risks]);

describe('The sample’s risks', () => {
  let sample: Commands;
  beforeAll(async () => {
    sample = await onSample();
  });
  const matrix = async (...words: string[]): Promise<Matrix> =>
    (await sample.json('risk', 'matrix', ...words)) as Matrix;

  test('stand on the matrix as they were judged, with what has moved since the steering group met', async () => {
    const now = await matrix();
    expect(now).toMatchObject({
      day: '2023-03-22',
      since: '2023-01-17',
      thresholds: { moderate: 5, high: 12, veryHigh: 20 },
      unassessed: ['R-11'],
      added: ['R-10'],
    });
    expect(now.cells).toHaveLength(25);
    expect(filled(now)).toEqual([
      [1, 4, 'low', 'R-7'],
      [2, 3, 'moderate', 'R-8'],
      [3, 3, 'moderate', 'R-5', 'R-6', 'R-9'],
      [3, 4, 'high', 'R-10'],
      [4, 3, 'high', 'R-3'],
      [4, 4, 'high', 'R-4'],
    ]);
    expect(now.moved).toContainEqual({
      code: 'R-4',
      from: { probability: 3, impact: 4 },
      to: { probability: 4, impact: 4 },
      movement: 4,
    });
  });

  test('stood otherwise on an earlier day, and are compared with any day', async () => {
    const then = await matrix('--as-of', '2022-10-01', '--since', '2022-01-31');
    expect(then).toMatchObject({ day: '2022-10-01', since: '2022-01-31' });
    expect(filled(then)).toContainEqual([5, 4, 'veryHigh', 'R-2']);
    expect(then.moved).toContainEqual({
      code: 'R-2',
      from: { probability: 4, impact: 3 },
      to: { probability: 5, impact: 4 },
      movement: 8,
    });
  });

  test('are listed from the worst, those that came true or were closed after all others', async () => {
    const codes = async (...words: string[]) =>
      ((await sample.json('risk', 'list', '--fields', 'code', ...words)) as { code: string }[]).map(
        ({ code }) => code,
      );
    const listed = await codes();
    expect(listed[0]).toBe('R-4');
    expect(listed.slice(-3)).toEqual(['R-11', 'R-2', 'R-1']);
    expect((await codes('--sort', '-score')).slice(0, 2)).toEqual(['R-4', 'R-2']);
  });

  test('are told from the worst, with what is amiss', async () => {
    const top = (await sample.json('risk', 'top', '--limit', '3')) as {
      code: string;
      movement: number | null;
    }[];
    expect(top.map(({ code, movement }) => [code, movement])).toEqual([
      ['R-4', 4],
      ['R-3', -4],
      ['R-10', null],
    ]);
    const warned = (await sample.json('risk', 'warnings')) as { code: string; warnings: string[] }[];
    const byCode = Object.fromEntries(warned.map(({ code, warnings }) => [code, warnings]));
    expect(byCode).toMatchObject({ 'R-4': ['reviewLate'], 'R-11': ['unassessed', 'noMeasure'] });
    expect(await sample.json('risk', 'list', '--where', 'warnings:reviewLate', '--fields', 'code')).toEqual([
      { code: 'R-4' },
    ]);
    const finnish = await sample.run(
      'risk',
      'list',
      '--where',
      'huomiot:"päivitys myöhässä"',
      '--fields',
      'code,huomiot',
      '--language',
      'fi',
    );
    expect(finnish.stdout).toContain('R-4');
  });

  test('are shown to people in their language', async () => {
    const fi = await sample.run('risk', 'matrix', '--language', 'fi');
    expect(fi.stdout).toMatch(/4 merkittävä.*\+ 1/u);
    expect(fi.stdout).toContain(
      '. matala 1–4   - kohtalainen 5–11   + korkea 12–19   ! erittäin korkea 20–25',
    );
    expect(fi.stdout).toMatch(/R-4 {2}3 × 4 = 12 → 4 × 4 = 16/u);
    const en = await sample.run('risk', 'warnings', '--language', 'en');
    expect(en.stdout).toMatch(/R-4 .*review late/u);
    const shown = await sample.run('risk', 'show', 'R-4', '--language', 'fi');
    expect(shown.stdout).toMatch(/Todennäköisyys +4 · todennäköinen/u);
  });

  test('have SWOT entries with how each was handled', async () => {
    const entries = (await sample.json('swot', 'list')) as {
      kind: string;
      handling: string;
      risks: string[];
    }[];
    const kinds = (kind: string): number => entries.filter((one) => one.kind === kind).length;
    expect([kinds('strength'), kinds('weakness'), kinds('opportunity'), kinds('threat')]).toEqual([
      3, 4, 2, 2,
    ]);
    expect(entries.every(({ handling }) => handling !== null)).toBe(true);
    expect(entries.filter(({ risks }) => risks.includes('R-3'))).toHaveLength(2);
  });
});

describe('A risk of one’s own', () => {
  let own: Commands;
  beforeAll(async () => {
    own = new Commands();
    await own.run('init', '--title', 'Koehanke');
    await own.run('add', 'riski: johdon tuki heikkenee');
  });

  test('goes from assessed to realised in one step, and back', async () => {
    expect(await own.error('risk', 'review', 'R-1')).toMatchObject({ exit: 1, code: 'not-assessed' });
    await own.json('risk', 'assess', 'R-1', '--probability', '4', '--impact', '5', '--reason', 'uusi johto');
    expect(await own.json('risk', 'show', 'R-1')).toMatchObject({
      score: 20,
      level: 'veryHigh',
      trend: null,
      warnings: ['noOwner', 'noMeasure', 'notEscalated'],
    });
    await own.json('risk', 'escalate', 'R-1');
    await own.json('risk', 'review', 'R-1', '--reason', 'ennallaan');
    await own.json('measure', 'add', '--title', 'Tapaa johto', '--source', 'R-1');
    expect(await own.json('risk', 'set', 'R-1', '--owner', 'suunnittelija')).toMatchObject({
      warnings: [],
      trend: 'steady',
      measures: 1,
    });
    expect(
      await own.json('risk', 'realise', 'R-1', '--title', 'Sovi uusi tukija', '--due', '+1vk'),
    ).toMatchObject({
      state: 'realised',
    });
    expect(await own.json('action', 'show', 'T-2')).toMatchObject({
      title: 'Sovi uusi tukija',
      owner: 'suunnittelija',
      source: 'R-1',
    });
    expect(await own.error('risk', 'realise', 'R-1')).toMatchObject({ code: 'risk-over' });
    await own.json('undo');
    expect(await own.json('risk', 'show', 'R-1')).toMatchObject({ state: 'open', realisedOn: null });
    expect(await own.json('action', 'list', '--fields', 'code')).toEqual([{ code: 'T-1' }]);
  });

  test('is not closed without a reason', async () => {
    await own.run('risk', 'add', '--title', 'Tila loppuu');
    for (const words of [
      ['set', 'R-2', '--state', 'closed'],
      ['close', 'R-2'],
      ['close', 'R-2', '--reason', ' '],
    ])
      expect(await own.error('risk', ...words)).toMatchObject({ exit: 1, code: 'needed-field' });
    expect(await own.error('risk', 'add', '--title', 'Heti kiinni', '--state', 'closed')).toMatchObject({
      code: 'needed-field',
    });
    expect(await own.json('risk', 'show', 'R-2')).toMatchObject({ state: 'open' });
    expect(await own.json('risk', 'close', 'R-2', '--reason', 'tila löytyi')).toMatchObject({
      state: 'closed',
      closingReason: 'tila löytyi',
      warnings: [],
    });
    expect(await own.error('risk', 'set', 'R-2', '--closingReason', '')).toMatchObject({
      code: 'needed-field',
    });
    expect(await own.json('risk', 'set', 'R-2', '--notes', 'jälkikäteen')).toMatchObject({ state: 'closed' });
  });

  test.each([
    [['assess', 'R-1', '--probability', '6'], 'wrong-number'],
    [['assess', 'R-1', '--probability', '0'], 'wrong-number'],
    [['assess', 'R-1', '--impact', 'suuri'], 'wrong-number'],
    [['assess', 'R-1', '--reason', 'x'], 'missing-field'],
    [['set', 'R-1', '--targetProbability', '9'], 'wrong-number'],
    [['set', 'R-1', '--targetImpact', 'pieni'], 'wrong-number'],
    [['matrix', '--since', 'joskus'], 'wrong-day'],
  ])('refuses %j', async (words, code) => {
    const before = await own.json('risk', 'show', 'R-1');
    expect(await own.error('risk', ...words)).toMatchObject({ code });
    expect(await own.json('risk', 'show', 'R-1')).toEqual(before);
  });

  test('follows the project’s own thresholds, rhythm and words', async () => {
    await own.json(
      'project',
      'set',
      'HANKE-1',
      '--riskThresholds',
      'erittäin korkea 21',
      '--riskRhythm',
      'korkea 4',
    );
    await own.json('project', 'set', 'HANKE-1', '--impactWords', 'mitätön, pieni, keski, suuri, tuhoisa');
    const risk = (await own.json('risk', 'show', 'R-1')) as {
      level: string;
      assessed: string;
      review: string;
    };
    expect(risk.level).toBe('high');
    expect(Number(risk.review.slice(5, 7))).toBe(((Number(risk.assessed.slice(5, 7)) + 3) % 12) + 1);
    expect((await own.run('risk', 'show', 'R-1', '--language', 'fi')).stdout).toMatch(/5 · tuhoisa/u);
    for (const wrong of ['korkea 3', 'korkea 25', 'kohtalainen 0', 'korkea kuusi'])
      expect(await own.error('project', 'set', 'HANKE-1', '--riskThresholds', wrong)).toMatchObject({
        exit: 1,
      });
  });
});
