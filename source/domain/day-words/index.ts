export { dayAtEnd, hourAtEnd, noSuchDay } from './day-at-end.ts';
export type { NoDay } from './day-at-end.ts';
export { dayInWords } from './day-in-words.ts';
export { explainDayProblem } from './outcome.ts';
export type { DayProblem } from './outcome.ts';
export { parseDay } from './parse-day.ts';
export { parseClock, parseLocalTime } from './parse-local-time.ts';
export { parseSpan } from './parse-span.ts';
