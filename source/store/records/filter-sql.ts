import { parseCode } from '../../domain/codes.ts';
import { dayAsked } from '../../domain/days/day-asked.ts';
import { isDay } from '../../domain/days/day.ts';
import { numbersAsked } from '../../domain/people/phone-numbers.ts';
import { unknownField } from '../../registers/field-errors.ts';
import { numberOf, readingsOf } from '../../fields/index.ts';
import { quoted } from './columns.ts';
import { matchExpression } from '../search/search.ts';
import type { Filter, FilterOperator, FilterTerm } from '../../domain/filter.ts';
import type { AnyField, FieldContext } from '../../fields/index.ts';
import type { Definition } from '../../registers/index.ts';

/** A condition over `t` and `r`, and its values in order of their `?`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const all: Condition = { sql: '1', values: [] };

const join = (parts: readonly Condition[], word: 'AND' | 'OR'): Condition =>
  parts.length === 0
    ? all
    : {
        sql: `(${parts.map((part) => part.sql).join(` ${word} `)})`,
        values: parts.flatMap((part) => part.values),
      };

const not = (part: Condition): Condition => ({ sql: `NOT coalesce(${part.sql}, 0)`, values: part.values });

/** The filter as SQL. @throws UserError unknown-field, wrong-day, wrong-choice … as the words deserve */
export function conditionOf(definition: Definition, filter: Filter, context: FieldContext): Condition {
  const terms = filter.terms.map((term) => termCondition(definition, term, context));
  const words = filter.words.map(({ text, negated }) => {
    const found = join(
      [
        ...wordCondition(text, context),
        ...dayCondition(definition, text, context),
        ...numberCondition(definition, text),
      ],
      'OR',
    );
    return negated ? not(found) : found;
  });
  return join([...terms, ...words], 'AND');
}

function wordCondition(text: string, { ownWord }: FieldContext): Condition[] {
  const match = matchExpression(text, { isEnglish: ownWord?.('language') === 'en' });
  return match === null
    ? []
    : [{ sql: 't.id IN (SELECT rowid FROM search WHERE search MATCH ?)', values: [match] }];
}

/** A day in figures is in no text of a record: it is one of its own days. Other words of a quotation hold as well. */
function dayCondition({ fields }: Definition, text: string, context: FieldContext): Condition[] {
  const { days, rest } = dayAsked(text, context.today) ?? { days: [], rest: '' };
  if (days.length === 0) return [];
  const places = days.map(() => '?').join(', ');
  const own = Object.entries(fields).flatMap(([name, { kind }]) => {
    const column = `t.${quoted(name)}`;
    if (kind === 'day') return [{ sql: `${column} IN (${places})`, values: days }];
    return kind === 'localTime' ? [{ sql: `substr(${column}, 1, 10) IN (${places})`, values: days }] : [];
  });
  return own.length === 0 ? [] : [join([join(own, 'OR'), ...wordCondition(rest, context)], 'AND')];
}

/** The search text has a telephone number only as it is grouped there. */
const numberCondition = ({ fields }: Definition, text: string): Condition[] =>
  fields['phone'] === undefined
    ? []
    : numbersAsked(text).map((number) => ({ sql: 'instr(digits(t.phone), ?) > 0', values: [number] }));

/** The field or derived value that a filter word or column heading means, by its name, label or heading. */
export function fieldCalled(
  definition: Definition,
  word: string,
): { name: string; field: AnyField; sql: string } | null {
  const wanted = word.toLowerCase();
  const derived = Object.entries(definition.derived ?? {}).map(([name, value]) => ({
    name,
    field: value.field,
    sql: value.when === 'byDay' ? `(${value.sql})` : `t.${quoted(name)}`,
  }));
  const own = Object.entries(definition.fields).map(([name, field]) => ({
    name,
    field,
    sql: `t.${quoted(name)}`,
  }));
  const candidates = [...derived, ...own];
  return (
    candidates.find(({ name }) => name.toLowerCase() === wanted) ??
    candidates.find(({ field }) =>
      [field.label.fi, field.label.en].some((label) => label.toLowerCase() === wanted),
    ) ??
    candidates.find(({ field }) => field.headings?.includes(wanted)) ??
    // What stands at the head of a narrow column is what people see, and type.
    candidates.find(({ field: { brief } }) =>
      [brief?.fi, brief?.en].some((head) => head?.toLowerCase() === wanted),
    ) ??
    null
  );
}

function termCondition(definition: Definition, term: FilterTerm, context: FieldContext): Condition {
  const condition =
    term.field.toLowerCase() === 'code' ? codeCondition(term) : fieldCondition(definition, term, context);
  return term.negated ? not(condition) : condition;
}

const codeCondition = ({ values }: FilterTerm): Condition =>
  join(
    values.map((value) => ({ sql: 'r.code = ?', values: [value.toUpperCase()] })),
    'OR',
  );

function fieldCondition(definition: Definition, term: FilterTerm, context: FieldContext): Condition {
  const called = fieldCalled(definition, term.field);
  if (called === null) throw unknownField(definition, term.field);
  const { field, sql } = called;
  if (term.values.length === 0) return { sql: `(${sql} IS NULL OR ${sql} IN ('', '[]'))`, values: [] };
  const { operator } = term;
  const each = (field.comparison === 'number' ? sumsOf(term.values) : term.values).map((value) =>
    comparison(field, sql, operator === '!=' ? '=' : operator, value, context),
  );
  return operator === '!=' ? not(join(each, 'OR')) : join(each, 'OR');
}

