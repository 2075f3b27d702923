import { describe, expect, it } from 'vitest';
import { asOf, count, entries, held, latest, referencesIn, textOf, those } from './fold.ts';
import type { Folded } from './fold.ts';

const end = '2023-12-31';
const currentMembers = (day: string, group: string): readonly Folded[] =>
  those(day, 'membership', { group: `@${group}` }).filter(
    (one) => textOf(one, 'starts') <= day && (textOf(one, 'ends') || '9999') >= day,
  );

describe('the project of the sample', () => {
  it('is one, and was extended and moved to a new organisation on the way', () => {
    const [before] = those('2023-03-22', 'project');
    const [after] = those(end, 'project');
    expect(count(end, 'project')).toBe(1);
    expect([before?.values['start'], before?.values['end']]).toEqual(['2021-09-01', '2023-08-31']);
    expect([after?.values['end'], after?.values['plannedEnd']]).toEqual(['2023-12-31', '2023-08-31']);
    expect(textOf(those('2022-12-31', 'project')[0], 'organisation')).toContain('kuntayhtymä');
    expect(textOf(after, 'organisation')).toContain('hyvinvointialue');
  });

  it('has two packages with 8 and 9 activities and 9 and 2 expected results, and four objectives', () => {
    expect(count(end, 'objective')).toBe(4);
    expect(those(end, 'package').map(({ values }) => values['results'])).toEqual([9, 2]);
    expect(count(end, 'activity', { package: '@wp-a' })).toBe(8);
    expect(count(end, 'activity', { package: '@wp-b' })).toBe(9);
    expect(
      textOf(
        asOf(end).find(({ key }) => key === 'a-7'),
        'doneOn',
      ).slice(0, 7),
    ).toBe('2022-10');
  });
});

describe('recruitment', () => {
  it('found 32 interested, of whom 18 were selected and started', () => {
    const stages = latest(end, 'stageChange', 'candidate');
    const ended = (stage: string): number =>
      [...stages.values()].filter(({ values }) => values['stage'] === stage).length;
    expect(count(end, 'round')).toBe(1);
    expect(count(end, 'candidate')).toBe(32);
    expect(count(end, 'stageChange', { stage: 'selected' })).toBe(18);
    expect(ended('started')).toBe(18);
    expect(ended('withdrawn') + ended('notSelected')).toBe(14);
    expect(count(end, 'stageChange', { stage: 'started', day: '2022-05-03' })).toBe(18);
    const lost = [...stages.values()].filter(({ values }) => values['stage'] !== 'started');
    expect(lost.every(({ values }) => values['reason'] !== undefined)).toBe(true);
  });

  it('was half-way on 30.3.2022', () => {
    expect(count('2022-03-22', 'candidate')).toBe(0);
    expect(count('2022-03-30', 'candidate')).toBe(17);
    expect(count('2022-04-08', 'candidate')).toBe(32);
    expect(count('2022-03-30', 'stageChange', { stage: 'selected' })).toBe(0);
    const days = those(end, 'candidate')
      .map((one) => textOf(one, 'signedUp'))
      .toSorted();
    expect([days[0], days.at(-1)]).toEqual(['2022-03-23', '2022-04-08']);
    expect(those(end, 'round')[0]?.values).toMatchObject({
      opens: '2022-03-23',
      closes: '2022-04-08',
      stateSet: 'decided',
    });
  });

  it('made 18 champions, of whom a few left early', () => {
    const champions = those(end, 'membership', { role: 'champion' });
    expect(champions).toHaveLength(18);
    expect(champions.every(({ values }) => values['starts'] === '2022-05-03')).toBe(true);
    expect(champions.filter(({ values }) => values['reason'] !== undefined)).toHaveLength(4);
    expect(count('2022-05-02', 'membership', { role: 'champion' })).toBe(0);
    expect(currentMembers('2023-03-22', 'g-dv')).toHaveLength(15);
  });
});

