import { identityById } from '../../store/records/records.ts';
import type { AnyField } from '../../fields/index.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Project } from '../project/project.ts';
import { callNameOf, isNumbered } from './part-names.ts';

/** The column that holds what a row is called, where its first words are that and no other record's name. */
export function namingColumn({ fields }: Definition, columns: readonly string[]): string | undefined {
  const first = columns.find((name) => ['text', 'reference'].includes(fields[name]?.kind ?? ''));
  return fields[first ?? '']?.kind === 'text' ? first : undefined;
}

/** Own fields and derived values of a register, in the order of the declaration. */
export function allFields(definition: Definition): Record<string, AnyField> {
  const derived = Object.entries(definition.derived ?? {}).map(([name, { field }]) => [name, field] as const);
  return { ...definition.fields, ...Object.fromEntries(derived) };
}

/**
 * A record as scripts read it: declared names, references as codes, choices as English words, lists as arrays, null
 * for nothing. Part of the command line's contract.
 */
export function jsonOf(project: Project, definition: Definition, record: AnyRecord): Record<string, unknown> {
  const { code, uid } = record;
  const values = Object.entries(allFields(definition)).map(([name, field]): [string, unknown] => [
    name,
    outwardValue(project, field, record[name]),
  ]);
  return {
    code,
    uid,
    ...Object.fromEntries(values),
    tags: record['tags'] ?? [],
    notes: record['notes'] ?? null,
  };
}

/** The same as the command line prints it: a series is called by its group's code and its number, which verbs take. */
export function jsonCalled(
  project: Project,
  definition: Definition,
  record: AnyRecord,
): Record<string, unknown> {
  const json = jsonOf(project, definition, record);
  return isNumbered(definition)
    ? { ...json, code: callNameOf(project, { ...record, register: definition.name }) }
    : json;
}

/** One value as scripts read it. */
export function outwardValue(project: Project, field: AnyField, value: unknown): unknown {
  if (value === null || value === undefined) return Array.isArray(field.empty) ? [] : null;
  if (field.to === undefined) return value;
  // Looked at as of an earlier day, a record can name one that came later: there is no such record yet.
  const named = (item: unknown): unknown => (typeof item === 'number' ? codeOf(project, item) || null : item);
  return Array.isArray(value) ? value.map(named).filter((item) => item !== null) : named(value);
}

/** How scripts name a record: its code, or its uid where its register has no codes. */
export function codeOf(project: Project, id: number): string {
  const identity = identityById(project.store, id);
  return identity?.code ?? identity?.uid ?? '';
}
