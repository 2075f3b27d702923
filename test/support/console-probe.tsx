// A program for test/console/mount.test.ts: the plain first paint, and after a while Ink over it.
import { openTerminal } from '../../source/first-frame/terminal.ts';
import { line } from '../../source/widgets/lines/styled.ts';
import { themeNamed } from '../../source/widgets/lines/theme.ts';

const terminal = openTerminal();
const { columns, rows } = terminal.size();
const firstPaint = Array.from({ length: rows }, (_, index) => line(`first ${index} `.padEnd(columns, '#')));
terminal.paint(firstPaint, themeNamed('dark'));
terminal.onEnd((reason) => process.stdout.write(`ended by ${reason}\n`));
void probe();

async function probe() {
  await new Promise((resolve) => setTimeout(resolve, Number(process.env['PROBE_DELAY'] ?? 0)));
  const { mountProbe } = await import('./console-probe-view.tsx');
  await mountProbe(terminal).closed;
  console.log('left');
}
