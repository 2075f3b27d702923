/** What tables that came in together came to. */
import { formatDay } from '../reading/days.ts';
import type { Language } from '../../language/language.ts';
import type { Replacement } from './import-plan.ts';
import type { ImportReport } from './import.ts';

export interface ImportSum {
  readonly added: number;
  readonly alongside: number;
  readonly changed: number;
  readonly same: number;
  readonly conflict: number;
  readonly refusedRows: number;
}

/** Rows that were refused: each once, whatever there was wrong with it. */
export const rowsIn = ({ refused }: Pick<ImportReport, 'refused'>): number =>
  new Set(refused.map(({ row }) => row)).size;

export function sumOf(reports: readonly ImportReport[]): ImportSum {
  const sum = (count: (report: ImportReport) => number): number =>
    reports.reduce((all, report) => all + count(report), 0);
  return {
    added: sum(({ added }) => added),
    alongside: sum(({ alongside }) => alongside),
    changed: sum(({ changed }) => changed),
    same: sum(({ same }) => same),
    conflict: sum(({ conflict }) => conflict),
    refusedRows: sum(rowsIn),
  };
}

const mostLetters = 50;

/** A value that gives way, as it is shown on a line. */
export function shownReplacement(
  { code, label, from, to, since }: Replacement,
  language: Language,
): Record<'code' | 'field' | 'since', string> & Record<'from' | 'to', string | null> {
  const short = (text: string | null): string | null => {
    const line = text?.replaceAll(/\s+/g, ' ') ?? null;
    return line !== null && line.length > mostLetters ? `${line.slice(0, mostLetters - 1)}…` : line;
  };
  return {
    code,
    field: label[language],
    from: short(from),
    to: short(to),
    since: formatDay(since, language),
  };
}
