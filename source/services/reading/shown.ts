import { isDay, isLocalTime } from '../../domain/days/day.ts';
import { projectText } from '../../store/queries/project-text.ts';
import { registerOf, summaryOf } from '../../registers/index.ts';
import { identityById } from '../../store/records/records.ts';
import { formatDay, formatLocalTime } from '../../domain/days/format-day.ts';
import { formatMoney } from '../../domain/funding/format-money.ts';
import { fieldContext } from './lookup.ts';
import { todayOf } from '../project/project.ts';
import { stepWords } from '../writing/step-scale.ts';
import type { DayStyle } from '../../domain/days/format-day.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';
import type { Identity } from '../../store/records/records.ts';
import type { Project } from '../project/project.ts';

/** How values are shown to people: in full on a record's page, short in a list. */
export interface Shown {
  /** In full: weekday and year on days, headings of the records that are named. */
  readonly full: (field: AnyField, value: unknown) => string;
  /** For a column: no year where it is this one, headings alone. */
  readonly short: (field: AnyField, value: unknown) => string;
  readonly heading: (id: number) => string;
  /** What the project calls a field. */
  readonly label: (field: AnyField) => string;
}

/** What the project calls a choice in a word of its own. */
export function ownWordFor(
  { store }: Project,
  { ownWords, ownForm }: AnyField,
  word: string,
  language: Language,
): string | null {
  const setting = ownWords?.[word];
  const own = setting === undefined ? null : projectText(store, setting);
  return own === null || ownForm === undefined ? own : ownForm(own)[language];
}

/** The project's own word for a champion. */
export const championWordOf = ({ store }: Project): string | null => projectText(store, 'championWord');

/** What a field is called in this project. */
export function labelIn({ store }: Project, field: AnyField, language: Language): string {
  const { ownLabel } = field;
  const own = ownLabel === undefined ? null : projectText(store, ownLabel.setting);
  return (own === null ? field.label : (ownLabel?.words(own) ?? field.label))[language];
}

export function shownIn(project: Project, language: Language): Shown {
  const context = fieldContext(project, language);
  const today = todayOf(project);
  const heading = (id: number): string => {
    const identity = identityById(project.store, id);
    return identity === null ? '' : nameOf(identity, language);
  };
  const withCode = (id: number): string => {
    const identity = identityById(project.store, id);
    if (identity === null) return '';
    const name = nameOf(identity, language);
    return identity.code === null ? name : `${name} (${identity.code})`;
  };
  // In a column the weekday says something this year, the year in any other.
  const styleOf = (day: string, full: boolean): DayStyle =>
    full ? 'full' : day.slice(0, 4) === today.slice(0, 4) ? 'weekday' : 'long';
  const show = (field: AnyField, value: unknown, name: (id: number) => string, full: boolean): string => {
    if (value === null || value === undefined || value === '') return '';
    const one = (item: unknown): string => (typeof item === 'number' ? name(item) : String(item));
    if (field.kind === 'reference' || field.kind === 'who') return one(value);
    if (field.kind === 'references' || field.kind === 'whos') return (value as unknown[]).map(one).join(', ');
    // Values worked out by SQL are declared as text even where they hold a day.
    if (typeof value === 'string' && isDay(value)) return formatDay(value, language, styleOf(value, full));
    if (typeof value === 'string' && isLocalTime(value)) {
      const words = formatLocalTime(value, language, styleOf(value, full));
      return full ? words : words.replace(' klo ', ' ');
    }
    if (field.isMoney === true && typeof value === 'number') return formatMoney(value, language);
    const own = typeof value === 'string' ? ownWordFor(project, field, value, language) : null;
    if (own !== null) return own;
    const words = full && typeof value === 'number' ? stepWords(project, field, language) : null;
    const word = words?.[Number(value) - 1];
    return field.write(value, context) + (word === undefined ? '' : ` · ${word}`);
  };
  return {
    full: (field, value) => show(field, value, withCode, true),
    short: (field, value) => show(field, value, heading, false),
    heading,
    label: (field) => labelIn(project, field, language),
  };
}

/** What a record is called; an entry of a dated log is kept by its day and words of the code, which are no person's. */
function nameOf({ register, heading }: Identity, language: Language): string {
  if (!summaryOf(register).isDated) return heading;
  const definition = registerOf(register);
  const choices = Object.values(definition.fields).flatMap((field) => Object.entries(field.choices ?? {}));
  const words = heading.split(' ').map((word) => {
    if (isDay(word)) return formatDay(word, language, 'long');
    return choices.find(([one]) => one === word)?.[1][language] ?? word;
  });
  return `${definition.label.one[language]}: ${words.join(' ')}`;
}
