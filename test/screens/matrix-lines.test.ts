import { describe, expect, test } from 'vitest';
import { defaultThresholds, riskLevel } from '../../source/domain/risk.ts';
import { directionOf, matrixLines, type MatrixCell } from '../../source/screens/risks/matrix-lines.ts';
import { moveOnMap } from '../../source/screens/risks/matrix-screen.tsx';
import { lineWidth, plainText } from '../../source/widgets/lines/styled.ts';
import type { MatrixRisk, RiskMatrix } from '../../source/services/risks/risk-matrix.ts';

type Place = readonly [number, number] | null;

const placeOf = (place: Place) => (place === null ? null : { probability: place[0], impact: place[1] });

function risk(id: number, now: Place, before: Place): MatrixRisk {
  const score = now === null ? null : now[0] * now[1];
  return {
    id,
    code: `R-${id}`,
    title: `Riski \u4e16 numero ${id}`,
    owner: null,
    place: placeOf(now),
    score,
    level: riskLevel(score),
    before: placeOf(before),
    movement: score === null || before === null ? null : score - before[0] * before[1],
  };
}

const matrix: RiskMatrix = {
  day: '2023-03-22',
  since: '2023-01-17',
  thresholds: defaultThresholds,
  risks: [risk(1, [5, 4], [4, 3]), risk(2, [2, 2], [3, 2]), risk(3, [2, 2], null), risk(4, null, null)],
};
const scales = {
  probability: ['harvoin', 'joskus', 'ehkä', 'usein', 'aina'],
  impact: ['pieni', 'vähäinen', 'keski', 'suuri', 'valtava'],
};

function drawn(width: number, height: number, cursor: MatrixCell, unicode = true): string[] {
  const lines = matrixLines(matrix, { width, height, cursor, unicode, scales, language: 'fi' });
  expect(lines.length).toBeLessThanOrEqual(height);
  for (const one of lines) expect(lineWidth(one)).toBeLessThanOrEqual(width);
  return lines.map((one) => plainText(one).trimEnd());
}

describe('The heat map', () => {
  test('Reads without colours in a small terminal', () => {
    expect(drawn(60, 14, { probability: 2, impact: 2 })).toMatchInlineSnapshot(`
      [
        " Vaikutus",
        " 5     -         +         +         !         !",
        " 4     .         -         +         +       ! 1 ↗",
        " 3     .         -         -         +         +",
        " 2     .     [. 2 ←* ]     -         -         +",
        " 1     .         .         .         .         -",
        "       1         2         3         4         5",
        "                     Todennäköisyys",
        " Siirtyneet 17.1.2023 jälkeen: 2 · * uusi",
        " Arvioimatta 1  R-4",
        " 2 joskus × 2 vähäinen",
        " . 4 matala  2 riskiä",
        "  R-2  Riski 世 numero 2                               ← -2",
        "  R-3  Riski 世 numero 3                                  *",
      ]
    `);
  });

  test('Has ASCII alone for its signs where there is no more', () => {
    const lines = drawn(60, 14, { probability: 5, impact: 4 }, false).slice(0, 11);
    expect(lines.join('').replaceAll(/[äöÄÖ–·世]/gu, '')).toMatch(/^[\x20-\x7e]*$/u);
    expect(lines.join('\n')).toContain('[ ! 1 / ]');
  });

  test.each([
    [60, 14],
    [60, 30],
    [80, 18],
    [120, 30],
    [200, 54],
  ])('Is whole at %i × %i, wherever the cursor is', (width, height) => {
    for (const cursor of [null, { probability: 1, impact: 1 }, { probability: 5, impact: 5 }]) {
      const text = drawn(width, height, cursor).join('\n');
      for (const part of [
        '5',
        'Todennäköisyys',
        'Vaikutus',
        'Arvioimatta 1',
        'R-4',
        'erittäin korkea 20–25',
        '17.1.2023',
      ])
        expect(text).toContain(part);
      if (width >= 80 || height >= 30) expect(text).toMatch(/20 ! R-1 {2}/u);
    }
  });

  test.each([76, 80, 90, 120])('Tells where a risk has gone whole, at %i columns', (width) => {
    expect(drawn(width, 19, { probability: 4, impact: 3 }).join('\n')).toMatch(
      /siirtynyt pois:(.*\n.{40,} {4})? R-1 → 5 × 4$/m,
    );
  });

  test('Tells the way that each risk has gone', () => {
    const ways = [
      [
        [3, 4],
        [3, 3],
      ],
      [
        [4, 4],
        [3, 3],
      ],
      [
        [4, 3],
        [3, 3],
      ],
      [
        [4, 2],
        [3, 3],
      ],
      [
        [3, 2],
        [3, 3],
      ],
      [
        [2, 2],
        [3, 3],
      ],
      [
        [2, 3],
        [3, 3],
      ],
      [
        [2, 4],
        [3, 3],
      ],
      [
        [3, 3],
        [3, 3],
      ],
      [[3, 3], null],
      [null, [3, 3]],
    ] as const;
    const told = (unicode: boolean) =>
      ways.map(([now, before]) => directionOf(risk(1, now, before), unicode));
    expect(told(true)).toEqual(['↑', '↗', '→', '↘', '↓', '↙', '←', '↖', '', '*', '']);
    expect(told(false)).toEqual(['^', '/', '>', '\\', 'v', '/', '<', '\\', '', '*', '']);
  });

  test('Lets the cursor to every cell and beside the map, and never out of it', () => {
    const reached = new Set([0]);
    for (const from of reached)
      for (const move of ['up', 'down', 'left', 'right'] as const) reached.add(moveOnMap(from, move));
    expect(reached).toEqual(new Set(Array.from({ length: 26 }, (_, place) => place)));
  });
});
