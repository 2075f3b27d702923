import { onTestFinished } from 'vitest';
import { Terminal, type TerminalOptions } from './pseudo-terminal.ts';

/** Starts Luotsi in a terminal of its own, which is closed when the test ends. See `Terminal` for what it can do. */
export function openTerminal(options: TerminalOptions = {}): Terminal {
  const terminal = new Terminal(options);
  onTestFinished(async () => terminal.close());
  return terminal;
}
