// Draws the console for the README and every screen for the docs: `npm run picture [-- WORD…]` writes docs/console.svg,
// docs/screens/ and docs/screens.md; with words only the screens whose names hold one of them.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makePrivateHome } from '../support/private-home.ts';
import { places, Walker } from '../support/places.ts';
import { Terminal } from '../support/pseudo-terminal.ts';
import { indexPage, pictureFile, pictured } from './screens.ts';
import { terminalPicture, type GroundName } from './terminal-picture.ts';

const docs = path.join(import.meta.dirname, '../../docs');
const words = process.argv.slice(2);
const columns = 104;

interface Look {
  readonly ground: GroundName;
  readonly rows: number;
  readonly locale: string;
}

function open({ ground, rows, locale }: Look): Terminal {
  return new Terminal({
    columns,
    rows,
    arguments: ['sample'],
    home: makePrivateHome(),
    environment: { COLORFGBG: ground === 'dark' ? '15;0' : '0;15', COLORTERM: 'truecolor', LANG: locale },
  });
}

function picture(terminal: Terminal, title: string, { ground, rows }: Look): string {
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => terminal.cell(row, column)),
  );
  return terminalPicture(cells, title, ground);
}

async function drawConsole(): Promise<void> {
  const look = { ground: 'dark', rows: 28, locale: 'fi_FI.UTF-8' } as const;
  const terminal = open(look);
  try {
    await terminal.expect('ohje', { timeout: 30_000 });
    // The risk whose review is late, third on Today.
    terminal.press('j', 'j');
    await terminal.expect('8 → 12 → 16');
    const title = 'Luotsi: Tänään, esimerkkihanke 22.3.2023';
    writeFileSync(path.join(docs, 'console.svg'), picture(terminal, title, look));
  } finally {
    await terminal.close();
  }
}

/** Dark in Finnish and light in English: each screen is seen in both. */
async function drawScreens(look: Look): Promise<void> {
  const terminal = open(look);
  try {
    await terminal.expect(/\? (ohje|help)/, { timeout: 30_000 });
    await terminal.settled(1000);
    const walker = new Walker(terminal);
    for (const place of pictured(places)) {
      if (words.length > 0 && !words.some((word) => place.id.includes(word))) continue;
      await walker.to(place);
      await terminal.settled(300);
      const file = path.join(docs, pictureFile(place, look.ground));
      writeFileSync(file, picture(terminal, `Luotsi: ${place.title}`, look));
    }
  } finally {
    await terminal.close();
  }
}

const folder = path.join(docs, 'screens');
mkdirSync(folder, { recursive: true });
const all = new Set(
  pictured(places).flatMap((place) => [pictureFile(place, 'dark'), pictureFile(place, 'light')]),
);
for (const name of readdirSync(folder))
  if (!all.has(`screens/${name}`)) rmSync(path.join(folder, name), { recursive: true });
if (words.length === 0) await drawConsole();
await drawScreens({ ground: 'dark', rows: 30, locale: 'fi_FI.UTF-8' });
await drawScreens({ ground: 'light', rows: 30, locale: 'en_GB.UTF-8' });
writeFileSync(path.join(docs, 'screens.md'), indexPage(places));
