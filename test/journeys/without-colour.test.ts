import { expect, test } from 'vitest';
import { messages } from '../../source/language/index.ts';
import { signOf as calendarSign } from '../../source/screens/calendar/item-line.ts';
import { signOf as planSign } from '../../source/screens/communication/plan-calendar-lines.ts';
import { toastLines } from '../../source/widgets/lines/bars.ts';
import { toAnsi } from '../../source/widgets/lines/styled.ts';
import { themeNamed } from '../../source/widgets/lines/theme.ts';
import { levelSigns, riskLevelNames, riskLevels } from '../../source/services/risks/risk-matrix.ts';
import { consoleHome, live, openConsole } from './console-home.ts';
import type { CalendarItem } from '../../source/services/reading/calendar.ts';
import type { StyledLine } from '../../source/widgets/lines/styled.ts';

const none = themeNamed('none');
/** Without what bold and inverse leave. */
const said = (line: StyledLine): string => toAnsi(line, none).replaceAll(/\u001B\[[\d;]*m/g, '');

function expectDistinct(texts: readonly string[]): void {
  expect(new Set(texts).size).toBe(texts.length);
  for (const text of texts) expect(text.trim()).not.toBe('');
}

test.each([true, false])('what colour says a sign says as well (beyond ASCII: %s)', (unicode) => {
  const item = (state: CalendarItem['state'], kind = 'due'): CalendarItem =>
    ({
      day: '2023-03-22',
      time: null,
      id: 1,
      code: 'T-1',
      register: 'action',
      kind,
      heading: 'Asia',
      state,
      what: { fi: 'määräpäivä', en: 'due' },
    }) as CalendarItem;
  expectDistinct([
    ...(['happened', 'late', 'due', 'planned'] as const).map((state) =>
      said([calendarSign(item(state), unicode)]),
    ),
    said([calendarSign(item('due', 'cancelled'), unicode)]),
  ]);
  expectDistinct(
    (['sent', 'late', 'planned', 'skipped', 'silent'] as const).map((fate) =>
      said([planSign(fate, unicode)]),
    ),
  );
  expectDistinct(
    (['done', 'note', 'warning', 'error'] as const).map((kind) =>
      toastLines(kind, 'Sama', '', 40, unicode).map(said).join(' '),
    ),
  );
});

test('levels of risk and lights of reports have a word each, in both languages', () => {
  expectDistinct(riskLevels.map((level) => levelSigns[level]));
  for (const language of ['fi', 'en'] as const) {
    expectDistinct(riskLevels.map((level) => riskLevelNames[level][language]));
    expectDistinct(Object.values(messages(language).report.colours));
  }
});

test('with NO_COLOR no colour is sent, and what is late, of today, ahead, done or wrong is still told', async () => {
  const here = await consoleHome();
  const terminal = openConsole(here, { columns: 100, rows: 40, environment: { NO_COLOR: '1' } });
  await live(terminal);
  await terminal.expect(/▲ T-38/);
  await terminal.expect(/● TK-15/);
  await terminal.expect(/○ \S/);
  terminal.press('b');
  terminal.type('Rivi');
  terminal.press('Enter');
  await terminal.expect(/ ✓ .*PK-/);
  terminal.press('4');
  await terminal.expect(/korkea|merkittävä|kohtalainen/);
  terminal.press('n');
  await terminal.expect('Uusi riski');
  terminal.press('Ctrl+S');
  await terminal.expect(/✗ .*korjata|pitää korjata/);
  // Colours as a terminal is told them.
  expect(terminal.output).not.toMatch(/\u001B\[(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[\d;]*)?m/);
});
