import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readWorkbook, writeWorkbook } from '../../source/exchange/workbook.ts';
import { readSource } from '../../source/services/tables/import-source.ts';
import { importTable } from '../../source/services/tables/import.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { registerOf } from '../../source/registers/index.ts';
import { makeProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { runs } from '../support/runs.ts';
import type { CellValue, WriteSheet } from 'hucre/xlsx';
import type { TestProject } from '../support/project.ts';

const made = async (rows: CellValue[][], sheet: Partial<WriteSheet> = {}): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Taulukko', rows, ...sheet }] });

async function imported(project: TestProject, bytes: Uint8Array, register: string, maps: string[] = []) {
  const source = await readSource(bytes, 'koe.xlsx');
  return importTable(project, source, {
    register,
    maps,
    dryRun: false,
    skipBad: false,
    createMissing: true,
    language: 'fi',
  });
}

const records = (project: TestProject, register: string) =>
  listOf(project, registerOf(register), { sort: 'code' }, 'fi');

const rowsOf = async (bytes: Uint8Array, sheet?: string): Promise<(readonly string[])[]> => [
  ...(await readWorkbook(bytes, 'x', sheet)).rows,
];

/** The refusal that reading the bytes ends in. */
async function refused(bytes: Uint8Array, sheet?: string) {
  const error: unknown = await readSource(bytes, 'koe.xlsx', sheet).then(
    () => null,
    (found: unknown) => found,
  );
  return refusal(() => {
    throw error;
  });
}

describe('Workbooks as people have them', () => {
  test('a number cell with three decimals is that sum: thousands have no point in a number', async () => {
    const project = makeProject();
    const bytes = await made([
      ['Kausi', 'Alkaa', 'Päättyy', 'Haettu', 'Muistiinpanot'],
      ['Kevät', '1.1.2022', '30.6.2022', 242.875, 242.875],
      ['Syksy', '1.7.2022', '31.12.2022', 0, 'tili 242.8750'],
    ]);
    await imported(project, bytes, 'payment', ['Haettu=applied']);
    expect(records(project, 'payment')).toMatchObject([
      { applied: 242.875, notes: '242.875' },
      { applied: 0, notes: 'tili 242.8750' },
    ]);
  });

  test('a form with a title above its headings, days as days, as counts and as words, line breaks within cells', async () => {
    const project = makeProject();
    const bytes = await made(
      [
        ['Viestinnän tehtävät 2022', null, null],
        ['Täytä rivit ja palauta viimeistään perjantaina.', null, null],
        [null, null, null],
        ['Tehtävä', 'Määräpäivä', 'Vastuuhenkilö'],
        ['Tilaa esitteet\nja jaa ne', new Date('2022-03-23T00:00:00Z'), 'Viestintä'],
        ['Kirjoita_x000D_\njuttu', 44_650, '=2+2'],
        ['Sovi kuvaus', '31.3.2022', null],
        [null, null, null],
      ],
      { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }] },
    );
    expect(await imported(project, bytes, 'action')).toMatchObject({ added: 3, refused: [] });
    expect(records(project, 'action')).toMatchObject([
      { title: 'Tilaa esitteet ja jaa ne', due: '2022-03-23', owner: 'Viestintä' },
      { title: 'Kirjoita juttu', due: '2022-03-30', owner: '=2+2' },
      { title: 'Sovi kuvaus', due: '2022-03-31', owner: null },
    ]);
    expect(await imported(project, bytes, 'action')).toMatchObject({ added: 0, same: 3 });
  });

  test('a merged cell stands beside all its rows', async () => {
    const project = makeProject();
    const rows = [
      ['Kohderyhmä', 'Tavoite', 'Keinot'],
      ['Henkilöstö', 'Tietää tuesta', 'Uutiskirje\nTeams-kanava'],
      [null, 'Uskaltaa kysyä', 'Klubi'],
    ];
    const bytes = await made(rows, { merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }] });
    expect(await imported(project, bytes, 'plan')).toMatchObject({ added: 2, refused: [] });
    expect(records(project, 'plan')).toMatchObject([
      { audience: 'Henkilöstö', means: ['Uutiskirje', 'Teams-kanava'] },
      { audience: 'Henkilöstö', goal: 'Uskaltaa kysyä' },
    ]);
  });

  test('a phase table with periods for headings', async () => {
    const project = makeProject();
    const heads = ['8-12/2020', '1–6/2021', '7-12/2021', '1/2022'];
    const activities = await made([
      ['Hankkeen vaiheet'],
      ['Toimenpide', ...heads],
      ['Kysely', 'x', null, null, null],
      ['Koulutus', null, 'X', 'x', null],
      ['Arviointi', null, null, null, null],
    ]);
    expect(await imported(project, activities, 'activity')).toMatchObject({ added: 3, refused: [] });
    expect(records(project, 'activity').map(({ span }) => span)).toEqual([
      '2020-08-01/2020-12-31',
      '2021-01-01/2021-12-31',
      null,
    ]);
    const packages = await made([
      ['Työpaketti', 'Q1/2021', 'Q2 2021'],
      ['Alku', 'x', 'x'],
    ]);
    expect(await imported(project, packages, 'package')).toMatchObject({ added: 1 });
    expect(records(project, 'package')).toMatchObject([{ starts: '2021-01-01', ends: '2021-06-30' }]);
  });

  test('the sheet that is named, in any case of letters; one that is not there is told with those that are', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Ohjeet', rows: [['Lue tämä']], hidden: true },
        {
          name: 'Tehtävät',
          rows: [
            ['Tehtävä', 'Vastuu'],
            ['Soita', 'Maija'],
          ],
        },
        {
          name: 'Riskit',
          rows: [
            ['Riski', 'Luokka'],
            ['Viive', 'Aikataulu'],
          ],
        },
      ],
    });
    expect((await rowsOf(bytes))[1]).toEqual(['Soita', 'Maija']);
    expect((await rowsOf(bytes, 'riskit'))[1]).toEqual(['Viive', 'Aikataulu']);
    expect(await refused(bytes, 'Budjetti')).toMatchObject({
      code: 'no-such-sheet',
      parameters: { names: ['Ohjeet', 'Tehtävät', 'Riskit'] },
    });
  });
});

