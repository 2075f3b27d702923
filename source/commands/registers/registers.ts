import { findRegister, namesOf } from '../../services/reading/lookup.ts';
import { everySummary, isRegister, registerOf } from '../../registers/index.ts';
import { nearestWords } from '../../services/reading/listing.ts';
import { UserError, wrongUsage } from '../../errors.ts';
import { add, history, list, remove, set, show } from './verbs.ts';
import { bespokeVerbsOf } from './bespoke.ts';
import type { Definition } from '../../registers/index.ts';
import type { Command } from '../line/command.ts';
import type { Found } from '../line/dispatch.ts';

/** A register as a word of the command line means it: whole, or the part of it that names another register. */
export interface View {
  readonly definition: Definition;
  /** The word for help and errors: the register's name, or the alias that narrows it. */
  readonly word: string;
  readonly naming?: { readonly field: string; readonly register: string };
}

export type Verb = (view: View) => Command;

/** Every register has these, and none has others of their names. */
const reading: Readonly<Record<string, Verb>> = { list, show, history };
const verbs: Readonly<Record<string, Verb>> = { ...reading, add, set, remove };

/** Words that mean a part of another register. */
const views: Readonly<Record<string, Omit<View, 'definition'> & { readonly register: string }>> = {
  measure: { register: 'action', word: 'measure', naming: { field: 'source', register: 'risk' } },
  hallintatoimenpide: { register: 'action', word: 'measure', naming: { field: 'source', register: 'risk' } },
};

function viewCalled(word: string): (typeof views)[string] | null {
  const wanted = word.toLowerCase();
  return Object.hasOwn(views, wanted) ? (views[wanted] ?? null) : null;
}

/** The verb of a register that the words mean; without a verb, its list. @throws UserError unknown-…, with near words */
export function findVerb(first: string, rest: readonly string[], commands: readonly string[]): Found {
  const view = viewOf(first, commands);
  const [word = 'list', ...others] = rest;
  const verb = verbCalled(view, word);
  if (verb === undefined) {
    const available = verbsOf(view);
    throw wrongUsage('unknown-command', {
      word: `${first} ${word}`,
      near: nearestWords(word, Object.keys(available)).map((near) => `${view.word} ${near}`),
    });
  }
  return { command: verb(view), name: `${view.word} ${word}`, rest: others };
}

/** Registers that are read in a way of their own: a report that was handed over is shown byte for byte. */
const readOtherwise: ReadonlySet<string> = new Set(['report']);

function verbCalled(view: View, word: string): Verb | undefined {
  const isUsual = Object.hasOwn(reading, word) && !readOtherwise.has(view.definition.name);
  const available = isUsual ? reading : verbsOf(view);
  return Object.hasOwn(available, word) ? available[word] : undefined;
}

/** Is the second word a verb of the register that the first one names? */
export function isVerbOf(first: string, second: string | undefined): boolean {
  return (
    isRegister(first) &&
    second !== undefined &&
    Object.hasOwn(verbsOf({ definition: registerOf(first), word: first }), second)
  );
}

/** @throws UserError unknown-command with the nearest commands and registers */
export function viewOf(word: string, commands: readonly string[]): View {
  const narrowed = viewCalled(word);
  if (narrowed !== null) return { ...narrowed, definition: findRegister(narrowed.register) };
  try {
    const definition = findRegister(word);
    return { definition, word: definition.name };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const names = everySummary.filter((one) => one.isCoded).flatMap(namesOf);
    throw wrongUsage('unknown-command', { word, near: nearestWords(word, [...commands, ...names]) });
  }
}

/** Verbs that a register has, generic ones first. */
export function verbsOf(view: View): Record<string, Verb> {
  return { ...verbs, ...bespokeVerbsOf(view.word), ...bespokeVerbsOf(view.definition.name) };
}
