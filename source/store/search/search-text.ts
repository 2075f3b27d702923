import { atOnce } from '../../domain/long-work.ts';
import { registerOf, registers } from '../../registers/index.ts';
import { quoted } from '../records/columns.ts';
import { identityById, readRow } from '../records/records.ts';
import { isInEnglish } from '../queries/project-text.ts';
import { indexedText } from './stems.ts';
import type { Work } from '../../domain/long-work.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Store } from '../file/open.ts';

const textual = new Set(['text', 'longText', 'link', 'email', 'tags', 'who', 'whos', 'reference']);

/** Dated logs and parts without words of their own are not found by themselves. */
export function isSearchable(definition: Definition): boolean {
  if (definition.day !== undefined) return false;
  return (
    definition.code !== undefined ||
    Object.values(definition.fields).some((field) => field.kind === 'longText')
  );
}

/** All that a person may remember of a record: what it is called, and its texts with the names of those it names. */
export interface SearchText {
  /** Code and heading: what is found here comes before what is found in the body. */
  readonly title: string;
  readonly body: string;
}

/** The fields whose texts, or names of those they name, a record is found by. */
export function textFieldsOf({ fields }: Definition): string[] {
  return Object.keys(fields).filter((name) => textual.has(fields[name]?.kind ?? ''));
}

export function searchTextOf(store: Store, definition: Definition, record: AnyRecord): SearchText {
  const title = [record.code ?? '', record.heading].filter((part) => part !== '');
  const body = textFieldsOf(definition)
    .flatMap((name) => textsOf(store, record[name]))
    .filter((part) => part !== '' && !title.includes(part));
  return { title: title.join('\n'), body: [...new Set(body)].join('\n') };
}

function textsOf(store: Store, value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => textsOf(store, item));
  if (typeof value === 'number') return [identityById(store, value)?.heading ?? ''];
  return [String(value)];
}

/** A search text that is to be put in place of the one before. */
export interface TextChange {
  readonly id: number;
  /** null: it is to have none. */
  readonly text: SearchText | null;
  readonly hadText: boolean;
}

/** What becomes of the record's search text; a record in the trash has none. null where it is so already. */
export function textChangeOf(store: Store, definition: Definition, record: AnyRecord): TextChange | null {
  if (!isSearchable(definition)) return null;
  const { id, removedStep } = record;
  const text =
    removedStep === null ? indexed(searchTextOf(store, definition, record), isInEnglish(store)) : null;
  const before = store.sql<SearchText>('SELECT title, body FROM search WHERE rowid = ?').get(id);
  const isSo = before?.title === text?.title && before?.body === text?.body;
  return isSo ? null : { id, text, hadText: before !== undefined };
}

export function changeText(store: Store, { id, text, hadText }: TextChange): void {
  if (hadText) store.sql('DELETE FROM search WHERE rowid = ?').run(id);
  if (text !== null) insertText(store, id, text);
}

/** The two at once: for few, since nothing of a text that is taken out stays behind, and that takes its time. */
export function writeSearchText(store: Store, definition: Definition, record: AnyRecord): void {
  const change = textChangeOf(store, definition, record);
  if (change !== null) changeText(store, change);
}

/** Puts in the text of a record that is new to the file: it has none before, unless the index is damaged. */
export function addSearchText(store: Store, definition: Definition, record: AnyRecord): void {
  if (!isSearchable(definition) || record.removedStep !== null) return;
  const { title, body } = indexed(searchTextOf(store, definition, record), isInEnglish(store));
  store
    .sql('INSERT OR REPLACE INTO search (rowid, title, body) VALUES (?, ?, ?)')
    .run(record.id, title, body);
}

const indexed = ({ title, body }: SearchText, isEnglish: boolean): SearchText => ({
  title: indexedText(title, isEnglish),
  body: indexedText(body, isEnglish),
});

function insertText(store: Store, id: number, { title, body }: SearchText): void {
  store.sql('INSERT INTO search (rowid, title, body) VALUES (?, ?, ?)').run(id, title, body);
}

/** How to find the searchable records that name one of `register` in a field of their own, as texts that are built once. */
const quotingSql = new Map<string, readonly string[]>();

function quotingSqlOf(register: string): readonly string[] {
  const known = quotingSql.get(register);
  if (known !== undefined) return known;
  const made = registers.filter(isSearchable).flatMap((definition) =>
    Object.entries(definition.fields)
      .filter(([, { kind, to }]) => kind === 'reference' && (to?.length === 0 || to?.includes(register)))
      .map(
        ([name]) =>
          // The plus keeps SQLite from planning anew for each value that is bound.
          `SELECT id FROM ${quoted(definition.name)} WHERE ${quoted(name)} = +? AND removedStep IS NULL`,
      ),
  );
  quotingSql.set(register, made);
  return made;
}

/** Ids of searchable records whose text holds the heading of this one through a reference. */
export function idsQuoting(store: Store, { name: register }: Definition, id: number): number[] {
  const direct = quotingSqlOf(register).flatMap((sql) =>
    store
      .sql(sql)
      .all(id)
      .map((row) => Number(row['id'])),
  );
  const linked = store
    .sql('SELECT record FROM link WHERE target = ?')
    .all(id)
    .map((row) => Number(row['record']));
  return [...new Set([...direct, ...linked])];
}

/** Makes the whole search text anew, in the order of ids, which is how FTS5 takes it quickest. */
export function refillSearch(store: Store): void {
  atOnce(refillingSearch(store));
}

/** @returns how many records can be found */
export function* refillingSearch(store: Store): Work<number> {
  let filled = 0;
  const isEnglish = isInEnglish(store);
  store.sql('DELETE FROM search').run();
  const ids = store.sql('SELECT id, register FROM record ORDER BY id').all();
  for (const [index, { id, register }] of ids.entries()) {
    if (index % 100 === 0) yield { stage: 'search', done: index, total: ids.length };
    const definition = registerOf(String(register));
    if (!isSearchable(definition)) continue;
    const record = readRow(store, definition, Number(id));
    if (record === null || record.removedStep !== null) continue;
    insertText(store, record.id, indexed(searchTextOf(store, definition, record), isEnglish));
    filled += 1;
  }
  // One segment in place of a dozen: a look-up asks each of them for each form of a word.
  store.sql("INSERT INTO search (search) VALUES ('optimize')").run();
  return filled;
}
