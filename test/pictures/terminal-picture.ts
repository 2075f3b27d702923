import type { Cell } from '../support/screen.ts';

const width = 8.4;
const height = 18;
const margin = 14;

/** A terminal's own ground and its first sixteen colours, readable on it. */
interface Ground {
  readonly paper: string;
  readonly ink: string;
  readonly palette: readonly string[];
}

export type GroundName = 'dark' | 'light';

const grounds: Readonly<Record<GroundName, Ground>> = {
  dark: {
    paper: '#1c1f26',
    ink: '#d7dae0',
    palette: [
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
    ],
  },
  light: {
    paper: '#fdfdfb',
    ink: '#24292f',
    palette: [
      '#24292f',
      '#b3262e',
      '#2c6e2f',
      '#835c00',
      '#1c5fb0',
      '#8a3ca8',
      '#0f6b75',
      '#6a7078',
      '#57606a',
      '#c93c44',
      '#3b8140',
      '#946b0a',
      '#2f76c9',
      '#9d51bb',
      '#1d808b',
      '#ffffff',
    ],
  },
};

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function colour(value: number | string | null, otherwise: string, { palette }: Ground): string {
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

function runsOf(row: readonly Cell[], ground: Ground): Run[] {
  const runs: Run[] = [];
  for (const [column, cell] of row.entries()) {
    const front = colour(cell.foreground, ground.ink, ground);
    const back = colour(cell.background, ground.paper, ground);
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

/** Colours of letters by the class that stands for them: each is named once. */
class Classes {
  readonly names = new Map<string, string>();

  of(fill: string): string {
    const known = this.names.get(fill);
    if (known !== undefined) return known;
    const name = `c${this.names.size}`;
    this.names.set(fill, name);
    return name;
  }

  get style(): string {
    return [...this.names].map(([fill, name]) => `.${name}{fill:${fill}}`).join('');
  }
}

function drawnRow(row: readonly Cell[], nth: number, ground: Ground, classes: Classes): string {
  const top = margin + nth * height;
  const drawn = runsOf(row, ground).map(({ from, text, fill, back, bold, dim }) => {
    const wide = (text.length * width).toFixed(1);
    const left = (margin + from * width).toFixed(1);
    const block =
      back === ground.paper
        ? ''
        : `<rect x="${left}" y="${top}" width="${wide}" height="${height}" fill="${back}"/>`;
    const looks = `${bold ? ' font-weight="bold"' : ''}${dim ? ' opacity=".65"' : ''}`;
    // What stands in columns is drawn apart: not every renderer keeps blanks that follow each other.
    const letters = [...text.matchAll(/[^ ]+(?: [^ ]+)*/gu)].map(({ 0: shown, index }) => {
      const place = `x="${(margin + (from + index) * width).toFixed(1)}" textLength="${(shown.length * width).toFixed(1)}"`;
      return `<tspan class="${classes.of(fill)}" ${place}${looks}>${escaped(shown)}</tspan>`;
    });
    return { block, letters: letters.join('') };
  });
  const letters = drawn.map((one) => one.letters).join('');
  const blocks = drawn.map(({ block }) => block).join('');
  return blocks + (letters === '' ? '' : `<text y="${top + 13}">${letters}</text>`);
}

/** The cells of a terminal as an SVG picture with a title. */
export function terminalPicture(
  rows: readonly (readonly Cell[])[],
  title: string,
  name: GroundName = 'dark',
): string {
  const ground = grounds[name];
  const classes = new Classes();
  const wide = Math.ceil(margin * 2 + (rows[0]?.length ?? 0) * width);
  const tall = margin * 2 + rows.length * height;
  const drawn = rows.map((row, index) => drawnRow(row, index, ground, classes)).filter((row) => row !== '');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${tall}" role="img" aria-labelledby="title">
<title id="title">${escaped(title)}</title>
<style>${classes.style}</style>
<rect width="${wide}" height="${tall}" rx="8" fill="${ground.paper}"/>
<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" xml:space="preserve">
${drawn.join('\n')}
</g>
</svg>
`;
}
