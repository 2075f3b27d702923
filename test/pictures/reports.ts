// Writes the status reports of the sample for two steering group meetings in a row: `npm run reports` writes docs/reports.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openBrowser } from '../support/browser.ts';
import { exampleReports } from './example-reports.ts';

const folder = path.join(import.meta.dirname, '../../docs/reports');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { name, bytes } of await exampleReports()) writeFileSync(path.join(folder, name), bytes);

// Page one as it prints, so as a director gets it.
const scratch = path.join(tmpdir(), `luotsi-page-${process.pid}`);
const browser = await openBrowser();
try {
  const page = await browser.newPage();
  await page.goto(`file://${path.join(folder, 'ohjausryhma-2023-04-03-fi.html')}`);
  await page.pdf({ path: `${scratch}.pdf`, format: 'A4', printBackground: true, preferCSSPageSize: true });
  execFileSync('pdftoppm', [
    '-png',
    '-r',
    '75',
    '-f',
    '1',
    '-l',
    '1',
    '-singlefile',
    `${scratch}.pdf`,
    scratch,
  ]);
  execFileSync('cp', [`${scratch}.png`, path.join(folder, 'page-one.png')]);
} finally {
  await browser.close();
  for (const ending of ['pdf', 'png']) rmSync(`${scratch}.${ending}`, { force: true });
}
