/** What goes in and out of the console and the command line as real files, beside tables of text. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { consoleHome, list, live, openConsole } from './console-home.ts';
import { runLuotsi } from '../support/run.ts';
import type { Terminal } from '../support/pseudo-terminal.ts';

async function openImport(terminal: Terminal, file: string): Promise<void> {
  await live(terminal);
  terminal.press(':');
  terminal.type('tuo taulukko');
  await terminal.expect(/Tuo taulukko/);
  terminal.press('Enter');
  await terminal.expect(/liitä taulukko tähän|\/polku\//);
  terminal.type(file);
  terminal.press('Enter');
}

test('a workbook of several sheets asks which one, and the chosen one is imported', async () => {
  const here = await consoleHome();
  const file = path.join(here.home.folder, 'kirja.xlsx');
  const sheets = [
    { name: 'Ohjeet', rows: [['Lue tämä ensin']] },
    {
      name: 'Työlista',
      rows: [
        ['Tehtävä', 'Määräpäivä'],
        ['Tilaa kuvausvälineet', '1.4.2023'],
      ],
    },
  ];
  writeFileSync(file, await writeXlsx({ sheets }));
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await openImport(terminal, file);
  await terminal.expect('Ohjeet');
  await terminal.expect('Työlista');
  terminal.press('Down', 'Enter');
  await terminal.expect(/Tehtävä +→ Tehtävä/);
  terminal.press('t');
  await terminal.expect('lisätään 1,');
  terminal.press('Tab', 'Enter');
  await terminal.expect(/lisättiin 1.*u kumoa/s);
  expect(await list(here, 'action', 'kuvausvälineet')).toMatchObject([{ due: '2023-04-01' }]);
});

/** Chooses what is exported by its words, and where it goes. */
async function exportAs(terminal: Terminal, words: string, chosen: RegExp, file: string): Promise<void> {
  terminal.press(':');
  terminal.type('vie tiedosto');
  await terminal.expect(/› Vie/);
  terminal.press('Enter');
  await terminal.expect('Kalenteri: kokoukset');
  terminal.type(words);
  await terminal.expect(chosen);
  terminal.press('Enter');
  await terminal.expect(path.extname(file));
  terminal.press('Ctrl+U');
  terminal.type(file);
  terminal.press('Enter');
  await terminal.expect(new RegExp(`Viety \\d+.*${path.basename(file)}`, 's'), { timeout: 30_000 });
}

test('each kind of file that goes out is what its program reads', async () => {
  const here = await consoleHome();
  const to = (name: string): string => path.join(here.home.folder, name);
  const terminal = openConsole(here, { columns: 110, rows: 30 });
  await live(terminal);
  await exportAs(terminal, 'outlook', /› Kalenteri: kokoukset ja/, to('outlook.ics'));
  await exportAs(terminal, 'thunderbird', /› Kalenteri: kokoukset, /, to('todo.ics'));
  await exportAs(terminal, 'koko hanke', /› Koko hanke/, to('hanke.json'));
  await exportAs(terminal, 'kaikki rekisterit', /› Kaikki rekisterit/, to('hanke.xlsx'));
  await exportAs(terminal, 'riskit excel', /› Riskit +Excel/, to('riskit.xlsx'));
  await exportAs(terminal, 'riskit csv', /› Riskit +CSV/, to('riskit.csv'));

  const kinds = (name: string): string[] => {
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(to(name), 'utf8')) as unknown[]);
    return [...new Set(calendar.getAllSubcomponents().map((one) => one.name))].toSorted();
  };
  expect(kinds('outlook.ics')).toEqual(['vevent', 'vtimezone']);
  expect(kinds('todo.ics')).toEqual(['vevent', 'vtimezone', 'vtodo']);
  const risks = await list(here, 'risk', '');
  const { sheets } = await readXlsx(readFileSync(to('riskit.xlsx')));
  expect(sheets.map(({ rows }) => rows.length)).toEqual([risks.length + 1]);
  expect((await readXlsx(readFileSync(to('hanke.xlsx')))).sheets.length).toBeGreaterThan(15);
  expect(parse(readFileSync(to('riskit.csv')), { bom: true, delimiter: ';' })).toHaveLength(risks.length + 1);
  const whole = JSON.parse(readFileSync(to('hanke.json'), 'utf8')) as {
    registers: { risk: { records: unknown[] } };
  };
  expect(whole.registers.risk.records).toHaveLength(risks.length);
});

test('an exported project is imported by the console: what is new comes in, what is the same is told so', async () => {
  const here = await consoleHome();
  const other = { ...here, file: path.join(here.home.folder, 'toinen.luotsi') };
  copyFileSync(here.file, other.file);
  const exported = path.join(here.home.folder, 'hanke.json');
  const luotsi = async (...words: string[]) =>
    runLuotsi([...words, '--file', other.file], { home: here.home });
  await luotsi('action', 'add', '--title', 'Kysy kahvilasta');
  await luotsi('export', '--out', exported);
  const terminal = openConsole(here, { columns: 80, rows: 24 });
  await openImport(terminal, exported);
  await terminal.expect(/lisätään 1\b/);
  expect(await list(here, 'action', 'kahvilasta')).toEqual([]);
  terminal.press('Tab', 'Enter');
  await terminal.expect(/lisättiin 1\b/);
  expect(await list(here, 'action', 'kahvilasta')).toHaveLength(1);
});

test('the workbook of the whole project is offered whole, shown sheet by sheet and undone in one', async () => {
  const here = await consoleHome();
  const file = path.join(here.home.folder, 'kaikki.xlsx');
  await runLuotsi(['export', '--format', 'xlsx', '--out', file, '--file', here.file, '--language', 'fi'], {
    home: here.home,
  });
  const { sheets } = await readXlsx(readFileSync(file));
  const rowsOf = (name: string) => sheets.find((one) => one.name === name)?.rows ?? [];
  const column = (name: string, heading: string): number => rowsOf(name)[0]?.indexOf(heading) ?? -1;
  for (const [sheet, heading, text] of [
    ['Riskit', 'Riski', 'Riskin uusi nimi'],
    ['Tehtävät', 'Tehtävä', 'Tehtävän uusi nimi'],
  ] as const)
    (rowsOf(sheet)[1] ?? [])[column(sheet, heading)] = text;
  writeFileSync(
    file,
    await writeXlsx({
      sheets: [{ name: 'Ohje', rows: [['Täytä']] }, ...sheets.map(({ name, rows }) => ({ name, rows }))],
    }),
  );
  const terminal = openConsole(here, { columns: 100, rows: 32 });
  await openImport(terminal, file);
  await terminal.expect(/› Kaikki Luotsin taulukot \(\d+\)/);
  terminal.press('Enter');
  await terminal.expect(/lisätään 0, muutetaan 2/);
  await terminal.expect('Riskit: lisätään 0, muutetaan 1');
  await terminal.expect(/Riski: Käynnistys.*Riskin uusi nimi/s);
  await terminal.expect('Lukematta jäävät: Ohje.');
  terminal.press('Tab', 'Enter');
  await terminal.expect(/muutettiin 2.*u kumoa/s);
  terminal.press('u');
  await terminal.expect(/Kumottu|kumottiin/i);
  expect(await list(here, 'risk', '"uusi nimi"')).toEqual([]);
});
