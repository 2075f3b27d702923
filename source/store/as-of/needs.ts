import { registers, registerOf } from '../../registers/index.ts';
import { columnsOf } from '../records/columns.ts';
import type { Definition, Reads } from '../../registers/index.ts';

/** A value of a register's records that is worked out and kept: a stored one, or what they are called. */
export interface Kept {
  /** Its register and name in one. */
  readonly key: string;
  readonly definition: Definition;
  /** The value's name; `heading` is what the record is called. */
  readonly name: string;
  readonly sql: string;
  /** Registers whose rows it reads, its own among them, and what is worked out before it. */
  readonly rows: ReadonlySet<string>;
  readonly after: readonly string[];
}

/** What statements about some registers need of an as-of view. */
export interface Needs {
  readonly rows: ReadonlySet<string>;
  /** Each after those that it is worked out of. */
  readonly kept: readonly Kept[];
}

interface Expression {
  readonly sql: string;
  readonly reads?: readonly Reads[];
}

const heading = 'heading';
const keyOf = (register: string, name: string): string => `${register} ${name}`;

/** Does what a record is called follow from its own row alone? */
export const isPlain = ({ heading: { sql } }: Definition): boolean => !/\bFROM\b/.test(sql);

const declared = new Set(registers.map(({ name }) => name));

/** Registers that an expression reads: those that it names, and those whose records its own refer to. */
function registersIn(definition: Definition, { sql, reads = [] }: Expression): Set<string> {
  const found = new Set([definition.name]);
  for (const { register, between } of reads) {
    found.add(register);
    if (between !== undefined) found.add(between.register);
  }
  for (const [, name = ''] of sql.matchAll(/\b(?:FROM|JOIN)\s+"?(\w+)"?/g))
    if (declared.has(name)) found.add(name);
  if (/\bFROM record\b/.test(sql)) {
    const words = wordsOf(sql);
    for (const [name, { kind, to }] of Object.entries(definition.fields))
      if (kind === 'reference' && words.has(name)) for (const register of to ?? []) found.add(register);
  }
  return found;
}

/** Names in an expression; what it compares with is none. */
const wordsOf = (sql: string): Set<string> => new Set(sql.replaceAll(/'[^']*'/g, '').match(/\w+/g));

/** What an expression is worked out of: registers' rows, and what of them is worked out itself, told by its name. */
function sourcesOf(definition: Definition, expression: Expression): Pick<Kept, 'rows' | 'after'> {
  const rows = registersIn(definition, expression);
  const words = wordsOf(expression.sql);
  const after = [...rows].flatMap((register) => {
    const { stored } = columnsOf(registerOf(register));
    const named = stored.filter(([name]) => words.has(name)).map(([name]) => keyOf(register, name));
    return words.has(heading) && register !== definition.name ? [...named, keyOf(register, heading)] : named;
  });
  return { rows, after };
}

const known = new Map<string, Kept>();

function keptOf(key: string): Kept {
  let kept = known.get(key);
  if (kept === undefined) {
    const [register = '', name = ''] = key.split(' ');
    const definition = registerOf(register);
    const expression = name === heading ? definition.heading : definition.derived?.[name];
    if (expression === undefined) throw new Error(`Nothing is kept as ${key}`);
    const { rows, after } = sourcesOf(definition, expression);
    kept = {
      key,
      definition,
      name,
      sql: expression.sql,
      rows,
      after: after.filter((other) => other !== key),
    };
    known.set(key, kept);
  }
  return kept;
}

/** What the registers' rows show; with `due` also what their due days are worked out of. */
export function needsOf(names: Iterable<string>, withDue: boolean): Needs {
  const rows = new Set<string>();
  const kept = new Map<string, Kept>();
  const begun = new Set<string>();
  const add = (key: string): void => {
    if (kept.has(key)) return;
    if (begun.has(key)) throw new Error(`${key} is worked out of itself`);
    begun.add(key);
    const value = keptOf(key);
    for (const register of value.rows) rows.add(register);
    for (const other of value.after) add(other);
    kept.set(key, value);
  };
  for (const name of names) {
    const definition = registerOf(name);
    rows.add(name);
    for (const [value] of columnsOf(definition).stored) add(keyOf(name, value));
    add(keyOf(name, heading));
    for (const expression of withDue ? dueOf(definition) : []) {
      const sources = sourcesOf(definition, expression);
      for (const register of sources.rows) rows.add(register);
      for (const other of sources.after) add(other);
    }
  }
  return { rows, kept: [...kept.values()] };
}

function dueOf({ due = [] }: Definition): Expression[] {
  return due.map(({ day, until = '', time = '', minutes = '', when, reads = [] }) => ({
    sql: [day, until, time, minutes, when].join(' '),
    reads,
  }));
}
