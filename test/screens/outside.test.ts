import { expect, test } from 'vitest';
import { openable, openerOf } from '../../source/screens/record/outside.ts';

const there = (file: string): boolean => file === '/koti/hanke/muistio.docx' || file === '/koti/hanke/-rf';

test.each([
  ['https://omasote.example/ohje?a=1&b=2', 'https://omasote.example/ohje?a=1&b=2'],
  ['mailto:kirjaamo@sote.example', 'mailto:kirjaamo@sote.example'],
  ['muistio.docx', '/koti/hanke/muistio.docx'],
  ['-rf', '/koti/hanke/-rf'],
  ['puuttuu.docx', null],
  ['file:///etc/passwd', null],
  ['javascript:alert(1)', null],
  ['https://a.example $(reboot)', null],
  ['', null],
])('%s is opened as %s', (text, target) => {
  expect(openable(text, '/koti/hanke', there)).toBe(target);
});

test('what is opened is one word of the argument vector on every system', () => {
  const target = 'https://a.example/?a=1&b=2';
  for (const platform of ['linux', 'darwin', 'win32'] as const)
    expect(openerOf(platform, target).at(-1)).toBe(target);
});