type Compared = Exclude<FilterOperator, '!='>;

function comparison(
  field: AnyField,
  sql: string,
  operator: Compared,
  value: string,
  context: FieldContext,
): Condition {
  const sign = operator === ':' ? '=' : operator;
  switch (field.comparison) {
    case 'number':
      return { sql: `${sql} ${sign} ?`, values: [numberFor(field, value, context)] };
    case 'day': {
      const day = dayOf(field, value, context);
      // As much of the day as is asked for: `due:2022-03` is all of March, `due>2022-03` what comes after it.
      // A whole day stands in its column as it is compared, so that an index serves.
      const compared = field.kind === 'day' && day.length === 10 ? sql : `substr(${sql}, 1, ${day.length})`;
      return { sql: `${compared} ${sign} ?`, values: [day] };
    }
    case 'choice':
      return choiceComparison(field, sql, sign, String(field.read(value, context)));
    case 'list':
      return listComparison(field, sql, value, context);
    case 'reference':
      return referenceComparison(field, sql, value, context);
    case 'who':
      return join([saysIn(sql, value), referenceComparison(field, sql, value, context)], 'OR');
    case 'whos': {
      const item = join(
        [saysIn('each.value', value), referenceComparison(field, 'each.value', value, context)],
        'OR',
      );
      return {
        sql: `EXISTS (SELECT 1 FROM json_each(${sql}) AS each WHERE ${item.sql})`,
        values: item.values,
      };
    }
    case 'text':
    default:
      return operator === ':'
        ? contains(sql, value)
        : { sql: `fold(${sql}) ${sign} fold(?)`, values: [value] };
  }
}

/** A comma parts alternatives, but not the thousands of a sum: `budget>=€33,000`. */
export function sumsOf(values: readonly string[]): string[] {
  const sums: string[] = [];
  for (const value of values) {
    const last = sums.at(-1) ?? '';
    const goesOn = /^€\d{1,3}(,\d{3})*$/.test(last) && /^\d{3}(\.\d+)?$/.test(value);
    if (goesOn) sums[sums.length - 1] = `${last},${value}`;
    else sums.push(value);
  }
  return sums;
}

/** The sum that a text of a filter says; null for none. */
export function sumIn(text: string): number | null {
  const sum = numberOf(text);
  return Number.isNaN(sum) ? null : sum;
}

/** A filter may ask beyond the limits of a field: `probability<6`. */
function numberFor(field: AnyField, value: string, context: FieldContext): unknown {
  const number = numberOf(value);
  return Number.isNaN(number) || readingsOf(value, false) !== null ? field.read(value, context) : number;
}

/** `fold` is lower case for every letter, not just ASCII; `open` gives it to SQLite. */
const contains = (sql: string, value: string): Condition => ({
  sql: `instr(fold(${sql}), fold(?)) > 0`,
  values: [value],
});

/** Text beside references: what refers to a record is its number there, in which nobody looks for words. */
const saysIn = (sql: string, value: string): Condition => {
  const { sql: found, values } = contains(sql, value);
  return { sql: `(typeof(${sql}) = 'text' AND ${found})`, values };
};

function dayOf(field: AnyField, value: string, context: FieldContext): string {
  // As it is kept: nothing that reads days in words has to be loaded for it.
  if (/^\d{4}(-\d{2})?$/.test(value) || isDay(value)) return value;
  const read =
    field.kind === 'localTime' && !/[T:]/.test(value) ? context.day(value) : field.read(value, context);
  return String(read).slice(0, 10);
}

/** Choices compare in the order of their declaration: `level>=high`. */
/** `word` is that of the choice. */
function choiceComparison(field: AnyField, sql: string, sign: string, word: string): Condition {
  // Which one it is needs no order, and so nothing to be worked out of each row.
  if (sign === '=') return { sql: `${sql} = ?`, values: [word] };
  const words = Object.keys(field.choices ?? {});
  const wanted = words.indexOf(word);
  const place = words.map((one, index) => `WHEN '${one}' THEN ${index}`).join(' ');
  return { sql: `CASE ${sql} ${place} END ${sign} ?`, values: [wanted] };
}

function listComparison(field: AnyField, sql: string, value: string, context: FieldContext): Condition {
  if (field.kind === 'references') {
    const item = referenceComparison(field, 'each.value', value, context);
    return { sql: `EXISTS (SELECT 1 FROM json_each(${sql}) AS each WHERE ${item.sql})`, values: item.values };
  }
  const wanted = field.kind === 'choices' ? String(field.check(value)) : value;
  return { sql: `EXISTS (SELECT 1 FROM json_each(${sql}) WHERE fold(value) = fold(?))`, values: [wanted] };
}

/** A record by its code, or any whose heading holds the words. */
function referenceComparison(field: AnyField, sql: string, value: string, context: FieldContext): Condition {
  const id = context.findMaybe(field.to ?? [], value);
  const one = { sql: `${sql} = ?`, values: [id] };
  if (id !== null && parseCode(value) !== null) return one;
  const named = {
    sql: `${sql} IN (SELECT id FROM record WHERE instr(fold(heading), fold(?)) > 0)`,
    values: [value],
  };
  // A part of a name may stand in several headings, also where it begins only one.
  return id === null ? named : join([one, named], 'OR');
}
