import { expect, test } from 'vitest';
import { searchFor } from '../../source/services/reading/listing.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { makeProject } from '../support/project.ts';

const project = makeProject();
const add = (register: string, values: Record<string, unknown>): number =>
  addRecord(project, register, values).result;
const found = (text: string, recent: readonly number[] = []): string[] =>
  searchFor(project, text, 20, recent).map(({ heading, code }) => `${code} ${heading}`);

test('Among equals what wants something soon comes first, what is far off after it, what is closed last', () => {
  const group = add('group', { title: 'Klubi', kind: 'club', prefix: 'KL' });
  for (let week = 0; week < 30; week += 1)
    add('session', {
      group,
      startsAt: `20${23 + Math.floor(week / 12)}-${String((week % 12) + 1).padStart(2, '0')}-09T09:00`,
    });
  add('session', { group, startsAt: '2022-04-04T09:00' });
  add('session', { group, startsAt: '2022-03-09T09:00', state: 'held' });
  const [first, second, third] = found('klubi');
  expect(first).toContain('Klubi');
  expect([second, third]).toEqual([expect.stringMatching(/^KL-31 /), expect.stringMatching(/^KL-1 /)]);
});

test('What has a name comes before a text that only begins so', () => {
  add('diary', { day: '2022-03-14', text: 'Verkosto kokoontui.' });
  add('action', { title: 'Kutsu verkosto koolle' });
  add('diary', { day: '2022-03-15', text: 'Verkosto kiitti.' });
  expect(found('verkosto').map((one) => one.slice(0, 3))).toEqual(['T-1', 'PK-', 'PK-']);
});

test('How long people are kept says nothing of who is looked for', () => {
  add('person', { name: 'Sanna Saari', keepUntil: '2023-01-01' });
  add('person', { name: 'Sanna Suvanto' });
  expect(found('sanna')[0]).toContain('Suvanto');
});

test('Of what wants nothing, what was looked at lately comes first', () => {
  const older = add('unit', { name: 'Neuvola pohjoinen' });
  add('unit', { name: 'Neuvola eteläinen' });
  expect(found('neuvola')[0]).toContain('eteläinen');
  expect(found('neuvola', [older])[0]).toContain('pohjoinen');
});
