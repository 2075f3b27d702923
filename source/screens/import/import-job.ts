/** What is being imported, as far as it has been told. Pure. */
import type { Language } from '../../language/index.ts';
import type { NameAnswer } from '../../services/tables/import-names.ts';
import type { ImportOptions } from '../../services/tables/import-plan.ts';
import type { ImportSource } from '../../services/tables/import-source.ts';

export interface ImportJob {
  readonly source: ImportSource;
  readonly register: string;
  /** Fields by heading; an empty one leaves the column out. */
  readonly maps: ReadonlyMap<string, string>;
  /** The same in all rows, by field. */
  readonly fixed: ReadonlyMap<string, string>;
  readonly answers: ReadonlyMap<string, NameAnswer>;
  /** Names that are near no other become records. */
  readonly createMissing: boolean;
}

export const jobOf = (source: ImportSource, register: string): ImportJob => ({
  source,
  register,
  maps: new Map(),
  fixed: new Map(),
  answers: new Map(),
  createMissing: false,
});

/** The columns as they were told, without what was answered after them: an answer may be what was wrong. */
export const unanswered = ({ source, register, maps }: ImportJob): ImportJob => ({
  ...jobOf(source, register),
  maps,
});

const pairs = (map: ReadonlyMap<string, string>): string[] =>
  [...map].map(([name, value]) => `${name}=${value}`);

export function optionsOf(
  { register, maps, fixed, answers, createMissing }: ImportJob,
  language: Language,
  { dryRun, skipBad }: { readonly dryRun: boolean; readonly skipBad: boolean },
): ImportOptions {
  return {
    register,
    maps: pairs(maps),
    fixed: pairs(fixed),
    answers,
    createMissing,
    dryRun,
    skipBad,
    language,
  };
}
