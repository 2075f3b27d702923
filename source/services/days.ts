/** Days and numbers in words, for the layers that show them: they may not reach into the domain themselves. */
export { addDays, differenceInDays, isoWeek } from '../domain/day.ts';
export {
  formatDay,
  formatDays,
  formatLocalTime,
  formatRelative,
  formatTime,
  formatWeek,
} from '../domain/format-day.ts';
