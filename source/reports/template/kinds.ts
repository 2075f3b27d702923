import { voiceOf } from '../voice.ts';
import { commonPlaces } from './common.ts';
import { minutesPlaces } from './of-minutes.ts';
import { registerPlaces } from './of-risks.ts';
import { statusPlaces } from './of-status.ts';
import { valuesIn } from './places.ts';
import type { Language } from '../../language/index.ts';
import type { Whole } from './common.ts';
import type { Place, PlaceInfo, Values } from './places.ts';

/** Places that only some kinds have; their models are what those kinds are drawn from. */
const ownPlaces: Readonly<Record<string, readonly Place<never>[]>> = {
  minutes: minutesPlaces,
  invitation: minutesPlaces,
  risks: registerPlaces,
  status: statusPlaces,
};

/** Every place that a template of the kind can name. */
export const placesOf = (kind: string): readonly PlaceInfo[] => [
  ...withConditions([...commonPlaces, ...(ownPlaces[kind] ?? [])]),
];

/** For each loop a condition, whether it has any rows: `hasRisks`. */
const withConditions = (places: readonly PlaceInfo[]): PlaceInfo[] =>
  places.flatMap((place) =>
    place.within === undefined
      ? [place]
      : [
          place,
          {
            name: conditionOf(place.name),
            label: { fi: `onko: ${place.label.fi}`, en: `whether there are: ${place.label.en}` },
          },
        ],
  );

const conditionOf = (name: string): string => `has${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** What the places hold for one report. */
export function templateValues(kind: string, model: unknown, whole: Whole, language: Language): Values {
  const voice = voiceOf(language, whole.to);
  const places = ownPlaces[kind] ?? [];
  // The kind says what its model is; the tests fill every place of each kind.
  const values = Object.assign(
    valuesIn(commonPlaces, whole, voice),
    valuesIn(places, model as never, voice),
  ) as Record<string, Values[string]>;
  for (const { name, within } of [...commonPlaces, ...places]) {
    const value = values[name];
    if (within !== undefined) values[conditionOf(name)] = Array.isArray(value) && value.length > 0;
  }
  return values;
}
