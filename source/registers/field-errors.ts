import { nearest } from '../domain/codes.ts';
import { wrongUsage } from '../errors.ts';
import type { UserError } from '../errors.ts';
import type { Label, Named } from '../language/language.ts';
import type { Definition } from './index.ts';

/** What people call a field of the register, beside its name. */
function called({ fields, derived = {} }: Definition, name: string): Named {
  return { name, label: (fields[name] ?? derived[name]?.field)?.label ?? { fi: name, en: name } };
}

const words = (label: Label | undefined): string[] => (label === undefined ? [] : [label.fi, label.en]);

/** The error for a word that is no field of the register, with the nearest ones. */
export function unknownField(definition: Definition, word: string): UserError {
  const { name, label, fields, derived = {} } = definition;
  const all = [
    ...Object.entries(fields),
    ...Object.entries(derived).map(([own, { field }]) => [own, field] as const),
  ];
  const names = new Map(
    all.flatMap(([own, field]) =>
      [own, ...words(field.label), ...words(field.brief)].map((said): [string, string] => [
        said.toLowerCase(),
        own,
      ]),
    ),
  );
  const near = [...new Set(nearest(word, [...names.keys()], 6).map((said) => names.get(said) ?? said))];
  return wrongUsage('unknown-field', {
    register: { name, label: label.many },
    word,
    near: near.slice(0, 3).map((one) => called(definition, one)),
  });
}

/** The error for a value that follows from others. */
export function derivedField(definition: Definition, field: string): UserError {
  const { name, label } = definition;
  return wrongUsage('derived-field', {
    register: { name, label: label.many },
    field: called(definition, field),
  });
}
