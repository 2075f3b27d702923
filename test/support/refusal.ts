import { UserError } from '../../source/errors.ts';

/** The error that the work ends in, one that a person can act on. */
export function refusal(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error as UserError;
    throw error;
  }
  throw new Error('Nothing was refused');
}
