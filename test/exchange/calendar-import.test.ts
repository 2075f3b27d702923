import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCalendar } from '../../source/exchange/calendar-read.ts';
import { registerOf } from '../../source/registers/index.ts';
import { exportCalendar } from '../../source/services/tables/calendar-export.ts';
import { importCalendar } from '../../source/services/tables/calendar-import.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { Commands } from '../commands/sample-home.ts';
import { fillProject, makeProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { runs } from '../support/runs.ts';
import type { TestProject } from '../support/project.ts';

const calendar = (...lines: string[]): Buffer =>
  Buffer.from(
    ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n'),
  );
const event = (uid: string, ...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  ...lines,
  'END:VEVENT',
];

/** As Outlook and Exchange write a weekly series: Windows' name of the zone, an exception, one taken out. */
const outlook = (moved = '20220323T130000'): Buffer =>
  calendar(
    'METHOD:PUBLISH',
    'BEGIN:VTIMEZONE',
    'TZID:FLE Standard Time',
    'BEGIN:STANDARD',
    'DTSTART:16010101T040000',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0300',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
    ...event(
      '040000008200E00074C5B7101A82E008',
      'SUMMARY;LANGUAGE=fi:Tsemppariklubi: Teams',
      'DTSTART;TZID=FLE Standard Time:20220316T090000',
      'DTEND;TZID=FLE Standard Time:20220316T093000',
      'RRULE:FREQ=WEEKLY;UNTIL=20220413T060000Z;INTERVAL=1;BYDAY=WE;WKST=MO',
      'EXDATE;TZID=FLE Standard Time:20220330T090000',
      'LOCATION:Microsoft Teams -kokous',
      'X-MICROSOFT-SKYPETEAMSMEETINGURL:https://teams.microsoft.com/l/meetup-join/1',
    ),
    ...event(
      '040000008200E00074C5B7101A82E008',
      'SUMMARY:Tsemppariklubi: Vieras',
      `DTSTART;TZID=FLE Standard Time:${moved}`,
      'DTEND;TZID=FLE Standard Time:20220323T140000',
      'RECURRENCE-ID;TZID=FLE Standard Time:20220323T090000',
    ),
    ...event('paiva', 'SUMMARY:Lomapäivä', 'DTSTART;VALUE=DATE:20220418'),
  );

const options = { group: null, dryRun: false, skipBad: false, language: 'fi' } as const;
const sessions = (project: TestProject) => listOf(project, registerOf('session'), { sort: 'startsAt' }, 'fi');
const bounds = { from: '1990-01-01', to: '2030-01-01' };
const read = (bytes: Buffer) => readCalendar(bytes, 'k.ics', 'Europe/Helsinki', bounds);

/** An empty club. */
function club(): TestProject {
  const project = makeProject();
  addRecord(project, 'group', { title: 'Tsemppariklubi', kind: 'club', prefix: 'TK' });
  return project;
}

describe('A calendar as Outlook writes it', () => {
  test('comes in as sessions: over the change of clocks, with its exception, without what was taken out', () => {
    const project = club();
    const report = importCalendar(project, outlook(), 'k.ics', options);
    expect(report).toMatchObject({ added: 4, refused: [], allDay: ['Lomapäivä'] });
    expect(sessions(project)).toMatchObject([
      {
        startsAt: '2022-03-16T09:00',
        minutes: 30,
        topic: 'Teams',
        link: 'https://teams.microsoft.com/l/meetup-join/1',
      },
      { startsAt: '2022-03-23T13:00', minutes: 60, topic: 'Vieras' },
      { startsAt: '2022-04-06T09:00' },
      { startsAt: '2022-04-13T09:00' },
    ]);
    undo(project);
    expect(sessions(project)).toEqual([]);
  });

  test('brought in again it doubles nothing; what moved there moves, what was edited here stays', () => {
    const project = club();
    importCalendar(project, outlook(), 'k.ics', options);
    expect(importCalendar(project, outlook(), 'k.ics', options)).toMatchObject({
      added: 0,
      same: 4,
      step: null,
    });
    const [, second, third] = sessions(project);
    changeRecord(project, third?.id ?? 0, { topic: 'Oma aihe' });
    expect(importCalendar(project, outlook('20220324T120000'), 'k.ics', options)).toMatchObject({
      added: 0,
      changed: 1,
    });
    expect(sessions(project)).toMatchObject([
      {},
      { id: second?.id, startsAt: '2022-03-24T12:00' },
      { topic: 'Oma aihe' },
      {},
    ]);
    changeRecord(project, second?.id ?? 0, { startsAt: '2022-03-25T12:00' });
    expect(importCalendar(project, outlook('20220328T120000'), 'k.ics', options)).toMatchObject({
      conflict: 1,
    });
  });

  test('the meetings of a group are told by their name, else by --group', () => {
    const other = calendar(
      ...event('a', 'SUMMARY:Palaveri', 'DTSTART:20220316T070000Z', 'DTEND:20220316T080000Z'),
    );
    const project = club();
    expect(refusal(() => importCalendar(project, other, 'k.ics', options))).toMatchObject({
      code: 'which-group',
    });
    const group = listOf(project, registerOf('group'), {}, 'fi')[0]?.id ?? 0;
    importCalendar(project, other, 'k.ics', { ...options, group });
    expect(sessions(project)).toMatchObject([{ startsAt: '2022-03-16T09:00', topic: 'Palaveri', group }]);
  });
});

test('a meeting of a series may be called otherwise, and what Outlook calls off by its name alone is cancelled', () => {
  const series = event(
    'a',
    'SUMMARY:Tsemppariklubi',
    'DTSTART:20220316T070000Z',
    'DTEND:20220316T073000Z',
    'RRULE:FREQ=WEEKLY;COUNT=3',
  );
  const one = (day: string, summary: string): string[] =>
    event(
      'a',
      `SUMMARY:${summary}`,
      `RECURRENCE-ID:${day}T070000Z`,
      `DTSTART:${day}T070000Z`,
      `DTEND:${day}T073000Z`,
    );
  const bytes = calendar(
    ...series,
    ...one('20220323', 'Vieras koulusta'),
    ...one('20220330', 'Peruttu: Tsemppariklubi: Teams'),
  );
  const project = club();
  expect(importCalendar(project, bytes, 'k.ics', options)).toMatchObject({ added: 3, refused: [] });
  expect(sessions(project)).toMatchObject([
    { startsAt: '2022-03-16T09:00', topic: null, state: 'planned' },
    { topic: 'Vieras koulusta', state: 'planned' },
    { topic: 'Teams', state: 'cancelled' },
  ]);
  expect(importCalendar(project, bytes, 'k.ics', options)).toMatchObject({ added: 0, same: 3, step: null });
  const english = calendar(...event('b', 'SUMMARY:Canceled: Tsemppariklubi', 'DTSTART:20220406T070000Z'));
  expect(importCalendar(project, english, 'k.ics', options)).toMatchObject({ added: 1 });
  expect(sessions(project)[3]).toMatchObject({ topic: null, state: 'cancelled' });
});

describe('Other makers', () => {
  test.each([
    ['a zone by its own name', 'DTSTART;TZID=America/New_York:20220316T030000', '2022-03-16T09:00'],
    [
      'a zone without rules by Windows’ name',
      'DTSTART;TZID=Romance Standard Time:20220316T080000',
      '2022-03-16T09:00',
    ],
    ['universal time', 'DTSTART:20220316T070000Z', '2022-03-16T09:00'],
    ['no zone', 'DTSTART:20220316T090000', '2022-03-16T09:00'],
    ['a zone that nobody knows', 'DTSTART;TZID=Jokin:20220316T090000', '2022-03-16T09:00'],
    [
      'a zone as older programs name it',
      'DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Helsinki:20220316T090000',
      '2022-03-16T09:00',
    ],
  ])('%s', (_, start, startsAt) => {
    expect(read(calendar(...event('a', 'SUMMARY:A', start, 'DURATION:PT45M'))).meetings).toMatchObject([
      { startsAt, minutes: 45 },
    ]);
  });

  test('a cancelled meeting, a whole file that cancels, and one meeting of a series without the series', () => {
    const start = 'DTSTART:20220316T070000Z';
    expect(read(calendar(...event('a', start, 'STATUS:CANCELLED'))).meetings).toMatchObject([
      { isCancelled: true },
    ]);
    expect(read(calendar('METHOD:CANCEL', ...event('a', start))).meetings).toMatchObject([
      { isCancelled: true },
    ]);
    expect(read(calendar(...event('a', start, 'RECURRENCE-ID:20220315T070000Z'))).meetings).toMatchObject([
      { occurrence: '2022-03-15T07:00:00.000Z', startsAt: '2022-03-16T09:00' },
    ]);
  });
});

describe('What is no calendar of meetings', () => {
  const series = (rule: string): Buffer =>
    calendar(...event('a', 'SUMMARY:A', 'DTSTART:20220316T070000Z', `RRULE:${rule}`));

  test.each([
    ['each second for a thousand years', 'FREQ=SECONDLY;UNTIL=30220101T000000Z'],
    ['each minute', 'FREQ=MINUTELY'],
    ['each day with four hours of each', 'FREQ=DAILY;BYHOUR=8,9,10,11'],
  ])('a series of %s is refused at once', (_, rule) => {
    expect(refusal(() => read(series(rule)))).toMatchObject({ code: 'calendar-series' });
  });

  test('a series without an end is laid out to the end of what was asked; one that never comes ends', () => {
    expect(read(series('FREQ=MONTHLY')).meetings).toHaveLength(94);
    // The library takes 30 February for 2 March: what counts is that it ends.
    expect(read(series('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).meetings.length).toBeLessThan(10);
  });

  test('broken ones end in a sentence, whatever is wrong with them', () => {
    const whole = outlook();
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 60 }), (at, length) => {
        const cut = Buffer.concat([whole.subarray(0, at), whole.subarray(at + length)]);
        try {
          read(cut);
        } catch (error) {
          refusal(() => {
            throw error;
          });
        }
      }),
      runs(150),
    );
  });
});

