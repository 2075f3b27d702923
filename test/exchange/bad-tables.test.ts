import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCalendar } from '../../source/exchange/calendar-read.ts';
import { readCsv } from '../../source/exchange/csv.ts';
import { registerOf } from '../../source/registers/index.ts';
import { coverageMessage } from '../../source/services/recruitment/coverage-message.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { exportCsv } from '../../source/services/tables/export.ts';
import { readSource } from '../../source/services/tables/import-source.ts';
import { importTable } from '../../source/services/tables/import.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { readMeta } from '../../source/store/file/meta.ts';
import { makeReport } from '../../source/services/reporting/report.ts';
import { openable } from '../../source/screens/record/outside.ts';
import { Commands } from '../commands/sample-home.ts';
import { makeProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import type { ByteSource } from '../../source/exchange/table.ts';
import type { TestProject } from '../support/project.ts';

const options = { maps: [], dryRun: false, skipBad: false, createMissing: false, language: 'fi' } as const;

/** A file of that size without one: the same line over and over. */
function endless(line: string, size: number): ByteSource {
  const lines = Buffer.from(line.repeat(Math.ceil(1024 / line.length)));
  const many = Buffer.concat(Array.from({ length: 2048 }, () => lines));
  return {
    size,
    read: (from, to) => {
      const offset = from % line.length;
      const pieces: Buffer[] = [];
      let left = Math.min(to, size) - from;
      let at = offset;
      while (left > 0) {
        const piece = many.subarray(at, at + left);
        pieces.push(piece);
        left -= piece.length;
        at = 0;
      }
      return Buffer.concat(pieces);
    },
  };
}

const bring = async (project: TestProject, table: string, register: string) =>
  importTable(project, await readSource(Buffer.from(table), 'koe.csv'), { ...options, register });

const records = (project: TestProject, register: string) =>
  listOf(project, registerOf(register), { sort: 'code' }, 'fi');

describe('Files that are too much', () => {
  const megabyte = 1024 * 1024;

  test('190 megabytes of rows are refused at the row that is one too many, and the memory does not grow with them', () => {
    const source = endless('Asia;1.4.2022;Muistiinpanot tästä asiasta\n', 190 * megabyte);
    const before = process.memoryUsage().arrayBuffers;
    expect(refusal(() => readCsv(source, 'x.csv'))).toMatchObject({ code: 'too-many-rows' });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(120 * megabyte);
  });

  test('over 200 megabytes nothing is read at all', () => {
    const source = { size: 201 * megabyte, read: () => expect.unreachable('It was read') };
    expect(refusal(() => readCsv(source, 'x.csv'))).toMatchObject({ code: 'table-too-large' });
  });

  test.each([
    ['by the second for a thousand years', 'RRULE:FREQ=SECONDLY;UNTIL=30220101T000000Z'],
    ['every minute', 'RRULE:FREQ=MINUTELY'],
    ['daily without an end', 'RRULE:FREQ=DAILY'],
    ['every day of every month of every week', 'RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;COUNT=1000000'],
  ])('a series %s', (_, rule) => {
    const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Pommi\r\nDTSTART:19950101T080000Z\r\n${rule}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
    const span = { from: '1990-01-01', to: '2026-12-31' };
    expect(refusal(() => readCalendar(Buffer.from(text), 'x.ics', 'Europe/Helsinki', span))).toMatchObject({
      code: 'calendar-series',
      parameters: { summary: 'Pommi' },
    });
  });
});

describe('Cells that are not what they seem', () => {
  test('control characters are taken out and told of', async () => {
    const project = makeProject();
    const report = await bring(
      project,
      'Tehtävä;Muistiinpanot\nSoita\u0007;\u001b[31mpunainen\u001b[0m\nKirjoita;hyvä\n',
      'action',
    );
    expect(report).toMatchObject({ added: 2, cleaned: 2, refused: [] });
    expect(JSON.stringify(records(project, 'action'))).not.toMatch(/\\u001b|\\u0007/);
  });

  test('links of any scheme are text that nothing opens, and those that no one may follow are told with their row', async () => {
    const project = makeProject();
    const report = await bring(
      project,
      'Päivä;Merkintä;Linkit\n1.2.2022;Kokous;ms-teams:/l/meetup\n2.2.2022;Muu;\\\\palvelin\\jako\\muistio.docx\n',
      'diary',
    );
    expect(report.refused).toEqual([]);
    addRecord(project, 'group', { title: 'Klubi' });
    const odd = [
      'javascript:alert(1)',
      'data:text/html,<script>alert(1)</script>',
      'file:///etc/passwd',
      'JaVaScript:x',
    ];
    const fine = ['https://teams.example/l/1', 'C:\\Hanke\\muistio.docx', 'palvelin:8080/x'];
    const rows = [...odd, ...fine].map(
      (link, index) => `Klubi;${index + 1}.2.2022 9.00;Aihe ${index};"${link}"`,
    );
    const kept = await bring(project, `Ryhmä;Alkaa;Aihe;Linkki\n${rows.join('\n')}\n`, 'session');
    expect(kept).toMatchObject({ added: rows.length, refused: [] });
    expect(kept.oddLinks).toEqual(odd.map((_, index) => ({ row: index + 2, column: 'Linkki' })));
    const links = listOf(project, registerOf('session'), { sort: 'startsAt' }, 'fi').map(({ link }) => link);
    expect(links).toEqual([...odd, ...fine]);
    for (const link of odd) expect(openable(link, '/')).toBeNull();
    for (const { id } of listOf(project, registerOf('session'), {}, 'fi'))
      for (const kind of ['invitation'] as const)
        for (const format of ['html', 'md'] as const)
          expect(makeReport(project, { kind, format, language: 'fi', session: id }).text).not.toMatch(
            /(?:href|src)="(?!#)|\]\(/,
          );
  });

  test('nobody types a link that runs code', async () => {
    const commands = new Commands();
    await commands.json('init', '--title', 'Koehanke');
    const { code, stderr } = await commands.run(
      'group',
      'add',
      '--title',
      'Klubi',
      '--link',
      'javascript:alert(1)',
    );
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('ei ole linkki') as string,
    });
    const file = path.join(commands.home.folder, 'ryhmät.csv');
    writeFileSync(file, 'Ryhmä;Linkki\nKlubi;javascript:alert(1)\n');
    const brought = await commands.run('import', file, '--as', 'group', '--map', 'Linkki=link');
    expect(brought.stdout).toContain(
      'Säilytetty tekstinä, koska Luotsi ei avaa tällaisia linkkejä: rivi 2 Linkki',
    );
  });

  test('no name in the list of addresses is a formula', () => {
    const project = makeProject();
    const message = coverageMessage(
      project,
      [
        {
          id: 1,
          code: 'Y-1',
          name: '=HYPERLINK("https://x")',
          area: null,
          supervisor: '@esihenkilö',
          email: '+a@esimerkki.fi',
          phone: null,
          state: 'none',
          champions: [],
          candidates: [],
        } as never,
      ],
      'fi',
    );
    for (const cell of message.list.split(/[\t\n]/)) expect(cell).not.toMatch(/^[=+\-@]/);
  });
});

