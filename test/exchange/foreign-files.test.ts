import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readCalendar } from '../../source/exchange/calendar-read.ts';
import { readSource, tableIn } from '../../source/services/tables/import-source.ts';
import { importCalendar } from '../../source/services/tables/calendar-import.ts';
import { importTable } from '../../source/services/tables/import.ts';
import { isUserError } from '../../source/errors.ts';
import { sentenceOf } from '../../source/services/reading/sentence.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { makeProject } from '../support/project.ts';
import { everything } from '../support/snapshot.ts';

const fixtures = path.join(import.meta.dirname, '..', 'fixtures');
const bytesOf = (...place: string[]): Buffer => readFileSync(path.join(fixtures, ...place));
const filesIn = (folder: string): string[] =>
  readdirSync(path.join(fixtures, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ics|xls[xb]?)$/.test(name))
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted();

/** Code of the refusal; anything else that is thrown is a crash. */
function refusedAs(error: unknown): string {
  if (!isUserError(error)) throw error;
  for (const language of ['fi', 'en'] as const) {
    const { message, hint } = sentenceOf(error, language);
    expect(`${message} ${hint}`).not.toMatch(/undefined|\[object/);
  }
  return error.code;
}

const calendars = filesIn('calendars');
const span = { from: '1990-01-01', to: '2026-12-31' };

/** Meetings and all-day entries of each, or why it is refused: counted by hand against the files. */
const counted: Readonly<Record<string, readonly [number, number] | string>> = {
  'ical.js/daily_recur.ics': 'calendar-series',
  'ical.js/day_long_recur_yearly.ics': [0, 1],
  'ical.js/google_birthday.ics': [0, 1],
  'ical.js/only_dtstart_date.ics': [0, 1],
  'ical.js/rdate_exdate.ics': [3, 0],
  'ical.js/recur_instances_finite.ics': [5, 0],
  'icalendar/broken_dtstart.ics': 'broken-calendar',
  'icalendar/fuzz_testcase_invalid_month.ics': 'broken-calendar',
  'icalendar/small_bad_calendar.ics': 'broken-calendar',
  'khal/event_rrule_no_occurence.ics': [0, 0],
  'khal/event_rrule_recuid_cancelled.ics': [6, 0],
  'khal/mult_uids_and_recuid_no_order.ics': [6, 1],
  'khal/event_dt_multi_recuid_no_master.ics': [2, 0],
  'node-ical/badRRULE.ics': 'calendar-series',
  'node-ical/exchange_whole_day_moved_recurrence.ics': [0, 1],
  'node-ical/google-recurrence-order.ics': [3, 0],
  'node-ical/mixed-timezone-handling.ics': [3, 2],
  'node-ical/music-school-weekly-until.ics': [9, 0],
  'node-ical/non-utc-until.ics': [53, 0],
  'node-ical/recurrence-sequence.ics': [7, 0],
  'node-ical/windows-quoted-tz-rrule.ics': [8, 0],
  'node-ical/vfreebusy-zimbra.ics': [0, 0],
};

describe('Calendars of other programs', () => {
  test('there are enough of them, and each that is counted is there', () => {
    expect(calendars.length).toBeGreaterThanOrEqual(30);
    expect(calendars).toEqual(expect.arrayContaining(Object.keys(counted)));
  });

  test.each(calendars)('%s is read or refused in a sentence', (name) => {
    let found: readonly [number, number] | string;
    try {
      const { meetings, allDay } = readCalendar(bytesOf('calendars', name), name, 'Europe/Helsinki', span);
      found = [meetings.length, allDay.length];
      for (const { startsAt, minutes } of meetings) {
        expect(startsAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
        expect(minutes).toBeGreaterThan(0);
      }
    } catch (error) {
      found = refusedAs(error);
    }
    expect(found).toEqual(counted[name] ?? found);
  });

  test('a zone by its Windows name, by the rules of the file, and the newest of what was sent again', () => {
    const starts = (name: string): string[] =>
      readCalendar(bytesOf('calendars', name), name, 'Europe/Helsinki', span).meetings.map(
        (one) => one.startsAt,
      );
    expect(starts('khal/tz_windows_format.ics')).toEqual(['2019-11-20T02:00']);
    expect(starts('node-ical/bad_ms_tz.ics')[0]).toBe('2020-08-25T17:35');
    expect(starts('node-ical/recurrence-sequence.ics').slice(0, 2)).toEqual([
      '2024-01-01T12:00',
      '2024-01-02T16:00',
    ]);
    expect(starts('node-ical/ms_timezones.ics')).toContain('2020-06-09T10:00');
  });

  test('each comes into a project whole or not at all, and again without doubles', () => {
    const project = makeProject();
    const group = addRecord(project, 'group', { title: 'Klubi', kind: 'club' }).result;
    const options = { group, dryRun: false, skipBad: true, language: 'fi' } as const;
    for (const name of calendars) {
      const bytes = bytesOf('calendars', name);
      const before = everything(project.store);
      try {
        importCalendar(project, bytes, name, options);
        expect(importCalendar(project, bytes, name, options)).toMatchObject({ added: 0, changed: 0 });
      } catch (error) {
        refusedAs(error);
        expect(everything(project.store)).toEqual(before);
      }
    }
  });
});

const workbooks = filesIn('workbooks');

/** The first row of each, or why it is refused. */
const firstRows: Readonly<Record<string, readonly string[] | string>> = {
  'calamine/date.xls': 'not-a-table',
  'calamine/date.xlsb': 'not-a-table',
  'calamine/date.xlsx': ['2021-01-01', '15'],
  'calamine/date_1904.xlsx': ['2021-01-01', '15'],
  'calamine/encoded_entities.xlsx': ['&'],
  'calamine/has_x000D_.xlsx': ['ABC\n\nDEF'],
  'calamine/inventory-table.xlsx': ['Item', 'Type', 'Quantity'],
  'calamine/merged_range.xlsx': ['A1', 'B1', 'C1', 'C1', 'E1', 'F1', 'G1', 'H1'],
  'calamine/nonstandard-xml-ns-prefix.xlsx': ['a', 'b'],
  'calamine/pass_protected.xlsx': 'not-a-table',
  'calamine/richtext-after-plain.xlsx': ['abcd', 'abcd', 'abcd', 'abcd'],
  'calamine/string-ref.xlsx': ['col1'],
  'calamine/temperature-table.xlsx': ['label', 'value'],
  'exceljs/gold.xlsx': ['Text', 'I am Text'],
  'exceljs/missing-bits.xlsx': 'not-a-table',
  'exceljs/google-sheets.xlsx': ['BEGIN', 'HIDDEN', 'VISIBLE'],
  'exceljs/libre-calc-as-excel-2007-365.xlsx': ['BEGIN', 'HIDDEN', 'VISIBLE'],
  'phpspreadsheet/PivotTableSimple.xlsx': ['Region', 'Product', 'Amount'],
  'phpspreadsheet/rootZipFiles.xlsx': 'not-a-table',
  'phpspreadsheet/utf16be.xlsx': 'broken-workbook',
};

describe('Workbooks of other programs', () => {
  test('there are enough of them, and each that is known is there', () => {
    expect(workbooks.filter((name) => name.endsWith('.xlsx')).length).toBeGreaterThanOrEqual(20);
    expect(workbooks).toEqual(expect.arrayContaining(Object.keys(firstRows)));
  });

  test.each(workbooks)(
    '%s is read or refused in a sentence, and is no register of ours by chance',
    async (name) => {
      let first: readonly string[] | string;
      const project = makeProject();
      const before = everything(project.store);
      try {
        const source = await readSource(bytesOf('workbooks', name), name);
        first = 'grid' in source ? ([...source.grid.rows][0] ?? []) : 'table';
        expect(first).toEqual(firstRows[name] ?? first);
        tableIn(source, null, new Map());
        importTable(project, source, {
          maps: [],
          dryRun: false,
          skipBad: false,
          createMissing: false,
          language: 'fi',
        });
      } catch (error) {
        first = refusedAs(error);
        if (typeof firstRows[name] === 'string') expect(first).toBe(firstRows[name]);
      }
      expect(everything(project.store)).toEqual(before);
    },
  );

  test.each(
    workbooks.filter(
      (name) => /^(?!.*(?:chart-sheet|Zip-Windows)).*xlsx$/.test(name) && typeof firstRows[name] !== 'string',
    ),
  )('%s has the same texts and numbers row by row as all at once', async (name) => {
    const bytes = bytesOf('workbooks', name);
    const source = await readSource(bytes, name).catch(() => null);
    const read = source !== null && 'grid' in source ? [...source.grid.rows] : [];
    const { sheets } = await readXlsx(bytes, { sheets: (sheet) => !sheet.hidden && !sheet.veryHidden });
    const whole = read.length === 0 ? undefined : sheets.find(({ rows }) => rows.length > 0);
    const other = (whole?.rows ?? []).flatMap((cells, row) =>
      cells.flatMap((value, column) => {
        const isText = typeof value === 'string' && !/^\d{4}-\d\d-\d\dT/.test(value);
        const wanted = String(value).replaceAll(/\r\n?/g, '\n');
        const isSame = (read[row]?.[column] ?? '') === wanted;
        return (isText || typeof value === 'number') && !isSame ? [{ row, column, wanted }] : [];
      }),
    );
    expect(other).toEqual([]);
  });

  test('a chart that stands first on a sheet of its own is passed over', async () => {
    const source = await readSource(bytesOf('workbooks', 'exceljs', 'chart-sheet.xlsx'), 'x');
    expect('grid' in source && source.grid.count).toBeGreaterThan(0);
  });
});
