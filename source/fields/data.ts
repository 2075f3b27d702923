import { UserError } from '../errors.ts';
import type { Label, Language } from '../language/language.ts';
import type { Field, FieldOptions } from './field.ts';

interface DataOptions<T> extends FieldOptions {
  /** Holds the JSON to its shape: gives it back, or null where the shape is wrong. */
  readonly shape: (value: unknown) => T | null;
  /** The structure in words, and back; null where the words are not understood. */
  readonly words: {
    readonly read: (text: string) => unknown;
    readonly write: (value: T, language: Language) => string;
  };
}

/** Settings of the project that are small structures: thresholds, breaks. People write words, scripts may give JSON. */
export function data<T>(options: DataOptions<T>): Field<T | null> {
  const { shape, words, ...rest } = options;
  const check = (value: unknown): T | null => {
    if (value === null || value === undefined || value === '') return null;
    const shaped = shape(value);
    if (shaped === null)
      throw new UserError('wrong-value', { field: options.label, text: JSON.stringify(value) });
    return shaped;
  };
  return {
    ...rest,
    kind: 'data',
    sqlType: 'TEXT',
    comparison: 'text',
    empty: null,
    check,
    read: (text) => {
      if (text.trim() === '') return null;
      const value = /^[[{]/.test(text.trim()) ? parsed(text, options.label) : words.read(text);
      if (value === null) throw new UserError('wrong-value', { field: options.label, text });
      return check(value);
    },
    write: (value, { language }) => (value === null ? '' : words.write(value, language)),
  };
}

function parsed(text: string, label: Label): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError('wrong-value', { field: label, text });
  }
}
