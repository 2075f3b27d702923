/** Where the texts of other records name a person. */
import { withTexts } from '../../domain/people/forgetting.ts';
import { registers } from '../../registers/index.ts';
import { readRow } from '../../store/records/records.ts';
import { recordsMatching } from '../../store/safety/redact.ts';
import { calledIn } from './records-to-keep.ts';
import { textFields } from '../../store/safety/person-data.ts';
import type { Label } from '../../language/language.ts';
import type { Definition } from '../../registers/index.ts';
import type { Image } from '../../store/journal/images.ts';
import type { Project } from '../project/project.ts';

/** A field of a record whose text names the person. */
export interface Mention {
  readonly code: string;
  readonly field: Label;
  /** The record to look at: its own, or what it belongs to. */
  readonly opens: number;
}

/** The same with the text itself. */
export interface FoundText extends Mention {
  readonly record: number;
  readonly patch: Image;
}

const holds = (value: unknown, finder: RegExp): boolean =>
  typeof value === 'string'
    ? value.search(finder) !== -1
    : Array.isArray(value) && value.some((item) => holds(item, finder));

/** The values with the label in place of the name. */
export const replaced = (values: Image, finder: RegExp, label: string): Image =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      withTexts(value, (text) => text.replaceAll(finder, label)),
    ]),
  );

/** The texts of an image that name the person; null where none does. */
export function namingTexts(definition: Definition, image: Image, finder: RegExp): Image | null {
  const naming = textFields(definition).filter(([name]) => holds(image[name], finder));
  return naming.length === 0 ? null : Object.fromEntries(naming.map(([name]) => [name, image[name]]));
}

/** Every text of other records, those in the trash with them, that names the person as written. */
export function mentionsIn(project: Project, id: number, finder: RegExp): FoundText[] {
  const { store } = project;
  return registers.flatMap((definition) => {
    const fields = textFields(definition);
    const ids = store.sql(`SELECT id FROM "${definition.name}" WHERE id <> ?`).all(id);
    return ids.flatMap((row) => {
      const record = readRow(store, definition, Number(row['id']));
      if (record === null) return [];
      const code = calledIn(project, definition, record);
      const parent = definition.parent === undefined ? null : record[definition.parent];
      const opens = typeof parent === 'number' ? parent : record.id;
      return fields
        .filter(([name]) => holds(record[name], finder))
        .map(([name, { label }]) => ({
          record: record.id,
          opens,
          code,
          field: label,
          patch: { [name]: record[name] },
        }));
    });
  });
}

/** Records that are still found by the name, which finds its inflected forms too. */
export function perhapsNaming(
  { store }: Project,
  names: readonly string[],
  mentions: readonly Mention[],
  person: number,
): { readonly code: string; readonly opens: number }[] {
  const listed = new Set(mentions.map(({ code }) => code));
  const found = names
    .filter((name) => name.includes(' ') && !name.includes(','))
    .flatMap((name) => recordsMatching(store, name))
    .map(({ id, code, heading }) => ({ code: code ?? heading, opens: id }));
  const distinct = new Map(found.map((one) => [one.code, one]));
  return [...distinct.values()].filter(({ code, opens }) => !listed.has(code) && opens !== person);
}
