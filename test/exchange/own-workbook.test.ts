/** Workbooks and tables that Luotsi wrote and somebody has filled in since: all sheets at once, and what changed here meanwhile. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { onSample, type Commands } from '../commands/sample-home.ts';

type Cells = (string | number | boolean | Date | null)[];

/** Sheets by name, as rows of cells. */
async function sheetsOf(bytes: Uint8Array): Promise<Map<string, Cells[]>> {
  const { sheets } = await readXlsx(bytes);
  return new Map(sheets.map(({ name, rows }) => [name, rows as Cells[]]));
}

const cellOf = (rows: Cells[], code: string, heading: string): [number, number] => {
  const column = (rows[0] ?? []).indexOf(heading);
  const row = rows.findIndex((cells) => cells[0] === code);
  if (column === -1 || row === -1) throw new Error(`${code} ${heading}`);
  return [row, column];
};

function put(rows: Cells[], code: string, heading: string, value: string): void {
  const [row, column] = cellOf(rows, code, heading);
  (rows[row] ?? [])[column] = value;
}

/** A row of its own at the end: cells by heading. */
function add(rows: Cells[], cells: Record<string, string>): void {
  rows.push((rows[0] ?? []).map((heading) => cells[String(heading)] ?? null));
}

async function exported(
  here: Commands,
  language: 'fi' | 'en',
  ...registers: string[]
): Promise<Map<string, Cells[]>> {
  const out = path.join(here.home.folder, `${language}-${Math.random()}.xlsx`);
  const { code, stderr } = await here.run(
    'export',
    ...registers,
    '--format',
    'xlsx',
    '--out',
    out,
    '--language',
    language,
  );
  if (code !== 0) throw new Error(stderr);
  return sheetsOf(readFileSync(out));
}

async function written(here: Commands, sheets: Map<string, Cells[]>, name = 'kirja.xlsx'): Promise<string> {
  const file = path.join(here.home.folder, name);
  writeFileSync(
    file,
    await writeXlsx({ sheets: [...sheets].map(([sheet, rows]) => ({ name: sheet, rows })) }),
  );
  return file;
}

const records = async (here: Commands, register: string, where: string) =>
  (await here.json(register, 'list', '--where', where)) as Record<string, unknown>[];

