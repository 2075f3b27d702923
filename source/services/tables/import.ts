import { atOnce } from '../../domain/long-work.ts';
import { UserError, wrongUsage } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { nameAdded } from '../../store/records/derive.ts';
import { rememberedColumns } from '../../store/kept/import-memory.ts';
import { bare, columnsFor, readMaps } from './import-columns.ts';
import { fieldNamed } from '../reading/field-names.ts';
import { guessRegisters } from './import-guess.ts';
import { headingsDigest } from './import-plan.ts';
import { Importer } from './import-run.ts';
import { tableIn } from './import-source.ts';
import { leanlyInSteps } from './lean-memory.ts';
import { valueGuesser } from './import-values.ts';
import { listOf } from '../reading/listing.ts';
import { findRegister } from '../reading/lookup.ts';
import { isReversed } from '../writing/reversed.ts';
import { tryingToWrite } from '../writing/write.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Table, TableRow } from '../../exchange/table.ts';
import type { NamedField } from '../reading/field-names.ts';
import type { GuessedColumn, ImportColumns } from './import-columns.ts';
import type { UnknownName } from './import-names.ts';
import type { OwnSheet } from './import-sheets.ts';
import type { ImportSource } from './import-source.ts';
import type { Definition } from '../../registers/index.ts';
import type { ImportOptions, OddLink, Outcome, Plan, Refusal, Replacement } from './import-plan.ts';
import type { Project } from '../project/project.ts';
import type { Tried } from '../writing/write.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';

export interface ImportReport {
  readonly register: string;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly conflict: number;
  readonly refused: readonly Refusal[];
  /** Records of which nobody can tell whether here or the table is right: changed in both, or the table's version is none of this file; they stay as here. */
  readonly conflicts: readonly string[];
  readonly ignored: readonly string[];
  readonly worked: readonly string[];
  /** Columns that were known by their values alone. */
  readonly guessed: readonly GuessedColumn[];
  /** Records of other registers that cells named and the import made. */
  readonly alongside: number;
  /** Cells that control characters were taken out of. */
  readonly cleaned: number;
  /** Cells that hold links of a scheme that Luotsi opens nothing of: they are kept as text. */
  readonly oddLinks: readonly OddLink[];
  /** Names that nothing was found for, with those that are near. */
  readonly unknown: readonly UnknownName[];
  /** Values that would take the place of others: of a dry run only. */
  readonly replaced: readonly Replacement[];
  /** Fields that a new record needs and no column gives. */
  readonly lacking: readonly NamedField[];
  /** null where nothing was written. */
  readonly step: number | null;
}

export interface SheetReport extends ImportReport {
  readonly sheet: string;
}

/** Imports a table as one step: all of its rows, or those that are right when that is asked for. @throws UserError */
export function importTable(project: Project, source: ImportSource, options: ImportOptions): ImportReport {
  return atOnce(importing(project, source, options));
}

/** The same, for a table that may be long. @throws UserError */
export function importing(
  project: Project,
  source: ImportSource,
  options: ImportOptions,
): Work<ImportReport> {
  return leanlyInSteps(rowByRow(project, source, options));
}

const missing = (): never => {
  throw new Error('A table came to nothing');
};

/** Sheets of one workbook, in the order in which they are given, as one step. @throws UserError */
export function importingSheets(
  project: Project,
  sheets: readonly OwnSheet[],
  options: Omit<ImportOptions, 'register'>,
): Work<readonly SheetReport[]> {
  return leanlyInSteps(sheetBySheet(project, sheets, options));
}

function* sheetBySheet(
  project: Project,
  sheets: readonly OwnSheet[],
  options: Omit<ImportOptions, 'register'>,
): Work<readonly SheetReport[]> {
  const plans = sheets.map(({ definition, source }) =>
    planOf(project, source, { ...options, register: definition.name }),
  );
  const reports = yield* together(project, plans, options);
  return reports.map((report, index) => ({ ...report, sheet: sheets[index]?.sheet ?? '' }));
}

function* rowByRow(project: Project, source: ImportSource, options: ImportOptions): Work<ImportReport> {
  const [report] = yield* together(project, [planOf(project, source, options)], options);
  return report ?? missing();
}

function* together(
  project: Project,
  plans: readonly Plan[],
  { dryRun, skipBad }: Pick<ImportOptions, 'dryRun' | 'skipBad'>,
): Work<readonly ImportReport[]> {
  const { outcomes, step } = yield* attempt(project, plans, new Map());
  const stopped = outcomes.some(({ refused }) => refused.length > 0) && !dryRun && !skipBad;
  return plans.map(({ definition, columns }, index): ImportReport => {
    const { failed: _, ...found } = outcomes[index] ?? missing();
    // Where one bad row stopped it all, nothing was added, whatever the other rows would have come to.
    const counts = stopped
      ? { ...found, added: 0, alongside: 0, changed: 0, same: 0, conflict: 0, conflicts: [] }
      : found;
    const { ignored, worked, guessed: byValues } = columns;
    const lacking = lackingIn(definition, columns);
    return { register: definition.name, ...counts, ignored, worked, guessed: byValues, lacking, step };
  });
}

const lackingIn = (definition: Definition, { read }: ImportColumns): readonly NamedField[] =>
  Object.entries(definition.fields)
    .filter(([, { required, initial }]) => required === true && initial === undefined)
    .filter(([name]) => !read.some(({ field }) => field.name === name))
    .flatMap(([name]) => fieldNamed(definition, name) ?? []);

