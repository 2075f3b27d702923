import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../source/exchange/workbook.ts';
import type { CellValue, WriteSheet } from 'hucre/xlsx';

const made = async (rows: CellValue[][], sheet: Partial<WriteSheet> = {}): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Taulukko', rows, ...sheet }] });

const rowsOf = async (bytes: Uint8Array): Promise<(readonly string[])[]> => [
  ...(await readWorkbook(bytes, 'x')).rows,
];

describe('A sheet that is read row by row', () => {
  test('merged cells of a sheet that is longer than what is kept together, at any place', async () => {
    const lines = Array.from({ length: 1300 }, (_, row): CellValue[] => [`Rivi ${row}`, null, row % 7]);
    const merges = [
      { startRow: 2, startCol: 0, endRow: 1200, endCol: 1 },
      { startRow: 499, startCol: 2, endRow: 500, endCol: 3 },
      { startRow: 1299, startCol: 0, endRow: 5000, endCol: 0 },
    ];
    const rows = await rowsOf(await made(lines, { merges }));
    expect(rows).toHaveLength(1300);
    for (const [row, cells] of rows.entries()) {
      const isMerged = row >= 2 && row <= 1200;
      expect(cells[0]).toBe(isMerged ? 'Rivi 2' : `Rivi ${row}`);
      expect(cells[1] ?? '').toBe(isMerged ? 'Rivi 2' : '');
      expect(cells[2]).toBe(String((row === 500 ? 499 : row) % 7));
      expect(cells[3] ?? '').toBe(row === 499 || row === 500 ? String(499 % 7) : '');
    }
  });

  test('rows far below the others keep their numbers; what is too far below is refused', async () => {
    const far = (row: number): Map<string, { value: CellValue }> =>
      new Map([[`${row},0`, { value: 'Alas' }]]);
    const rows = await rowsOf(await made([['Ylös']], { cells: far(3000) }));
    expect(rows).toHaveLength(3001);
    expect(rows[3000]).toEqual(['Alas']);
    const tooFar = await made([['Ylös']], { cells: far(300_000) });
    await expect(rowsOf(tooFar)).rejects.toMatchObject({ code: 'too-many-rows' });
  });
});
