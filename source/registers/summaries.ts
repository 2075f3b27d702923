import { declarations } from './declarations.ts';
import type { Definition } from './define.ts';
import type { Label } from '../language/language.ts';

/** What is asked of a register without its fields, or of all registers at once. */
export interface Summary {
  readonly name: string;
  readonly label: Definition['label'];
  readonly aliases: readonly string[];
  readonly isCoded: boolean;
  /** Is it a dated log? */
  readonly isDated: boolean;
  /** What its due rules want of the planner, by kind. */
  readonly due: Readonly<Record<string, Label>>;
  readonly closed: string | null;
  /**
   * By what its records are called: words of their own, another record's name and then their own, others' names alone, or
   * for want of a name the beginning of a text.
   */
  readonly called: 'itself' | 'after' | 'as' | 'text';
  /** The field that names what it is part of. */
  readonly parent: string | null;
  /** Fields that name one record, and of which registers it may be; of any where none is given. */
  readonly references: Readonly<Record<string, readonly string[]>>;
  /** The registers that its heading, stored values and due days are worked out from. */
  readonly reads: readonly string[];
}

/** Another record's heading, in the SQL of one. */
const ofAnother = /\(SELECT [^()]*\)/gu;

function calledBy({ fields, heading: { sql } }: Definition): Summary['called'] {
  const isLongText = (name = ''): boolean => fields[name]?.kind === 'longText';
  const own = [...sql.replaceAll(ofAnother, '').matchAll(/\bt\.(\w+)/gu)];
  if (sql.search(ofAnother) !== 0) return isLongText(own[0]?.[1]) ? 'text' : 'itself';
  return own.every(([, name = '']) => fields[name]?.kind === 'day') ? 'as' : 'after';
}

const readBy = ({ derived = {}, due = [], heading }: Definition): string[] => {
  const expressions = [...Object.values(derived), ...due, heading];
  return [...new Set(expressions.flatMap(({ reads = [] }) => reads.map(({ register }) => register)))];
};

const summarised = (definition: Definition): Summary => {
  const { fields, name, label, aliases = [], code, day, due = [], closed, parent } = definition;
  return {
    name,
    label,
    aliases,
    isCoded: code !== undefined,
    isDated: day !== undefined,
    due: Object.fromEntries(due.map(({ kind, label: wanted }) => [kind, wanted])),
    closed: closed ?? null,
    called: calledBy(definition),
    parent: parent ?? null,
    references: Object.fromEntries(
      Object.entries(fields).flatMap(([field, { kind, to }]) =>
        kind === 'reference' ? [[field, to ?? []]] : [],
      ),
    ),
    reads: readBy(definition),
  };
};

/** By name, in the order of the registers. The build works them out: only data may stand here. */
export const summaries: Readonly<Record<string, Summary>> = Object.fromEntries(
  Object.values<Definition>(declarations).map((definition) => [definition.name, summarised(definition)]),
);
