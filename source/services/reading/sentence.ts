import { messages } from '../../language/index.ts';
import type { UserError } from '../../errors.ts';
import type { Language } from '../../language/language.ts';

/** What is wrong and what to do next, in the user's language. */
export function sentenceOf(error: UserError, language: Language): { message: string; hint: string } {
  const { code, parameters } = error;
  // Each code's parameters fit its own message; a union of codes can't say so.
  const entry = messages(language).errors[code] as {
    message: (given: unknown) => string;
    hint: (given: unknown) => string;
  };
  return { message: entry.message(parameters), hint: entry.hint(parameters) };
}
