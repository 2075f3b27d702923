/** The heat map and what stands beside it, as lines. Pure and without Ink. */
import { formatDay } from '../../services/reading/days.ts';
import {
  cellOf,
  hasMoved,
  levelAt,
  levelSigns,
  riskLevelNames,
  riskLevels,
  spanOfLevel,
  type MatrixRisk,
  type RiskMatrix,
  type RiskScales,
} from '../../services/risks/risk-matrix.ts';
import { messages, type Language } from '../../language/index.ts';
import { heatMap, type HeatCell } from '../../widgets/lines/charts.ts';
import {
  cutLine,
  fitLine,
  line,
  span,
  spread,
  type StyledLine,
  type Tone,
  lineWidth,
} from '../../widgets/lines/styled.ts';
import { cellWidth, safe, wrap } from '../../widgets/lines/text.ts';

/** A cell of the map, 1–5 each; null is the place beside it, where those stand that were not assessed. */
export type MatrixCell = { readonly probability: number; readonly impact: number } | null;

export interface MatrixView {
  readonly width: number;
  readonly height: number;
  readonly language: Language;
  readonly unicode: boolean;
  readonly scales: RiskScales;
  readonly cursor: MatrixCell;
}

const steps = [1, 2, 3, 4, 5] as const;
const tones: Readonly<Record<string, Tone>> = {
  low: 'levelLow',
  moderate: 'levelMedium',
  high: 'levelHigh',
  veryHigh: 'levelCritical',
};

/** Which way a risk has gone on the map, whose columns are probabilities: a direction, or that it is new there. */
export function directionOf(risk: MatrixRisk, unicode: boolean): string {
  const { place, before } = risk;
  if (place === null) return '';
  if (before === null) return '*';
  const across = Math.sign(place.probability - before.probability);
  const up = Math.sign(place.impact - before.impact);
  const signs = unicode ? ['↙↓↘', '← →', '↖↑↗'] : ['/v\\', '< >', '\\^/'];
  return (signs[up + 1]?.[across + 1] ?? '').trim();
}

/** Arrows of those that came here, each once; there is room for three. */
function arrowsOf(here: readonly MatrixRisk[], compared: boolean, unicode: boolean): string {
  if (!compared) return '';
  return [...new Set(here.map((one) => directionOf(one, unicode)))].slice(0, 3).join('');
}

function mapLines(matrix: RiskMatrix, view: MatrixView, cellHeight: number): StyledLine[] {
  const { scales, unicode, language, width } = view;
  const wordy = width >= 76;
  const rows = steps.toReversed().map((impact) =>
    steps.map((probability): HeatCell => {
      const { here } = cellOf(matrix, probability, impact);
      const level = levelAt(matrix, probability, impact);
      const count = here.length === 0 ? levelSigns[level] : `${levelSigns[level]} ${here.length}`;
      const arrows = arrowsOf(here, matrix.since !== null, unicode);
      const tall = cellHeight > 1;
      return {
        lines: tall ? [count, arrows] : [arrows === '' ? count : `${count} ${arrows}`],
        tone: tones[level] ?? 'muted',
        chosen: view.cursor?.probability === probability && view.cursor.impact === impact,
      };
    }),
  );
  const words = messages(language).console.risks;
  const labelled = (step: number): string => {
    const word = scales.impact[step - 1];
    return wordy && word !== undefined ? `${step} ${safe(word)}` : `${step}`;
  };
  const map = heatMap(rows, {
    rowLabels: steps.toReversed().map((step) => ` ${labelled(step)}`),
    columnLabels: steps.map(String),
    columnTitle: words.probability,
    cellWidth: width >= 110 || cellHeight === 1 ? 9 : 6,
    cellHeight,
  });
  return [line(` ${words.impact}`, 'muted'), ...map];
}

/** `. matala 1–4   - kohtalainen 5–11 …`, as many to a line as fit. */
function legendLines({ thresholds }: RiskMatrix, language: Language, width: number): StyledLine[] {
  const lines: StyledLine[] = [];
  let current: StyledLine = [];
  for (const level of riskLevels) {
    const name = `${riskLevelNames[level][language]} ${spanOfLevel(thresholds, level)}`;
    const entry: StyledLine = [span(` ${levelSigns[level]} `, tones[level]), span(` ${name}  `, 'muted')];
    const used = [...current, ...entry].reduce((sum, { text }) => sum + cellWidth(text), 1);
    if (current.length > 0 && used > width) {
      lines.push([span(' '), ...current]);
      current = entry;
    } else current = [...current, ...entry];
  }
  return [...lines, [span(' '), ...current]];
}

function sinceLine({ since, risks }: RiskMatrix, language: Language): StyledLine {
  const words = messages(language).console.risks;
  if (since === null) return line(` ${words.noSince}`, 'muted');
  const day = formatDay(since, language);
  return line(` ${words.since(day, risks.filter(hasMoved).length)}`, 'muted');
}

const signed = (movement: number | null): string =>
  movement === null || movement === 0 ? '' : movement > 0 ? `+${movement}` : `${movement}`;

