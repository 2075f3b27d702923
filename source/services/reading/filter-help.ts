/** What a filter means in plain words, and what may follow as it is typed. */
import { parseFilter, type FilterTerm } from '../../domain/filter.ts';
import { formatDay } from '../../domain/days/format-day.ts';
import { formatMoney } from '../../domain/funding/format-money.ts';
import { isUserError } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import { fieldCalled, sumIn, sumsOf } from '../../store/records/filter-sql.ts';
import { allFields } from './outward.ts';
import { fieldContext } from './lookup.ts';
import { labelIn } from './shown.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';
import type { Definition } from '../../registers/index.ts';
import type { Project } from '../project/project.ts';

type Compare = 'day' | 'number' | 'choice' | 'text';

function comparesAs({ comparison }: AnyField): Compare {
  return comparison === 'day' || comparison === 'number' || comparison === 'choice' ? comparison : 'text';
}

/** The value as it is understood: a day as a day, a choice by its label; as typed where it can't be read. */
function valueInWords(project: Project, field: AnyField, value: string, language: Language): string {
  try {
    const context = fieldContext(project, language);
    if (field.comparison === 'day' && !/^\d{4}(-\d{2})?$/.test(value))
      return formatDay(context.day(value), language, 'long');
    const { choices } = field;
    if (choices !== undefined) return choices[String(field.check(value))]?.[language].toLowerCase() ?? value;
    if (field.isMoney === true) {
      const sum = sumIn(value);
      return sum === null ? value : formatMoney(sum, language);
    }
    return value;
  } catch (error) {
    if (isUserError(error)) return value;
    throw error;
  }
}

function termInWords(project: Project, definition: Definition, term: FilterTerm, language: Language): string {
  const words = messages(language).console.filter;
  const field = fieldCalled(definition, term.field)?.field;
  const brief = field?.isMoney === true ? field.brief?.[language] : undefined;
  const label = brief ?? (field === undefined ? term.field : labelIn(project, field, language));
  const not = term.negated ? `${words.not} ` : '';
  if (term.values.length === 0) return term.negated ? words.notEmpty(label) : words.empty(label);
  const values = field?.comparison === 'number' ? sumsOf(term.values) : term.values;
  const shown = values
    .map((value) => (field === undefined ? value : valueInWords(project, field, value, language)))
    .join(words.or);
  const operator = words.operators[field === undefined ? 'text' : comparesAs(field)][term.operator];
  return `${not}${label} ${operator} ${shown}`;
}

/** `Tila on avoin · Taso vähintään korkea · sanat: johto`; '' for no filter. */
export function explainFilter(
  project: Project,
  definition: Definition,
  text: string,
  language: Language,
): string {
  const { terms, words } = parseFilter(text);
  const said = messages(language).console.filter;
  const free = words.map(({ text: word, negated }) => (negated ? `${said.not} ”${word}”` : `”${word}”`));
  return [
    ...terms.map((term) => termInWords(project, definition, term, language)),
    ...(free.length === 0 ? [] : [`${said.words} ${free.join(' ')}`]),
  ].join(' · ');
}

/** The last word of what is typed: where it starts, its field and operator if it has them, and what is begun. */
const lastWordOf = (text: string): RegExpExecArray | null =>
  /(?:^|\s)-?(?:(\p{L}[\p{L}\p{M}\p{N}_]*)(<=|>=|!=|[:=<>]))?([^\s,"]*(?:,[^\s,"]*)*)$/u.exec(text);

const oneWord = /^\p{L}[\p{L}\p{M}\p{N}_]*$/u;

/** A word as one types it: the label where it is one word, else the field's own name. */
function typedName(name: string, { label }: AnyField, language: Language): string {
  const word = label[language].toLowerCase();
  return oneWord.test(word) ? word : name;
}

const quoteSpaces = (word: string): string => (/\s/.test(word) ? `"${word}"` : word);

/** What may stand in place of what is begun at the end of the text: names of fields, or choices of the field named. */
export function filterCompletions(definition: Definition, text: string, language: Language): string[] {
  const match = lastWordOf(text);
  if (match === null) return [];
  const [, name, , typed = ''] = match;
  const begun = (typed.split(',').at(-1) ?? '').toLowerCase();
  const before = text.slice(0, text.length - begun.length);
  const fits = (word: string): boolean => word.toLowerCase().startsWith(begun);
  if (name !== undefined) {
    const choices = Object.entries(fieldCalled(definition, name)?.field.choices ?? {});
    const words = choices.flatMap(([word, label]) =>
      fits(label[language]) || fits(word) ? [label[language].toLowerCase()] : [],
    );
    return words
      .map((word) => before + quoteSpaces(word))
      .filter((whole) => whole.toLowerCase() !== text.toLowerCase());
  }
  if (begun === '') return [];
  const names = Object.entries(allFields(definition)).flatMap(([own, field]) => {
    const head = field.brief?.[language].toLowerCase() ?? '';
    return [typedName(own, field, language), ...(oneWord.test(head) ? [head] : [])];
  });
  return [...new Set(names)].filter(fits).map((word) => `${before}${word}:`);
}
