import { describe, expect, test } from 'vitest';
import { nameDistance, nameKey } from '../../source/services/tables/import-names.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { begun, bring, records } from './bring.ts';
import { everything } from '../support/snapshot.ts';
import type { CellValue } from 'hucre/xlsx';

/** One row a response, as each tool writes them. Made here; the headings are the tools' own. */
const forms: Readonly<Record<string, CellValue[][]>> = {
  'Microsoft Forms in Finnish': [
    [
      'Tunnus',
      'Aloitusaika',
      'Valmistumisaika',
      'Sähköposti',
      'Nimi',
      'Nimesi',
      'Työyksikkösi',
      'Sähköpostiosoitteesi',
      'Miksi haluat mukaan?',
    ],
    [
      1,
      new Date('2022-01-12T08:01:00Z'),
      new Date('2022-01-12T08:05:12Z'),
      'anonymous',
      null,
      'Maija Malli',
      'Kotihoito Pohjoinen',
      'maija@esimerkki.fi',
      'Kiinnostaa',
    ],
    [
      2,
      new Date('2022-01-13T09:01:00Z'),
      new Date('2022-01-13T09:02:00Z'),
      'anonymous',
      null,
      'Matti Esimerkki',
      'Osasto 3',
      'matti@esimerkki.fi',
      null,
    ],
  ],
  'Microsoft Forms in English': [
    ['ID', 'Start time', 'Completion time', 'Email', 'Name', 'Your unit'],
    [
      1,
      new Date('2022-01-12T08:01:00Z'),
      new Date('2022-01-12T08:05:12Z'),
      'maija@esimerkki.fi',
      'Maija Malli',
      'Kotihoito Pohjoinen',
    ],
    [
      2,
      new Date('2022-01-13T09:01:00Z'),
      new Date('2022-01-13T09:02:00Z'),
      'matti@esimerkki.fi',
      'Matti Esimerkki',
      'Osasto 3',
    ],
  ],
  Webropol: [
    ['Perusraportti: Haku digitsemppariksi'],
    [null],
    [
      'Vastausaika',
      'Etunimi',
      'Sukunimi',
      '1. Sähköposti',
      '2. Työyksikkö',
      '3. Esihenkilöni tietää (Kyllä/Ei)',
    ],
    ['12.1.2022 10.05', 'Maija', 'Malli', 'maija@esimerkki.fi', 'Kotihoito Pohjoinen', 'Kyllä'],
    ['13.1.2022 11.02', 'Matti', 'Esimerkki', 'matti@esimerkki.fi', 'Osasto 3', 'Ei'],
  ],
  Questback: [
    ['Respondent ID', 'Response date', 'Q1 Full name', 'Q2 Work unit', 'Q3 Email address'],
    [880_123, '2022-01-12 10:05:33', 'Maija Malli', 'Kotihoito Pohjoinen', 'maija@esimerkki.fi'],
    [880_124, '2022-01-13 11:02:01', 'Matti Esimerkki', 'Osasto 3', 'matti@esimerkki.fi'],
  ],
};

describe('Responses of a form become candidates', () => {
  test.each(Object.keys(forms))('%s', async (name) => {
    const project = begun();
    const more = { register: 'candidate', fixed: ['round=RK-1'], createMissing: true };
    expect(await bring(project, forms[name] ?? [], more)).toMatchObject({ added: 2, refused: [] });
    const [round] = records(project, 'round');
    expect(records(project, 'person')).toMatchObject([
      { name: 'Maija Malli', email: 'maija@esimerkki.fi' },
      { name: 'Matti Esimerkki', email: 'matti@esimerkki.fi' },
    ]);
    expect(records(project, 'candidate')).toMatchObject([
      { round: round?.id, signedUp: '2022-01-12', stage: 'interested' },
      { round: round?.id, signedUp: '2022-01-13' },
    ]);
    // The unit of the row is the person's as well.
    expect(records(project, 'person')[0]?.['unit']).toBe(records(project, 'candidate')[0]?.['unit']);
    expect(await bring(project, forms[name] ?? [], more)).toMatchObject({ added: 0, same: 2, step: null });
    undo(project);
    expect([records(project, 'candidate'), records(project, 'person')]).toEqual([[], []]);
  });

  test('who is known by the address is not made again under another spelling', async () => {
    const project = begun();
    addRecord(project, 'person', { name: 'Malli, Maija', email: 'MAIJA@esimerkki.fi' });
    const more = { register: 'candidate', fixed: ['round=RK-1'], createMissing: true };
    expect(await bring(project, forms['Questback'] ?? [], more)).toMatchObject({ added: 2 });
    expect(records(project, 'person').map(({ heading }) => heading)).toEqual([
      'Malli, Maija',
      'Matti Esimerkki',
    ]);
  });
});

