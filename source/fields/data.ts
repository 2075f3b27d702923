import { UserError } from '../errors.ts';
import type { Label } from '../language/language.ts';
import type { Field, FieldOptions } from './field.ts';

interface DataOptions<T> extends FieldOptions {
  /** Holds the JSON to its shape: gives it back, or null where the shape is wrong. */
  readonly shape: (value: unknown) => T | null;
}

/** Settings of the project that are small structures: thresholds, breaks. JSON text for scripts and people. */
export function data<T>(options: DataOptions<T>): Field<T | null> {
  const { shape, ...rest } = options;
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
    read: (text) => check(text.trim() === '' ? null : parsed(text, options.label)),
    write: (value) => (value === null ? '' : JSON.stringify(value)),
  };
}

function parsed(text: string, label: Label): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError('wrong-value', { field: label, text });
  }
}
