import path from 'node:path';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantOf, localTimeOf } from '../../source/domain/days/day.ts';
import { zoneRules } from '../../source/domain/days/zone-rules.ts';
import { writeCalendar } from '../../source/exchange/calendar.ts';
import { registerOf, registers } from '../../source/registers/index.ts';
import { exportCalendar } from '../../source/services/tables/calendar-export.ts';
import { closeProject, openProject } from '../../source/services/project/project-file.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { makeSample } from '../../source/services/project/sample.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { fillProject, makeProject } from '../support/project.ts';
import { makePrivateHome } from '../support/private-home.ts';
import { runs } from '../support/runs.ts';
import type { CalendarEntry } from '../../source/exchange/calendar.ts';
import type { Project } from '../../source/services/project/project.ts';

const helsinki = 'Europe/Helsinki';
const meeting: CalendarEntry = {
  uid: '01890000-0000-7000-8000-000000000001',
  sequence: 3,
  created: '2022-03-01T10:00:00.000Z',
  changed: '2022-03-02T10:00:00.000Z',
  when: { kind: 'meeting', startsAt: '2022-03-30T09:00', minutes: 30 },
  summary: 'Tsemppariklubi',
  description: '',
  place: null,
  link: null,
  category: 'tapaaminen',
  isCancelled: false,
  remindBefore: 15,
};

const written = (entries: readonly CalendarEntry[], timeZone = helsinki): string =>
  writeCalendar({ name: 'Koe, osa 1;\nlisä', timeZone, entries });
const parsed = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text) as unknown[]);
const blocks = (text: string): ICAL.Component[] =>
  parsed(text)
    .getAllSubcomponents()
    .filter(({ name }) => name !== 'vtimezone');

/** The moment of an entry's beginning, by nothing but the zone that the file itself holds. */
function momentIn(text: string): string {
  const calendar = parsed(text);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') ?? undefined);
  const time = calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('dtstart') as ICAL.Time;
  time.zone = zone;
  return new Date(time.toUnixTime() * 1000).toISOString();
}

const localTimes = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 16));
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom('ä', '😀', ';', ',', '\\', '\n', '\r', '"', 'n', ':', ' ', '\t'),
    maxLength: 200,
  }),
);
const withoutControls = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
    .toWellFormed();

describe('A calendar file', () => {
  test('holds any text as it is, in lines of 75 octets that end in CRLF', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (summary, description, place) => {
        const text = written([
          { ...meeting, summary, description: `a${description}`, place: `b${place}`, link: place },
        ]);
        const lines = text.split('\r\n');
        expect(lines.pop()).toBe('');
        for (const line of lines) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\u0000-\u001F\u007F]/);
        }
        const event = new ICAL.Event(parsed(text).getFirstSubcomponent('vevent') ?? undefined);
        expect(event.summary).toBe(withoutControls(summary));
        expect(event.description).toBe(`a${withoutControls(description)}`);
        expect(event.location).toBe(`b${withoutControls(place)}`);
      }),
      runs(150),
    );
  });

  test.each([helsinki, 'America/New_York', 'Australia/Sydney', 'Africa/Casablanca', 'Asia/Tokyo', 'UTC'])(
    'its own time zone says the right moment in %s at any time of these years',
    (timeZone) => {
      fc.assert(
        fc.property(localTimes, (startsAt) => {
          const text = written([{ ...meeting, when: { kind: 'meeting', startsAt, minutes: 30 } }], timeZone);
          // An hour that comes twice is the first one for us; readers may take either.
          const moment = Date.parse(instantOf(startsAt, timeZone));
          const later = new Date(moment + 3_600_000).toISOString();
          const isTwice = localTimeOf(later, timeZone) === startsAt;
          expect(
            isTwice ? [instantOf(startsAt, timeZone), later] : [instantOf(startsAt, timeZone)],
          ).toContain(momentIn(text));
        }),
        runs(60),
      );
    },
  );

  test('Helsinki is told by two rules, and a meeting across the change of clocks takes the time it takes', () => {
    expect(zoneRules(helsinki, 2021, 2024)).toEqual([
      {
        begins: '2021-03-28T03:00',
        offsetBefore: 120,
        offset: 180,
        isDaylight: true,
        yearly: { month: 3, weekday: 7, nth: -1 },
      },
      {
        begins: '2021-10-31T04:00',
        offsetBefore: 180,
        offset: 120,
        isDaylight: false,
        yearly: { month: 10, weekday: 7, nth: -1 },
      },
    ]);
    const text = written([
      { ...meeting, when: { kind: 'meeting', startsAt: '2022-03-27T02:30', minutes: 60 } },
    ]);
    expect(text).toContain(
      'DTSTART;TZID=Europe/Helsinki:20220327T023000\r\nDTEND;TZID=Europe/Helsinki:20220327T043000',
    );
  });

  test('what has no hour is a day that keeps nobody busy, or a task', () => {
    const day: CalendarEntry = { ...meeting, when: { kind: 'day', day: '2024-02-28' }, remindBefore: 900 };
    expect(written([day])).toMatch(
      /DTSTART;VALUE=DATE:20240228\r\nDTEND;VALUE=DATE:20240229\r\nTRANSP:TRANSPARENT/,
    );
    expect(written([day])).toContain('TRIGGER:-PT15H');
    expect(written([day])).not.toContain('VTIMEZONE');
    const task = blocks(written([{ ...day, when: { kind: 'task', day: '2024-02-28' } }]));
    expect(task.map(({ name }) => name)).toEqual(['vtodo']);
    expect(String(task[0]?.getFirstPropertyValue('due'))).toBe('2024-02-28');
  });

  test('its name stands without a type, as readers look for it', () => {
    expect(written([])).toContain(String.raw`X-WR-CALNAME:Koe\, osa 1\;\nlisä`);
  });

  test('a link that is none, or that would break its line, stays out', () => {
    for (const link of ['javascript:alert(1)', 'https://a\r\nATTENDEE:x', 'file:///etc/passwd'])
      expect(written([{ ...meeting, link }])).not.toMatch(/URL|^ATTENDEE/m);
    expect(written([{ ...meeting, link: 'https://esimerkki.fi/a,b;c' }])).toContain(
      'URL:https://esimerkki.fi/a,b;c',
    );
  });
});

