import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../source/services/tables/import-names.ts';
import { addRecord, removeRecords } from '../../source/services/writing/records.ts';
import { begun, bring, records } from './bring.ts';

describe('A list of people with their supervisors', () => {
  const list = [
    'Nimi;Yksikkö;Sähköposti;Esihenkilö',
    'Anna Aalto;Osasto 3;anna@esimerkki.fi;Paula Esi-Mäki',
    'Olli Oja;Osasto 3;olli@esimerkki.fi;paula esi-mäki',
    'Paula Esi-Mäki;Osasto 3;paula@esimerkki.fi;Kari Johtaja',
    'Kari Johtaja;Kotihoito Pohjoinen;kari@esimerkki.fi;',
  ].join('\n');
  const supervisors = (project: ReturnType<typeof begun>) => {
    const people = records(project, 'person');
    const nameOf = (id: unknown) => people.find((one) => one.id === id)?.heading ?? null;
    return Object.fromEntries(people.map((one) => [one.heading, nameOf(one['supervisor'])]));
  };

  test.each([true, false])(
    'may name those further down (missing ones are made: %s)',
    async (createMissing) => {
      const project = begun();
      expect(await bring(project, list, { createMissing })).toMatchObject({
        added: 4,
        refused: [],
        alongside: 0,
      });
      expect(records(project, 'person')).toHaveLength(4);
      expect(supervisors(project)).toEqual({
        'Anna Aalto': 'Paula Esi-Mäki',
        'Olli Oja': 'Paula Esi-Mäki',
        'Paula Esi-Mäki': 'Kari Johtaja',
        'Kari Johtaja': null,
      });
      expect(await bring(project, list, { createMissing })).toMatchObject({ added: 0, same: 4, refused: [] });
    },
  );

  test('asks for what the list lacks, not for those who have a row in it', async () => {
    const project = begun();
    const report = await bring(project, list.replaceAll('Osasto 3', 'Neuvola'));
    expect(report.unknown.map(({ register, text }) => [register, text])).toEqual([['unit', 'Neuvola']]);
  });

  test('makes nobody twice where people name themselves or each other, or a row of theirs is refused', async () => {
    const project = begun();
    const circle =
      'Nimi;Esihenkilö\nAnna Aalto;Olli Oja\nOlli Oja;Anna Aalto\nKari Johtaja;Kari Johtaja\nUuno;';
    const report = await bring(project, circle, { createMissing: true, skipBad: true });
    expect(report).toMatchObject({ added: 1, alongside: 0 });
    expect(report.refused.map(({ row, column }) => [row, column])).toEqual([
      [2, 'Esihenkilö'],
      [3, 'Esihenkilö'],
      [4, 'Esihenkilö'],
    ]);
    expect(report.refused.map(({ reason }) => reason)).toEqual(
      ['Olli Oja', 'Anna Aalto', 'Kari Johtaja'].map(
        (name) =>
          `”${name}” on tässä taulukossa, mutta rivit nimeävät toisensa tai itsensä kehässä. Tyhjennä solu yhdeltä kehän riviltä ja lisää tieto tuonnin jälkeen.`,
      ),
    );
    expect(report.unknown).toEqual([]);
    const broken = list.replace('paula@esimerkki.fi', 'paula@');
    expect(await bring(project, broken, { createMissing: true, skipBad: true })).toMatchObject({
      added: 3,
      alongside: 1,
    });
    expect(await bring(project, list, { createMissing: true })).toMatchObject({
      added: 0,
      changed: 1,
      same: 3,
    });
    expect(records(project, 'person').filter(({ heading }) => heading === 'Paula Esi-Mäki')).toHaveLength(1);
  });

  test('meets somebody who was known by name alone, unless they lie in the trash', async () => {
    const project = begun();
    const { result: bare } = addRecord(project, 'person', { name: 'Paula Esi-Mäki' });
    expect(await bring(project, list)).toMatchObject({ added: 3, changed: 1 });
    expect(records(project, 'person').find(({ id }) => id === bare)).toMatchObject({
      email: 'paula@esimerkki.fi',
    });
    const other = begun();
    removeRecords(other, [addRecord(other, 'person', { name: 'Paula Esi-Mäki' }).result]);
    expect(await bring(other, list)).toMatchObject({ added: 4, changed: 0 });
  });

  test('asks which of several of a name is meant, in the column that names them, and takes the answer', async () => {
    const project = begun();
    addRecord(project, 'person', { name: 'Paula Esi-Mäki', email: 'paula@esimerkki.fi' });
    addRecord(project, 'person', { name: 'Paula Esi-Mäki', email: 'toinen@esimerkki.fi' });
    const signUps = 'Nimi;Sähköposti;Esihenkilö\nAnna Aalto;anna@esimerkki.fi;Paula Esi-Mäki';
    const more = { register: 'candidate', fixed: ['round=RK-1'], createMissing: true };
    const report = await bring(project, signUps, more);
    expect(report.refused.map(({ column }) => column)).toEqual(['Esihenkilö']);
    expect(report.refused[0]?.reason).toContain('H-1, H-2');
    const answers = readAnswers(project, ['Paula Esi-Mäki=H-2']);
    expect(await bring(project, signUps, { ...more, answers })).toMatchObject({ added: 1, refused: [] });
    const [, second] = records(project, 'person');
    expect(records(project, 'person').find(({ heading }) => heading === 'Anna Aalto')).toMatchObject({
      supervisor: second?.id,
    });
  });
});
