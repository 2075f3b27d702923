import { UserError } from '../errors.ts';
import type { Field, FieldOptions, KindName } from './field.ts';

interface NumberOptions extends FieldOptions {
  readonly least?: number;
  readonly most?: number;
}

/** Figures as Finns and others write them: `1 200`, `3,5`, `-7`; thousands apart by a space of any kind. NaN for no number. */
export function numberOf(text: string): number {
  const figures = text
    .trim()
    .replace(/(\d)[\s\u00a0\u202f](?=\d{3}\b)/g, '$1')
    .replace(/^€\s*|\s*€$/g, '')
    .replace('−', '-')
    .replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(figures) ? Number(figures) : Number.NaN;
}

function numberField(options: NumberOptions, kind: KindName, whole: boolean): Field<number | null> {
  const { least = null, most = null } = options;
  const check = (value: unknown): number | null => {
    if (value === null || value === undefined || value === '') return null;
    const number = typeof value === 'string' ? numberOf(value) : value;
    const sound =
      typeof number === 'number' && Number.isFinite(number) && (!whole || Number.isSafeInteger(number));
    if (!sound || (least !== null && number < least) || (most !== null && number > most)) {
      throw new UserError('wrong-number', { text: String(value), field: options.label, least, most });
    }
    return number;
  };
  return {
    ...options,
    kind,
    sqlType: whole ? 'INTEGER' : 'REAL',
    comparison: 'number',
    empty: null,
    check,
    read: (text) => check(text.trim()),
    write: (value, { language }) =>
      value === null ? '' : language === 'fi' ? String(value).replace('.', ',') : String(value),
  };
}

/** A whole number, within its limits where they are given. */
export const whole = (options: NumberOptions): Field<number | null> => numberField(options, 'whole', true);

/** A number with decimals. */
export const decimal = (options: NumberOptions): Field<number | null> =>
  numberField(options, 'decimal', false);

/** Euros; never below nothing. */
export const money = (options: FieldOptions): Field<number | null> => ({
  ...decimal({ ...options, least: 0 }),
  isMoney: true,
});
