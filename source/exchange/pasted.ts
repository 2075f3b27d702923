const tabsIn = (line: string): number => line.split('\t').length - 1;

/**
 * A table pasted from Word as one pasted from Excel: Word ends a line within a cell as it ends a row, and puts no marks
 * around the cell. A row goes on until it has as many cells as the headings; a line without a tab after that is of its
 * last cell. What Excel wrote, and what is even anyhow, stays as it is.
 */
export function mendPasted(text: string): string {
  const lines = text.replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const wanted = tabsIn(lines[0] ?? '');
  const isEven = lines.every((line) => line === '' || tabsIn(line) === wanted);
  if (wanted === 0 || isEven || /(?:^|\t)"/m.test(text)) return text;
  const rows: string[] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    const isOpen = last !== undefined && rows.length > 1 && tabsIn(last) + tabsIn(line) <= wanted;
    if (isOpen && (tabsIn(last) < wanted || tabsIn(line) === 0)) rows[rows.length - 1] = `${last}\n${line}`;
    else rows.push(line);
  }
  return rows.map((row) => row.split('\t').map(quoted).join('\t')).join('\n');
}

const quoted = (cell: string): string =>
  cell.includes('\n') ? `"${cell.replaceAll('"', '""').trim()}"` : cell;