describe('An address that several use', () => {
  const shared = 'osasto3@esimerkki.fi';
  const more = { register: 'candidate', fixed: ['round=RK-1'], createMissing: true };
  const row = (name: string) => `Nimi;Sähköposti\n${name};${shared}\n`;

  test('does not make one person another: the name is asked', async () => {
    const project = begun();
    addRecord(project, 'person', { name: 'Maija Malli', email: shared });
    const before = everything(project.store);
    expect(await bring(project, row('Liisa Laine'), more)).toMatchObject({
      added: 0,
      refused: [{ row: 2, column: 'Nimi' }],
      unknown: [{ register: 'person', text: 'Liisa Laine', near: [{ heading: 'Maija Malli' }] }],
    });
    expect(everything(project.store)).toEqual(before);
    const answers = new Map([[nameKey('person', 'Liisa Laine'), 'new' as const]]);
    expect(await bring(project, row('Liisa Laine'), { ...more, answers })).toMatchObject({ added: 1 });
    expect(records(project, 'candidate').map(({ heading }) => heading)).toEqual([
      expect.stringContaining('Liisa Laine'),
    ]);
  });

  test('leaves it to the name whom of them is meant', async () => {
    const project = begun();
    const maija = addRecord(project, 'person', { name: 'Maija Malli', email: shared }).result;
    addRecord(project, 'person', { name: 'Liisa Laine', email: shared });
    expect(await bring(project, row('Maija Malli'), more)).toMatchObject({ added: 1, refused: [] });
    expect(records(project, 'candidate')).toMatchObject([{ person: maija }]);
    expect(await bring(project, row('Maija Mallo'), more)).toMatchObject({
      added: 0,
      unknown: [{ near: [{ heading: 'Maija Malli' }, { heading: 'Liisa Laine' }] }],
    });
  });

  test('people of one table who share it are each their own', async () => {
    const project = begun();
    const table = `Nimi;Sähköposti\nMaija Malli;${shared}\nLiisa Laine;${shared}\n`;
    expect(await bring(project, table, more)).toMatchObject({ added: 2, refused: [] });
    expect(records(project, 'person').map(({ heading }) => heading)).toEqual(['Maija Malli', 'Liisa Laine']);
  });
});

test('A row that is left out leaves nobody behind, and each of its cells is told of', async () => {
  const project = begun();
  const table =
    'Nimi;Vastausaika;Yksikkö\nMaija Malli;eilenkö;Osasto 4\nMatti Esimerkki;12.1.2022;Osasto 3\n';
  const more = { register: 'candidate', fixed: ['round=RK-1'], createMissing: true, skipBad: true };
  expect(await bring(project, table, more)).toMatchObject({
    added: 1,
    refused: [{ row: 2, column: 'Vastausaika' }],
  });
  expect(records(project, 'person').map(({ heading }) => heading)).toEqual(['Matti Esimerkki']);
  expect(records(project, 'unit').map(({ heading }) => heading)).not.toContain('Osasto 4');
});

