import { oneLine } from './plain-text.ts';
import type { Block, Column, Fact, Inline, ReportDocument, Text } from './document.ts';

const lineWidth = 100;
/** Cells longer than this are not padded for: one long title would push every row off the screen. */
const widestCell = 72;

/** GitHub-flavoured Markdown that also reads well raw: short lines, aligned tables, no markup out of the user's text. */
export function renderMarkdown(document: ReportDocument): string {
  const blocks = document.blocks.map(renderBlock).filter((block) => block !== '');
  return `${blocks.join('\n\n')}\n`;
}

function renderBlock(block: Block): string {
  if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${inline(block.text)}`;
  if (block.kind === 'paragraph') return wrapped(inline(block.text), '', '');
  if (block.kind === 'list') return block.items.map((item) => wrapped(inline(item), '- ', '  ')).join('\n');
  if (block.kind === 'facts') return block.items.map(factLine).join('\n');
  if (block.kind === 'table') return renderTable(block.columns, block.rows);
  if (block.kind === 'chart') return block.isToldElsewhere ? '' : renderBlock(block.table);
  return block.kind === 'break' ? '---' : `---\n\n${wrapped(inline(block.text), '', '')}`;
}

const factLine = ({ label, text }: Fact): string =>
  wrapped(`**${escaped(label)}:** ${inline(text)}`, '- ', '  ');

function inline(text: Text): string {
  if (typeof text === 'string') return escaped(text);
  return text.map(inlineRun).join('');
}

function inlineRun(run: Inline): string {
  if (typeof run === 'string') return escaped(run, false);
  return `**${escaped('light' in run ? run.text : run.strong)}**`;
}

/** One line without control characters, and with nothing that Markdown or HTML would take for markup. */
function escaped(text: string, trimmed = true): string {
  const flat = oneLine(text);
  return (trimmed ? flat.trim() : flat)
    .replaceAll(/[\\`*[\]|~]/gu, String.raw`\$&`)
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, String.raw`\_`)
    .replaceAll(/&(?=#?\w+;)/gu, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** What would start a heading, a list, a rule or a quotation at the beginning of a line. */
function guardStart(line: string): string {
  return line.replace(/^(?=[#+=-])/u, '\\').replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, '$1\\');
}

function wrapped(text: string, first: string, next: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > lineWidth - next.length) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.map((content, index) => (index === 0 ? first : next) + guardStart(content)).join('\n');
}

function renderTable(columns: readonly Column[], rows: readonly (readonly Text[])[]): string {
  const headings = columns.map((column) => inline(column.heading));
  const cells = rows.map((row) => row.map(inline));
  const widths = columns.map((_, index) => {
    const lengths = [headings, ...cells].map((row) => lengthOf(row[index] ?? ''));
    return Math.max(3, ...lengths.filter((length) => length <= widestCell));
  });
  const line = (row: readonly string[]): string =>
    `| ${columns.map((column, index) => padded(row[index] ?? '', widths[index] ?? 3, column.align)).join(' | ')} |`;
  const rule = columns.map((column, index) => ruleOf(widths[index] ?? 3, column.align));
  return [line(headings), `| ${rule.join(' | ')} |`, ...cells.map(line)].join('\n');
}

const lengthOf = (text: string): number => Array.from(text).length;

function padded(text: string, width: number, align: Column['align'] = 'left'): string {
  const missing = Math.max(0, width - lengthOf(text));
  if (align === 'right') return ' '.repeat(missing) + text;
  if (align === 'center') {
    const before = Math.floor(missing / 2);
    return ' '.repeat(before) + text + ' '.repeat(missing - before);
  }
  return text + ' '.repeat(missing);
}

function ruleOf(width: number, align: Column['align'] = 'left'): string {
  if (align === 'right') return `${'-'.repeat(width - 1)}:`;
  return align === 'center' ? `:${'-'.repeat(width - 2)}:` : '-'.repeat(width);
}
