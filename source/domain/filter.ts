import { isAscii } from './letters.ts';

export type FilterOperator = ':' | '=' | '!=' | '<' | '<=' | '>' | '>=';

export interface FilterTerm {
  /** As typed; which fields there are is for the register to say. */
  readonly field: string;
  readonly operator: FilterOperator;
  /** Alternatives, `open,realised`; none (`owner:`) asks for records in which the field is empty. */
  readonly values: readonly string[];
  readonly negated: boolean;
}

export interface FilterWord {
  readonly text: string;
  readonly negated: boolean;
}

export interface FilterError {
  /**
   * - `unclosedQuote`: read as if it closed at the end
   * - `noValue`: a comparison without anything to compare with, `level>=`; left out
   */
  readonly code: 'unclosedQuote' | 'noValue';
  /** Where in the text it starts, in UTF-16 units from 0. */
  readonly at: number;
}

/** All terms and all words must hold. */
export interface Filter {
  readonly terms: readonly FilterTerm[];
  readonly words: readonly FilterWord[];
  readonly errors: readonly FilterError[];
}

/**
 * Reads filter words, `state:open,realised level>=high owner:"x y" due<+14d -tag:old free words`:
 *
 * - `field:value` contains or is, as suits the field; `= != < <= > >=` compare; a comma parts alternatives;
 * - `field:` alone asks for an empty field, `-field:` for one that is not;
 * - `-` in front turns a term or word round; `"…"` keeps spaces, commas and operators, `\"` is a quote within;
 * - all else is free text.
 *
 * Never throws: a person is typing, so what is unfinished is read as far as it goes, and `errors` says where it is odd.
 */
export function parseFilter(text: string): Filter {
  const scanner: Scanner = { text, index: 0, errors: [] };
  const terms: FilterTerm[] = [];
  const words: FilterWord[] = [];
  for (;;) {
    skipSpaces(scanner);
    const at = scanner.index;
    if (at >= text.length) return { terms, words, errors: scanner.errors };
    const negated = /^-\S/u.test(text.slice(at, at + 2));
    if (negated) scanner.index += 1;
    const head = readHead(scanner);
    if (head === null) {
      const word = readValue(scanner, isSpace);
      if (word !== '') words.push({ text: word, negated });
    } else {
      const values = readValues(scanner);
      if (values.length === 0 && head.operator !== ':') scanner.errors.push({ code: 'noValue', at });
      else terms.push({ ...head, values, negated });
    }
  }
}

/** The filter in words that `parseFilter` reads to the same terms and words; terms come first. */
export function printFilter({ terms, words }: Pick<Filter, 'terms' | 'words'>): string {
  const printed = terms.map(
    ({ field, operator, values, negated }) =>
      `${negated ? '-' : ''}${field}${operator}${values.map((value) => quoteIf(/^=|[\s,"]/u.test(value), value)).join(',')}`,
  );
  const free = words.map(({ text, negated }) => {
    const special = /[\s"]/u.test(text) || (text.startsWith('-') && text.length > 1) || headOf(text) !== null;
    return `${negated ? '-' : ''}${quoteIf(special, text)}`;
  });
  return [...printed, ...free].join(' ');
}

function quoteIf(needed: boolean, text: string): string {
  return needed ? `"${text.replaceAll(/["\\]/gu, '\\$&')}"` : text;
}

interface Scanner {
  readonly text: string;
  index: number;
  readonly errors: FilterError[];
}

const plainHead = /^([a-z][\w.]*)(<=|>=|!=|[:=<>])/i;

const headOf = (text: string): RegExpExecArray | null =>
  (isAscii(text) ? plainHead : /^(\p{L}[\p{L}\p{M}\p{N}_.]*)(<=|>=|!=|[:=<>])/u).exec(text);

function isSpace(letter: string): boolean {
  return /\s/u.test(letter);
}

function isSpaceOrComma(letter: string): boolean {
  return letter === ',' || isSpace(letter);
}

function skipSpaces(scanner: Scanner): void {
  while (isSpace(scanner.text.charAt(scanner.index))) scanner.index += 1;
}

function readHead(scanner: Scanner): Pick<FilterTerm, 'field' | 'operator'> | null {
  const match = headOf(scanner.text.slice(scanner.index));
  if (match === null) return null;
  const [head, field = '', operator] = match;
  scanner.index += head.length;
  return { field, operator: operator as FilterOperator };
}

function readValues(scanner: Scanner): string[] {
  const values: string[] = [];
  for (;;) {
    const value = readValue(scanner, isSpaceOrComma);
    if (value !== '') values.push(value);
    if (scanner.text.charAt(scanner.index) !== ',') return values;
    scanner.index += 1;
  }
}

/** Reads up to a letter that ends it or the end of the text; quoted letters never end it. */
function readValue(scanner: Scanner, ends: (letter: string) => boolean): string {
  let value = '';
  while (scanner.index < scanner.text.length) {
    const letter = scanner.text.charAt(scanner.index);
    if (ends(letter)) break;
    if (letter === '"') {
      value += readQuotation(scanner);
    } else {
      value += letter;
      scanner.index += 1;
    }
  }
  return value;
}

function readQuotation(scanner: Scanner): string {
  const start = scanner.index;
  let value = '';
  for (scanner.index += 1; scanner.index < scanner.text.length; scanner.index += 1) {
    const letter = scanner.text.charAt(scanner.index);
    if (letter === '"') {
      scanner.index += 1;
      return value;
    }
    if (letter === '\\' && /["\\]/u.test(scanner.text.charAt(scanner.index + 1))) scanner.index += 1;
    value += scanner.text.charAt(scanner.index);
  }
  scanner.errors.push({ code: 'unclosedQuote', at: start });
  return value;
}
