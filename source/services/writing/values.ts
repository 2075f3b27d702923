import { UserError } from '../../errors.ts';
import { derivedField, unknownField } from '../../registers/field-errors.ts';
import { identityById, isLive } from '../../store/records/records.ts';
import type { Language } from '../../language/language.ts';
import type { AnyField } from '../../fields/index.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Store } from '../../store/file/open.ts';

/** Given values, sorted by where they go. */
export interface Routed {
  /** Fields of the record itself. */
  readonly own: Values;
  /** Entries for dated logs: the given values, and which derived value each other number or choice is carried over from. */
  readonly logs: ReadonlyMap<
    string,
    { readonly values: Values; readonly carried: readonly (readonly [string, string])[] }
  >;
}

/**
 * Sorts given values into the record's fields and entries of its dated logs.
 * @throws UserError unknown-field with the nearest names; derived-field for one that follows from others
 */
export function routed(definition: Definition, given: Values): Routed {
  const own: Record<string, unknown> = {};
  const logs = new Map<string, { values: Record<string, unknown>; carried: (readonly [string, string])[] }>();
  for (const [name, value] of Object.entries(given)) {
    if (Object.hasOwn(definition.fields, name)) {
      own[name] = value;
      continue;
    }
    const through = throughOf(definition, name);
    if (!('log' in through)) own[through.field] = value;
    else {
      const entry = logs.get(through.log) ?? { values: {}, carried: carriedBy(definition, through.log) };
      entry.values[through.field] = value;
      logs.set(through.log, entry);
    }
  }
  return { own, logs };
}

function throughOf(definition: Definition, name: string): { field: string } | { log: string; field: string } {
  const derived = definition.derived?.[name];
  if (derived?.through !== undefined) return derived.through;
  throw derived === undefined ? unknownField(definition, name) : derivedField(definition, name);
}

function carriedBy(definition: Definition, log: string): (readonly [string, string])[] {
  return Object.entries(definition.derived ?? {}).flatMap(([name, { field, through }]) =>
    through !== undefined && 'log' in through && through.log === log && field.kind !== 'text'
      ? [[through.field, name] as const]
      : [],
  );
}

/** Values of a new record that gives none. */
export function initialValues(definition: Definition, today: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(definition.fields)) {
    values[name] =
      field.initial === undefined
        ? field.empty
        : field.initial === 'today'
          ? today
          : field.check(field.initial);
  }
  return values;
}

/** What a new record begins with besides, where who adds it gives nothing: the usual agenda of a steering group. */
export function usualValues(definition: Definition, given: Values, language: Language): Values {
  const usual: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.usual === undefined || given[name] !== undefined) continue;
    const { field: other, values, value } = field.usual;
    const said = given[other] ?? definition.fields[other]?.initial;
    if (!values.includes(String(said))) continue;
    usual[name] = typeof value === 'number' ? value : value[language];
  }
  return usual;
}

/**
 * Holds values to their fields' rules; references must point to records of the right register, and new ones to live ones:
 * what `before` named already may have gone to the trash since.
 */
export function checked(
  store: Store,
  definition: Definition,
  values: Values,
  before?: Values,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = definition.fields[name];
    if (field === undefined) throw new Error(`${definition.name} has no field ${name}`);
    const sound = field.check(value);
    const known = new Set(namedBy(before?.[name], field));
    for (const id of namedBy(sound, field)) checkTarget(store, field, id, known.has(id));
    result[name] = sound;
  }
  return result;
}

/** Has the register a field that is asked for beside another's value? */
export function hasBeside({ fields }: Definition): boolean {
  return Object.values(fields).some(({ neededWhen }) => neededWhen !== undefined);
}

/**
 * Refuses a change by which the record comes to a state that needs a word beside it, such as a reason for closing.
 * What was so before stays as it is. @throws UserError needed-field
 */
export function requireBeside(definition: Definition, before: AnyRecord | null, after: AnyRecord): void {
  for (const [name, { label, neededWhen }] of Object.entries(definition.fields)) {
    if (neededWhen === undefined) continue;
    const { field, values } = neededWhen;
    const state = after[field];
    const isNew = before === null || before[field] !== state || before[name] !== after[name];
    if (!isNew || after[name] !== null || typeof state !== 'string' || !values.includes(state)) continue;
    const word = definition.fields[field]?.choices?.[state] ?? { fi: state, en: state };
    throw new UserError('needed-field', {
      code: after.code ?? after.heading,
      field: label,
      state: word,
      name,
    });
  }
}

function namedBy(value: unknown, field: AnyField): number[] {
  if (field.to === undefined) return [];
  return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'number');
}

function checkTarget(store: Store, field: AnyField, id: number, isKnown: boolean): void {
  const target = identityById(store, id);
  const allowed = target !== null && (field.to?.length === 0 || field.to?.includes(target.register));
  if (!allowed) throw new UserError('wrong-value', { field: field.label, text: target?.code ?? String(id) });
  if (!isKnown && !isLive(store, target.register, id))
    throw new UserError('record-removed', { code: target.code ?? target.heading });
}
