/** Figures in words, for the layers that show them. */
import { formatNumber } from '../../domain/days/format-day.ts';
import type { Language } from '../../language/language.ts';

/** `56 %`, `56%`; a dash of nothing. */
export function percentWords(share: number | null, language: Language): string {
  if (share === null) return '–';
  const percent = formatNumber(share * 100, language, 0);
  return language === 'fi' ? `${percent} %` : `${percent}%`;
}

/** A number with a decimal where it has one: medians of days. */
export const numberWords = (value: number, language: Language): string =>
  formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
