import { riskLevel } from '../../domain/risk.ts';
import { box, fitted, label, picture } from './picture.ts';
import { markup } from '../markup.ts';
import type { RiskThresholds } from '../../domain/risk.ts';
import type { Described } from './picture.ts';
import type { Markup } from '../markup.ts';

/** Risks by probability (to the right) and impact (upwards). */
export interface HeatMap extends Described {
  readonly type: 'heatMap';
  readonly axes: { readonly probability: string; readonly impact: string };
  readonly thresholds: RiskThresholds;
  readonly risks: readonly { readonly code: string; readonly probability: number; readonly impact: number }[];
}

const left = 38;
const cell = { width: 56, height: 44 };
const scale = [1, 2, 3, 4, 5];

/** Five by five cells with codes or, where there are many, the count. Colour only repeats what the place says. */
export function heatMap(chart: HeatMap, id: string): Markup {
  const bottom = 5 * cell.height;
  const cells = scale.flatMap((impact) =>
    scale.map((probability) => drawCell(chart, probability, impact, bottom - impact * cell.height)),
  );
  const center = left + 2.5 * cell.width;
  return picture(chart, id, bottom + 40, [
    ...cells,
    ...scale.map((number) =>
      label(left - 8, bottom - (number - 0.5) * cell.height + 4, `${number}`, 'soft', 'end'),
    ),
    ...scale.map((number) =>
      label(left + (number - 0.5) * cell.width, bottom + 16, `${number}`, 'soft', 'middle'),
    ),
    label(center, bottom + 34, `${chart.axes.probability} \u2192`, '', 'middle'),
    markup`<text transform="translate(12 ${bottom / 2}) rotate(-90)" text-anchor="middle">${chart.axes.impact} →</text>`,
  ]);
}

function drawCell(chart: HeatMap, probability: number, impact: number, top: number): Markup {
  const here = chart.risks.filter((risk) => risk.probability === probability && risk.impact === impact);
  const level = riskLevel(probability * impact, chart.thresholds) ?? 'low';
  const x = left + (probability - 1) * cell.width;
  const middle = x + cell.width / 2;
  const texts = codesIn(
    here.map(({ code }) => code),
    middle,
    top,
  );
  return markup`<g class="level-${level}">${[box(x + 1, top + 1, cell.width - 2, cell.height - 2, 'cell'), ...texts]}</g>`;
}

/** Up to four codes as they fit; of more only how many there are. */
function codesIn(codes: readonly string[], middle: number, top: number): Markup[] {
  if (codes.length > 4) return [label(middle, top + 28, `${codes.length}`, 'strong', 'middle')];
  const tops = codes.length === 1 ? [27] : [19, 36];
  if (codes.length < 3) {
    return codes.map((code, index) =>
      label(middle, top + (tops[index] ?? 0), fitted(code, cell.width), 'strong', 'middle'),
    );
  }
  const quarter = cell.width / 4;
  return codes.map((code, index) => {
    const x = middle + (index % 2 === 0 ? -quarter : quarter);
    return label(
      x,
      top + (tops[Math.floor(index / 2)] ?? 0),
      fitted(code, cell.width / 2),
      'small',
      'middle',
    );
  });
}
