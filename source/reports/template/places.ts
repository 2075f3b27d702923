import type { Chart } from '../charts/chart.ts';
import type { Label } from '../../language/language.ts';
import type { Raster } from '../logo.ts';
import type { Voice } from '../voice.ts';

/** A chart, painted only if a template has a place for it, or a picture that is there; and what is said in its place. */
export type Picture = { readonly alt: string } & ({ readonly chart: Chart } | { readonly raster: Raster });

/** What is filled into a place: text, whether something is so, a picture, or the rows of a loop. */
export type Value = string | boolean | Picture | Values[];
export interface Values {
  [name: string]: Value;
}

/** A place that a template can name, and what may stand within where it is a loop. */
export interface PlaceInfo {
  readonly name: string;
  readonly label: Label;
  readonly within?: readonly PlaceInfo[];
  /** Stands in the text of the template, not in the alternative text of a picture. */
  readonly isPicture?: true;
}

/** A place and how it is read out of `Model`. */
export interface Place<Model> extends PlaceInfo {
  readonly read: (model: Model, voice: Voice) => Value;
}

export const place = <Model>(
  name: string,
  fi: string,
  en: string,
  read: (model: Model, voice: Voice) => string | boolean | null,
): Place<Model> => ({ name, label: { fi, en }, read: (model, voice) => read(model, voice) ?? '' });

/** Filled by a picture, or left empty. */
export const picture = <Model>(
  name: string,
  fi: string,
  en: string,
  read: (model: Model) => Picture | null,
): Place<Model> => ({ name, label: { fi, en }, isPicture: true, read: (model) => read(model) ?? '' });

/** Repeated for each row; `within` are the places of a row. */
export const loop = <Model, Row>(
  name: string,
  fi: string,
  en: string,
  rows: (model: Model, voice: Voice) => readonly Row[],
  within: readonly Place<Row>[],
): Place<Model> => ({
  name,
  label: { fi, en },
  within,
  read: (model, voice) => rows(model, voice).map((row) => valuesIn(within, row, voice)),
});

/** What the places hold. The objects have no prototype, so a template reaches nothing else. */
export function valuesIn<Model>(places: readonly Place<Model>[], model: Model, voice: Voice): Values {
  const values = Object.create(null) as Record<string, Value>;
  for (const { name, read } of places) values[name] = read(model, voice);
  return values;
}
