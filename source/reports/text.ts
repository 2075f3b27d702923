import { oneLine } from './plain-text.ts';
import type { Block, ReportDocument, TableBlock, Text } from './document.ts';

/**
 * Text without any markup, to be pasted into forms and messages: a paragraph is one line, a list has dashes, a table's row
 * is a line that says its headings.
 */
export function renderText(document: ReportDocument): string {
  const blocks = document.blocks.map(renderBlock).filter((block) => block !== '');
  return `${blocks.join('\n\n')}\n`;
}

function renderBlock(block: Block): string {
  if (block.kind === 'heading')
    return block.level === 3 ? plain(block.text) : plain(block.text).toUpperCase();
  if (block.kind === 'paragraph') return plain(block.text);
  if (block.kind === 'list') return block.items.map((item) => `- ${plain(item)}`).join('\n');
  if (block.kind === 'facts')
    return block.items.map(({ label, text }) => `${plain(label)}: ${plain(text)}`).join('\n');
  if (block.kind === 'table') return renderTable(block);
  if (block.kind === 'chart') return block.isToldElsewhere ? '' : renderTable(block.table);
  return block.kind === 'break' ? '' : plain(block.text);
}

function renderTable({ columns, rows, caption }: TableBlock): string {
  const lines = rows.map((row) => {
    const [first = '', ...rest] = columns.map(({ heading }, index) => {
      const text = plain(row[index] ?? '');
      return index === 0 ? text : text === '' ? '' : `${plain(heading)} ${text}`;
    });
    const said = rest.filter((part) => part !== '').join('; ');
    return said === '' ? `- ${first}` : `- ${first}: ${said}`;
  });
  return [...(caption === undefined ? [] : [plain(caption)]), ...lines].join('\n');
}

export const plain = (text: Text): string =>
  typeof text === 'string'
    ? oneLine(text).trim()
    : text
        .map((run) => oneLine(typeof run === 'string' ? run : 'strong' in run ? run.strong : run.text))
        .join('')
        .trim();
