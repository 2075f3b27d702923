import { UserError } from '../errors.ts';
import type { Field, FieldOptions, KindName } from './field.ts';

interface NumberOptions extends FieldOptions {
  readonly least?: number;
  readonly most?: number;
}

/** Thousands apart by commas, as in English: `33,000`, `1,234,567.89`. */
const withCommas = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/** Thousands apart by points, as on much of the Continent, where nothing else can be meant: `1.234.567`, `33.000,50`. */
const withPoints = /^[1-9]\d{0,2}(\.\d{3})+(?:,\d+|(?<=\.\d{3}\.\d{3}))$/;

/** `33,000` alone is thirty-three thousand in English, and thirty-three in Finnish. */
const eitherWay = /^[1-9]\d{0,2},\d{3}$/;
/** Nor does it tell of `33.000` which it is: here and there a point parts thousands. */
const pointEitherWay = /^[1-9]\d{0,2}\.\d{3}$/;

interface Written {
  readonly sign: string;
  /** With its commas and points; without spaces and sign. */
  readonly figures: string;
  /** The euro sign stands first, as in English. */
  readonly isEnglish: boolean;
}

function writtenIn(text: string): Written {
  const plain = text
    .trim()
    .replace(/(\d)[\s\u00a0\u202f](?=\d{3}\b)/g, '$1')
    .replace('−', '-');
  const [, before = '', euro = '', after = '', figures = ''] =
    /^([+-]?)(€?)\s*([+-]?)(\d[\d,.]*)\s*€?$/.exec(plain) ?? [];
  return { sign: before + after, figures, isEnglish: euro !== '' };
}

/**
 * Figures as Finns and others write them: `1 200`, `3,5`, `-7`; thousands apart by a space of any kind, or by commas
 * where nothing else can be meant: `€33,000`. NaN for no number.
 */
export function numberOf(text: string): number {
  const { sign, figures, isEnglish } = writtenIn(text);
  const areThousands = withCommas.test(figures) && (isEnglish || !eitherWay.test(figures));
  const plain = withPoints.test(figures) ? figures.replaceAll('.', '') : figures;
  const number = sign + (areThousands ? plain.replaceAll(',', '') : plain.replace(',', '.'));
  return /^[+-]?\d+(\.\d+)?$/.test(number) ? Number(number) : Number.NaN;
}

/**
 * What a number with one comma may mean, thousands first; null where it is clear. So may one with a point where there
 * are no three decimals.
 */
export function readingsOf(text: string, hasThreeDecimals = true): readonly [number, number] | null {
  const { sign, figures, isEnglish } = writtenIn(text);
  const isUnclear =
    (!isEnglish && eitherWay.test(figures)) || (!hasThreeDecimals && pointEitherWay.test(figures));
  if (!isUnclear) return null;
  return [Number(sign + figures.replace(/[,.]/, '')), Number(sign + figures.replace(',', '.'))];
}

/** One more decimal keeps what is written from being thousands when it is read. */
const clearly = (number: number): string =>
  readingsOf(String(number), false) === null ? String(number) : `${number}0`;

function numberField(options: NumberOptions, kind: KindName, whole: boolean): Field<number | null> {
  const { least = null, most = null, isMoney = false } = options;
  // Neither euros nor what is counted has three decimals, in Finnish either.
  const hasThreeDecimals = !isMoney && !whole;
  const number = (text: string, isEnglish: boolean): number => {
    const readings = isEnglish || !hasThreeDecimals ? readingsOf(text, hasThreeDecimals) : null;
    if (readings === null) return numberOf(text);
    const possible = readings
      .filter((one) => !whole || Number.isInteger(one))
      .map(hasThreeDecimals ? String : clearly);
    throw new UserError('unclear-number', { text, field: options.label, readings: possible });
  };
  const check = (given: unknown, isEnglish = false): number | null => {
    if (given === null || given === undefined || given === '') return null;
    const value = typeof given === 'string' ? number(given, isEnglish) : given;
    const sound =
      typeof value === 'number' && Number.isFinite(value) && (!whole || Number.isSafeInteger(value));
    if (!sound || (least !== null && value < least) || (most !== null && value > most)) {
      throw new UserError('wrong-number', { text: String(given), field: options.label, least, most, whole });
    }
    return value;
  };
  return {
    ...options,
    kind,
    sqlType: whole ? 'INTEGER' : 'REAL',
    comparison: 'number',
    empty: null,
    check: (value) => check(value),
    read: (text, { language }) => check(text.trim(), language === 'en'),
    write: (value, { language }) => {
      if (value === null) return '';
      const text = language === 'fi' ? String(value).replace('.', ',') : String(value);
      // One more decimal keeps what is written from being thousands when it is read.
      return isMoney && readingsOf(text, false) !== null ? `${text}0` : text;
    },
  };
}

/** A whole number, within its limits where they are given. */
export const whole = (options: NumberOptions): Field<number | null> => numberField(options, 'whole', true);

/** A number with decimals. */
export const decimal = (options: NumberOptions): Field<number | null> =>
  numberField(options, 'decimal', false);

/** Euros; never below nothing. */
export const money = (options: FieldOptions): Field<number | null> => ({
  ...decimal({ ...options, least: 0, isMoney: true }),
});
