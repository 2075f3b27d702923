import { dayOf } from '../../domain/days/day.ts';
import { UserError } from '../../errors.ts';
import { clockFrom } from './clock.ts';
import { readDay } from '../reading/lookup.ts';
import { systemClock } from './project.ts';
import type { Day } from '../../domain/days/day.ts';
import type { FieldContext } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';

/** A day that is asked for before any project is open, counted from the machine's own day. @throws UserError wrong-day */
export function dayWord(text: string | undefined, otherwise: Day): Day {
  if (text === undefined) return otherwise;
  return readDay(text, dayOf(systemClock.now(), 'Europe/Helsinki'));
}

/** What reading values takes where there is no project yet: no record can be named. */
export function blankContext(language: Language, environment: NodeJS.ProcessEnv = process.env): FieldContext {
  const today = dayOf(clockFrom(environment['LUOTSI_CLOCK']).now(), 'Europe/Helsinki');
  const none = (registers: readonly string[], text: string): never => {
    throw new UserError('no-such-record', { register: registers[0] ?? '', text, near: [] });
  };
  return {
    language,
    today,
    day: (text) => readDay(text, today),
    find: none,
    findMaybe: () => null,
    name: () => '',
  };
}