/** The one register that the headings tell, or that was told of such headings before; null where they tell none or several. */
export function registerGuessed(project: Project, source: ImportSource): string | null {
  const table = tableIn(source, null, new Map());
  const before = rememberedFor(project, table.headings, null);
  if (before !== null) return before.definition.name;
  if (areSignUps(project, table.headings)) return 'candidate';
  const found = guessRegisters(table.headings, new Map());
  return found.length === 1 ? (found[0]?.name ?? null) : null;
}

/** Responses of a form where people sign up, while there is a round to sign up for: a person, and when or whence they came. */
function areSignUps(project: Project, headings: readonly string[]): boolean {
  const candidate = registerOf('candidate');
  const names = new Set(headings.map((heading) => fieldNamed(candidate, bare(heading))?.name));
  if (!names.has('person') || !(names.has('signedUp') || names.has('source'))) return false;
  return listOf(project, registerOf('round'), {}, 'en').some(({ state }) => state === 'open');
}

/** What a table is taken for: its register, and what each column holds. @throws UserError which-register, and what columns are refused for */
export function planOf(project: Project, source: ImportSource, options: ImportOptions): Plan {
  const given = options.register === undefined ? null : findRegister(options.register);
  const untold = tableIn(source, given, new Map());
  const before = rememberedFor(project, untold.headings, given);
  const named = given ?? before?.definition ?? null;
  const maps = new Map([...(before?.maps ?? []), ...readMaps(options.maps, untold.headings)]);
  const fixed = readFixed(options.fixed ?? []);
  const definition = named ?? guessed(untold, maps);
  // What is mapped can be a heading that no register has, and periods are of a register.
  const table = tableIn(source, definition, maps);
  const sample = first(table.rows, sampled);
  const byValues = valueGuesser(project, definition, options.language);
  const columns = columnsFor(definition, table.headings, { maps, fixed, sample, byValues });
  return { table, definition, columns, options, maps };
}

/** Rows by which columns are told. */
const sampled = 60;

function first(rows: Iterable<TableRow>, most: number): (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (const { cells } of rows) {
    if (found.length >= most) break;
    found.push(cells);
  }
  return found;
}

/** What an earlier import of a table with these headings was told, unless it was undone. */
function rememberedFor(
  project: Project,
  headings: readonly string[],
  given: Definition | null,
): { readonly definition: Definition; readonly maps: ReadonlyMap<string, string> } | null {
  const kept = rememberedColumns(project.store, headingsDigest(project, headings));
  const found = kept.find(
    ({ step, register }) => (given === null || given.name === register) && !isReversed(project, step),
  );
  return found === undefined
    ? null
    : { definition: registerOf(found.register), maps: new Map(Object.entries(found.fields)) };
}

/** `--set "field=value"`. @throws UserError wrong-fixed */
function readFixed(texts: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    texts.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw wrongUsage('wrong-fixed', { text });
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()] as const;
    }),
  );
}

function guessed(table: Table, maps: ReadonlyMap<string, string>): Definition {
  const best = guessRegisters(table.headings, maps);
  const [only] = best;
  if (only !== undefined && best.length === 1) return only;
  throw new UserError(
    'which-register',
    { near: best.map(({ name, label }) => ({ name, label: label.many })) },
    2,
  );
}

/** Rows that are left out, table by table. */
type Without = ReadonlyMap<Plan, Outcome['failed']>;

function* attempt(
  project: Project,
  plans: readonly Plan[],
  without: Without,
): Work<{ outcomes: readonly Outcome[]; step: number | null }> {
  const { definition, options } = plans[0] ?? missing();
  const { dryRun, day } = options;
  const label = { verb: 'import', ...(plans.length === 1 ? { register: definition.name } : {}) };
  const written = { kind: 'import', label, trial: dryRun, ...(day === undefined ? {} : { day }) } as const;
  const { result: outcomes, step } = yield* tryingToWrite(project, written, (unit) =>
    rowsOf(project, plans, without, unit),
  );
  if (outcomes.every(({ failed }) => failed.size === 0)) return { outcomes, step };
  const failed = plans.map((plan, index): [Plan, Outcome['failed']] => [
    plan,
    new Map([...(without.get(plan) ?? []), ...(outcomes[index]?.failed ?? [])]),
  ]);
  const again = yield* attempt(project, plans, new Map(failed));
  // Rows that are left out are not read again, so what they named is known from before.
  return {
    ...again,
    outcomes: again.outcomes.map((one, index) => ({ ...one, unknown: outcomes[index]?.unknown ?? [] })),
  };
}

function* rowsOf(
  project: Project,
  plans: readonly Plan[],
  without: Without,
  unit: UnitOfWork,
): Work<Tried<readonly Outcome[]>> {
  const outcomes: Outcome[] = [];
  for (const plan of plans) {
    outcomes.push(yield* new Importer(project, plan, unit).run(without.get(plan) ?? new Map()));
    if (plan === plans.at(-1)) break;
    // What comes next may name what this one added.
    for (const { id, definition, before } of unit.touched)
      if (before === null) nameAdded(project.store, definition, id);
  }
  const { dryRun, skipBad } = plans[0]?.options ?? missing();
  const bad = !skipBad && outcomes.some(({ refused }) => refused.length > 0);
  const isKept = !dryRun && !bad && outcomes.every(({ failed }) => failed.size === 0);
  return { result: outcomes, isKept };
}
