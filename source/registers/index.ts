import { declarations } from './declarations.ts';
import { summaries } from './summaries.ts';
import type { Definition } from './define.ts';
import type { Summary } from './summaries.ts';

const byName: Readonly<Record<string, Definition>> = declarations;

/**
 * Every register, part and dated log, with parents before what belongs to them. A declaration is looked at when it is
 * come to; so who asks for one by its name asks `registerOf`, and what is often asked of all stands in summaries.
 */
export const registers: readonly Definition[] = Object.defineProperties(
  [],
  Object.fromEntries(
    Object.keys(declarations).map((name, index) => [index, { get: () => byName[name], enumerable: true }]),
  ),
);

/** The declaration of a register by its name. @throws Error when there is none: our bug, never the user's. */
export function registerOf(name: string): Definition {
  const definition = Object.hasOwn(byName, name) ? byName[name] : undefined;
  if (definition === undefined) throw new Error(`No register ${name}`);
  return definition;
}

/** A register without its fields. @throws Error when there is none: our bug, never the user's. */
export function summaryOf(name: string): Summary {
  const summary = Object.hasOwn(summaries, name) ? summaries[name] : undefined;
  if (summary === undefined) throw new Error(`No register ${name}`);
  return summary;
}

/** Every register without its fields, in the same order. */
export const everySummary: readonly Summary[] = Object.values(summaries);

export const isRegister = (name: string): boolean => Object.hasOwn(summaries, name);

export type * from './define.ts';
export type { Summary } from './summaries.ts';