describe('A workbook of the whole project', () => {
  let here: Commands;
  let exportedSheets: Map<string, Cells[]>;
  /** The workbook as it went out, for each to fill in its own way. */
  const sheetsNow = (): Map<string, Cells[]> => structuredClone(exportedSheets);
  beforeAll(async () => {
    here = await onSample();
    exportedSheets = await exported(here, 'fi');
  });

  test('comes in whole as one step that undo takes back, in whatever order its sheets stand', async () => {
    const sheets = sheetsNow();
    put(sheets.get('Riskit') ?? [], 'R-1', 'Riski', 'Aivan uusi otsikko');
    add(sheets.get('Yksiköt') ?? [], { Yksikkö: 'Uusi vastaanotto' });
    add(sheets.get('Henkilöt') ?? [], { Nimi: 'Taina Taulukko', Yksikkö: 'Uusi vastaanotto' });
    const file = await written(here, new Map([...sheets].toReversed()));
    const dry = (await here.json('import', file, '--dry-run')) as Record<string, unknown>;
    expect(dry).toMatchObject({ added: 2, changed: 1, conflict: 0, refused: [] });
    expect(dry['sheets']).toContainEqual({
      sheet: 'Yksiköt',
      register: 'unit',
      added: 1,
      changed: 0,
      same: expect.any(Number),
      conflict: 0,
    });
    expect(dry['replaced']).toMatchObject([{ code: 'R-1', field: 'title', to: 'Aivan uusi otsikko' }]);
    expect(await records(here, 'person', 'Taulukko')).toEqual([]);
    expect(await here.json('import', file)).toMatchObject({ added: 2, changed: 1 });
    const [unit] = await records(here, 'unit', '"Uusi vastaanotto"');
    expect(await records(here, 'person', 'Taulukko')).toMatchObject([{ unit: unit?.['code'] }]);
    expect(await here.json('import', file)).toMatchObject({ added: 0, changed: 0, conflict: 0 });
    await here.json('undo');
    expect(await records(here, 'person', 'Taulukko')).toEqual([]);
    expect(await records(here, 'risk', 'Aivan')).toEqual([]);
  });

  test.each(['fi', 'en'] as const)(
    'unchanged, nothing comes of it, in %s; a sheet that is none of ours is named',
    async (language) => {
      const sheets = language === 'fi' ? sheetsNow() : await exported(here, 'en');
      const count = [...sheets.values()].reduce((sum, rows) => sum + rows.length - 1, 0);
      sheets.set('Muistio', [['Muista soittaa'], ['Maijalle']]);
      const file = await written(here, sheets);
      const report = (await here.json('import', file)) as { sheets: unknown[] };
      expect(report).toMatchObject({
        added: 0,
        changed: 0,
        same: count,
        conflict: 0,
        refused: [],
        unread: ['Muistio'],
      });
      expect(report.sheets).toHaveLength(sheets.size - 1);
      if (language === 'en') return;
      const { stdout } = await here.run('import', file, '--dry-run', '--language', 'fi');
      expect(stdout).toMatch(/Riskit +0 +0 +\d+ +0 +0/);
      expect(stdout).toContain('Lukematta jäävät taulukot: Muistio.');
    },
  );

  test('one bad row leaves all of it out and is told with its sheet; --skip-bad leaves out the row', async () => {
    const sheets = sheetsNow();
    put(sheets.get('Riskit') ?? [], 'R-2', 'Riski', 'Otsikko hyvältä riviltä');
    add(sheets.get('Tehtävät') ?? [], { Tehtävä: 'Huono rivi', Määräpäivä: '31.2.2023' });
    const file = await written(here, sheets);
    const refused = await here.run('import', file, '--json');
    expect(refused.code).toBe(1);
    const bad = [{ sheet: 'Tehtävät', column: 'Määräpäivä' }];
    expect(JSON.parse(refused.stdout)).toMatchObject({ changed: 0, refused: bad });
    expect(await records(here, 'risk', 'hyvältä')).toEqual([]);
    expect(await here.json('import', file, '--skip-bad')).toMatchObject({ changed: 1, refused: bad });
    expect(await records(here, 'risk', 'hyvältä')).toHaveLength(1);
  });

  test('--sheet and --as still take one sheet of it, and --as names the others', async () => {
    const sheets = sheetsNow();
    const file = await written(here, sheets);
    const same = (sheets.get('Yksiköt')?.length ?? 0) - 1;
    expect(await here.json('import', file, '--sheet', 'Yksiköt')).toMatchObject({ same });
    const one = (await here.json('import', file, '--as', 'unit')) as { unread: string[] };
    expect(one).toMatchObject({ same });
    expect(one.unread).toContain('Riskit');
    expect(one.unread).not.toContain('Yksiköt');
  });
});

