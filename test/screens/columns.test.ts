import { expect, test } from 'vitest';
import { registerOf, type AnyRecord, type Definition } from '../../source/registers/index.ts';
import { columnsOf, fieldNamed, longestState } from '../../source/screens/register/columns.ts';
import { tabsOfScreen } from '../../source/screens/session/navigation.ts';
import { bodyWidths } from '../../source/screens/frame/frame-lines.ts';
import { layout, type PlacedColumn } from '../../source/widgets/lists/table-layout.ts';
import { cellWidth } from '../../source/widgets/lines/text.ts';
import type { Language } from '../../source/language/index.ts';
import type { Shown } from '../../source/services/reading/shown.ts';

/** What stands on a screen of its own. */
const listed = Object.values(tabsOfScreen)
  .flat()
  .filter(({ kind }) => kind === 'register')
  .map(({ register }) => registerOf(register));

const shown: Shown = { short: () => '', full: () => '', many: () => '' } as unknown as Shown;
const languages: readonly Language[] = ['fi', 'en'];
const sizes = [60, 80, 120, 200].flatMap((columns) => [false, true].map((preview) => ({ columns, preview })));

function placed(
  definition: Definition,
  language: Language,
  columns: number,
  preview: boolean,
): readonly PlacedColumn<AnyRecord>[] {
  const widths = bodyWidths(columns, preview);
  return layout(columnsOf(definition, shown, language, widths), widths.left - 2);
}

const cases = sizes.flatMap((size) => languages.map((language) => ({ ...size, language })));

test.each(cases)(
  'no head, state or day of a list is cut at $columns columns, preview $preview, in $language',
  ({ columns, preview, language }) => {
    const cutOnes = listed.flatMap((definition) =>
      placed(definition, language, columns, preview).flatMap(({ column, width }) => {
        const field = fieldNamed(definition, column.key);
        const states =
          field?.kind === 'choice'
            ? Object.values(field.choices ?? {})
                .map((one) => one[language])
                .filter((text) => cellWidth(text) <= longestState)
            : [];
        const days = field?.kind === 'day' ? [language === 'fi' ? '14.12.2021' : '14 Dec 2021'] : [];
        return [column.label, ...states, ...days]
          .filter((text) => cellWidth(text) > width)
          .map((text) => `${definition.name}.${column.key} ${width}: ${text}`);
      }),
    );
    expect(cutOnes).toEqual([]);
  },
);

test.each([60, 80, 120])('a candidate is shown with person, unit and stage at %i columns', (columns) => {
  const keys = placed(registerOf('candidate'), 'fi', columns, columns >= 120).map(({ column }) => column.key);
  expect(keys).toEqual(expect.arrayContaining(['code', 'person', 'unit', 'stage']));
});

test.each([60, 80])(
  'two candidates whose names differ in their last letters look so at %i columns',
  (columns) => {
    const columnOf = placed(registerOf('candidate'), 'fi', columns, false).find(
      ({ column }) => column.key === 'person',
    );
    expect(columnOf?.width).toBeGreaterThanOrEqual(cellWidth('Ilmoittautunut 32'));
  },
);
