/** Days and numbers in words, for the layers that show them: they may not reach into the domain themselves. */
export { addDays, differenceInDays, isoWeek, localDay, startOfWeek } from '../domain/day.ts';
export {
  formatDay,
  formatDays,
  formatLocalTime,
  formatNumber,
  formatRelative,
  formatSpan,
  formatTime,
  formatWeek,
} from '../domain/format-day.ts';
