import packageFile from '../package.json' with { type: 'json' };
import { run } from './commands/run.ts';
import { terminalKind } from './widgets/terminal-kind.ts';
import { cellWidth, fit, safe, safeLines, wrap } from './widgets/text.ts';

const { version, description } = packageFile;
const { stdin, stdout, stderr, env: environment } = process;

// Whoever reads us may stop reading (`luotsi … | head`): that is no failure.
for (const stream of [stdout, stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
}

process.exitCode = await run({
  words: process.argv.slice(2),
  environment,
  version,
  description,
  isTerminal: stdin.isTTY && stdout.isTTY && terminalKind(environment).fullScreen,
  columns: stdout.isTTY ? stdout.columns : Number(environment['COLUMNS']) || Infinity,
  colors: stdout.isTTY && !environment['NO_COLOR'],
  text: { safe, safeLines, cellWidth, fit, wrap },
  write: (text) => stdout.write(text),
  writeError: (text) => stderr.write(text),
  openConsole: async (options) => {
    const { openConsole } = await import('./screens/open-console.ts');
    return openConsole(options);
  },
});
