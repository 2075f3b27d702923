import { createInterface } from 'node:readline/promises';

/** Asks a person at the terminal, and says whether the answer is a yes. */
export async function answered(question: string, yes: RegExp): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return yes.test((await lines.question(question)).trim());
  } finally {
    lines.close();
  }
}
