import { UserError } from '../errors.ts';
import type { Label } from '../language/language.ts';
import type { Field, FieldContext, FieldOptions } from './field.ts';

interface ChoiceOptions<Word extends string> extends FieldOptions {
  readonly choices: Readonly<Record<Word, Label>>;
}

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '');

/**
 * The English word of a choice that was typed in English or Finnish, whole or by its beginning if only one fits. What
 * the project calls a choice itself goes before beginnings, and never before what another one is called.
 */
function wordOf<Word extends string>(
  options: ChoiceOptions<Word>,
  typed: string,
  context: FieldContext | null = null,
): Word {
  const words = Object.keys(options.choices) as Word[];
  const names = (word: Word): string[] =>
    [word, options.choices[word].fi, options.choices[word].en].map(plain);
  const wanted = plain(typed);
  const exact =
    words.find((word) => names(word).includes(wanted)) ??
    (context === null ? undefined : ownWordOf(options, wanted, context));
  if (exact !== undefined) return exact;
  const begun = words.filter((word) => wanted !== '' && names(word).some((name) => name.startsWith(wanted)));
  const [only] = begun;
  if (only !== undefined && begun.length === 1) return only;
  throw new UserError('wrong-choice', { text: typed, field: options.label, choices: options.choices });
}

/** One of a few words; the database and scripts hold the English one. */
export function choice<const Word extends string>(options: ChoiceOptions<Word>): Field<Word | null> {
  const check = (value: unknown): Word | null =>
    value === null || value === undefined || value === '' ? null : wordOf(options, String(value));
  return {
    ...options,
    kind: 'choice',
    sqlType: 'TEXT',
    comparison: 'choice',
    empty: null,
    check,
    read: (text, context) => (text === '' ? null : wordOf(options, text, context)),
    write: (value, { language }) => (value === null ? '' : (options.choices[value]?.[language] ?? value)),
  };
}

/** The choice that the project calls by a word of its own. */
function ownWordOf<Word extends string>(
  options: ChoiceOptions<Word>,
  wanted: string,
  context: FieldContext,
): Word | undefined {
  const words = Object.keys(options.ownWords ?? {}) as Word[];
  const called = (word: Word): string[] => {
    const own = context.ownWord?.(options.ownWords?.[word] ?? '') ?? '';
    if (own === '') return [];
    const form = options.ownForm?.(own) ?? { fi: own, en: own };
    return [own, form.fi, form.en];
  };
  return words.find((word) => wanted !== '' && called(word).map(plain).includes(wanted));
}

/** Several of a few words, in the order of their declaration; scripts get the English ones. */
export function choices<const Word extends string>(options: ChoiceOptions<Word>): Field<readonly Word[]> {
  const all = Object.keys(options.choices) as Word[];
  const check = (value: unknown): readonly Word[] => {
    const chosen = new Set(listOf(value).map((item) => wordOf(options, item)));
    return all.filter((word) => chosen.has(word));
  };
  return {
    ...options,
    kind: 'choices',
    sqlType: 'TEXT',
    comparison: 'list',
    empty: [],
    check,
    read: check,
    write: (value, { language }) => value.map((word) => options.choices[word][language]).join(', '),
  };
}

/** Items of a list in memory, or of one that was typed with commas, semicolons or line breaks between. */
export function listOf(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  const items = Array.isArray(value) ? value.map(String) : String(value).split(/[,;\n]/);
  return items.map((item) => item.trim()).filter((item) => item !== '');
}
