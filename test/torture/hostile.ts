/** Files that were made to hurt whoever reads them. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { closeStore } from '../../source/store/file/open.ts';
import { hostile } from '../support/hostile.ts';
import { runHere } from '../support/in-process.ts';
import { makePrivateHome } from '../support/private-home.ts';
import { fillProject, makeProject } from '../support/project.ts';
import { numbers } from '../support/random-changes.ts';
import { aftermath } from './writers.ts';
import type { Tally } from './tally.ts';

type Next = (below: number) => number;

const calendar = (rule: string): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1@x',
    'DTSTART:20220309T070000Z',
    'SUMMARY:Kokous',
    rule,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** By name: what the file is called by its ending, and its bytes. */
export const hostileFiles: Readonly<Record<string, (next: Next) => readonly [string, Uint8Array | string]>> =
  {
    'hostile texts in a table': () => [
      'csv',
      `Riski;Syy;Seuraus;Tunnisteet\n${Object.values(hostile)
        .map((text) => Array.from({ length: 4 }, () => cell(text)).join(';'))
        .join('\n')}\n`,
    ],
    'a cell of megabytes': (next) => ['csv', `Riski;Syy\nIso;${'x'.repeat(1_000_000 * (1 + next(10)))}\n`],
    'JSON of great depth': (next) => {
      const depth = 1000 + next(200_000);
      return ['json', `{"luotsi":${'['.repeat(depth)}${']'.repeat(depth)}}`];
    },
    'a calendar by the second for a thousand years': () => [
      'ics',
      calendar('RRULE:FREQ=SECONDLY;UNTIL=30220101T000000Z'),
    ],
    'a workbook that unpacks to hundreds of megabytes': (next) => [
      'xlsx',
      zipSync({
        'xl/workbook.xml': new Uint8Array(10),
        'xl/worksheets/sheet1.xml': new Uint8Array(30_000_000 + next(30_000_000)),
      }),
    ],
    'noise under the name of each format': (next) => [
      ['csv', 'xlsx', 'ics', 'json'][next(4)] ?? 'csv',
      Uint8Array.from({ length: next(3000) }, () => next(256)),
    ],
  };

/** Imports each kind of file into a project many times; what is not taken must be refused in words, and the project stay whole. */
export async function readAll(kind: string, times: number): Promise<Tally> {
  const make = hostileFiles[kind];
  if (make === undefined) throw new Error(`No file ${kind}`);
  const next = numbers(20_221_123);
  const home = makePrivateHome();
  const path = join(home.folder, 'project.luotsi');
  const project = makeProject('hostile files', true, path);
  fillProject(project);
  const steps = project.store
    .sql('SELECT seq FROM step')
    .all()
    .map(({ seq }) => Number(seq));
  closeStore(project.store);
  const problems: string[] = [];
  for (let time = 0; time < times; time += 1) {
    const [ending, bytes] = make(next);
    const file = join(home.folder, `hostile.${ending}`);
    writeFileSync(file, bytes);
    const as = ending === 'csv' || ending === 'xlsx' ? ['--as', 'risk'] : [];
    const { code, stderr } = await runHere(home, ['import', file, ...as, '--file', path]);
    if (code > 2) problems.push(`${kind}: ${code} ${stderr}`);
    rmSync(file);
  }
  const found = aftermath(path, steps, true);
  return {
    fault: kind,
    times,
    acknowledged: steps.length,
    lost: found.lost,
    unreadable: found.problems.length,
    uncaught: problems.length,
    problems: [...problems, ...found.problems],
  };
}
