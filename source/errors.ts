import type { Messages } from './language/index.ts';

type ErrorTable = Messages['errors'];

/** Name of a message that a person can act on; each has a sentence and a hint in both languages. */
export type ErrorCode = keyof ErrorTable;

/** What the sentence of an error needs: names, numbers and lists that are shown as they are. */
export type ErrorParameters<Code extends ErrorCode> = Parameters<ErrorTable[Code]['message']>[0];

/**
 * Something the user can act on: carries the name of its message, never the words, so that it is said in the
 * user's language where it is shown. `exit` is 1 (act on it) or 2 (wrong usage).
 * Anything thrown that is not a UserError is our bug and ends the process with 70.
 */
export class UserError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly parameters: ErrorParameters<Code>;
  readonly exit: 1 | 2;

  constructor(code: Code, parameters: ErrorParameters<Code>, exit: 1 | 2 = 1) {
    super(code);
    this.name = 'UserError';
    this.code = code;
    this.parameters = parameters;
    this.exit = exit;
  }
}

/** The same as UserError, for a command that was typed wrong. */
export function wrongUsage<Code extends ErrorCode>(
  code: Code,
  parameters: ErrorParameters<Code>,
): UserError<Code> {
  return new UserError(code, parameters, 2);
}

/** `instanceof` alone leaves the code of a caught error open. */
export function isUserError(error: unknown): error is UserError {
  return error instanceof UserError;
}