describe('Names that are near', () => {
  test.each([
    ['Kotihoito Pohjoinen', 'Pohjoinen kotihoito', 0],
    ['Virtanen, Maija', 'maija virtanen', 0],
    ['Kotihoito Pohjonen', 'Kotihoito Pohjoinen', 1],
    ['Osasto 3', 'Osasto 4', null],
    ['Osasto 3', 'Osasto 33', null],
    ['Maija Malli', 'Matti Esimerkki', null],
    ['Terveysasema', 'Terveysasema Itä', 1],
  ])('%s and %s: %s', (one, other, distance) => {
    expect(nameDistance(one, other)).toBe(distance);
    expect(nameDistance(other, one)).toBe(distance);
  });

  const table = 'Nimi;Yksikkö\nMaija Malli;Kotihoito Pohjonen\nMatti Esimerkki;Osasto 4\n';

  test('are told with the row and are not made anew unless that is said', async () => {
    const project = begun();
    const before = everything(project.store);
    const report = await bring(project, table, { register: 'person', createMissing: true });
    expect(report).toMatchObject({
      added: 0,
      refused: [{ row: 2, column: 'Yksikkö' }],
      unknown: [{ register: 'unit', text: 'Kotihoito Pohjonen', near: [{ heading: 'Kotihoito Pohjoinen' }] }],
    });
    expect(report.refused[0]?.reason).toMatch(/Kotihoito Pohjoinen.*--name "Kotihoito Pohjonen=Y-1"/);
    expect(everything(project.store)).toEqual(before);
  });

  test('an answer holds for all rows, is remembered, and is forgotten with the import', async () => {
    const project = begun();
    const [unit] = records(project, 'unit');
    const answers = new Map([[nameKey('unit', 'kotihoito  pohjonen'), { record: unit?.id ?? 0 }]]);
    const more = { register: 'person', createMissing: true };
    expect(await bring(project, table, { ...more, answers })).toMatchObject({ added: 2, refused: [] });
    expect(records(project, 'person')[0]).toMatchObject({ name: 'Maija Malli', unit: unit?.id });
    expect(records(project, 'unit')).toHaveLength(3);
    expect(await bring(project, table, more)).toMatchObject({ added: 0, same: 2 });
    undo(project);
    expect(await bring(project, table, more)).toMatchObject({ added: 0, refused: [{ row: 2 }] });
  });

  test('an earlier answer holds again once the import that gave another is undone', async () => {
    const project = begun();
    const [first, second] = records(project, 'unit');
    const said = (record = 0) => new Map([[nameKey('unit', 'Kotihoito Pohjonen'), { record }]]);
    const more = { register: 'person' };
    const row = (name: string): string => `Nimi;Yksikkö\n${name};Kotihoito Pohjonen\n`;
    await bring(project, row('Maija Malli'), { ...more, answers: said(first?.id) });
    await bring(project, row('Matti Esimerkki'), { ...more, answers: said(second?.id) });
    undo(project);
    expect(await bring(project, row('Oona Oja'), more)).toMatchObject({ added: 1, refused: [] });
    expect(records(project, 'person').at(-1)).toMatchObject({ name: 'Oona Oja', unit: first?.id });
  });

  test('a new one is made where that is said', async () => {
    const project = begun();
    const answers = new Map([[nameKey('unit', 'Kotihoito Pohjonen'), 'new' as const]]);
    expect(await bring(project, table, { register: 'person', createMissing: true, answers })).toMatchObject({
      added: 2,
    });
    expect(records(project, 'unit').map(({ heading }) => heading)).toContain('Kotihoito Pohjonen');
  });

  test('a unit is found by a name that it had', async () => {
    const project = begun();
    addRecord(project, 'unit', { name: 'Itäinen asema', formerNames: ['Keskustan asema'] });
    const report = await bring(project, 'Nimi;Yksikkö\nMaija Malli;Keskustan asema\n', {
      register: 'person',
    });
    expect(report).toMatchObject({ added: 1, refused: [] });
  });
});
