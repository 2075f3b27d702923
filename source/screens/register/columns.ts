/** A register's columns for the table, out of its declaration. */
import type { Language } from '../../language/index.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Shown } from '../../services/reading/shown.ts';
import { toneOfValue } from '../overrides.ts';
import { span, type Span } from '../../widgets/lines/styled.ts';
import type { SplitWidths } from '../../widgets/lists/split-widths.ts';
import type { Column } from '../../widgets/lists/table.tsx';
import { cellWidth, safe } from '../../widgets/lines/text.ts';

export type Field = Definition['fields'][string];

/** Cells of the longest state that is never cut: `esihenkilö puoltaa`. */
export const longestState = 18;

export function fieldNamed(definition: Definition, name: string): Field | null {
  return definition.fields[name] ?? definition.derived?.[name]?.field ?? null;
}

const headOf = ({ brief, label }: Field, language: Language): string => (brief ?? label)[language];

/** The longest day with its hour: `14.12.2022 14.00`, `14 Dec 2022 14:00`. */
const momentWidth = { fi: 16, en: 17 } as const;

/** How much room values of a kind take; the rest share what is left. */
function sizes(field: Field, language: Language, room: number): Partial<Column<AnyRecord>> {
  const { kind, choices } = field;
  if (kind === 'email') return { width: 24, min: 14, flex: 1 };
  const label = cellWidth(headOf(field, language));
  // A day of another year: `14.12.2021`, `14 Dec 2021`.
  const ofDay = language === 'fi' ? 10 : 11;
  if (kind === 'day') return { width: Math.max(ofDay, label), min: ofDay };
  // A cut hour is a wrong one, and a meeting without its day tells little: it is neither cut nor dropped.
  if (kind === 'localTime') return { width: momentWidth[language], priority: 0 };
  // A sum that is cut is another sum.
  if (field.isMoney === true) return { align: 'right', min: Math.max(11, label), width: Math.max(13, label) };
  if (kind === 'whole' || kind === 'decimal')
    return { align: 'right', min: Math.min(9, label), width: Math.min(12, Math.max(4, label)) };
  if (choices !== undefined) {
    const widest = Math.max(label, ...Object.values(choices).map((one) => cellWidth(one[language])));
    // Of several, one is whole at least, and a short one beside it where there is room.
    const least = room < 72 ? Math.min(26, widest) : Math.min(30, widest + 13);
    if (kind !== 'choice') return { width: Math.max(least, Math.min(36, widest + 10)), min: least, flex: 2 };
    // A state that is cut says another thing, or nothing: where it doesn't fit, the columns after it give way.
    return { width: Math.min(24, widest), min: Math.min(longestState, widest) };
  }
  return { width: 18, min: 14, flex: 2 };
}

/** Room for a code of three digits; those of a parent's children have its number too. */
function codeLeast({ code }: Definition): number {
  return code !== undefined && 'prefix' in code ? Math.min(7, code.prefix.length + 4) : 7;
}

/** What has no name of its own yet is called as it is called everywhere else. */
function cellOf(record: AnyRecord, name: string, text: string, isMain: boolean): Span[] {
  if (text === '' && isMain) return [span(safe(record.heading), 'muted')];
  return [span(safe(text), toneOfValue(name, record[name]))];
}

/**
 * Columns in the order of their weight: the last are dropped first when room is short. Beside a preview, which shows
 * what the record is called in full, the title gives way to more of them.
 */
export function columnsOf(
  definition: Definition,
  shown: Shown,
  language: Language,
  { left: width, right }: SplitWidths,
  names: readonly string[] = definition.list.columns,
): Column<AnyRecord>[] {
  const besidePreview = right !== null;
  const grows = (name: string): boolean => {
    const kind = fieldNamed(definition, name)?.kind;
    return kind !== undefined && ['text', 'longText', 'reference', 'tags'].includes(kind);
  };
  // What people call the record must be readable before anything else is; where two name it, they share.
  const [main, second] = names.filter(grows);
  const shares = second !== undefined && fieldNamed(definition, main ?? '')?.kind === 'reference';
  const room = Math.min(44, Math.max(16, Math.floor(width * (shares ? 0.26 : 0.4))));
  const least = shares
    ? Math.max(14, Math.floor(width * 0.22))
    : besidePreview
      ? Math.max(16, Math.floor(width * 0.36))
      : room;
  // The first is never so narrow that names of one beginning look alike: the second gives way to it.
  const leastOf = (name: string): number | null => {
    if (name === main) return shares ? Math.max(17, least) : least;
    return shares && name === second ? Math.max(11, least - 3) : null;
  };
  return names.flatMap((name): Column<AnyRecord>[] => {
    if (name === 'code')
      return [
        {
          key: 'code',
          label: '',
          width: 7,
          min: codeLeast(definition),
          priority: 0,
          format: ({ code }) => [span(safe(code ?? ''), 'accent')],
        },
      ];
    const field = fieldNamed(definition, name);
    if (field === null) return [];
    return [
      {
        key: name,
        label: headOf(field, language),
        format: (record) => cellOf(record, name, shown.short(field, record[name]), name === main),
        ...(leastOf(name) === null
          ? sizes(field, language, width)
          : { width: room, min: leastOf(name) ?? room, flex: 1, priority: 0 }),
      },
    ];
  });
}
