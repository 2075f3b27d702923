import { runLuotsi, type Outcome } from '../support/run.ts';
import { makePrivateHome, type PrivateHome } from '../support/private-home.ts';

/** What makes a project with nothing in it, of three years. */
export const initWords = (file: string): string[] =>
  `init --file ${file} --title Koe --start 2022-01-01 --end 2024-12-31`.split(' ');

/** A home of its own in which commands are run one after another on one project. */
export class Commands {
  readonly home: PrivateHome = makePrivateHome();

  async run(...words: readonly string[]): Promise<Outcome> {
    return runLuotsi(words, { home: this.home });
  }

  /** Output of a command that must be done, as JSON. */
  async json(...words: readonly string[]): Promise<unknown> {
    const { code, stdout, stderr } = await this.run(...words, '--json');
    if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${stderr}`);
    return JSON.parse(stdout);
  }

  /** The error of a command that must be refused, with its exit code; nothing may be on standard output. */
  async error(...words: readonly string[]): Promise<{ exit: number | null; code: string; near: string }> {
    const { code, stdout, stderr } = await this.run(...words, '--json');
    if (stdout !== '' || /\n\s+at /.test(stderr)) throw new Error(`${stdout}\n${stderr}`);
    const { error } = JSON.parse(stderr) as { error: { code: string; message: string; hint: string } };
    return { exit: code, code: error.code, near: `${error.message} ${error.hint}` };
  }
}

/** Commands on the sample as it is replayed to a day. */
export async function onSample(day = '2023-03-22'): Promise<Commands> {
  const commands = new Commands();
  const { code, stderr } = await commands.run('sample', '--day', day);
  if (code !== 0) throw new Error(stderr);
  return commands;
}
