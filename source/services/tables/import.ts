import { atOnce } from '../../domain/long-work.ts';
import { UserError } from '../../errors.ts';
import { columnsFor, guessRegisters, readMaps } from './import-columns.ts';
import { Importer } from './import-run.ts';
import { tableIn } from './import-source.ts';
import { findRegister } from '../reading/lookup.ts';
import { writing } from '../writing/write.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Table } from '../../exchange/table.ts';
import type { ImportSource } from './import-source.ts';
import type { Definition } from '../../registers/index.ts';
import type { ImportOptions, Outcome, Plan, Refusal } from './import-run.ts';
import type { Project } from '../project/project.ts';

export interface ImportReport {
  readonly register: string;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly conflict: number;
  readonly refused: readonly Refusal[];
  /** Records that were changed both here and in the table; they stay as here. */
  readonly conflicts: readonly string[];
  readonly ignored: readonly string[];
  readonly worked: readonly string[];
  /** null where nothing was written. */
  readonly step: number | null;
}

/** Takes back a transaction and hands on what was found in it. */
class TakenBack extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('taken back');
    this.outcome = outcome;
  }
}

/** Imports a table as one step: all of its rows, or those that are right when that is asked for. @throws UserError */
export function importTable(project: Project, source: ImportSource, options: ImportOptions): ImportReport {
  return atOnce(importing(project, source, options));
}

/** The same, for a table that may be long. @throws UserError */
export function* importing(
  project: Project,
  source: ImportSource,
  options: ImportOptions,
): Work<ImportReport> {
  const named = options.register === undefined ? null : findRegister(options.register);
  const untold = tableIn(source, named, new Map());
  const maps = readMaps(options.maps, untold.headings);
  const definition = named ?? guessed(untold, maps);
  // What is mapped can be a heading that no register has, and periods are of a register.
  const table = tableIn(source, definition, maps);
  const columns = columnsFor(definition, table.headings, maps);
  const { outcome, step } = yield* attempt(project, { table, definition, columns, options }, new Map());
  const { failed: _, ...found } = outcome;
  const { ignored, worked } = columns;
  const stopped = found.refused.length > 0 && !options.dryRun && !options.skipBad;
  // Where one bad row stopped it all, nothing was added, whatever the other rows would have come to.
  const counts = stopped ? { ...found, added: 0, changed: 0, same: 0, conflict: 0, conflicts: [] } : found;
  return { register: definition.name, ...counts, ignored, worked, step };
}

function guessed(table: Table, maps: ReadonlyMap<string, string>): Definition {
  const best = guessRegisters(table.headings, maps);
  const [only] = best;
  if (only !== undefined && best.length === 1) return only;
  throw new UserError('which-register', { near: best.map(({ name }) => name) }, 2);
}

function* attempt(
  project: Project,
  plan: Plan,
  without: ReadonlyMap<number, Refusal>,
): Work<{ outcome: Outcome; step: number | null }> {
  const { definition, options } = plan;
  const { dryRun, skipBad, day } = options;
  const label = { verb: 'import', register: definition.name };
  const written = { kind: 'import', label, trial: dryRun, ...(day === undefined ? {} : { day }) } as const;
  try {
    const { result, step } = yield* writing(project, written, function* rows(unit) {
      const outcome = yield* new Importer(project, plan, unit).run(without);
      const bad = outcome.refused.length > 0 && !skipBad;
      if (dryRun || bad || outcome.failed.size > 0) throw new TakenBack(outcome);
      return outcome;
    });
    return { outcome: result, step };
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    const { outcome } = error;
    if (outcome.failed.size === 0) return { outcome, step: null };
    return yield* attempt(project, plan, new Map([...without, ...outcome.failed]));
  }
}
