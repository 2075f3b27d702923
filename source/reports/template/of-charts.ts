import { altOf } from '../docx-picture.ts';
import { loop, picture, place } from './places.ts';
import type { Chart } from '../charts/chart.ts';
import type { Block, ReportDocument } from '../document.ts';
import type { Whole } from './common.ts';
import type { Picture, Place } from './places.ts';

type ChartBlock = Extract<Block, { kind: 'chart' }>;

const pictureOf = (block: ChartBlock | undefined): Picture | null =>
  block === undefined ? null : { chart: block.chart, alt: altOf(block) };

const chartPlaces: readonly Place<ChartBlock>[] = [
  picture('picture', 'kuvan paikka', 'the picture itself', pictureOf),
  place('title', 'kuvan otsikko', 'title of the picture', ({ chart }) => chart.title),
  place('text', 'kuva sanoina', 'the picture in words', ({ chart }) => chart.description),
];

export const chartsIn = (blocks: readonly Block[]): ChartBlock[] =>
  blocks.flatMap((block) => (block.kind === 'chart' ? [block] : []));

/** The charts of a report that a template asks for, all of them or those of one sort. */
const those = ({ blocks }: ReportDocument, isAskedFor: (chart: Chart) => boolean): ChartBlock[] =>
  chartsIn(blocks).filter(({ chart }) => isAskedFor(chart));

/** A loop over charts, one after another. */
export const chartLoop = <Model>(
  name: string,
  fi: string,
  en: string,
  charts: (model: Model) => readonly ChartBlock[],
): Place<Model> => loop(name, fi, en, charts, chartPlaces);

/** A picture of which a report has one at most. */
const onePicture = (
  name: string,
  fi: string,
  en: string,
  isAskedFor: (chart: Chart) => boolean,
): Place<Whole> => picture(name, fi, en, ({ document }) => pictureOf(those(document, isAskedFor)[0]));

/** Places of pictures; a report without such a chart leaves its place empty. */
export const picturePlaces: readonly Place<Whole>[] = [
  picture('logo', 'kuva: organisaation logo', 'picture: logo of the organisation', ({ document: { logo } }) =>
    logo === undefined ? null : { raster: logo.logo.raster, alt: logo.alt },
  ),
  onePicture('riskMatrix', 'kuva: riskimatriisi', 'picture: risk matrix', ({ type }) => type === 'heatMap'),
  onePicture(
    'timeline',
    'kuva: toimenpiteet aikajanalla',
    'picture: activities on a timeline',
    (chart) => chart.type === 'strip' && chart.of === 'activities',
  ),
  onePicture(
    'deliveries',
    'kuva: viestinnän toimitukset aikajanalla',
    'picture: deliveries of communication on a timeline',
    (chart) => chart.type === 'strip' && chart.of === 'deliveries',
  ),
  chartLoop<Whole>('funnels', 'hakusuppilo hauittain', 'funnel of each round', ({ document }) =>
    those(document, ({ type }) => type === 'funnel'),
  ),
  chartLoop<Whole>('attendances', 'osallistuminen ryhmittäin', 'attendance of each group', ({ document }) =>
    those(document, ({ type }) => type === 'trend'),
  ),
  chartLoop<Whole>('charts', 'raportin kaikki kuvat', 'all pictures of the report', ({ document }) =>
    chartsIn(document.blocks),
  ),
];
