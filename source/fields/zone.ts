import { UserError } from '../errors.ts';
import { zoneNamed } from '../domain/days/day.ts';
import { text } from './text.ts';
import type { Field, FieldOptions } from './field.ts';

/** A time zone by its name in the tz database; an offset alone knows no summer time, and what is unknown would be UTC. */
export function zone(options: FieldOptions): Field<string | null> {
  const plain = text(options);
  const check = (value: unknown): string | null => {
    const name = plain.check(value);
    // The usual one is known without asking the platform, which takes its time.
    if (name === null || name === options.initial) return name;
    const known = zoneNamed(name);
    if (known === null) throw new UserError('wrong-zone', { text: name });
    return known;
  };
  return { ...plain, check, read: check };
}
