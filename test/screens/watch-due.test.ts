import { expect, test } from 'vitest';
import { dueBetween } from '../../source/screens/console/watch-due.ts';
import type { TodayItem } from '../../source/services/reading/today.ts';

const item = (day: string, time: string | null): TodayItem => ({
  day,
  time,
  until: null,
  minutes: null,
  kind: 'session',
  register: 'session',
  id: 1,
  code: 'TK-1',
  heading: 'Klubi',
  what: { fi: 'Kokous', en: 'Session' },
  section: 'today',
  distance: 0,
});

test('what has an hour is told when it comes, once; what has none when its day begins', () => {
  const nine = item('2023-03-22', '09:00');
  const allDay = item('2023-03-22', null);
  const items = [nine, allDay, item('2023-03-21', null)];
  expect(dueBetween(items, '2023-03-22T08:59', '2023-03-22T09:00')).toEqual([nine]);
  expect(dueBetween(items, '2023-03-22T09:00', '2023-03-22T09:01')).toEqual([]);
  expect(dueBetween(items, '2023-03-21T23:59', '2023-03-22T00:00')).toEqual([allDay]);
  // A machine that slept over the hour tells both.
  expect(dueBetween(items, '2023-03-21T20:00', '2023-03-22T09:30')).toEqual([nine, allDay]);
});
