import { UserError } from '../../errors.ts';
import { readMeta } from '../../store/file/meta.ts';
import { hasLaterEntries, rememberedRows, saltedDigest } from '../../store/kept/import-memory.ts';
import { changeAt } from '../../store/journal/journal.ts';
import { same, valuesOf } from '../../store/journal/images.ts';
import { identityByCode, identityByUid, isLive } from '../../store/records/records.ts';
import { plainWord } from '../reading/field-names.ts';
import { isReversed } from '../writing/reversed.ts';
import type { RememberedRow } from '../../store/kept/import-memory.ts';
import type { Values } from '../../store/journal/images.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { ImportColumns } from './import-columns.ts';
import type { Project } from '../project/project.ts';

/** A row whose cells have been read. */
export interface ReadRow {
  readonly row: number;
  /** Values of the cells that aren't empty, by field. */
  readonly values: Values;
  /** The same as text, for telling a row from another and from itself as it was. */
  readonly texts: ReadonlyMap<string, string>;
  readonly uid: string | null;
  readonly code: string | null;
  /** The step after which an export wrote it; null where it is told by none, or by that of another file. */
  readonly exported: number | null;
  /** An export of this project wrote it, after a step that this file has not had: before it was restored, or made anew. */
  readonly isOfLostStep: boolean;
}

/** Which record a row is. */
export interface Match {
  /** null: no record yet. */
  readonly id: number | null;
  readonly remembered: RememberedRow | null;
  readonly key: string;
  readonly nth: number;
  readonly digest: string;
}

const folded = (value: unknown): unknown =>
  typeof value === 'string' ? value.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ') : value;

/**
 * Tells which record a row is: by uid; by code, where the file says that it is of this project; as the row of the same
 * table that was imported before; by the natural key. Rows of equal keys are told apart by their order.
 */
export class Matcher {
  readonly source: Buffer;
  readonly #project: Project;
  readonly #definition: Definition;
  readonly #fields: ReadonlySet<string>;
  readonly #salt: string;
  readonly #memory = new Map<string, RememberedRow>();
  /** Records that rows of a key are known to be. */
  readonly #remembered = new Map<string, Set<number>>();
  readonly #seen = new Map<string, number>();
  readonly #naturals = new Map<string, Map<string, number[]>>();
  readonly #taken = new Set<number>();

