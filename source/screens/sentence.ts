/** An error in the user's language. What is no UserError is our bug, and goes on its way. */
import { UserError, type ErrorCode } from '../errors.ts';
import { messages, type Language } from '../language/index.ts';

export interface Sentence {
  readonly text: string;
  /** What to do next. */
  readonly hint: string;
}

export function sentenceOf(error: unknown, language: Language): Sentence {
  if (!(error instanceof UserError)) throw error;
  const { code, parameters } = error as UserError;
  const known: ErrorCode = code;
  // Each entry takes the parameters of its own code, which the error was made with.
  const entry = messages(language).errors[known] as {
    readonly message: (given: unknown) => string;
    readonly hint: (given: unknown) => string;
  };
  return { text: entry.message(parameters), hint: entry.hint(parameters) };
}