describe('What a project exports', () => {
  const options = { language: 'fi', tasks: false } as const;
  const sessionRegister = [registerOf('session')];
  const event = (project: Project): ICAL.Component | undefined =>
    blocks(String(exportCalendar(project, sessionRegister, options).content)).find(
      (block) => block.getFirstPropertyValue('description') === 'TK-1',
    );
  const sequence = (project: Project): number => Number(event(project)?.getFirstPropertyValue('sequence'));

  test('a session that is moved, cancelled or brought back keeps its uid, and its sequence only grows', () => {
    const project = makeProject();
    const { session, club } = fillProject(project);
    const uid = event(project)?.getFirstPropertyValue('uid');
    let last = sequence(project);
    const grows = (work: () => unknown): void => {
      project.clock.minute += 1;
      work();
      expect(event(project)?.getFirstPropertyValue('uid')).toBe(uid);
      expect(sequence(project)).toBeGreaterThan(last);
      expect(String(event(project)?.getFirstPropertyValue('last-modified'))).toBe(
        project.clock.now().replace('.000', ''),
      );
      last = sequence(project);
    };
    expect(String(event(project)?.getFirstPropertyValue('dtend'))).toBe('2022-03-09T09:45:00');
    grows(() => changeRecord(project, session, { state: 'moved', startsAt: '2022-03-10T13:00' }));
    expect(String(event(project)?.getFirstPropertyValue('dtstart'))).toBe('2022-03-10T13:00:00');
    grows(() => changeRecord(project, club, { place: 'Kirjasto' }));
    expect(event(project)?.getFirstPropertyValue('location')).toBe('Kirjasto');
    grows(() => changeRecord(project, session, { state: 'cancelled' }));
    expect(event(project)?.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event(project)?.getAllSubcomponents('valarm')).toEqual([]);
    grows(() => undo(project));
    expect(event(project)?.getFirstPropertyValue('status')).toBe('CONFIRMED');
    removeRecords(project, [session], true);
    expect(event(project)).toBeUndefined();
  });

  test('deadlines of a register are its days; what is done is no longer one', () => {
    const project = makeProject();
    const action = addRecord(project, 'action', { title: 'Sovi sijainen', due: '2022-03-20' }).result;
    const days = (): unknown[] =>
      blocks(String(exportCalendar(project, [registerOf('action')], options).content)).map((block) => [
        block.name,
        block.getFirstPropertyValue('summary'),
        String(block.getFirstPropertyValue('dtstart')),
      ]);
    expect(days()).toEqual([['vevent', 'Tehtävä: Sovi sijainen', '2022-03-20']]);
    changeRecord(project, action, { state: 'done' });
    expect(days()).toEqual([]);
  });
});

describe('The sample', () => {
  let project: Project;
  beforeAll(() => {
    const file = path.join(makePrivateHome().folder, 'sample.luotsi');
    makeSample(file);
    project = openProject(file);
  });
  afterAll(() => closeProject(project));

  test.each([true, false])('goes out whole, each uid once, the same bytes each time (tasks: %s)', (tasks) => {
    const { content, count } = exportCalendar(project, registers, { language: 'fi', tasks });
    const all = blocks(String(content));
    expect(all).toHaveLength(count);
    expect(new Set(all.map((block) => block.getFirstPropertyValue('uid'))).size).toBe(count);
    const kinds = new Set(all.map(({ name }) => name));
    expect([...kinds].toSorted()).toEqual(tasks ? ['vevent', 'vtodo'] : ['vevent']);
    expect(exportCalendar(project, registers, { language: 'fi', tasks }).content).toBe(content);
  });
});
