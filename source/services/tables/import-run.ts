import { UserError, isUserError } from '../../errors.ts';
import { unguardCell } from '../../exchange/guard.ts';
import { registerOf } from '../../registers/index.ts';
import { rememberColumns, rememberName, rememberRow } from '../../store/kept/import-memory.ts';
import { nextSeq } from '../../store/journal/journal.ts';
import { readMeta } from '../../store/file/meta.ts';
import { EarlierStates } from './export-version.ts';
import { ImportContext, titleOnly } from './import-context.ts';
import { cellError, headingsDigest } from './import-plan.ts';
import { Matcher } from './import-match.ts';
import { RowOrder } from './import-order.ts';
import { RecordWriter } from './import-write.ts';
import { cellFor } from './import-source.ts';
import { sentenceOf } from '../reading/sentence.ts';
import type { Work } from '../../domain/long-work.ts';
import type { AnyField } from '../../fields/index.ts';
import type { TableRow } from '../../exchange/table.ts';
import type { RememberedRow } from '../../store/kept/import-memory.ts';
import type { About } from './import-context.ts';
import type { Outcome, Plan, Refusal } from './import-plan.ts';
import type { ReadRow } from './import-match.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';
import type { Definition } from '../../registers/index.ts';

/** What no text is to hold; tabs and line ends are. */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

const isOwn = ({ name }: Definition, { kind, to }: AnyField): boolean =>
  kind === 'reference' && to?.length === 1 && to[0] === name;

/** One pass over the rows of a table, within the transaction of its step. */
export class Importer {
  readonly #project: Project;
  readonly #plan: Plan;
  readonly #context: ImportContext;
  readonly #matcher: Matcher;
  readonly #outcome: Outcome;
  readonly #memory: Omit<RememberedRow, 'step'>[] = [];
  readonly #records: RecordWriter;
  readonly #earlier: EarlierStates;
  readonly #order: RowOrder | null;
  /** Heading of the column that is being read. */
  #at = '';

