import { nameFinder, namesOfPerson } from '../../domain/naming.ts';
import { UserError } from '../../errors.ts';
import { person, personalFields, registers } from '../../registers/index.ts';
import { changesOfRecord, nextSeq } from '../../store/journal.ts';
import { readRow } from '../../store/records.ts';
import { erase, recordsMatching, redactDrafts, redactions, sweep } from '../../store/redact.ts';
import { todayOf } from '../project/project.ts';
import { write } from '../writing/write.ts';
import type { Label } from '../../language/language.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Image } from '../../store/images.ts';
import type { Redact } from '../../store/redact.ts';
import type { Project } from '../project/project.ts';

export interface AnonymiseOptions {
  /** Also before the day until which the project's records must be kept. */
  readonly force: boolean;
  /** Puts the label in place of the name in the texts of other records and in their history. */
  readonly texts: boolean;
  /** Further names to look for: a former one, or that of a person who is anonymised already. */
  readonly names: readonly string[];
}

/** A field of a record whose text names the person. */
export interface Mention {
  readonly code: string;
  readonly field: Label;
}

export interface Anonymised {
  readonly label: string;
  /** The step; null where there was nothing left to do. */
  readonly step: number | null;
  /** Images that were erased from history. */
  readonly images: number;
  /** Texts that name the person: put right with `texts`, else for the planner to edit. */
  readonly mentions: readonly Mention[];
  /** Records that may name the person in an inflected form. */
  readonly perhaps: readonly string[];
  /** Whether all is gone from the file: not while another program has it open. */
  readonly swept: boolean;
}

/**
 * Takes a person's name and contacts out of the record, its history and drafts for good. Counts stay: the record, its unit and
 * what names it by reference do. Neither undo nor an as-of view brings anything back. @throws UserError keep-until
 */
export function anonymise(project: Project, id: number, options: AnonymiseOptions): Anonymised {
  const { store } = project;
  const record = readRow(store, person, id);
  if (record === null) throw new Error(`No person ${id}`);
  if (!options.force) refuseBefore(project, record);
  const label = labelOf(project, record);
  const blank = blanked(label);
  const known = knownNames(project, record, label, options.names);
  const finder = nameFinder(known);
  const mentions = finder === null ? [] : mentionsIn(project, id, finder);
  const redact = redactorOf(record.uid, blank, options.texts ? finder : null, label);
  const found = redactions(store, redact);
  const step = { kind: 'anonymise', label: { verb: 'anonymise' }, always: found.length > 0 } as const; // prettier-ignore
  const written = write(project, step, (unit) => {
    unit.putBack(id, blank);
    if (options.texts && finder !== null)
      for (const { record: other, patch } of mentions) unit.putBack(other, replaced(patch, finder, label));
    // What others have written since it was looked at is taken too.
    erase(store, redactions(store, redact), nextSeq(store));
    redactDrafts(store, (owner, values) =>
      owner === id ? null : finder === null ? values : values.replaceAll(finder, label),
    );
  });
  return {
    label,
    step: written.step,
    images: found.length,
    mentions: mentions.map(({ code, field }) => ({ code, field })),
    perhaps: perhapsNaming(project, known, options.texts ? [] : mentions),
    swept: sweep(store),
  };
}

const words = { fi: 'anonymisoitu', en: 'anonymised' };

/** A neutral label in the language of the project, told apart by the code. */
function labelOf({ store }: Project, { code }: AnyRecord): string {
  const language = store.sql('SELECT language FROM project WHERE removedStep IS NULL LIMIT 1').get()?.['language']; // prettier-ignore
  return `${language === 'en' ? words.en : words.fi} ${code ?? ''}`.trim();
}

const blanked = (label: string): Image => ({
  ...Object.fromEntries(personalFields.map((name) => [name, person.fields[name]?.empty ?? null])),
  name: label,
});