/** `R-4  title          ↗ +4`: worse is bad news, and says so by its plus as well. */
function riskLine(risk: MatrixRisk, view: MatrixView, width: number, compared: boolean): StyledLine {
  const { code, title, movement } = risk;
  const left = [span(`  ${code}  `, 'accent'), span(safe(title))];
  const direction = compared ? directionOf(risk, view.unicode) : '';
  const moved = [direction, signed(movement)].filter((text) => text !== '').join(' ');
  if (moved === '') return cutLine(left, width);
  return spread(left, [span(`${moved} `, (movement ?? 0) > 0 ? 'bad' : 'good')], width);
}

/** What the cell of the cursor is and holds. */
function cellLines(matrix: RiskMatrix, view: MatrixView, width: number): StyledLine[] {
  const { cursor, scales, language, unicode } = view;
  const words = messages(language).console.risks;
  const compared = matrix.since !== null;
  if (cursor === null) {
    const without = matrix.risks.filter(({ place }) => place === null);
    return [
      [span(` ${words.unassessed}`, 'heading'), span(`  ${without.length}`, 'muted')],
      ...without.map((one) => riskLine(one, view, width, false)),
    ];
  }
  const { probability, impact } = cursor;
  const { here, left } = cellOf(matrix, probability, impact);
  const level = levelAt(matrix, probability, impact);
  const likely = span(` ${probability} ${safe(scales.probability[probability - 1] ?? '')}`, 'heading');
  const times = span(unicode ? ' × ' : ' x ', 'muted');
  const grave = span(`${impact} ${safe(scales.impact[impact - 1] ?? '')}`, 'heading');
  const title = [likely, times, grave];
  return [
    ...(lineWidth(title) > width ? [[likely], [times, grave]] : [title]),
    [
      span(` ${levelSigns[level]} ${probability * impact} ${riskLevelNames[level][language]}`),
      span(`  ${words.risksHere(here.length)}`, 'muted'),
    ],
    ...(matrix.risks.length === 0
      ? wrap(words.none, width - 2).map((text) => line(` ${text}`, 'muted'))
      : []),
    ...here.map((one) => riskLine(one, view, width, compared)),
    ...goneLines(left, view, width),
  ];
}

/** Those that went elsewhere, each with its words; where one has no room beside them, all stand below them. */
function goneLines(
  left: readonly MatrixRisk[],
  { language, unicode }: MatrixView,
  width: number,
): StyledLine[] {
  const words = messages(language).console.risks;
  const [arrow, times] = unicode ? ['→', '×'] : ['->', 'x'];
  const moves = left.map(
    ({ code, place }) => `${code} ${arrow} ${place?.probability ?? ''} ${times} ${place?.impact ?? ''}`,
  );
  const told = moves.map((move) => `  ${words.left} ${move}`);
  const fits = told.every((text) => cellWidth(text) <= width);
  const texts = fits ? told : [`  ${words.left}`, ...moves.map((move) => `    ${move}`)];
  return texts.map((text) => line(text, 'muted'));
}

function unassessedLine(matrix: RiskMatrix, { cursor, language }: MatrixView): StyledLine {
  const without = matrix.risks.filter(({ place }) => place === null);
  const text = `${messages(language).console.risks.unassessed} ${without.length}`;
  return [
    span(cursor === null ? `[${text}]` : ` ${text}`, without.length === 0 ? 'muted' : 'warn'),
    span(`  ${without.map(({ code }) => code).join(' ')}`, 'accent'),
  ];
}

function topLines(matrix: RiskMatrix, view: MatrixView, width: number): StyledLine[] {
  const words = messages(view.language).console.risks;
  const top = matrix.risks.filter(({ score }) => score !== null).slice(0, 10);
  if (top.length === 0) return [];
  return [
    [],
    line(` ${words.top}`, 'heading'),
    ...top.map((one) => {
      const { code, title, score, level, movement } = one;
      const sign = level === null ? '' : levelSigns[level];
      const left = [
        span(` ${String(score).padStart(2)} ${sign} `),
        span(`${code}  `, 'accent'),
        span(safe(title)),
      ];
      const moved = signed(movement);
      const tone = (movement ?? 0) > 0 ? 'bad' : 'good';
      return moved === '' ? cutLine(left, width) : spread(left, [span(`${moved} `, tone)], width);
    }),
  ];
}

/** The page: the map with the cell's risks beside it, or below it where there is no room beside. */
export function matrixLines(matrix: RiskMatrix, view: MatrixView): StyledLine[] {
  const { width, height, language } = view;
  const beside = width >= 76;
  const cellHeight = beside && height >= 26 ? 3 : beside && height >= 18 ? 2 : 1;
  const map = mapLines(matrix, view, cellHeight);
  const below = [sinceLine(matrix, language), unassessedLine(matrix, view)];
  if (!beside) {
    const cell = cellLines(matrix, view, width);
    const legend = legendLines(matrix, language, width);
    return [...map, ...below, ...cell, ...legend, ...topLines(matrix, view, width)].slice(0, height);
  }
  const left = Math.max(...map.map((one) => one.reduce((sum, { text }) => sum + cellWidth(text), 0))) + 1;
  const room = width - left;
  const leftLines = [...map, ...legendLines(matrix, language, left), ...below];
  const rightLines = [...cellLines(matrix, view, room), ...topLines(matrix, view, room)];
  return Array.from({ length: Math.min(height, Math.max(leftLines.length, rightLines.length)) }, (_, row) => [
    ...fitLine(leftLines[row] ?? [], left),
    ...cutLine(rightLines[row] ?? [], room),
  ]);
}
