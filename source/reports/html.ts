import { drawChart } from './charts/chart.ts';
import { style, turned } from './html-style.ts';
import { joined, markup, Markup, nothing } from './markup.ts';
import type { Block, Column, Inline, ReportDocument, TableBlock, Text } from './document.ts';

/** The words of the page itself; what a report says comes with its blocks. */
export interface PageWords {
  readonly skip: string;
  readonly contents: string;
  readonly chartTable: string;
}

/** A page with fewer parts than this needs no list of them. */
const fewestParts = 3;

/** One file that needs nothing else: no script, no font, no picture from elsewhere. The same document gives the same bytes. */
export function renderHtml(document: ReportDocument, words: PageWords): string {
  const page = new Page(words);
  const isFooter = (block: Block): boolean => block.kind === 'footer';
  const body = document.blocks.filter((block) => !isFooter(block));
  const content = page.content(body);
  const footers = document.blocks.flatMap((block) => (block.kind === 'footer' ? [block.text] : []));
  return markup`<!doctype html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'${document.logo === undefined ? '' : '; img-src data:'}">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="Luotsi">
<title>${document.title}</title>
<style>${new Markup(document.isTurned === true ? `${style}${turned}` : style)}</style>
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<main id="content" tabindex="-1">
${logoOf(document)}${content}
</main>
${footers.length === 0 ? nothing : markup`<footer>${footers.map((text) => markup`<p>${text}</p>`)}</footer>\n`}</body>
</html>
`.toString();
}

/** Within the file, so that nothing is fetched; as a picture it runs nothing either. */
function logoOf({ logo }: ReportDocument): Markup {
  if (logo === undefined) return nothing;
  const type = logo.logo.type === 'svg' ? 'svg+xml' : logo.logo.type;
  const source = `data:image/${type};base64,${Buffer.from(logo.logo.bytes).toString('base64')}`;
  return markup`<p class="logo"><img src="${source}" alt="${logo.alt}"></p>\n`;
}

/** One page in the making: ids of its headings, and the numbers of its charts and tables. */
class Page {
  readonly #words: PageWords;
  #headings = 0;
  #charts = 0;
  #tables = 0;
  #heading = '';

  constructor(words: PageWords) {
    this.#words = words;
  }

  /** The first page, the list of parts, and the rest: on wide screens the list stands beside both. */
  content(blocks: readonly Block[]): Markup {
    const parts = blocks.flatMap((block) =>
      block.kind === 'heading' && block.level === 2 ? [block.text] : [],
    );
    const breaks = blocks.findIndex(({ kind }) => kind === 'break');
    const firstPart = blocks.findIndex((block) => block.kind === 'heading' && block.level === 2);
    const cut = breaks === -1 ? Math.max(0, firstPart) : breaks;
    const [before, after] = [blocks.slice(0, cut), blocks.slice(cut)].map((some) => this.#section(some));
    const list = parts.length < fewestParts ? nothing : this.#list(parts);
    const isLetter = breaks === -1 ? '' : ' page-one';
    return markup`<div class="opening${isLetter}">
${before ?? nothing}
</div>
${list}<div class="detail">
${after ?? nothing}
</div>`;
  }

  #list(parts: readonly string[]): Markup {
    const items = parts.map((text, index) => markup`<li><a href="#part-${index + 1}">${text}</a></li>\n`);
    return markup`<nav class="contents" aria-label="${this.#words.contents}">
<ul>
${items}</ul>
</nav>
`;
  }

  #section(blocks: readonly Block[]): Markup {
    return joined(
      blocks.map((block) => this.#block(block)).filter((block) => block !== nothing),
      '\n',
    );
  }

