import { wrongUsage } from '../../errors.ts';
import { warningSentence } from '../../services/writing/warnings.ts';
import type { Warning } from '../../services/writing/warnings.ts';
import type { Call } from './command.ts';

/** Prints JSON and nothing else: what scripts read. */
export function printJson(call: Call, value: unknown): void {
  call.place.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Tells what was kept all the same, beside what the command prints: a sentence each, or JSON for scripts. */
export function printWarnings(call: Call, warnings: readonly Warning[]): void {
  for (const warning of warnings) printWarning(call, warning.code, warningSentence(warning, call.language));
}

export function printWarning({ place, json }: Call, code: string, message: string): void {
  const line = json ? JSON.stringify({ warning: { code, message } }) : place.text.safe(message);
  place.writeError(`${line}\n`);
}

/** Prints lines for people. Each has been through `safe` or comes from the interface's own words. */
export function printLines(call: Call, lines: readonly string[]): void {
  call.place.write(lines.map((line) => `${line}\n`).join(''));
}

type Style = 'bold' | 'dim' | 'alarm';
const codes: Record<Style, [number, number]> = { bold: [1, 22], dim: [2, 22], alarm: [31, 39] };

export function styled(call: Call, style: Style, text: string): string {
  const [on, off] = codes[style];
  return call.colors && text !== '' ? `\u001b[${on}m${text}\u001b[${off}m` : text;
}

export interface Column {
  readonly heading: string;
  readonly align?: 'left' | 'right';
}

const gap = '  ';
const narrowest = 6;

/** A table with a line of headings, no wider than the terminal: what gives way are the widest columns, then the last. */
export function table(
  call: Call,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string[] {
  const { safe, cellWidth, fit } = call.place.text;
  const cells = rows.map((row) => row.map(safe));
  const natural = columns.map(({ heading }, index) =>
    Math.max(cellWidth(safe(heading)), ...cells.map((row) => cellWidth(row[index] ?? ''))),
  );
  const widths = fitted(natural, call.place.columns);
  const line = (texts: readonly string[]): string =>
    widths
      .map((width, index) => fit(texts[index] ?? '', width, columns[index]?.align ?? 'left'))
      .join(gap)
      .trimEnd();
  const headings = styled(call, 'bold', line(columns.map(({ heading }) => safe(heading))));
  return [headings, ...cells.map(line)];
}

/** Widths that fit the line. The widest column gives cell by cell; where even that is too little, columns drop out. */
function fitted(natural: readonly number[], columns: number): number[] {
  const widths = natural.map((width) => Math.max(width, 1));
  const total = (): number =>
    widths.reduce((sum, width) => sum + width, 0) + gap.length * (widths.length - 1);
  while (total() > columns && widths.length > 1) {
    const widest = Math.max(...widths);
    if (widest <= narrowest) widths.pop();
    else {
      const next = Math.max(narrowest, ...widths.filter((width) => width < widest));
      const many = widths.filter((width) => width === widest).length;
      const excess = Math.ceil((total() - columns) / many);
      const target = Math.max(next, widest - excess);
      widths.forEach((width, index) => {
        if (width === widest) widths[index] = Math.min(widest, target === widest ? widest - 1 : target);
      });
    }
  }
  return widths;
}

/** Names and values below each other, long values wrapped under themselves. */
export function pairs(call: Call, given: readonly (readonly [string, string])[]): string[] {
  const { safe, safeLines, cellWidth, fit, wrap } = call.place.text;
  // What a thing is called may be the planner's own word.
  const entries = given.map(([name, value]) => [safe(name), value] as const);
  const width = Math.max(0, ...entries.map(([name]) => cellWidth(name)));
  const room = Math.max(20, Math.min(call.place.columns, 100) - width - gap.length);
  return entries.flatMap(([name, value]) =>
    safeLines(value)
      .flatMap((line) => wrap(line, room))
      .map((line, index) =>
        `${styled(call, 'dim', fit(index === 0 ? name : '', width))}${gap}${line}`.trimEnd(),
      ),
  );
}

interface Bounds {
  readonly least?: number;
  readonly most?: number;
}

/** A whole number that an option gives. @throws UserError wrong-option, also out of bounds */
export function numberOption(
  call: Call,
  option: string,
  { least = 0, most = 999_999_999 }: Bounds = {},
): number | undefined {
  const text = call.options.value(option);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text) || Number(text) < least || Number(text) > most)
    throw wrongUsage('wrong-option', {
      option,
      text,
      forms: [String(least), String(least + 1), `${least + 2} …`, String(most)],
    });
  return Number(text);
}

/** `--limit`: nothing at all is not worth asking for. @throws UserError wrong-option */
export const limitOption = (call: Call): number | undefined => numberOption(call, 'limit', { least: 1 });

/** `--days`: no more than people plan for. @throws UserError wrong-option */
export const daysOption = (call: Call): number | undefined => numberOption(call, 'days', { most: 36_500 });

/** Words that an option gives with commas between. */
export function listOption(call: Call, option: string): string[] | undefined {
  const text = call.options.value(option);
  return text
    ?.split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