describe('groups', () => {
  it('are exactly five, and met 8, 13, 12, 24 and 7 times', () => {
    expect(count(end, 'group')).toBe(5);
    expect(['g-or', 'g-dt', 'g-dk', 'g-tk', 'g-dv'].map((group) => held(end, group))).toEqual([
      8, 13, 12, 24, 7,
    ]);
    expect(count(end, 'session', { state: 'planned' })).toBe(0);
  });

  it('had the members that the facts give', () => {
    const steering = those(end, 'membership', { group: '@g-or' });
    expect(steering).toHaveLength(11);
    expect(new Set(steering.map((one) => one.values['seat'])).size).toBe(8);
    expect(currentMembers('2022-12-30', 'g-or')).toHaveLength(8);
    expect(currentMembers('2023-01-17', 'g-or')).toHaveLength(8);
    expect(steering.filter(({ values }) => values['role'] === 'expert')).toHaveLength(2);
    expect(count(end, 'membership', { group: '@g-dt' })).toBe(10);
    expect(count(end, 'membership', { group: '@g-dk' })).toBe(10);
    expect(those(end, 'membership', { person: '@s-digi' }).map(({ values }) => values['group'])).toEqual([
      '@g-or',
      '@g-dt',
      '@g-dk',
    ]);
  });

  it('first met on their days and number their sessions within the year', () => {
    const starts = (group: string): string[] =>
      those(end, 'session', { group, state: 'held' })
        .map((one) => textOf(one, 'startsAt').slice(0, 10))
        .toSorted();
    expect(starts('@g-or')[0]).toBe('2021-11-30');
    expect(starts('@g-dv')[0]).toBe('2022-05-03');
    for (const group of ['@g-or', '@g-dt', '@g-dk']) {
      const years = new Map<string, number>();
      for (const { values } of those(end, 'session', { group, state: 'held' })) {
        const year = String(values['startsAt']).slice(0, 4);
        years.set(year, (years.get(year) ?? 0) + 1);
        expect(values['number']).toBe(`${years.get(year)}/${year}`);
        expect(values['minutesState']).toBe('sent');
      }
    }
    expect(count(end, 'session', { group: '@g-tk', state: 'cancelled' })).toBe(4);
  });

  it('leave an agenda at every steering group meeting, and some thirty decisions', () => {
    for (const { key } of those(end, 'session', { group: '@g-or' })) {
      expect(those(end, 'agenda', { session: `@${key ?? ''}`, state: 'done' }).length).toBe(9);
    }
    expect(count(end, 'decision')).toBe(34);
    expect(count(end, 'action')).toBeGreaterThan(55);
  });
});

describe('communication', () => {
  it('stands on the plan of 25.11.2021: five lines, every column filled', () => {
    const lines = those('2021-11-25', 'plan');
    expect(count('2021-11-24', 'plan')).toBe(0);
    expect(lines.map(({ code }) => code)).toEqual(['V-1', 'V-2', 'V-3', 'V-4', 'V-5']);
    for (const { values } of lines) {
      expect(Object.keys(values)).toEqual([
        'audience',
        'goal',
        'means',
        'content',
        'schedule',
        'responsible',
        'followUp',
      ]);
    }
    expect(count(end, 'plan')).toBe(5);
  });

  it('delivers over the whole span by means of the plan', () => {
    const means = new Map(
      those(end, 'plan').map(({ key, values }) => [`@${key ?? ''}`, values['means'] as string[]]),
    );
    const all = those(end, 'delivery');
    expect(all.length).toBeGreaterThanOrEqual(80);
    expect(all.length).toBeLessThanOrEqual(120);
    expect(
      all.filter(({ values }) => !means.get(String(values['plan']))?.includes(String(values['means']))),
    ).toEqual([]);
    expect(count(end, 'delivery', { state: 'skipped' })).toBeGreaterThan(0);
  });
});

describe('the diary', () => {
  it.each([
    ['2022-03-02', /kysely auki/u],
    ['2022-03-25', /529/u],
    ['2022-04-08', /32/u],
    ['2022-05-03', /18/u],
    ['2022-06-15', /esittelyt/u],
    ['2022-09-20', /tarjouspyyntö/iu],
    ['2022-12-07', /ylläpitäjien/iu],
    ['2023-03-13', /tietopyyntö/iu],
    ['2023-03-23', /pilotti/iu],
    ['2023-03-27', /yksi vastaus/u],
    ['2023-04-19', /julkaistu/u],
    ['2023-05-15', /\b11\b/u],
    ['2023-06-12', /Digitaitokortti julkaistu/u],
    ['2023-06-27', /Hankintapäätös/u],
    ['2023-09-25', /EDI/u],
    ['2023-10-03', /kolme moduulia/u],
    ['2023-10-27', /48/u],
    ['2023-12-01', /Omasote Oppi/u],
  ])('tells on %s what the facts say', (day, words) => {
    const texts = those(end, 'diary', { day }).map((one) => textOf(one, 'text'));
    expect(texts.filter((text) => words.test(text))).not.toEqual([]);
  });

  it('has over two hundred entries and the figures of surveys and courses', () => {
    const all = those(end, 'diary').map((one) => textOf(one, 'text'));
    expect(all.length).toBeGreaterThan(200);
    const told = all.join('\n');
    for (const figure of [
      '3,76',
      '2,96–4,24',
      '77 %',
      '19 %',
      '11 %',
      '54 %',
      '35 %',
      '49 %',
      '4,06',
      '3,31–4,48',
      '98 %',
      '37,5 %',
      '44 %',
      '71 %',
      '68 %',
      '91 %',
      '537',
      '644',
      '67',
      '4,85',
      '4,92',
    ])
      expect(told).toContain(figure);
  });
});

describe('the whole sample', () => {
  it('has the volume of a real project, and says of most days and figures that they were chosen', () => {
    const records = asOf(end);
    expect(records.length).toBeGreaterThan(1800);
    expect(records.length).toBeLessThan(3000);
    expect(entries.filter(({ chosen }) => chosen === true).length).toBeGreaterThan(entries.length / 2);
  });

  it('names units that have a champion or a candidate for most of 24', () => {
    expect(count('2022-12-31', 'unit')).toBe(24);
    const units = new Set(those(end, 'candidate').flatMap(({ values }) => referencesIn(values['unit'])));
    expect(units.size).toBeGreaterThan(18);
  });
});