  constructor(project: Project, definition: Definition, columns: ImportColumns, headings: readonly string[]) {
    this.#project = project;
    this.#definition = definition;
    this.#fields = new Set(columns.read.map(({ field }) => field.name));
    this.#salt = readMeta(project.store, 'uid') ?? '';
    const named = headings.filter((_, place) => place !== columns.version);
    this.source = saltedDigest(this.#salt, [definition.name, ...named.map(plainWord)]);
    const reversed = new Map<number, boolean>();
    for (const row of rememberedRows(project.store, this.source)) {
      const key = `${row.key} ${row.nth}`;
      const undone = reversed.get(row.step) ?? isReversed(project, row.step);
      reversed.set(row.step, undone);
      // The newest comes first; what an undone import remembered is forgotten with it.
      if (undone || this.#memory.has(key)) continue;
      this.#memory.set(key, row);
      const known = this.#remembered.get(row.key) ?? new Set<number>();
      this.#remembered.set(row.key, known.add(row.record));
    }
  }

  /** @throws UserError row-other-register */
  match(row: ReadRow): Match {
    const natural = this.#naturalKey(row.texts);
    const { key, nth } = this.pass(row);
    const remembered = this.#memory.get(`${key} ${nth}`) ?? null;
    const id = this.#byIdentity(row) ?? remembered?.record ?? this.#byNaturalKey(row, natural, key);
    if (id !== null) this.#taken.add(id);
    return { id, remembered, key, nth, digest: this.#digest([...row.texts].flat()) };
  }

  /** Which of the rows of equal keys this is. A row that is left out counts as well: the others keep their places. */
  pass({ uid, texts }: Pick<ReadRow, 'uid' | 'texts'>): Pick<Match, 'key' | 'nth'> {
    const natural = this.#naturalKey(texts);
    const named = natural === null ? [...texts] : natural.map((name) => [name, texts.get(name) ?? '']);
    // What a row calls itself is the same row's name wherever it moves.
    const own = uid === null ? named : [['uid', uid]];
    const key = this.#digest(own.flatMap(([name, text]) => [name ?? '', String(folded(text))]));
    const nth = this.#seen.get(key) ?? 0;
    this.#seen.set(key, nth + 1);
    return { key, nth };
  }

  #digest(parts: readonly string[]): string {
    return saltedDigest(this.#salt, parts).toString('hex');
  }

  #byIdentity({ uid, code }: ReadRow): number | null {
    const { store } = this.#project;
    const found =
      (uid === null ? null : identityByUid(store, uid)) ??
      (code === null ? null : identityByCode(store, code));
    if (found === null) return null;
    if (found.register !== this.#definition.name)
      throw new UserError('row-other-register', { code: found.code ?? found.heading });
    return found.id;
  }

  /** The fields by which the row is recognised; null where it has none of them. */
  #naturalKey(texts: ReadRow['texts']): string[] | null {
    const { naturalKey, naturalKeyOtherwise = [] } = this.#definition;
    const usable = [naturalKey, naturalKeyOtherwise].map((names) =>
      names.filter((name) => this.#fields.has(name)),
    );
    return usable.find((names) => names.some((name) => texts.has(name))) ?? null;
  }

  #byNaturalKey(row: ReadRow, names: readonly string[] | null, key: string): number | null {
    if (names === null) return null;
    const known = this.#recordsBy(names);
    const ids = known.get(JSON.stringify(names.map((name) => folded(row.values[name] ?? null)))) ?? [];
    // A record that another row of the same key is known to be is that one's.
    const others = this.#remembered.get(key);
    const free = (id: number): boolean => !this.#taken.has(id) && others?.has(id) !== true;
    return ids.find(free) ?? this.#byNameAlone(row).find(free) ?? null;
  }

  /** One that was made of a name alone, by a cell that named it, is whoever comes with more than the name. */
  #byNameAlone({ values }: ReadRow): readonly number[] {
    const { naturalKey, naturalKeyOtherwise: [title, ...more] = [] } = this.#definition;
    if (title === undefined || values[title] == null) return [];
    const names = [title, ...more, ...naturalKey];
    const bare = names.map((name) => (name === title ? folded(values[title]) : null));
    const ids = this.#recordsBy(names).get(JSON.stringify(bare)) ?? [];
    const live = ids.filter((id) => isLive(this.#project.store, this.#definition.name, id));
    return live.length === 1 ? live : [];
  }

  /**
   * Records by the values of some fields, gathered once: live ones first, then what a person moved to the trash, so
   * that it stays there. What went with an undone step or a rule never came to be.
   */
  #recordsBy(names: readonly string[]): Map<string, number[]> {
    const columns = names.map((name) => `t."${name}"`).join(', ');
    const known = this.#naturals.get(columns);
    if (known !== undefined) return known;
    const made = new Map<string, number[]>();
    const rows = this.#project.store
      .sql(`SELECT t.id, ${columns} FROM "${this.#definition.name}" AS t LEFT JOIN step AS s ON s.seq = t.removedStep
        WHERE t.removedStep IS NULL OR (s.kind IN ('user', 'redo') AND json_extract(s.label, '$.verb') = 'remove')
        ORDER BY t.removedStep IS NOT NULL, t.id`)
      .all();
    for (const row of rows) {
      const key = JSON.stringify(names.map((name) => folded(row[name])));
      const ids = made.get(key) ?? [];
      ids.push(Number(row['id']));
      made.set(key, ids);
    }
    this.#naturals.set(columns, made);
    return made;
  }
}

/** Has the record, as far as the row's table goes, been changed here after the import that the row is remembered from? */
export function changedSince(
  project: Project,
  definition: Definition,
  record: AnyRecord,
  names: readonly string[],
  step: number,
): boolean {
  const base = changeAt(project.store, record.uid, step);
  if (base?.image == null) return false;
  const was = valuesOf(project.store, definition, base.image);
  const own = names.filter((name) => Object.hasOwn(definition.fields, name));
  if (own.some((name) => !same(was[name], record[name]))) return true;
  const logs = new Set(
    names.flatMap((name) => {
      const through = definition.derived?.[name]?.through;
      return through !== undefined && 'log' in through ? [through.log] : [];
    }),
  );
  return [...logs].some((log) => hasLaterEntries(project.store, log, definition.name, record.id, step));
}