  constructor(project: Project, plan: Plan, unit: UnitOfWork) {
    const { definition, columns, table, options } = plan;
    this.#project = project;
    this.#plan = plan;
    this.#context = new ImportContext(project, options.language, {
      answers: options.answers ?? new Map(),
      createMissing: options.createMissing,
      add: (register, values) => unit.add(register, values),
      isToCome: (register, name) => register === definition.name && this.#order?.isToCome(name) === true,
      hasRow: (register, name) => register === definition.name && this.#order?.hasRow(name) === true,
    });
    this.#order = this.#orderOf();
    this.#matcher = new Matcher(project, definition, columns, table.headings);
    this.#outcome = {
      added: 0,
      changed: 0,
      same: 0,
      conflict: 0,
      refused: [],
      conflicts: [],
      failed: new Map(),
      alongside: 0,
      cleaned: 0,
      oddLinks: [],
      unknown: [],
      replaced: [],
    };
    this.#earlier = new EarlierStates(project.store);
    const { fields } = this.#context;
    this.#records = new RecordWriter({
      project,
      plan,
      unit,
      fields,
      outcome: this.#outcome,
      earlier: this.#earlier,
    });
  }

  *run(without: ReadonlyMap<number, readonly Refusal[]>): Work<Outcome> {
    try {
      return yield* this.#takeRows(without);
    } finally {
      this.#earlier.close();
    }
  }

  *#takeRows(without: ReadonlyMap<number, readonly Refusal[]>): Work<Outcome> {
    const { table, options } = this.#plan;
    const stage = options.dryRun ? 'checking' : 'rows';
    let done = 0;
    for (const row of this.#order?.of(table.rows) ?? table.rows) {
      done += 1;
      if (done % 20 === 0) yield { stage, done, total: table.count };
      const failed = without.get(row.row);
      if (failed === undefined) this.#takeRow(row);
      else {
        this.#outcome.refused.push(...failed);
        this.#matcher.pass({ texts: this.#texts(row.cells), ...this.#identity(row.cells) });
      }
    }
    const { added, changed } = this.#outcome;
    // Memory belongs to a step; where nothing is written there is none, and what was remembered still holds.
    if (added + changed > 0) {
      const step = nextSeq(this.#project.store);
      for (const row of this.#memory)
        rememberRow(this.#project.store, this.#matcher.source, { ...row, step });
      this.#rememberAnswers(step);
    }
    return { ...this.#outcome, alongside: this.#context.added, unknown: [...this.#context.unknown.values()] };
  }

  /** What a name was said to mean is not asked again, nor is what the columns are. */
  #rememberAnswers(step: number): void {
    const { store } = this.#project;
    const { options, definition, table, maps } = this.#plan;
    for (const [key, answer] of options.answers ?? [])
      if (answer !== 'new') rememberName(store, readMeta(store, 'uid') ?? '', key, answer.record, step);
    if (maps.size === 0) return;
    const fields = Object.fromEntries(maps);
    rememberColumns(store, headingsDigest(this.#project, table.headings), {
      step,
      register: definition.name,
      fields,
    });
  }

  /** Null where no column names records of the table's own register. */
  #orderOf(): RowOrder | null {
    const { definition, columns } = this.#plan;
    const title = titleOnly(definition);
    const names = columns.read
      .filter(({ field }) => isOwn(definition, field.field))
      .map(({ field }) => field.name);
    if (title === null || names.length === 0) return null;
    return new RowOrder(
      ({ cells }) => {
        const texts = this.#texts(cells);
        return { own: texts.get(title) ?? null, others: names.flatMap((name) => texts.get(name) ?? []) };
      },
      (name) => this.#context.knows(definition.name, name),
    );
  }

  #takeRow(row: TableRow): void {
    const read = this.#read(row);
    if (read === null) return;
    try {
      const match = this.#matcher.match(read);
      const id = this.#records.write(read, match);
      if (id === null) return;
      this.#memory.push({ ...match, record: id });
      this.#order?.took(row, (name) => this.#context.know(this.#plan.definition.name, name, id));
    } catch (error) {
      if (!isUserError(error)) throw error;
      this.#outcome.failed.set(row.row, [this.#refusal(row.row, null, error)]);
    }
  }

  /** Reads the cells of a row; every cell that can't be read is told of. */
  #read({ row, cells }: TableRow): ReadRow | null {
    const { columns, table } = this.#plan;
    const { refused } = this.#outcome;
    const { length } = table.headings;
    // Spreadsheets write empty cells as far as anything was ever typed.
    if (cells.length < length || cells.slice(length).some((cell) => cell.trim() !== '')) {
      const error = new UserError('ragged-row', { cells: cells.length, headings: length });
      refused.push(this.#refusal(row, null, error));
      return null;
    }
    const before = refused.length;
    const addedBefore = this.#context.added;
    const values: Record<string, unknown> = {};
    const texts = this.#texts(cells);
    this.#context.isForeign = this.#isForeign(cells);
    for (const { heading, field } of columns.read) {
      const text = texts.get(field.name);
      if (text === undefined) continue;
      this.#at = heading;
      try {
        if (controls.test(text)) this.#outcome.cleaned += 1;
        if (cellError.test(text)) throw new UserError('cell-error', { text });
        this.#context.about = {};
        this.#context.about = this.#aboutOf(field.name, cells, texts);
        this.#at = heading;
        values[field.name] = this.#valueOf(field.field, text, row, heading);
      } catch (error) {
        if (!isUserError(error)) throw error;
        refused.push(this.#refusal(row, this.#at, error));
      }
    }
    if (refused.length > before) {
      // What other cells of the row made is not to stay without it.
      const { skipBad, dryRun } = this.#plan.options;
      if (skipBad && !dryRun && this.#context.added > addedBefore)
        this.#outcome.failed.set(row, refused.slice(before));
      this.#matcher.pass({ texts, ...this.#identity(cells) });
      return null;
    }
    return { row, values, texts, ...this.#identity(cells) };
  }

  #valueOf(field: AnyField, text: string, row: number, column: string): unknown {
    const kept = field.asText?.(text) ?? null;
    if (kept === null) return field.read(text, this.#context.fields);
    this.#outcome.oddLinks.push({ row, column });
    return kept;
  }

  /**
   * What the row tells of the record that its field names: in columns of its own, and in fields that both have, as a
   * candidate's unit is that of the person.
   */
  #aboutOf(of: string, cells: readonly string[], texts: ReadonlyMap<string, string>): About {
    const { columns, definition } = this.#plan;
    const [to] = definition.fields[of]?.to ?? [];
    const told = columns.about.filter((one) => one.of === of);
    if (to === undefined || told.length === 0) return {};
    const { fields } = this.#context;
    const about: Record<string, unknown> = {};
    for (const [name, field] of Object.entries(registerOf(to).fields)) {
      const column = told.find((one) => one.field.name === name);
      const own = definition.fields[name];
      const shared = own?.kind === 'reference' && own.to?.join() === field.to?.join() ? texts.get(name) : '';
      const cell = column === undefined ? (shared ?? '') : (cells[column.place] ?? '').trim();
      const text = cellFor(field, cell, this.#plan.table);
      if (text === '') continue;
      this.#at = column?.heading ?? this.#at;
      about[name] = field.read(text, fields);
    }
    return about;
  }

  /** The cells that hold something, by field. */
  #texts(cells: readonly string[]): ReadonlyMap<string, string> {
    const { columns, table } = this.#plan;
    const texts = new Map<string, string>();
    for (const { places, fixed, field } of columns.read) {
      const cell =
        fixed ??
        places
          .map((place) => (cells[place] ?? '').trim())
          .filter(Boolean)
          .join(' ');
      const text = cellFor(field.field, (table.isGuarded ? unguardCell(cell) : cell).trim(), table);
      if (text !== '') texts.set(field.name, text);
    }
    return texts;
  }

  /** Does the row say that it is of another project? Codes in it are that project's. */
  #isForeign(cells: readonly string[]): boolean {
    const { projectUid } = this.#plan.columns;
    const said = projectUid === null ? '' : (cells[projectUid]?.trim() ?? '');
    return said !== '' && said !== readMeta(this.#project.store, 'uid');
  }

  /** A code says who the row is only in a file that says it is of this project: elsewhere R-1 is another's R-1. */
  #identity(cells: readonly string[]): Pick<ReadRow, 'uid' | 'code' | 'exported' | 'isOfLostStep'> {
    const { columns } = this.#plan;
    const cell = (index: number | null): string | null =>
      index === null ? null : (cells[index]?.trim() ?? '') || null;
    const ours = cell(columns.projectUid) === readMeta(this.#project.store, 'uid');
    const version = ours ? cell(columns.version) : null;
    const exported = version === null ? null : this.#earlier.stepOf(version);
    return {
      uid: cell(columns.uid)?.toLowerCase() ?? null,
      code: ours ? cell(columns.code) : null,
      exported,
      isOfLostStep: version !== null && exported === null,
    };
  }

  #refusal(row: number, column: string | null, error: UserError): Refusal {
    const { message, hint } = sentenceOf(error, this.#plan.options.language);
    // What is missing in a row is put right in the table, not by an option of a command.
    return { row, column, reason: error.code === 'missing-field' ? message : `${message} ${hint}`.trim() };
  }
}
