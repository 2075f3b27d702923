import { table } from './document.ts';
import type { RiskThresholds } from '../domain/risk.ts';
import type { Block, Text } from './document.ts';
import type { Voice } from './voice.ts';

const numbers = [1, 2, 3, 4, 5];

interface PlacedRisk {
  readonly code: string;
  readonly probability: number | null;
  readonly impact: number | null;
}

/** The heat map and its counts: a row for each impact from 5 down, in it a cell for each probability. */
export function riskMatrix(risks: readonly PlacedRisk[], thresholds: RiskThresholds, voice: Voice): Block[] {
  const words = voice.reports.charts.heatMap;
  const placed = risks.flatMap(({ code, probability, impact }) =>
    probability === null || impact === null ? [] : [{ code, probability, impact }],
  );
  if (placed.length === 0) return [];
  const high = placed.filter(({ probability, impact }) => probability * impact >= thresholds.high).length;
  const counts = matrix(placed).map((cells, index): Text[] => [
    `${5 - index}`,
    ...cells.map((count): Text => (count === 0 ? '\u00B7' : [{ strong: `${count}` }])),
  ]);
  const columns = numbers.map((number) => ({ heading: `${number}`, align: 'center' as const }));
  return [
    {
      kind: 'chart',
      isToldElsewhere: false,
      table: table([{ heading: voice.words.risks.corner }, ...columns], counts),
      chart: {
        type: 'heatMap',
        title: words.title,
        description: words.description({ count: placed.length, high }),
        axes: { probability: words.probability, impact: words.impact },
        thresholds,
        risks: placed,
      },
    },
  ];
}

/** How many stand in each cell; a row for each impact from 5 down, in it a cell for each probability. */
export function matrix(risks: readonly PlacedRisk[]): number[][] {
  return numbers
    .toReversed()
    .map((impact) =>
      numbers.map(
        (probability) =>
          risks.filter((risk) => risk.impact === impact && risk.probability === probability).length,
      ),
    );
}
