import { expect, test } from 'vitest';
import { headOf } from '../../source/screens/frame/frame-lines.ts';

const overview = {
  title: 'Digitaidot asiakastyössä',
  today: '2023-01-17',
  isEarlier: true,
  late: 3,
  steering: null,
};
const head = (language: 'fi' | 'en', width: number): string =>
  headOf(overview, language, width)
    .map(({ text }) => text)
    .join('');

test('The head of an earlier day tells the day at any width, and how one comes back where there is room', () => {
  expect(head('fi', 120)).toMatch(/Esc palaa tähän päivään +TILANNE ti 17\.1\.2023/);
  expect(head('fi', 80)).toMatch(/ Esc palaa +TILANNE ti 17\.1\.2023/);
  expect(head('en', 80)).toMatch(/ Esc leaves +AS OF Tue 17 Jan 2023/);
  for (const width of [60, 80, 120, 200]) {
    expect(head('fi', width)).toHaveLength(width);
    expect(head('fi', width)).toContain('TILANNE ti 17.1.2023');
  }
});
