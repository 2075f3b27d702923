import { expect, test } from 'vitest';
import { drawChart } from '../../source/reports/charts/chart.ts';
import type { Chart } from '../../source/reports/charts/chart.ts';

const words = { title: 'Otsikko', description: 'Selite' };
const thresholds = { moderate: 5, high: 12, veryHigh: 20 };
const draw = (chart: Chart): string => drawChart(chart, 'c').toString();
const texts = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>(?<text>[^<]*)<\/text>/gu)].map((match) => match.groups?.['text'] ?? '');

const heatMap = (codes: readonly string[]): Chart => ({
  ...words,
  type: 'heatMap',
  axes: { probability: 'Todennäköisyys', impact: 'Vaikutus' },
  thresholds,
  risks: codes.map((code) => ({ code, probability: 4, impact: 3 })),
});

test('A heat map says up to four codes of a cell, and of more how many', () => {
  const axis = ['1', '2', '3', '4', '5', '1', '2', '3', '4', '5'];
  const cells = (codes: readonly string[]): string[] => texts(draw(heatMap(codes))).slice(0, -12);
  expect(cells([])).toEqual([]);
  expect(cells(['R-1'])).toEqual(['R-1']);
  expect(cells(['R-1', 'R-2', 'R-3', 'R-4'])).toEqual(['R-1', 'R-2', 'R-3', 'R-4']);
  expect(cells(['R-1', 'R-2', 'R-3', 'R-4', 'R-5'])).toEqual(['5']);
  expect(texts(draw(heatMap([]))).slice(0, 10)).toEqual(axis);
});

test('Its cells have the levels of the project', () => {
  const count = (chart: Chart, level: string): number =>
    draw(chart).split(`class="level-${level}"`).length - 1;
  expect(['low', 'moderate', 'high', 'veryHigh'].map((level) => count(heatMap([]), level))).toEqual([
    8, 9, 5, 3,
  ]);
});

test('Bars of a funnel are as long as their counts, and nothing divides by zero', () => {
  const chart = (counts: readonly number[]): Chart => ({
    ...words,
    type: 'funnel',
    stages: counts.map((count, index) => ({ name: `vaihe ${index}`, count })),
  });
  const widths = (svg: string): number[] =>
    [...svg.matchAll(/width="(?<width>[\d.]+)"[^>]*class="bar"/gu)].map((match) =>
      Number(match.groups?.['width']),
    );
  expect(widths(draw(chart([32, 16, 0])))).toEqual([276, 138, 0]);
  expect(draw(chart([0, 0]))).not.toMatch(/NaN|Infinity/u);
  expect(texts(draw(chart([32])))).toEqual(['vaihe 0', '32']);
});

test('A trend tells nobody counted from nobody came', () => {
  const svg = draw({
    ...words,
    type: 'trend',
    points: [
      { name: '1.3.', count: 4 },
      { name: '8.3.', count: null },
      { name: '15.3.', count: 0 },
    ],
  });
  expect(texts(svg)).toEqual(['4', '–', '0', '1.3.', '15.3.']);
  expect(draw({ ...words, type: 'trend', points: [] })).not.toMatch(/NaN|Infinity/u);
});

test('A strip has a shape for each mark, at the place of its day', () => {
  const svg = draw({
    ...words,
    type: 'strip',
    of: 'deliveries',
    span: { from: '2022-03-01', to: '2022-03-31' },
    ends: ['1.3.2022', '31.3.2022'],
    legend: [],
    rows: [
      {
        name: 'Henkilöstö',
        marks: [
          { day: '2022-03-01', mark: 'sent' },
          { day: '2022-03-16', mark: 'late' },
          { day: '2022-03-31', mark: 'toCome' },
          { day: '2022-03-31', mark: 'skipped' },
        ],
      },
    ],
  });
  expect(svg).toContain('<circle cx="8" cy="36" r="5" class="sent"/>');
  expect(svg).toContain('<path d="M160 30l6 11h-12z" class="late"/>');
  expect(svg).toContain('<circle cx="312" cy="36" r="4.5" class="hollow"/>');
  expect(svg).toContain('class="skipped"');
});

test('Words in a picture are escaped, the picture is named by its title and described', () => {
  const svg = draw({
    type: 'funnel',
    title: '<b>"',
    description: '&',
    stages: [{ name: '</text>', count: 1 }],
  });
  expect(svg).toContain('<title id="c-title">&lt;b&gt;&quot;</title><desc id="c-text">&amp;</desc>');
  expect(svg).toContain('role="img" aria-labelledby="c-title" aria-describedby="c-text"');
  expect(svg).toContain('>&lt;/text&gt;</text>');
});
