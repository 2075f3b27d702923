import fc from 'fast-check';
import { dayFromNumber, dayNumber } from '../../source/domain/day.ts';

/** Any day of the years in which a project can lie. */
export const anyDay = fc
  .integer({ min: dayNumber('1990-01-01'), max: dayNumber('2089-12-31') })
  .map(dayFromNumber);
