/** What an import takes a table for, to be looked at and changed before anything is made of it. */
import { isUserError, type UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { plainWord } from '../reading/field-names.ts';
import { allFields } from '../reading/outward.ts';
import { planOf } from './import.ts';
import { tableIn } from './import-source.ts';
import type { Label } from '../../language/language.ts';
import type { Definition } from '../../registers/index.ts';
import type { Project } from '../project/project.ts';
import type { ImportOptions, Plan } from './import-plan.ts';
import type { ImportSource } from './import-source.ts';

/** A column of the table as it stands. */
export interface ShownColumn {
  readonly heading: string;
  /** By which a mapping names it. */
  readonly plain: string;
  /** The field that it is, `person.email` of a record that a field names; null where it is left out. */
  readonly field: string | null;
  readonly label: Label | null;
  /** It says which record a row is. */
  readonly isIdentity: boolean;
  /** Known by its values alone. */
  readonly isGuess: boolean;
  /** The first different values. */
  readonly values: readonly string[];
}

export interface ShownTable {
  readonly register: string;
  readonly rows: number;
  readonly columns: readonly ShownColumn[];
  /** Fields that a record needs and no column gives; `to` is the register that one names. */
  readonly missing: readonly { readonly name: string; readonly label: Label; readonly to: string | null }[];
  /** Why the columns can't be taken so; null where they can. */
  readonly problem: UserError | null;
}

/** A field that a column can be taken for. */
export interface FieldChoice {
  readonly name: string;
  readonly label: Label;
  /** The field that names the record whose field it is; null for the row's own. */
  readonly of: Label | null;
}

const shownValues = 3;

export function shownTable(project: Project, source: ImportSource, options: ImportOptions): ShownTable {
  let plan: Plan | null = null;
  let problem: UserError | null = null;
  try {
    plan = planOf(project, source, options);
  } catch (error) {
    if (!isUserError(error)) throw error;
    problem = error;
  }
  const definition = plan?.definition ?? registerOf(options.register ?? '');
  const table = plan?.table ?? tableIn(source, definition, new Map());
  const sample = sampleOf(table.rows);
  const columns = table.headings.flatMap((heading, place): ShownColumn[] => {
    if (heading === '') return [];
    const values = [...new Set(sample.map((cells) => (cells[place] ?? '').trim()).filter(Boolean))];
    return [
      {
        heading,
        plain: plainWord(heading),
        ...fieldAt(plan, heading, place),
        values: values.slice(0, shownValues),
      },
    ];
  });
  return {
    register: definition.name,
    rows: table.count,
    columns,
    missing: missingOf(definition, plan),
    problem,
  };
}

function sampleOf(rows: Iterable<{ readonly cells: readonly string[] }>): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (const { cells } of rows) {
    found.push(cells);
    if (found.length >= 20) break;
  }
  return found;
}

function fieldAt(
  plan: Plan | null,
  heading: string,
  place: number,
): Pick<ShownColumn, 'field' | 'label' | 'isIdentity' | 'isGuess'> {
  const none = { field: null, label: null, isIdentity: false, isGuess: false };
  if (plan === null) return none;
  const { read, about, uid, code, projectUid, version, guessed } = plan.columns;
  if ([uid, code, projectUid, version].includes(place)) return { ...none, isIdentity: true };
  const own = read.find(({ places }) => places.includes(place));
  if (own !== undefined) {
    const { name, field } = own.field;
    return {
      field: name,
      label: field.label,
      isIdentity: false,
      isGuess: guessed.some((one) => one.heading === heading),
    };
  }
  const told = about.find((one) => one.place === place);
  return told === undefined
    ? none
    : { ...none, field: `${told.of}.${told.field.name}`, label: told.field.field.label };
}

function missingOf(definition: Definition, plan: Plan | null): ShownTable['missing'] {
  const taken = new Set(plan?.columns.read.map(({ field }) => field.name));
  const known = plan !== null && plan.columns.uid !== null;
  return Object.entries(definition.fields).flatMap(([name, field]) => {
    if (known || field.required !== true || field.initial !== undefined || taken.has(name)) return [];
    const [to = null] = field.kind === 'reference' ? (field.to ?? []) : [];
    return [{ name, label: field.label, to }];
  });
}

/** What a column of the register's table can be, in the order of the form. */
export function fieldChoices(definition: Definition): FieldChoice[] {
  const own = Object.entries(allFields(definition)).flatMap(([name, field]): FieldChoice[] => {
    const derived = definition.derived?.[name];
    const isSettable = derived === undefined || derived.through !== undefined;
    return isSettable && field.internal !== true ? [{ name, label: field.label, of: null }] : [];
  });
  const key = [...definition.naturalKey, ...(definition.naturalKeyOtherwise ?? [])];
  const told = key.flatMap((of): FieldChoice[] => {
    const field = definition.fields[of];
    const [to] = field?.kind === 'reference' ? (field.to ?? []) : [];
    if (field === undefined || to === undefined) return [];
    return Object.entries(registerOf(to).fields).flatMap(([name, target]): FieldChoice[] =>
      target.required === true || target.internal === true
        ? []
        : [{ name: `${of}.${name}`, label: target.label, of: field.label }],
    );
  });
  return [...own, ...told];
}