/** Attendance and the like is evidence for the funder's auditors until a day that the funding decision sets. */
function refuseBefore(project: Project, { id, code, heading }: AnyRecord): void {
  const { store } = project;
  const until = store.sql('SELECT keepUntil FROM project WHERE removedStep IS NULL LIMIT 1').get()?.['keepUntil']; // prettier-ignore
  if (typeof until !== 'string' || until <= todayOf(project)) return;
  const counts = registers.flatMap((definition) => {
    const field = definition.fields['person'];
    if (field?.required !== true || field.to?.includes(person.name) !== true) return [];
    const row = store.sql(`SELECT count(*) AS count FROM "${definition.name}" WHERE person = ? AND removedStep IS NULL`).get(id); // prettier-ignore
    const count = Number(row?.['count']);
    return count === 0 ? [] : [{ count, what: definition.label.many }];
  });
  if (counts.length > 0) throw new UserError('keep-until', { code: code ?? heading, until, counts });
}

/** What the person is or has been called, now and in history. */
function knownNames(project: Project, record: AnyRecord, label: string, more: readonly string[]): string[] {
  const earlier = changesOfRecord(project.store, record.uid).map(({ image }) => image);
  const images = [record, ...earlier].filter((image) => image !== null);
  const values = images.flatMap(({ name, email, phone }) => [name, email, phone]);
  return namesOfPerson([...values, ...more]).filter((name) => !name.includes(label) && !label.includes(name));
}

const textual = new Set(['text', 'longText', 'link', 'email', 'tags', 'who', 'whos']);

const textFields = (definition: Definition): [string, Definition['fields'][string]][] =>
  Object.entries(definition.fields).filter(([, field]) => textual.has(field.kind));

const holds = (value: unknown, finder: RegExp): boolean =>
  typeof value === 'string' ? value.search(finder) !== -1 : Array.isArray(value) && value.some((item) => holds(item, finder)); // prettier-ignore

function replacedIn(value: unknown, finder: RegExp, label: string): unknown {
  if (typeof value === 'string') return value.replaceAll(finder, label);
  return Array.isArray(value) ? value.map((item) => replacedIn(item, finder, label)) : value;
}

const replaced = (values: Image, finder: RegExp, label: string): Image =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, replacedIn(value, finder, label)]));

interface Found extends Mention {
  readonly record: number;
  readonly patch: Image;
}

/** Every text of other records, those in the trash with them, that names the person. */
function mentionsIn({ store }: Project, id: number, finder: RegExp): Found[] {
  return registers.flatMap((definition) => {
    const fields = textFields(definition);
    const ids = store.sql(`SELECT id FROM "${definition.name}" WHERE id <> ?`).all(id);
    return ids.flatMap((row) => {
      const record = readRow(store, definition, Number(row['id']));
      if (record === null) return [];
      const code = record.code ?? parentCode(store, definition, record);
      return fields
        .filter(([name]) => holds(record[name], finder))
        .map(([name, field]) => ({
          record: record.id,
          code,
          field: field.label,
          patch: { [name]: record[name] },
        }));
    });
  });
}

function parentCode(store: Project['store'], definition: Definition, record: AnyRecord): string {
  const parent = definition.parent === undefined ? null : record[definition.parent];
  const code = store.sql('SELECT code FROM record WHERE id = ?').get(parent)?.['code'];
  return typeof code === 'string' ? code : record.heading;
}

/** The person's own images lose what is personal; others the name, where that was asked for. */
function redactorOf(uid: string, blank: Image, finder: RegExp | null, label: string): Redact {
  return (register, recordUid, image) => {
    if (recordUid === uid) {
      const redacted = { ...image, ...blank };
      return JSON.stringify(redacted) === JSON.stringify(image) ? null : redacted;
    }
    if (finder === null) return null;
    const definition = registers.find(({ name }) => name === register);
    const naming = textFields(definition ?? person).filter(([name]) => holds(image[name], finder));
    if (naming.length === 0) return null;
    const values = Object.fromEntries(naming.map(([name]) => [name, image[name]]));
    return { ...image, ...replaced(values, finder, label) };
  };
}

/** Records that are still found by the name, which finds its inflected forms too. */
function perhapsNaming(project: Project, names: readonly string[], mentions: readonly Mention[]): string[] {
  const listed = new Set(mentions.map(({ code }) => code));
  const found = names
    .filter((name) => name.includes(' ') && !name.includes(','))
    .flatMap((name) => recordsMatching(project.store, name))
    .map(({ code, heading }) => code ?? heading);
  return [...new Set(found)].filter((code) => !listed.has(code));
}
