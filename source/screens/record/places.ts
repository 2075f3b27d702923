/** What can be made under a record. No Ink: the first paint's footer asks too. */
import { everySummary, registers, type Definition } from '../../registers/index.ts';

export interface Place {
  readonly definition: Definition;
  /** The field that will name the record at hand. */
  readonly field: string;
}

/** Registers that can name a record of this one, its own parts first. */
export function placesFor(register: string): Place[] {
  const others = registers.filter(({ name }) => name !== register);
  const places = others.flatMap((definition): Place[] => {
    const fits = Object.entries(definition.fields).filter(
      // A field that may name anything says where a record comes from: an action can come from all.
      ([, { kind, to }]) => kind === 'reference' && (to?.length === 0 || to?.includes(register) === true),
    );
    const own = fits.find(([name]) => name === definition.parent);
    const [field] = own ?? fits[0] ?? [];
    return field === undefined ? [] : [{ definition, field }];
  });
  const isPart = ({ definition, field }: Place): boolean => definition.parent === field;
  return [...places.filter(isPart), ...places.filter((place) => !isPart(place))];
}

export function canHoldOthers(register: string): boolean {
  return everySummary.some(
    ({ name, references }) =>
      name !== register && Object.values(references).some((to) => to.length === 0 || to.includes(register)),
  );
}

/** A place that takes many at once: beside the record at hand only one other is to be named, the group of a membership. */
export interface ManyPlace extends Place {
  readonly other: string;
  readonly to: readonly string[];
}

export function placesForMany(register: string): ManyPlace[] {
  return placesFor(register).flatMap((place): ManyPlace[] => {
    const { fields } = place.definition;
    const needed = Object.entries(fields).filter(
      ([name, { required, initial }]) => required === true && initial === undefined && name !== place.field,
    );
    const [[other, field] = ['', undefined], ...more] = needed;
    if (field?.kind !== 'reference' || more.length > 0 || field.to === undefined) return [];
    return [{ ...place, other, to: field.to }];
  });
}
