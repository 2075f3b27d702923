/** A report's Markdown as lines of the screen: headings in their tone, bold as bold, tables in columns. Pure. */
import { cutLine, line, lineWidth, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { cellWidth, safe, wrap } from '../../widgets/lines/text.ts';

/** What Markdown keeps from being markup is shown as it was written. */
const shownAs = (text: string): string => text.replaceAll(/\\([\\`*[\]|~#+=_.)-])/gu, '$1');

/** `**so**` becomes bold; the stars that a wrapped line has cut apart stay. */
function boldSpans(text: string): StyledLine {
  return text
    .split(/\*\*([^*]+)\*\*/)
    .map((part, index) => (index % 2 === 1 ? { text: shownAs(part), bold: true } : { text: shownAs(part) }))
    .filter((part) => part.text !== '');
}

const ruleRow = /^\|[ :|-]+\|$/;
const gap = 2;
const narrowest = 8;

/** Cells of a row; a bar that belongs to the text is written `\|`. */
function cellsOf(row: string): string[] {
  return row
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** The widest column gives way, cell by cell, until all fit. */
function widthsOf(rows: readonly (readonly string[])[], room: number): number[] {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(1, ...rows.map((row) => lineWidth(boldSpans(row[column] ?? '')))),
  );
  const total = (): number => widths.reduce((sum, one) => sum + one, 0) + gap * (count - 1);
  while (total() > room) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) break;
    widths[widths.indexOf(widest)] = widest - 1;
  }
  return widths;
}

/** One row, as many lines as its longest cell wraps into. */
function rowLines(
  cells: readonly string[],
  widths: readonly number[],
  rights: readonly boolean[],
): StyledLine[] {
  const wrapped = widths.map((width, column) => {
    const cell = cells[column] ?? '';
    // A cell that fits without its stars keeps its bold words; a longer one is plain.
    return lineWidth(boldSpans(cell)) <= width
      ? [boldSpans(cell)]
      : wrap(cell.replaceAll('**', ''), width).map((text) => line(text));
  });
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => [
    span(' '),
    ...widths.flatMap((width, column) => {
      const content = cutLine(wrapped[column]?.[row] ?? [], width);
      const missing = span(' '.repeat(width - lineWidth(content)));
      const filled = rights[column] === true ? [missing, ...content] : [...content, missing];
      return column === 0 ? filled : [span(' '.repeat(gap)), ...filled];
    }),
  ]);
}

function tableLines(table: readonly string[], width: number, unicode: boolean): StyledLine[] {
  const rule = table.find((row) => ruleRow.test(row));
  const rights = rule === undefined ? [] : cellsOf(rule).map((cell) => /^-+:$/.test(cell));
  const rows = table.map((row) => (row === rule ? null : cellsOf(row)));
  const widths = widthsOf(
    rows.filter((row) => row !== null),
    width - 1,
  );
  return rows.flatMap((cells, index): StyledLine[] => {
    if (cells === null)
      return [
        line(` ${widths.map((one) => (unicode ? '─' : '-').repeat(one)).join(' '.repeat(gap))}`, 'border'),
      ];
    const lines = rowLines(cells, widths, rights);
    return index === 0 ? lines.map((one) => one.map(({ text }) => span(text, 'heading'))) : lines;
  });
}

/** A table for who listens: a line for each row, each value after its column's name; what is empty is not said. */
function spokenTable(table: readonly string[]): StyledLine[] {
  const [head = [], ...rows] = table.filter((row) => !ruleRow.test(row)).map((row) => cellsOf(row));
  return rows.map((cells) => {
    const told = cells.map((cell, column) => {
      const [name = '', value] = [head[column] ?? '', cell].map((text) => text.replaceAll('**', ''));
      return value === '' || name === '' ? (value ?? '') : `${name}: ${value ?? ''}`;
    });
    return line(told.filter((text) => text !== '').join(', '));
  });
}

function textLines(text: string, width: number): StyledLine[] {
  if (/^#+ /.test(text))
    return wrap(text.replace(/^#+ /, ''), width - 2).map((part) => line(` ${part}`, 'heading'));
  const indent = /^([-*] |\d+\. )/.test(text) ? '   ' : ' ';
  return wrap(text, width - 4).map((part, index) =>
    part === '' ? [] : [span(index === 0 ? ' ' : indent), ...boldSpans(part)],
  );
}

/** What begins a line of its own: a heading, a row of a table, an item, a rule. */
const opening = /^(?:#+ |\||[-*] |\d+[.)] |-{3,}$)/u;

/** Lines as they were before Markdown wrapped them: the screen has a width of its own. */
function unwrapped(text: string): string[] {
  const lines: string[] = [];
  for (const raw of text.split('\n')) {
    const before = lines.at(-1) ?? '';
    const goesOn =
      raw.trim() !== '' && !opening.test(raw) && before !== '' && !/^(?:#+ |\||-{3,}$)/u.test(before);
    if (goesOn) lines.splice(-1, 1, `${before} ${raw.trim()}`);
    else lines.push(raw);
  }
  return lines;
}

interface Looks {
  readonly unicode?: boolean;
  /** For who listens: rows of tables in words, not in columns. */
  readonly spoken?: boolean;
}

export function reportLines(
  text: string,
  wanted: number,
  { unicode = true, spoken = false }: Looks = {},
): StyledLine[] {
  const width = Math.max(24, wanted);
  const lines: StyledLine[] = [];
  let table: string[] = [];
  const closeTable = (): void => {
    if (table.length > 0) lines.push(...(spoken ? spokenTable(table) : tableLines(table, width, unicode)));
    table = [];
  };
  for (const raw of unwrapped(text)) {
    const shown = safe(raw);
    if (shown.startsWith('|') && shown.endsWith('|') && cellWidth(shown) > 1) table.push(shown);
    else {
      closeTable();
      lines.push(...textLines(shown, width));
    }
  }
  closeTable();
  return lines;
}
