// Draws the console as the README shows it: `npm run picture` writes docs/console.svg.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { Terminal } from '../support/pseudo-terminal.ts';
import { terminalPicture } from './terminal-picture.ts';

const columns = 104;
const rows = 28;
const target = path.join(import.meta.dirname, '../../docs/console.svg');

const terminal = new Terminal({
  columns,
  rows,
  arguments: ['sample'],
  environment: { COLORFGBG: '15;0', COLORTERM: 'truecolor' },
});
try {
  await terminal.expect('ohje', { timeout: 30_000 });
  // The risk whose review is late, third on Today.
  terminal.press('j', 'j');
  await terminal.expect('8 → 12 → 16');
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => terminal.cell(row, column)),
  );
  writeFileSync(target, terminalPicture(cells, 'Luotsi: Tänään, esimerkkihanke 22.3.2023'));
} finally {
  terminal.kill('SIGTERM');
}
