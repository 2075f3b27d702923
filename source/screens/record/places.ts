/** What can be made under a record. No Ink: the first paint's footer asks too. */
import { registers, type Definition } from '../../registers/index.ts';

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
  return placesFor(register).length > 0;
}
