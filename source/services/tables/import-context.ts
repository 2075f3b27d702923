import { UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { identityByCode, identityByUid } from '../../store/records.ts';
import { fieldContext } from '../reading/lookup.ts';
import type { FieldContext } from '../../fields/index.ts';
import type { Language } from '../../language/language.ts';
import type { Definition } from '../../registers/index.ts';
import type { Project } from '../project/project.ts';

/** A name that no record of the register has yet. */
export interface MissingName {
  readonly register: string;
  readonly field: string;
  readonly name: string;
}

const codeForm = /^\p{L}{1,6}-\d+(\.\d+)?$/u;
const uidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Finds the records that cells name. Unlike a person's typing, a cell names a record whole: by uid, code or heading.
 * Headings are gathered once a register, so that thousands of rows take no longer than they should.
 */
export class ImportContext {
  readonly fields: FieldContext;
  /** Is what is read now of another project? Its codes mean nothing here. */
  isForeign = false;
  readonly #project: Project;
  readonly #headings = new Map<string, Map<string, number[]>>();
  /** Adds a record that is missing; null where that is not wanted. */
  readonly #create: ((missing: MissingName) => number) | null;

  constructor(project: Project, language: Language, create: ((missing: MissingName) => number) | null) {
    this.#project = project;
    this.#create = create;
    this.fields = {
      ...fieldContext(project, language),
      find: (allowed, text) => this.#find(allowed, text),
      findMaybe: (allowed, text) => this.#named(allowed, text, false),
    };
  }

  #find(allowed: readonly string[], text: string): number {
    const found = this.#named(allowed, text, true);
    if (found !== null) return found;
    const missing = missingName(allowed, text);
    if (this.#create !== null && missing !== null) {
      const id = this.#create(missing);
      this.#headingsOf(missing.register).set(folded(missing.name), [id]);
      return id;
    }
    throw new UserError('row-unknown', { register: allowed[0] ?? 'record', text });
  }

  #named(allowed: readonly string[], text: string, must: boolean): number | null {
    const { store } = this.#project;
    if (this.isForeign && codeForm.test(text)) throw new UserError('code-of-other-project', { text });
    const identity = uidForm.test(text)
      ? identityByUid(store, text.toLowerCase())
      : identityByCode(store, text.toUpperCase());
    if (identity !== null && (allowed.length === 0 || allowed.includes(identity.register)))
      return identity.id;
    const ids = allowed.flatMap((register) => this.#headingsOf(register).get(folded(text)) ?? []);
    if (ids.length > 1 && must) {
      const codes = ids.slice(0, 8).map((id) => this.fields.name(id));
      throw new UserError('several-records', { text, codes });
    }
    return ids.length === 1 ? (ids[0] ?? null) : null;
  }

  #headingsOf(register: string): Map<string, number[]> {
    const known = this.#headings.get(register);
    if (known !== undefined) return known;
    const made = new Map<string, number[]>();
    const rows = this.#project.store
      .sql(
        `SELECT r.id, r.heading FROM record AS r JOIN "${register}" AS t ON t.id = r.id WHERE t.removedStep IS NULL`,
      )
      .all();
    for (const { id, heading } of rows) {
      const key = folded(String(heading));
      const ids = made.get(key) ?? [];
      ids.push(Number(id));
      made.set(key, ids);
    }
    this.#headings.set(register, made);
    return made;
  }
}

const folded = (text: string): string => text.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** A record that its name alone makes: the register's one required field is a text. */
function missingName(allowed: readonly string[], name: string): MissingName | null {
  const [register] = allowed;
  if (register === undefined || allowed.length > 1) return null;
  const field = titleOnly(registerOf(register));
  return field === null ? null : { register, field, name };
}

function titleOnly(definition: Definition): string | null {
  const required = Object.entries(definition.fields).filter(
    ([, field]) => field.required === true && field.initial === undefined,
  );
  const [only] = required;
  return only !== undefined && required.length === 1 && only[1].kind === 'text' ? only[0] : null;
}