test('what goes out as a calendar and comes in changed elsewhere moves the same sessions', () => {
  const project = makeProject();
  const { session } = fillProject(project);
  const text = String(
    exportCalendar(project, [registerOf('session')], { language: 'fi', tasks: false }).content,
  );
  expect(importCalendar(project, Buffer.from(text), 'k.ics', options)).toMatchObject({
    added: 0,
    changed: 0,
  });
  const moved = text
    .replace('20220309T090000', '20220310T100000')
    .replace('20220309T094500', '20220310T104500');
  expect(importCalendar(project, Buffer.from(moved), 'k.ics', options)).toMatchObject({
    added: 0,
    changed: 1,
  });
  expect(sessions(project)).toMatchObject([{ id: session, startsAt: '2022-03-10T10:00', topic: 'Teams' }]);
});

test('the command line', async () => {
  const commands = new Commands();
  await commands.json('init', '--title', 'Koehanke');
  await commands.json('group', 'add', '--title', 'Ohjausryhmä', '--kind', 'steering');
  const file = path.join(commands.home.folder, 'kalenteri.ics');
  writeFileSync(file, outlook());
  expect(await commands.error('import', file)).toMatchObject({ exit: 1, code: 'which-group' });
  expect(await commands.json('import', file, '--group', 'RY-1', '--dry-run')).toMatchObject({ added: 4 });
  expect(await commands.json('import', file, '--group', 'RY-1')).toMatchObject({ added: 4 });
  expect((await commands.run('import', file, '--group', 'Ohjausryhmä')).stdout).toContain('Lomapäivä');
});