describe('An export that was filled in while Luotsi went on', () => {
  let here: Commands;
  let file: string;
  let csv: string;
  beforeAll(async () => {
    here = await onSample();
    csv = path.join(here.home.folder, 'riskit.csv');
    await here.run('export', 'risk', '--format', 'csv', '--out', csv, '--language', 'fi');
    const sheets = await exported(here, 'fi', 'risk');
    const rows = sheets.get('Riskit') ?? [];
    put(rows, 'R-1', 'Syy', 'Syy taulukosta');
    put(rows, 'R-2', 'Syy', 'Syy taulukosta');
    put(rows, 'R-3', 'Todennäköisyys', '1');
    file = await written(here, sheets);
    await here.json('risk', 'set', 'R-1', '--cause', 'Syy täältä');
    await here.json('risk', 'set', 'R-2', '--effect', 'Seuraus täältä');
    await here.json('risk', 'set', 'R-4', '--cause', 'Myöhempi syy');
    await here.json('risk', 'assess', 'R-3', '--probability', '5', '--impact', '5', '--reason', 'täältä');
  });

  test('the same value changed on both sides is a conflict, and ours stays; what only one side changed is kept from both', async () => {
    const report = await here.json('import', file);
    expect(report).toMatchObject({ added: 0, changed: 1, conflict: 2, refused: [] });
    expect(await here.json('risk', 'show', 'R-1')).toMatchObject({ cause: 'Syy täältä' });
    expect(await here.json('risk', 'show', 'R-2')).toMatchObject({
      cause: 'Syy taulukosta',
      effect: 'Seuraus täältä',
    });
    expect(await here.json('risk', 'show', 'R-3')).toMatchObject({ probability: 5, impact: 5 });
    expect(await here.json('risk', 'show', 'R-4')).toMatchObject({ cause: 'Myöhempi syy' });
    expect((await here.run('import', file, '--language', 'fi')).stdout).toContain('R-1, R-3');
  });

  test('a CSV that was not touched puts nothing back', async () => {
    expect(await here.json('import', csv)).toMatchObject({ added: 0, changed: 0, conflict: 0 });
    expect(await here.json('risk', 'show', 'R-1')).toMatchObject({ cause: 'Syy täältä' });
  });

  test('without its version a table still puts its values in place of ours, and the dry run says which', async () => {
    const bare = path.join(here.home.folder, 'ilman.csv');
    const lines = readFileSync(csv, 'utf8').replaceAll(/;(?:Versio|v\d+-[0-9a-f]{8})(?=\r\n)/g, '');
    expect(lines).not.toMatch(/Versio|;v\d/);
    writeFileSync(bare, lines);
    const dry = (await here.json('import', bare, '--dry-run')) as {
      replaced: { code: string; from: string }[];
    };
    expect(dry.replaced).toContainEqual(
      expect.objectContaining({ code: 'R-4', from: 'Myöhempi syy', since: '2023-03-22' }),
    );
    // R-3 itself is older: what changed is its judgement, an entry of a log.
    expect(dry.replaced).toContainEqual(
      expect.objectContaining({ code: 'R-3', field: 'impact', since: '2023-03-22' }),
    );
    const { stdout } = await here.run('import', bare, '--dry-run', '--language', 'fi');
    expect(stdout).toMatch(/R-4 · Syy: Myöhempi syy → .*\(muutettu täällä viimeksi 22\.3\.2023\)/);
  });

  test('of a version that this file never had, what differs is a conflict, and ours stays', async () => {
    const other = path.join(here.home.folder, 'toisesta.csv');
    writeFileSync(
      other,
      readFileSync(csv, 'utf8').replaceAll(/;(v\d+)-[0-9a-f]{8}(?=\r\n)/g, ';$1-00000000'),
    );
    const before = await here.json('risk', 'list');
    const report = (await here.json('import', other)) as { conflict: number };
    expect(report).toMatchObject({ added: 0, changed: 0, refused: [] });
    expect(report.conflict).toBeGreaterThan(0);
    expect(await here.json('risk', 'list')).toEqual(before);
    expect((await here.run('import', other, '--language', 'en')).stdout).toMatch(
      /Not as in the table, .* kept as here: .*R-4/,
    );
  });

  test('an export from before a restore puts nothing back over what was done after it', async () => {
    const restored = await onSample();
    const backup = path.join(restored.home.folder, 'kopio.luotsi');
    await restored.run('backup', '--out', backup);
    await restored.json('risk', 'set', 'R-5', '--cause', 'Ennen palautusta');
    const out = path.join(restored.home.folder, 'vienti.csv');
    await restored.run('export', 'risk', '--format', 'csv', '--out', out, '--language', 'fi');
    await restored.run('restore', backup, '--yes');
    await restored.json('risk', 'set', 'R-4', '--notes', 'Palautuksen jälkeen');
    expect(await restored.json('import', out)).toMatchObject({ added: 0, changed: 0 });
    expect(await restored.json('risk', 'show', 'R-4')).toMatchObject({ notes: 'Palautuksen jälkeen' });
  });
});

test('a register as it was on an earlier day carries that day’s version', async () => {
  const here = await onSample();
  const out = path.join(here.home.folder, 'vanha.csv');
  await here.run(
    'export',
    'risk',
    '--format',
    'csv',
    '--out',
    out,
    '--as-of',
    '2022-12-31',
    '--language',
    'fi',
  );
  expect(await here.json('import', out)).toMatchObject({ changed: 0, added: 0 });
});

test('what only the import needs is hidden, euros have cents, days are days and links go by codes', async () => {
  const here = await onSample();
  const out = path.join(here.home.folder, 'muodot.xlsx');
  await here.run('export', 'payment', 'risk', '--format', 'xlsx', '--out', out, '--language', 'fi');
  const { sheets } = await readXlsx(readFileSync(out), { readStyles: true });
  const [payments, risks] = sheets;
  const at = (sheet: typeof payments, heading: string): number => sheet?.rows[0]?.indexOf(heading) ?? -1;
  const hidden = (payments?.columns ?? []).flatMap((column, index) =>
    column.hidden === true ? [payments?.rows[0]?.[index]] : [],
  );
  expect(hidden).toEqual(['uid', 'projectUid', 'Versio']);
  const budget = at(payments, 'Budjetti, €');
  expect(payments?.rows[1]?.[budget]).toBe(33_000);
  expect(payments?.cells?.get(`1,${budget}`)?.style?.numFmt).toBe('#,##0.00');
  expect(payments?.rows[1]?.[at(payments, 'Alkaa')]).toBeInstanceOf(Date);
  expect(String(risks?.rows[1]?.[at(risks, 'Tavoitteet')])).toMatch(/^TA-\d+(, TA-\d+)*$/);
});
