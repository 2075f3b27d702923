import { fstatSync, writeSync } from 'node:fs';
import packageFile from '../package.json' with { type: 'json' };
import { run } from './commands/run.ts';
import { terminalKind } from './widgets/lines/terminal-kind.ts';
import { cellWidth, fit, safe, safeLines, wrap } from './widgets/lines/text.ts';

const { version, description } = packageFile;
const { env: environment } = process;

/** A pipe or a file is known by asking the system; only for a terminal are Node's streams worth their 10 ms. */
function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  // Asked one by one: each stream costs its making.
  if (descriptor === 2) return process.stderr.isTTY;
  return (descriptor === 0 ? process.stdin : process.stdout).isTTY;
}

/** Writes all of it before going on. Whoever reads us may stop reading (`luotsi … | head`): that is no failure. */
function writeAll(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null;
      if (code === 'EPIPE') process.exit(0);
      // A full pipe that does not wait: its reader is given a moment.
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

async function main(): Promise<void> {
  let isConsole = false;
  process.exitCode = await run({
    words: process.argv.slice(2),
    environment,
    version,
    description,
    get isTerminal() {
      return isTerminal(0) && isTerminal(1) && terminalKind(environment).fullScreen;
    },
    get columns() {
      return isTerminal(1) ? process.stdout.columns : Number(environment['COLUMNS']) || Infinity;
    },
    get colors() {
      return !environment['NO_COLOR'] && environment['TERM'] !== 'dumb' && isTerminal(1);
    },
    text: { safe, safeLines, cellWidth, fit, wrap },
    write: (text) => writeAll(1, text),
    writeError: (text) => writeAll(2, text),
    get showsErrors() {
      return isTerminal(2);
    },
    onInterrupt: (handler) => {
      process.on('SIGINT', handler);
      return () => process.off('SIGINT', handler);
    },
    openConsole: async (options) => {
      isConsole = true;
      const { openConsole } = await import('./screens/console/open-console.ts');
      return openConsole(options);
    },
  });
  // A command has written all that it had to: nothing is left that Node would have to take down piece by piece.
  if (!isConsole) process.exit();
}

void main();
