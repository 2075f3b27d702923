import { isDay, isLocalTime } from '../domain/days/day.ts';
import { explainDayProblem, parseDay, parseLocalTime, parseSpan } from '../domain/day-words/index.ts';
import { formatDay, formatLocalTime, formatSpan } from '../domain/days/format-day.ts';
import { UserError } from '../errors.ts';
import type { Day, LocalTime } from '../domain/days/day.ts';
import type { Field, FieldOptions } from './field.ts';

const nothing = (value: unknown): value is null | undefined | '' =>
  value === null || value === undefined || value === '';

/** A day, typed in any of the ways that people write days. */
export function day(options: FieldOptions): Field<Day | null> {
  return {
    ...options,
    kind: 'day',
    sqlType: 'TEXT',
    comparison: 'day',
    empty: null,
    check: (value) => {
      if (nothing(value)) return null;
      if (!isDay(String(value))) throw new UserError('wrong-day', { text: String(value), reason: null });
      return String(value);
    },
    read: (text, { today }) => {
      if (text.trim() === '') return null;
      const parsed = parseDay(text, { today });
      if (!parsed.ok) throw new UserError('wrong-day', { text, reason: explainDayProblem(parsed.reason) });
      return parsed.value;
    },
    write: (value, { language }) => (value === null ? '' : formatDay(value, language, 'long')),
  };
}

/** A day and a time of day in the project's time zone, to the minute. */
export function localTime(options: FieldOptions): Field<LocalTime | null> {
  return {
    ...options,
    kind: 'localTime',
    sqlType: 'TEXT',
    comparison: 'day',
    empty: null,
    check: (value) => {
      if (nothing(value)) return null;
      if (!isLocalTime(String(value)))
        throw new UserError('wrong-time', { text: String(value), reason: null });
      return String(value);
    },
    read: (text, { today }) => {
      if (text.trim() === '') return null;
      const parsed = parseLocalTime(text, { today });
      if (!parsed.ok) throw new UserError('wrong-time', { text, reason: explainDayProblem(parsed.reason) });
      return parsed.value;
    },
    write: (value, { language }) => (value === null ? '' : formatLocalTime(value, language)),
  };
}

/** Two days, kept as `2022-03-23/2022-04-08`. */
export function span(options: FieldOptions): Field<string | null> {
  const check = (value: unknown): string | null => {
    if (nothing(value)) return null;
    const [from = '', to = ''] = String(value).split('/');
    if (!isDay(from) || !isDay(to) || from > to)
      throw new UserError('wrong-span', { text: String(value), reason: null });
    return `${from}/${to}`;
  };
  return {
    ...options,
    kind: 'span',
    sqlType: 'TEXT',
    comparison: 'day',
    empty: null,
    check,
    read: (text, { today }) => {
      if (text.trim() === '') return null;
      const parsed = parseSpan(text, { today });
      if (!parsed.ok) throw new UserError('wrong-span', { text, reason: explainDayProblem(parsed.reason) });
      return `${parsed.value.from}/${parsed.value.to}`;
    },
    write: (value, { language }) => {
      const [from, to] = value?.split('/') ?? [];
      return from === undefined || to === undefined ? '' : formatSpan({ from, to }, language);
    },
  };
}
