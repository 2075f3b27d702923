import { formatSpan } from '../../domain/days/format-day.ts';
import { chartLoop, chartsIn, picturePlaces } from './of-charts.ts';
import { loop, place } from './places.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Block, ReportDocument, TableBlock, Text } from '../document.ts';
import type { Place } from './places.ts';

/** What every report can give a template. */
export interface Whole {
  readonly document: ReportDocument;
  readonly from: Day;
  readonly to: Day;
  readonly seq: number;
  readonly project: {
    readonly title: string | null;
    readonly organisation: string | null;
    readonly funder: string | null;
    readonly projectCode: string | null;
  };
}

interface Part {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly blocks: readonly Block[];
}

const line = place<string>('line', 'yksi rivi', 'one line', (text) => text);

const partPlaces: readonly Place<Part>[] = [
  place('heading', 'osan otsikko', 'heading of the part', ({ heading }) => heading),
  place('text', 'osan teksti riveittäin', 'text of the part, line by line', ({ lines }) => lines.join('\n')),
  loop('lines', 'osan rivit', 'lines of the part', ({ lines }) => lines, [line]),
  chartLoop('charts', 'osan kuvat', 'pictures of the part', ({ blocks }) => chartsIn(blocks)),
];

/** Places of every kind of report; `parts` are its headings with all that stands under each. */
export const commonPlaces: readonly Place<Whole>[] = [
  place('title', 'raportin otsikko', 'title of the report', ({ document }) => document.title),
  place('project', 'hankkeen nimi', 'name of the project', ({ project }) => project.title),
  place('projectCode', 'hankekoodi', 'project code', ({ project }) => project.projectCode),
  place('organisation', 'organisaatio', 'organisation', ({ project }) => project.organisation),
  place('funder', 'rahoittaja', 'funder', ({ project }) => project.funder),
  place('day', 'päivä, jonka tilannetta kerrotaan', 'day as of which it is told', ({ to }, { day }) =>
    day(to),
  ),
  place('span', 'ajanjakso', 'days that it covers', ({ from, to }, { language }) =>
    formatSpan({ from: from <= to ? from : to, to }, language),
  ),
  place(
    'step',
    'historian vaihe, josta se on tehty',
    'step of the journal that it is made of',
    ({ seq }) => `${seq}`,
  ),
  place(
    'lead',
    'mitä sanotaan ennen ensimmäistä osaa',
    'what is said before the first part',
    ({ document }) => (partsOf(document).find(({ heading }) => heading === '')?.lines ?? []).join('\n'),
  ),
  loop(
    'parts',
    'raportin osat järjestyksessä',
    'parts of the report in order',
    ({ document }) => partsOf(document).filter(({ heading }) => heading !== ''),
    partPlaces,
  ),
  ...picturePlaces,
];

function partsOf({ blocks }: ReportDocument): Part[] {
  const parts: { heading: string; lines: string[]; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) continue;
    if (block.kind === 'heading' && block.level === 2) {
      parts.push({ heading: block.text, lines: [], blocks: [] });
      continue;
    }
    const last = parts.at(-1) ?? { heading: '', lines: [], blocks: [] };
    if (parts.length === 0) parts.push(last);
    last.blocks.push(block);
    if (block.kind === 'heading') last.lines.push(block.text);
    if (block.kind === 'paragraph') last.lines.push(plain(block.text));
    if (block.kind === 'list') last.lines.push(...block.items.map((item) => `– ${plain(item)}`));
    if (block.kind === 'facts')
      last.lines.push(...block.items.map((item) => `${item.label}: ${plain(item.text)}`));
    if (block.kind === 'table') last.lines.push(...tableLines(block));
    if (block.kind === 'chart' && !block.isToldElsewhere) last.lines.push(...chartLines(block));
  }
  return parts;
}

/** What a matrix counts in its cells says nothing line by line. */
const chartLines = ({ chart, table }: Extract<Block, { kind: 'chart' }>): string[] =>
  chart.type === 'heatMap' ? [chart.description] : tableLines(table);

function tableLines({ columns, rows }: TableBlock): string[] {
  return rows.map((row) => {
    const [first = '', ...rest] = row.map(plain);
    const said = rest.flatMap((text, index) =>
      text === '' ? [] : [named(columns[index + 1]?.heading ?? '', text)],
    );
    return said.length === 0 ? first : `${first} – ${said.join('; ')}`;
  });
}

const named = (heading: string, text: string): string => (heading === '' ? text : `${heading}: ${text}`);

const plain = (text: Text): string =>
  typeof text === 'string'
    ? text
    : text.map((run) => (typeof run === 'string' ? run : 'strong' in run ? run.strong : run.text)).join('');
