export { explainDayProblem } from './outcome.ts';
export type { DayOptions, DayProblem, Parsed } from './outcome.ts';
export { parseDay } from './parse-day.ts';
export { parseClock, parseLocalTime } from './parse-local-time.ts';
export type { LocalTimeOptions } from './parse-local-time.ts';
export { parseSpan } from './parse-span.ts';
