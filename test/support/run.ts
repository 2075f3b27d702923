import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { childEnvironment, makePrivateHome, type Environment, type PrivateHome } from './private-home.ts';

export const launcher = fileURLToPath(new URL('../../bin/luotsi.cjs', import.meta.url));

export type RunOptions = {
  /** What the program reads from standard input; nothing when absent. */
  input?: string | Uint8Array;
  environment?: Environment;
  cwd?: string;
  /** Given to several runs, they share settings and data; otherwise each run has its own. */
  home?: PrivateHome;
};

export type Outcome = { code: number | null; stdout: string; stderr: string };

/** Runs the built program as its users' scripts do: a process without a terminal. */
export async function runLuotsi(words: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  return runProgram(process.execPath, [launcher, ...words], options);
}

export async function runProgram(
  program: string,
  words: readonly string[],
  { input = '', environment, cwd, home = makePrivateHome() }: RunOptions = {},
): Promise<Outcome> {
  const child = spawn(program, words, {
    cwd: cwd ?? home.folder,
    env: childEnvironment(home, environment),
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A program that ends without reading its input closes the pipe: no failure of the test's.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, stdout, stderr };
}