  #block(block: Block): Markup {
    if (block.kind === 'heading') return this.#headed(block.level, block.text);
    if (block.kind === 'paragraph') return markup`<p>${inline(block.text)}</p>`;
    if (block.kind === 'list') {
      return markup`<ul>\n${block.items.map((item) => markup`<li>${inline(item)}</li>\n`)}</ul>`;
    }
    if (block.kind === 'facts') {
      const items = block.items.map(
        ({ label, text }) => markup`<div><dt>${label}</dt><dd>${inline(text)}</dd></div>\n`,
      );
      return markup`<dl>\n${items}</dl>`;
    }
    if (block.kind === 'table') return this.#table(block);
    return block.kind === 'chart' ? this.#chart(block) : nothing;
  }

  #headed(level: 1 | 2 | 3, text: string): Markup {
    this.#heading = text;
    const content = plainRun(text);
    if (level === 1) return markup`<h1>${content}</h1>`;
    if (level === 3) return markup`<h3>${content}</h3>`;
    this.#headings += 1;
    return markup`<h2 id="part-${this.#headings}" tabindex="-1">${content}</h2>`;
  }

  #chart({ chart, table, isToldElsewhere }: Extract<Block, { kind: 'chart' }>): Markup {
    this.#charts += 1;
    const id = `chart-${this.#charts}`;
    // The picture beside it, or the line that opens it, says what it is of.
    const data = this.#table(
      { ...table, caption: table.caption ?? chart.title },
      table.caption === undefined,
    );
    const beside = isToldElsewhere
      ? markup`<details><summary>${this.#words.chartTable}: ${chart.title}</summary>${data}</details>`
      : data;
    return markup`<div class="charted">
<figure><figcaption><strong>${chart.title}</strong> ${chart.description}</figcaption>${drawChart(chart, id)}</figure>
${beside}
</div>`;
  }

  /**
   * A table that is wider than the page scrolls by itself, and so takes the keyboard's focus. On a narrow screen its
   * rows become blocks, each value with its heading: roles keep it a table where that would end it.
   */
  #table({ columns, rows, caption }: TableBlock, isNamed = caption === undefined): Markup {
    this.#tables += 1;
    const id = `table-${this.#tables}`;
    const unseen = isNamed ? markup` class="unseen"` : nothing;
    const named = markup`<caption id="${id}"${unseen}>${plainRun(caption ?? this.#heading)}</caption>`;
    const headings = columns.map(
      (column) => markup`<th scope="col" role="columnheader"${aligned(column)}>${column.heading}</th>`,
    );
    return markup`<div class="scroll" role="group" aria-labelledby="${id}" tabindex="0"><table role="table" class="${shapeOf(columns)}">
${named}
<thead role="rowgroup"><tr role="row">${headings}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => tableRow(columns, row))}</tbody>
</table></div>`;
  }
}

function tableRow(columns: readonly Column[], row: readonly Text[]): Markup {
  const cells = columns.map((column, index) => {
    const text = row[index] ?? '';
    const content = text === '' ? nothing : markup`<span>${inline(text)}</span>`;
    return index === 0
      ? markup`<th scope="row" role="rowheader"${aligned(column)}>${content}</th>`
      : markup`<td role="cell" data-heading="${column.heading}"${aligned(column)}>${content}</td>`;
  });
  return markup`<tr role="row">${cells}</tr>\n`;
}

/** A grid of marks, such as the risk matrix, is read by its columns and keeps them on every screen. */
function shapeOf(columns: readonly Column[]): string {
  if (columns.some(({ align }) => align === 'center')) return 'grid';
  if (columns.length < 3) return 'pairs';
  return columns.length < manyColumns ? 'stack' : 'stack wide';
}

/** So many that long words must give way. */
const manyColumns = 6;

const aligned = ({ align }: Column): Markup =>
  align === undefined || align === 'left' ? nothing : markup` class="${align}"`;

function inline(text: Text): Markup {
  return typeof text === 'string' ? plainRun(text) : joined(text.map(run));
}

/** Codes of records, which no line may break at their hyphen: `R-4`, `V-3.12`. */
const codes = /(?<![\p{L}\d-])(\p{Lu}{1,3}-\d+(?:\.\d+)?)(?![\p{L}\d-])/u;

function plainRun(text: string): Markup {
  const parts = text.split(codes);
  if (parts.length === 1) return markup`${text}`;
  // What is caught stands at every other place.
  return joined(
    parts.map((part, place) =>
      place % 2 === 0 ? markup`${part}` : markup`<span class="code">${part}</span>`,
    ),
  );
}

function run(one: Inline): Markup {
  if (typeof one === 'string') return plainRun(one);
  if ('strong' in one) return markup`<strong>${plainRun(one.strong)}</strong>`;
  return markup`<strong class="light ${one.light}">${one.text}</strong>`;
}
