import { UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { rememberedNames } from '../../store/kept/import-memory.ts';
import { readMeta } from '../../store/file/meta.ts';
import { identityByCode, identityByUid } from '../../store/records/records.ts';
import { fieldContext } from '../reading/lookup.ts';
import { isReversed } from '../writing/reversed.ts';
import { foldedName, nameDistance, nameKey, nearNames } from './import-names.ts';
import type { FieldContext } from '../../fields/index.ts';
import type { Label, Language } from '../../language/language.ts';
import type { Definition } from '../../registers/index.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Project } from '../project/project.ts';
import type { NameAnswer, NearRecord, UnknownName } from './import-names.ts';

/** How names are found and what becomes of those that aren't. */
export interface Naming {
  /** By `nameKey`. */
  readonly answers: ReadonlyMap<string, NameAnswer>;
  /** Adds what is missing where its name is near no other. */
  readonly createMissing: boolean;
  readonly add: (register: string, values: Values) => number;
  /** Does a row that is still to be taken bear the name? It is more than a name, so nothing is made of that alone. */
  readonly isToCome: (register: string, name: string) => boolean;
  /** Has the table a row of that name, taken or refused? */
  readonly hasRow: (register: string, name: string) => boolean;
}

const codeForm = /^\p{L}{1,6}-\d+(\.\d+)?$/u;
const uidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What else the row tells of the record that a field names: values by field. */
export type About = Readonly<Record<string, unknown>>;

/**
 * Finds the records that cells name. Unlike a person's typing, a cell names a record whole: by uid, code or heading.
 * Headings are gathered once a register, so that thousands of rows take no longer than they should.
 */
export class ImportContext {
  readonly fields: FieldContext;
  /** Is what is read now of another project? Its codes mean nothing here. */
  isForeign = false;
  /** What the row tells of the record that is looked for now. */
  about: About = {};
  /** Names that nothing was found for, by `nameKey`. */
  readonly unknown = new Map<string, UnknownName>();
  /** How many records cells have made so far. */
  added = 0;
  readonly #project: Project;
  readonly #naming: Naming;
  readonly #headings = new Map<string, Map<string, number[]>>();
  readonly #records = new Map<string, NearRecord[]>();
  readonly #emails = new Map<string, Map<string, NearRecord[]>>();

  constructor(project: Project, language: Language, naming: Naming) {
    this.#project = project;
    this.#naming = naming;
    this.fields = {
      ...fieldContext(project, language),
      find: (allowed, text) => this.#find(allowed, text),
      findMaybe: (allowed, text) => this.#named(allowed, text, false),
    };
  }

  #find(allowed: readonly string[], text: string): number {
    const found = this.#byAddress(allowed, text) ?? this.#named(allowed, text, true);
    if (found !== null) return found;
    const register = allowed.length === 1 ? allowed[0] : undefined;
    if (register === undefined)
      throw new UserError('row-unknown', {
        register: allowed[0] ?? 'record',
        one: oneOf(allowed),
        text,
        near: [],
      });
    const answer = this.#answerFor(register, text);
    if (answer !== null && answer !== 'new') return answer.record;
    // A code that nothing has is a slip, not the name of something new.
    const field = codeForm.test(text) ? null : titleOnly(registerOf(register));
    const near = answer === 'new' ? [] : this.#nearOf(register, text);
    const isMeant = answer === 'new' || this.#naming.createMissing;
    if (field !== null && near.length === 0 && isMeant && !this.#naming.isToCome(register, text))
      return this.#add(register, field, text);
    // A row that is still to come is taken before all that name it, but for those that it waits for itself.
    if (this.#naming.isToCome(register, text)) throw new UserError('row-circle', { text });
    if (!this.#naming.hasRow(register, text))
      this.unknown.set(nameKey(register, text), { register, text, near, canCreate: field !== null });
    throw new UserError('row-unknown', {
      register,
      one: oneOf(allowed),
      text,
      near: near.map(({ code, heading }) => `${code} ${heading}`),
    });
  }

  /** Is one record of that name known, there before or of a row that has been taken? */
  knows(register: string, text: string): boolean {
    return this.fields.findMaybe([register], text) !== null;
  }

  /** A row of the table has become a record: rows after it may name it. */
  know(register: string, text: string, id: number): void {
    const known = this.#headingsOf(register);
    const ids = known.get(foldedName(text)) ?? [];
    if (!ids.includes(id)) known.set(foldedName(text), [...ids, id]);
  }

  #add(register: string, field: string, text: string): number {
    const id = this.#naming.add(register, { ...this.about, [field]: text.replaceAll(/\s+/g, ' ').trim() });
    this.added += 1;
    this.#headingsOf(register).set(foldedName(text), [id]);
    const email = this.about['email'];
    if (typeof email === 'string')
      putAddress(this.#emailsOf(register), email, { id, code: '', heading: text });
    return id;
  }

  /** Whom the name or the address may mean, of those that were there before: a code that is only just given is no answer. */
  #nearOf(register: string, text: string): NearRecord[] {
    const known = this.#holdersOf(register).filter(({ code }) => code !== '');
    const others = nearNames(text, this.#recordsOf(register));
    return [...others, ...known.filter(({ id }) => !others.some((one) => one.id === id))];
  }

  /** What was said of the name now, else what an import before this one was told. */
  #answerFor(register: string, text: string): NameAnswer | null {
    const said = this.#naming.answers.get(nameKey(register, text));
    if (said !== undefined) return said;
    const { store } = this.#project;
    const kept = rememberedNames(store, readMeta(store, 'uid') ?? '', nameKey(register, text));
    const inForce = kept.find(({ step }) => !isReversed(this.#project, step));
    return inForce === undefined ? null : { record: inForce.record };
  }

  /** An address tells which of several with the name is meant; one that others share tells nothing. */
  #byAddress(allowed: readonly string[], text: string): number | null {
    const [register] = allowed;
    if (register === undefined || allowed.length > 1) return null;
    const [only, other] = this.#holdersOf(register);
    return only === undefined || other !== undefined || nameDistance(text, only.heading) === null
      ? null
      : only.id;
  }

  /** Those that have the address of the row. */
  #holdersOf(register: string): readonly NearRecord[] {
    const { email } = this.about;
    return typeof email === 'string' ? (this.#emailsOf(register).get(foldedName(email)) ?? []) : [];
  }

  #emailsOf(register: string): Map<string, NearRecord[]> {
    const known = this.#emails.get(register);
    if (known !== undefined) return known;
    const rows = this.#project.store
      .sql(
        `SELECT r.id, r.code, r.heading, t.email FROM record AS r JOIN "${register}" AS t ON t.id = r.id WHERE t.removedStep IS NULL AND t.email IS NOT NULL`,
      )
      .all();
    const made = new Map<string, NearRecord[]>();
    for (const row of rows) putAddress(made, String(row['email']), nearRecord(row));
    this.#emails.set(register, made);
    return made;
  }

  #named(allowed: readonly string[], text: string, must: boolean): number | null {
    const { store } = this.#project;
    if (this.isForeign && codeForm.test(text)) throw new UserError('code-of-other-project', { text });
    const identity = uidForm.test(text)
      ? identityByUid(store, text.toLowerCase())
      : identityByCode(store, text.toUpperCase());
    if (identity !== null && (allowed.length === 0 || allowed.includes(identity.register)))
      return identity.id;
    const ids = allowed.flatMap((register) => this.#headingsOf(register).get(foldedName(text)) ?? []);
    if (ids.length > 1 && must) {
      const [register = ''] = allowed;
      const answer = allowed.length === 1 ? this.#answerFor(register, text) : null;
      if (answer !== null && answer !== 'new') return answer.record;
      const codes = ids.slice(0, 8).map((id) => this.fields.name(id));
      throw new UserError('several-records', { text, codes });
    }
    return ids.length === 1 ? (ids[0] ?? null) : null;
  }

  /** What was called otherwise before is found by that as well. */
  #headingsOf(register: string): Map<string, number[]> {
    const known = this.#headings.get(register);
    if (known !== undefined) return known;
    const made = new Map<string, number[]>();
    const put = (name: string, id: number): void => {
      const ids = made.get(foldedName(name)) ?? [];
      if (!ids.includes(id)) ids.push(id);
      made.set(foldedName(name), ids);
    };
    const records = this.#recordsOf(register);
    for (const { id, heading } of records) put(heading, id);
    if (registerOf(register).fields['formerNames'] !== undefined) {
      const rows = this.#project.store
        .sql(`SELECT id, formerNames FROM "${register}" WHERE removedStep IS NULL AND formerNames <> '[]'`)
        .all();
      for (const { id, formerNames } of rows)
        for (const name of JSON.parse(String(formerNames)) as string[])
          if (!made.has(foldedName(name))) put(name, Number(id));
    }
    this.#headings.set(register, made);
    return made;
  }

  /** Those that were there before the import. */
  #recordsOf(register: string): NearRecord[] {
    const known = this.#records.get(register);
    if (known !== undefined) return known;
    const rows = this.#project.store
      .sql(
        `SELECT r.id, r.code, r.heading FROM record AS r JOIN "${register}" AS t ON t.id = r.id WHERE t.removedStep IS NULL`,
      )
      .all();
    const made = rows.map(nearRecord);
    this.#records.set(register, made);
    return made;
  }
}

const nearRecord = ({ id, code, heading }: Readonly<Record<string, unknown>>): NearRecord => ({
  id: Number(id),
  code: String(code ?? ''),
  heading: String(heading),
});

function putAddress(known: Map<string, NearRecord[]>, address: string, one: NearRecord): void {
  known.set(foldedName(address), [...(known.get(foldedName(address)) ?? []), one]);
}

const oneOf = ([register]: readonly string[]): Label =>
  register === undefined ? { fi: 'tietue', en: 'record' } : registerOf(register).label.one;

/** The one text of which a record can be made: the register's only required field. */
export function titleOnly(definition: Definition): string | null {
  const required = Object.entries(definition.fields).filter(
    ([, field]) => field.required === true && field.initial === undefined,
  );
  const [only] = required;
  return only !== undefined && required.length === 1 && only[1].kind === 'text' ? only[0] : null;
}
