/** Days and numbers in words, for the layers that show them: they may not reach into the domain themselves. */
export {
  addDays,
  addMonths,
  dayOfMonth,
  differenceInDays,
  endOfMonth,
  isoWeek,
  startOfMonth,
} from '../../domain/days/day.ts';
export {
  formatDay,
  formatDays,
  formatLocalTime,
  formatMonth,
  formatNumber,
  formatRelative,
  formatSpan,
  formatTime,
  formatWeek,
  shortMonth,
} from '../../domain/days/format-day.ts';
export { weekdayName } from '../../domain/days/calendar-names.ts';