describe('Links between records', () => {
  test('go out in a table as codes and come back; in another project codes mean nothing and are refused', async () => {
    const project = makeProject();
    addRecord(project, 'risk', { title: 'Viive' });
    const other = addRecord(project, 'risk', { title: 'Vaihtuvuus' }).result;
    const action = addRecord(project, 'action', { title: 'Soita', related: [other] }).result;
    const { content } = exportCsv(project, registerOf('action'), 'fi', ';');
    const text = String(content);
    expect(text).toContain('R-2');
    expect(await bring(project, text, 'action')).toMatchObject({ same: 1, changed: 0 });
    expect(await bring(project, text.replace('R-2', 'R-1, R-2'), 'action')).toMatchObject({ changed: 1 });
    expect(records(project, 'action').find(({ id }) => id === action)?.['related']).toHaveLength(2);
    const elsewhere = makeProject();
    addRecord(elsewhere, 'risk', { title: 'Aivan muu' });
    addRecord(elsewhere, 'risk', { title: 'Toinen' });
    const uid = readMeta(project.store, 'uid') ?? '';
    const theirs = text.replaceAll(uid, `${uid.slice(0, -1)}${uid.endsWith('0') ? '1' : '0'}`);
    const report = await bring(elsewhere, theirs, 'action');
    expect(report).toMatchObject({ added: 0 });
    expect(report.refused[0]?.reason).toContain('R-2');
  });
});

test('A row with too few cells is to be completed, one with too many to be put in quotation marks', async () => {
  const bytes = Buffer.from('Tehtävä;Määräpäivä;Vastuu\nSoita\nKirjoita;1.4.2023;Maija;Matti\n');
  const { refused } = importTable(makeProject(), await readSource(bytes, 'a.csv'), {
    ...options,
    register: 'action',
  });
  expect(refused.map(({ row, reason }) => [row, reason])).toEqual([
    [2, 'Soluja on rivillä 1, otsikoita 3. Täydennä rivi: tyhjänkin solun jälkeen tulee erotinmerkki.'],
    [
      3,
      'Soluja on rivillä 4, otsikoita 3. Pane lainausmerkit sellaisen solun ympärille, jossa on erotinmerkki.',
    ],
  ]);
});

test.each(['Koko nimesi', '3. Etu- ja sukunimesi', 'Your full name'])(
  'A form that nobody signs in to asks the name in words of its own: %s',
  async (heading) => {
    const project = makeProject();
    addRecord(project, 'round', { title: 'Kevään haku', opens: '2022-01-10' });
    // The form's own columns of who answered are there and empty.
    const bytes = Buffer.from(`ID;Sähköposti;Nimi;${heading}\n1;anonymous;;Ulla Uusi\n`);
    const asked = { ...options, register: 'candidate', fixed: ['round=RK-1'], createMissing: true };
    expect(importTable(project, await readSource(bytes, 'a.csv'), asked)).toMatchObject({
      added: 1,
      refused: [],
    });
    expect(listOf(project, registerOf('person'), {}, 'fi')).toMatchObject([
      { name: 'Ulla Uusi', email: null },
    ]);
  },
);
