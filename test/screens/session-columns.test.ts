import { describe, expect, test } from 'vitest';
import { registerOf } from '../../source/registers/index.ts';
import { columnsOf } from '../../source/screens/register/columns.ts';
import { shownIn } from '../../source/services/reading/shown.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { plainText } from '../../source/widgets/lines/styled.ts';
import { layout, rowLine } from '../../source/widgets/lists/table-layout.ts';
import { nextDay } from '../support/project.ts';
import { steeringProject } from '../support/steering.ts';

describe('The list of sessions', () => {
  const { project, add, ids } = steeringProject();
  add('session', {
    group: ids.group,
    startsAt: '2021-12-14T13:30',
    topic: 'Mitä vuosi opetti meille kaikille',
  });
  nextDay(project);
  const definition = registerOf('session');

  test.each([
    [58, 'fi', '14.12.2021 13.30'],
    [58, 'en', '14 Dec 2021 13:30'],
    [76, 'fi', '14.12.2021 13.30'],
    [76, 'en', '14 Dec 2021 13:30'],
    [116, 'en', '14 Dec 2021 13:30'],
  ] as const)('in %i cells in %s says whole when each is, and what it is about', (width, language, when) => {
    const columns = columnsOf(definition, shownIn(project, language), language, { left: width, right: null });
    const placed = layout(columns, width);
    expect(placed.reduce((sum, one) => sum + one.width + 2, -2)).toBeLessThanOrEqual(width);
    const text = listOf(project, definition, {}, language).map((row) => plainText(rowLine(row, placed)));
    expect(text.find((row) => row.includes(when))).toMatch(/Ohjausryh.* Mitä vuosi/);
  });
});
