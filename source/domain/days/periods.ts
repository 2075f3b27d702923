import { daysInMonth, makeDay } from './day.ts';
import type { Span } from './day.ts';

const dash = '[-–—]';
const forms: readonly (readonly [RegExp, (numbers: readonly number[]) => Span | null])[] = [
  // 8-12/2020
  [
    new RegExp(`^(\\d{1,2})\\s*${dash}\\s*(\\d{1,2})\\s*/\\s*(\\d{4})$`),
    ([from = 0, to = 0, year = 0]) => months(year, from, year, to),
  ],
  // 11/2020-2/2021
  [
    new RegExp(`^(\\d{1,2})\\s*/\\s*(\\d{4})\\s*${dash}\\s*(\\d{1,2})\\s*/\\s*(\\d{4})$`),
    ([from = 0, fromYear = 0, to = 0, toYear = 0]) => months(fromYear, from, toYear, to),
  ],
  // 3/2021
  [/^(\d{1,2})\s*\/\s*(\d{4})$/, ([month = 0, year = 0]) => months(year, month, year, month)],
  // Q2/2021, Q2 2021, 2. neljännes 2021
  [
    /^(?:Q\s*)([1-4])\s*[/ ]\s*(\d{4})$/i,
    ([quarter = 0, year = 0]) => months(year, quarter * 3 - 2, year, quarter * 3),
  ],
  [
    /^([1-4])\.\s*(?:neljännes|kvartaali)\s*[/ ]?\s*(\d{4})$/i,
    ([quarter = 0, year = 0]) => months(year, quarter * 3 - 2, year, quarter * 3),
  ],
  // 2021
  [/^((?:19|20)\d{2})$/, ([year = 0]) => months(year, 1, year, 12)],
];

/** The months that the heading of a phase table means, as funders draw them: `8-12/2020`, `Q1/2021`, `2022`; null for none. */
export function parsePeriod(heading: string): Span | null {
  const text = heading.trim();
  for (const [form, spanOf] of forms) {
    const found = form.exec(text);
    if (found !== null) return spanOf(found.slice(1).map(Number));
  }
  return null;
}

function months(fromYear: number, from: number, toYear: number, to: number): Span | null {
  const first = makeDay(fromYear, from, 1);
  const last = to >= 1 && to <= 12 ? makeDay(toYear, to, daysInMonth(toYear, to)) : null;
  return first === null || last === null || last < first ? null : { from: first, to: last };
}

/** The day that a spreadsheet's count means, from 1.3.1900 on (before that its calendar has a day too many); null for none. */
export function dayOfSerial(serial: number): { readonly day: string; readonly minutes: number } | null {
  if (!(serial >= 61 && serial < 2_958_466)) return null;
  const moment = new Date(Math.round((serial - 25_569) * 1440) * 60_000).toISOString();
  return {
    day: moment.slice(0, 10),
    minutes: Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16)),
  };
}
