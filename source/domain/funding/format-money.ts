import type { Language } from '../../language/language.ts';
import { formatNumber } from '../days/format-day.ts';

/** `33 000 €` or `€33,000`; with cents where there are any: `31 200,50 €`, `€31,200.50`. */
export function formatMoney(euros: number, language: Language): string {
  const number = formatNumber(Math.abs(euros), language, Number.isInteger(euros) ? 0 : 2);
  const sign = euros < 0 ? '-' : '';
  return language === 'fi' ? `${sign}${number}\u00a0€` : `${sign}€${number}`;
}