describe('What Luotsi writes', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      '=1+1',
      '+358 40',
      '-x',
      '@a',
      "'=1",
      '\t=2',
      '_x000D_',
      'a\nb',
      '<&>"',
      '007',
      '1.2.',
      'TOSI',
    ),
  );

  test('is read back as it was, and no text is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 5 }), async (pairs) => {
        const rows = pairs.map((pair) => pair.map((one) => ({ kind: 'text', text: one }) as const));
        const bytes = await writeWorkbook([{ name: 'Koe', headings: ['A', 'B'], rows }]);
        const read = await rowsOf(bytes);
        const clean = (one: string | undefined): string =>
          (one ?? '').replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '');
        expect(
          pairs.map((_, index) => ['A', 'B'].map((__, column) => clean(read[index + 1]?.[column]))),
        ).toEqual(pairs.map((pair) => pair.map(clean)));
        const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString('utf8');
        expect(sheet).not.toContain('<f>');
      }),
      runs(60),
    );
  });

  test('has days as days, numbers as numbers, headings that stay, filters, and names that Excel takes', async () => {
    const bytes = await writeWorkbook([
      {
        name: 'Riskit [1/2]: kaikki hankkeen riskit yhdessä',
        headings: ['Päivä', 'Alkaa', 'Luku'],
        rows: [
          [
            { kind: 'time', time: '2022-03-27' },
            { kind: 'time', time: '2022-03-27T03:30' },
            { kind: 'number', number: 2.5 },
          ],
        ],
      },
      { name: 'riskit 1 2 kaikki hankkeen riskit yhdessä', headings: ['A'], rows: [] },
    ]);
    const parts = unzipSync(bytes);
    const xml = (name: string): string => Buffer.from(parts[name] ?? []).toString('utf8');
    expect(xml('xl/worksheets/sheet1.xml')).toMatch(/<v>44647<\/v>.*<v>44647\.1458\d*<\/v>.*<v>2\.5<\/v>/);
    expect(xml('xl/worksheets/sheet1.xml')).toMatch(/ySplit="1".*state="frozen"/);
    expect(xml('xl/worksheets/sheet1.xml')).toContain('<autoFilter ref="A1:C2"/>');
    const names = [...xml('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
    expect((await rowsOf(bytes))[1]).toEqual(['2022-03-27', '2022-03-27T03:30', '2.5']);
  });
});
