import { UserError } from '../errors.ts';
import { listOf } from './choice.ts';
import { cleanText } from './text.ts';
import type { Field, FieldContext, FieldOptions } from './field.ts';

interface ReferenceOptions extends FieldOptions {
  /** Registers it may point to; none given: any. */
  readonly to: readonly string[];
}

const isId = (value: unknown): value is number => Number.isSafeInteger(value);

/** Another record, by its id in this file; people and scripts name it by code. */
export function reference(options: ReferenceOptions): Field<number | null> {
  return {
    ...options,
    kind: 'reference',
    sqlType: 'INTEGER',
    comparison: 'reference',
    empty: null,
    check: (value) => {
      if (value === null || value === undefined || value === '') return null;
      if (!isId(value)) throw new UserError('wrong-value', { field: options.label, text: String(value) });
      return value;
    },
    read: (text, context) => (text.trim() === '' ? null : context.find(options.to, text.trim())),
    write: (value, context) => (value === null ? '' : context.name(value)),
  };
}

/** Several other records, without doubles. */
export function references(options: ReferenceOptions): Field<readonly number[]> {
  return {
    ...options,
    kind: 'references',
    sqlType: 'TEXT',
    comparison: 'list',
    empty: [],
    check: (value) => {
      if (value === null || value === undefined) return [];
      if (!Array.isArray(value) || !value.every(isId)) {
        throw new UserError('wrong-value', { field: options.label, text: String(value) });
      }
      return [...new Set(value)];
    },
    read: (text, context) => [...new Set(listOf(text).map((item) => context.find(options.to, item)))],
    write: (value, context) => value.map((id) => context.name(id)).join(', '),
  };
}

/** A person of the register by id, or free text such as a role or a name that the register lacks. */
export type Who = number | string;

function checkWho(options: FieldOptions, value: unknown): Who | null {
  if (value === null || value === undefined || isId(value)) return value ?? null;
  if (typeof value !== 'string')
    throw new UserError('wrong-value', { field: options.label, text: String(value) });
  return cleanText(value, false);
}

const readWho = (text: string, context: FieldContext): Who | null => {
  const clean = cleanText(text, false);
  return clean === null ? null : (context.findMaybe(['person'], clean) ?? clean);
};

const writeWho = (value: Who, context: FieldContext): string =>
  typeof value === 'number' ? context.name(value) : value;

/** One person or free text: owner, responsible, presenter. */
export function who(options: FieldOptions): Field<Who | null> {
  return {
    ...options,
    kind: 'who',
    sqlType: 'ANY',
    comparison: 'who',
    empty: null,
    to: ['person'],
    check: (value) => checkWho(options, value),
    read: readWho,
    write: (value, context) => (value === null ? '' : writeWho(value, context)),
  };
}

/** Several people or roles. */
export function whos(options: FieldOptions): Field<readonly Who[]> {
  const distinct = (items: readonly (Who | null)[]): Who[] => [
    ...new Set(items.filter((item) => item !== null)),
  ];
  return {
    ...options,
    kind: 'whos',
    sqlType: 'TEXT',
    comparison: 'whos',
    empty: [],
    to: ['person'],
    check: (value) => {
      if (value === null || value === undefined) return [];
      const items: unknown[] = Array.isArray(value) ? value : [value];
      return distinct(items.map((item) => checkWho(options, item)));
    },
    read: (text, context) => distinct(listOf(text).map((item) => readWho(item, context))),
    write: (value, context) => value.map((item) => writeWho(item, context)).join(', '),
  };
}
