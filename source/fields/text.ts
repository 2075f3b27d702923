import { UserError } from '../errors.ts';
import type { Field, FieldOptions, KindName } from './field.ts';

/**
 * Text is kept in the composed form and without control characters; `lines` keeps line breaks and tabs. Half of a pair of
 * characters is none: SQLite would keep another text than the journal.
 */
export function cleanText(text: string, lines: boolean): string | null {
  const controls = lines ? /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g : /[\u0000-\u001f\u007f-\u009f]+/g;
  const unified = lines ? text.replace(/\r\n?/g, '\n') : text;
  const clean = unified
    .toWellFormed()
    .normalize('NFC')
    .replace(controls, lines ? '' : ' ')
    .trim();
  return clean === '' ? null : clean;
}

function textField(options: FieldOptions, kind: KindName, lines: boolean): Field<string | null> {
  const check = (value: unknown): string | null => {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'string')
      throw new UserError('wrong-value', { field: options.label, text: String(value) });
    return cleanText(value, lines);
  };
  return {
    ...options,
    kind,
    sqlType: 'TEXT',
    comparison: 'text',
    empty: null,
    check,
    read: check,
    write: (value) => value ?? '',
  };
}

/** One line of text. */
export const text = (options: FieldOptions): Field<string | null> => textField(options, 'text', false);

/** Text of several lines, Markdown welcome. */
export const longText = (options: FieldOptions): Field<string | null> => textField(options, 'longText', true);
