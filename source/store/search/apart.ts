/**
 * How far a record is from what was asked for, in small letters: 0 it is called just so, 1 its name begins so, 2 it is
 * called after one that does; 3 a later word begins so, as a family name does, 5 the words are in other forms or elsewhere;
 * one more where they are in others' names that it goes by.
 */
export function apart(heading: unknown, begin: unknown, kind: unknown): number {
  const called = String(heading).toLowerCase();
  const asked = String(begin);
  if (called.startsWith(asked)) return kind !== 0 ? 2 : called.length === asked.length ? 0 : 1;
  return (called.includes(` ${asked}`) ? 3 : 5) + (kind === 2 ? 1 : 0);
}
