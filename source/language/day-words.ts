import type { Language } from './language.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A day within a sentence: `23.3.2022` or `23 Mar 2022`. What is no ISO day stays as it is. */
export function dayWords(day: string, language: Language): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined) return day;
  const number = Number(date);
  if (language === 'fi') return `${number}.${Number(month)}.${year}`;
  return `${number} ${months[Number(month) - 1] ?? ''} ${year}`;
}
