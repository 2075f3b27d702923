import type { Cell } from '../support/screen.ts';

const width = 8.4;
const height = 18;
const margin = 14;
const paper = '#1c1f26';
const ink = '#d7dae0';

/** The first sixteen colours of a terminal, readable on dark. */
const palette = [
  '#2b2f38',
  '#e06c75',
  '#98c379',
  '#e5c07b',
  '#61afef',
  '#c678dd',
  '#56b6c2',
  '#c8ccd4',
  '#7f8694',
  '#f08a93',
  '#b1d898',
  '#f0d08f',
  '#86c5f7',
  '#d698e8',
  '#7fd0da',
  '#ffffff',
];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function colour(value: number | string | null, otherwise: string): string {
  if (value === null) return otherwise;
  if (typeof value === 'string') return value;
  return palette[value] ?? cube(value);
}

/** The 256-colour cube and its greys. */
function cube(index: number): string {
  const grey = 8 + (index - 232) * 10;
  const step = (at: number): number => (at === 0 ? 0 : 55 + at * 40);
  const place = index - 16;
  const parts =
    index >= 232
      ? [grey, grey, grey]
      : [step(Math.floor(place / 36)), step(Math.floor(place / 6) % 6), step(place % 6)];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

/** What cells beside each other have in common. */
interface Run {
  readonly from: number;
  readonly text: string;
  readonly fill: string;
  readonly back: string;
  readonly bold: boolean;
  readonly dim: boolean;
}

function runsOf(row: readonly Cell[]): Run[] {
  const runs: Run[] = [];
  for (const [column, cell] of row.entries()) {
    const [front, back] = [colour(cell.foreground, ink), colour(cell.background, paper)];
    const [fill, behind] = cell.inverse ? [back, front] : [front, back];
    const { bold, dim } = cell;
    const text = cell.character === '' ? ' ' : cell.character;
    const last = runs.at(-1);
    const joins =
      last !== undefined &&
      last.fill === fill &&
      last.back === behind &&
      last.bold === bold &&
      last.dim === dim;
    if (joins) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ from: column, text, fill, back: behind, bold, dim });
  }
  return runs;
}

function drawnRow(row: readonly Cell[], index: number): string {
  const top = margin + index * height;
  return runsOf(row)
    .map(({ from, text, fill, back, bold, dim }) => {
      const left = (margin + from * width).toFixed(1);
      const wide = (text.length * width).toFixed(1);
      const block =
        back === paper
          ? ''
          : `<rect x="${left}" y="${top}" width="${wide}" height="${height}" fill="${back}"/>`;
      if (text.trim() === '') return block;
      const looks = `${bold ? ' font-weight="bold"' : ''}${dim ? ' opacity="0.65"' : ''}`;
      return `${block}<text x="${left}" y="${top + 13}" fill="${fill}" textLength="${wide}" xml:space="preserve"${looks}>${escaped(text)}</text>`;
    })
    .join('');
}

/** The cells of a terminal as an SVG picture with a title. */
export function terminalPicture(rows: readonly (readonly Cell[])[], title: string): string {
  const wide = Math.ceil(margin * 2 + (rows[0]?.length ?? 0) * width);
  const tall = margin * 2 + rows.length * height;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${tall}" role="img" aria-labelledby="title">
<title id="title">${escaped(title)}</title>
<rect width="${wide}" height="${tall}" rx="8" fill="${paper}"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14">
${rows.map(drawnRow).join('\n')}
</g>
</svg>
`;
}
