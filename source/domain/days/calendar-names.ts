import type { Language } from '../../language/language.ts';
import type { Weekday } from './day.ts';

/** Names by weekday (index 0 = Monday) or month (index 0 = January). By hand, because Intl costs 20 ms at its first use. */
export interface CalendarNames {
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
}

export const calendarNames: Record<Language, CalendarNames> = {
  fi: {
    weekdays: ['maanantai', 'tiistai', 'keskiviikko', 'torstai', 'perjantai', 'lauantai', 'sunnuntai'],
    shortWeekdays: ['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'],
    months: [
      'tammikuu',
      'helmikuu',
      'maaliskuu',
      'huhtikuu',
      'toukokuu',
      'kesäkuu',
      'heinäkuu',
      'elokuu',
      'syyskuu',
      'lokakuu',
      'marraskuu',
      'joulukuu',
    ],
    shortMonths: [
      'tammi',
      'helmi',
      'maalis',
      'huhti',
      'touko',
      'kesä',
      'heinä',
      'elo',
      'syys',
      'loka',
      'marras',
      'joulu',
    ],
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
};

/** `ke` or `Wed`; in full `keskiviikko` or `Wednesday`. */
export function weekdayName(weekday: Weekday, language: Language, width: 'short' | 'full' = 'short'): string {
  const names = calendarNames[language];
  return (width === 'short' ? names.shortWeekdays : names.weekdays)[weekday - 1] ?? '';
}

/** `maalis` or `Mar`; in full `maaliskuu` or `March`. `month` is 1–12. */
export function monthName(month: number, language: Language, width: 'short' | 'full' = 'full'): string {
  const names = calendarNames[language];
  return (width === 'short' ? names.shortMonths : names.months)[month - 1] ?? '';
}
