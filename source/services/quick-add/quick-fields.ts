/** Which fields of a register the pieces of a line of plain words go to, out of its declaration. */
import { linkFieldOf } from '../writing/links.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Definition } from '../../registers/index.ts';

/** Own fields, and values that a dated log keeps. */
export function settableFields(definition: Definition): [string, AnyField][] {
  const derived = Object.entries(definition.derived ?? {}).filter(
    ([, { through }]) => through !== undefined && 'log' in through,
  );
  return [
    ...Object.entries(definition.fields),
    ...derived.map(([name, { field }]): [string, AnyField] => [name, field]),
  ];
}

function firstOf(definition: Definition, fits: (field: AnyField, name: string) => boolean): string | null {
  return settableFields(definition).find(([name, field]) => fits(field, name))?.[0] ?? null;
}

/** Those that a register's other words mean, not the record itself. */
const aside = new Set(['keepUntil', 'notes', 'slot', 'dnro']);

/** The field that takes the words: the first required text, else one that names the record. */
export function titleField({ fields, derived = {} }: Definition): string | null {
  const textual = Object.entries(fields).filter(([, { kind }]) => kind === 'text' || kind === 'longText');
  const required = textual.find(([, one]) => one.required === true)?.[0];
  const named = textual.find(
    ([name]) => ['title', 'topic'].includes(name) && derived[name] === undefined,
  )?.[0];
  return required ?? named ?? null;
}

/** The field that a day is for: the one by which the record falls due, else a day of its own. */
export function dayField(definition: Definition): { name: string; field: AnyField } | null {
  const settable = new Map(settableFields(definition));
  const span = spanFields(definition);
  const named = (definition.due ?? []).flatMap(({ day }) =>
    [...day.matchAll(/\bt\.(\w+)/g)].map(([, name = '']) => name),
  );
  // A day that follows from others is set through a field of its own.
  const rules = named.map((name) => {
    const through = definition.derived?.[name]?.through;
    return through !== undefined && !('log' in through) ? through.field : name;
  });
  const isDay = (name: string): boolean =>
    ['day', 'localTime'].includes(settable.get(name)?.kind ?? '') && !aside.has(name);
  const own = settableFields(definition).map(([name]) => name);
  const names = [...(span ?? []), ...(isDay('due') ? ['due'] : []), ...rules, 'day', ...own].filter(isDay);
  // What begins as today is meant to stay so where another day can be set.
  const name = names.find((one) => settable.get(one)?.initial === undefined) ?? names[0];
  const field = name === undefined ? undefined : settable.get(name);
  return name === undefined || field === undefined ? null : { name, field };
}

/** The two fields of a span: when a round opens and closes, when a term begins and ends. */
export function spanFields({ fields }: Definition): readonly [string, string] | null {
  const pairs = [
    ['opens', 'closes'],
    ['starts', 'ends'],
  ] as const;
  return pairs.find(([from, to]) => fields[from]?.kind === 'day' && fields[to]?.kind === 'day') ?? null;
}

/** Where `@name` goes: the owner, or who else a record of the register has. */
export function whoField(definition: Definition): string | null {
  const { fields } = definition;
  return (
    firstOf(definition, ({ kind }, name) => name === 'owner' && kind === 'who') ??
    firstOf(definition, ({ kind }, name) => (kind === 'who' || kind === 'whos') && fields[name] !== undefined)
  );
}

export function fieldOfKind(definition: Definition, kind: AnyField['kind']): string | null {
  return firstOf(definition, (field, name) => field.kind === kind && !aside.has(name));
}

/** Where a code goes: the reference that asks for such a record, else the one that takes any, else the links. */
export function referenceFields(definition: Definition, register: string): string[] {
  const references = Object.entries(definition.fields).filter(([, { kind }]) => kind === 'reference');
  const own = references.filter(([, { to }]) => to?.includes(register) === true);
  const any = references.filter(([, { to }]) => to?.length === 0);
  const links = linkFieldOf(definition);
  return [...own, ...any].map(([name]) => name).concat(links ?? []);
}

/** Required references: a record of the register is nothing without them. */
export function requiredReferences({ fields }: Definition): [string, AnyField][] {
  return Object.entries(fields).filter(([, field]) => field.kind === 'reference' && field.required === true);
}
