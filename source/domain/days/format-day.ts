import type { Language } from '../../language/language.ts';
import { monthName, weekdayName } from './calendar-names.ts';
import { dayOfMonth, localDay, monthOf, weekday, yearOf } from './day.ts';
import type { Day, LocalTime, Span } from './day.ts';

/**
 * - `short`: `23.3.` or `23 Mar`
 * - `long`: `23.3.2022` or `23 Mar 2022`
 * - `weekday`: `ke 23.3.` or `Wed 23 Mar`
 * - `full`: `ke 23.3.2022` or `Wed 23 Mar 2022`
 */
export type DayStyle = 'short' | 'long' | 'weekday' | 'full';

/** `short` and `weekday` add the year where it is not that of `today`. `parseDay` reads every style back. */
export function formatDay(day: Day, language: Language, style: DayStyle = 'long', today?: Day): string {
  const yearless =
    (style === 'short' || style === 'weekday') && (today === undefined || yearOf(day) === yearOf(today));
  const start = style === 'weekday' || style === 'full' ? `${weekdayName(weekday(day), language)} ` : '';
  return start + dayAndMonth(day, language) + (yearless ? '' : yearAfter(day, language));
}

function dayAndMonth(day: Day, language: Language): string {
  if (language === 'fi') return `${dayOfMonth(day)}.${monthOf(day)}.`;
  return `${dayOfMonth(day)} ${monthName(monthOf(day), 'en', 'short')}`;
}

function yearAfter(day: Day, language: Language): string {
  return language === 'fi' ? `${yearOf(day)}` : ` ${yearOf(day)}`;
}

/** `9.00` or `09:00`. Takes a local time or only its clock, `09:00`. */
export function formatTime(time: LocalTime, language: Language): string {
  const clock = time.slice(-5);
  if (language === 'en') return clock;
  return `${Number(clock.slice(0, 2))}.${clock.slice(3)}`;
}

/** `ke 30.3. klo 9.00` or `Wed 30 Mar 09:00`; `parseLocalTime` reads it back. */
export function formatLocalTime(
  time: LocalTime,
  language: Language,
  style: DayStyle = 'full',
  today?: Day,
): string {
  const day = formatDay(localDay(time), language, style, today);
  return `${day}${language === 'fi' ? ' klo ' : ' '}${formatTime(time, language)}`;
}

/** `23.3.–8.4.2022`, `1.–5.4.2022`, `28.12.2022–3.1.2023`; `23 Mar – 8 Apr 2022`, `1–5 Apr 2022`. One day is that day. */
export function formatSpan(span: Span, language: Language): string {
  const { from, to } = span;
  const end = formatDay(to, language, 'long');
  if (from === to) return end;
  const sameYear = yearOf(from) === yearOf(to);
  if (sameYear && monthOf(from) === monthOf(to)) {
    return `${dayOfMonth(from)}${language === 'fi' ? '.' : ''}–${end}`;
  }
  return `${formatDay(from, language, sameYear ? 'short' : 'long')}${language === 'fi' ? '–' : ' – '}${end}`;
}

/** `vko 12` or `week 12`; with a year `vko 12/2022` or `week 12/2022`. */
export function formatWeek(week: number, language: Language, year?: number): string {
  return `${language === 'fi' ? 'vko' : 'week'} ${week}${year === undefined ? '' : `/${year}`}`;
}

/** The month that the day lies in: `maaliskuu 2022` or `March 2022`. */
export function formatMonth(day: Day, language: Language): string {
  return `${monthName(monthOf(day), language)} ${yearOf(day)}`;
}

/** The month that the day lies in, for a narrow column: `maalis` or `Mar`. */
export function shortMonth(day: Day, language: Language): string {
  return monthName(monthOf(day), language, 'short');
}

/** A length: `2 pv` or `2 d`. */
export function formatDays(count: number, language: Language): string {
  return `${count} ${language === 'fi' ? 'pv' : 'd'}`;
}

/**
 * Where a day lies seen from today; `count` is days from today, negative in the past: `tänään`, `huomenna`, `12 pv`,
 * `eilen`, `2 pv sitten`; `today`, `tomorrow`, `in 12 d`, `yesterday`, `2 d ago`.
 */
export function formatRelative(count: number, language: Language): string {
  if (Math.abs(count) <= 1) {
    const words = language === 'fi' ? ['eilen', 'tänään', 'huomenna'] : ['yesterday', 'today', 'tomorrow'];
    return words[count + 1] ?? '';
  }
  const length = formatDays(Math.abs(count), language);
  if (count < 0) return language === 'fi' ? `${length} sitten` : `${length} ago`;
  return language === 'fi' ? length : `in ${length}`;
}

/** What stands between thousands in Finnish: a space at which no line breaks. */
const nonBreakingSpace = '\u00A0';

/**
 * `3,76` or `3.76`, `31 000` or `31,000`. `decimals` rounds half away from zero and keeps the zeros at the end; without
 * it the number is shown as it is. Thousands are parted from five figures on.
 */
export function formatNumber(value: number, language: Language, decimals?: number): string {
  const shown = decimals === undefined ? `${Math.abs(value)}` : roundedText(Math.abs(value), decimals);
  if (!/^\d+(?:\.\d+)?$/u.test(shown)) return `${value}`;
  const [whole = '', fraction] = shown.split('.');
  const gap = language === 'fi' ? nonBreakingSpace : ',';
  const grouped = whole.length < 5 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/gu, gap);
  const sign = value < 0 && Number(shown) !== 0 ? '-' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `${language === 'fi' ? ',' : '.'}${fraction}`}`;
}

/** Shifts the point in the number's own decimal digits, where 1.005 is exact; in binary it rounds to 1.00. */
function roundedText(value: number, decimals: number): string {
  const text = `${value}`;
  if (text.includes('e')) return value.toFixed(decimals);
  return (Math.round(Number(`${text}e${decimals}`)) / 10 ** decimals).toFixed(decimals);
}

/** Euros as the language writes them: `97 566 €`, `€97,566`. */
export function formatEuros(value: number, language: Language, decimals: number): string {
  const figure = formatNumber(value, language, decimals);
  return language === 'fi' ? `${figure}\u00A0€` : `€${figure}`;
}
