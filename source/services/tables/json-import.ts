import { existsSync, renameSync, rmSync } from 'node:fs';
import { atOnce, eachOf } from '../../domain/long-work.ts';
import { UserError, isUserError } from '../../errors.ts';
import { same } from '../../store/journal/images.ts';
import { readMeta, writeMeta } from '../../store/file/meta.ts';
import { identityByUid, raiseCounter, readRow } from '../../store/records/records.ts';
import { reportFormats } from '../../registers/report.ts';
import { keepReportFile } from '../../store/kept/report-files.ts';
import { clockFrom, randomnessFrom } from '../project/clock.ts';
import { isObject } from './json-document.ts';
import { closeProject, createFile } from '../project/project-file.ts';
import { sentenceOf } from '../reading/sentence.ts';
import { tryingToWrite } from '../writing/write.ts';
import type { Work } from '../../domain/long-work.ts';
import type { AnyField } from '../../fields/index.ts';
import type { DocumentRecord, Json, ProjectDocument } from './json-document.ts';
import type { Language } from '../../language/language.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Clock, Project, Randomness } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';

export interface JsonReport {
  readonly added: number;
  readonly same: number;
  /** Codes, or uids, of records that the file has otherwise; they stay as they are here. */
  readonly conflicts: readonly string[];
  /** null where nothing was written. */
  readonly step: number | null;
}

/** Makes the project of a document in a new file; nothing is left behind when that fails or is stopped. @throws UserError file-exists */
export function* makingFromDocument(
  path: string,
  document: ProjectDocument,
  language: Language,
  { clock, randomness }: { readonly clock: Clock; readonly randomness: Randomness },
): Work<JsonReport> {
  if (existsSync(path)) throw new UserError('file-exists', { path });
  const draft = `${path}.${process.pid}.new`;
  const project = createFile(draft, { clock, randomness });
  try {
    writeMeta(project.store, 'uid', document.uid);
    const report = yield* importingDocument(project, document, { language, dryRun: false });
    closeProject(project);
    renameSync(draft, path);
    return report;
  } catch (error) {
    if (project.store.database.open) closeProject(project);
    for (const ending of ['', '-wal', '-shm']) rmSync(draft + ending, { force: true });
    throw error;
  }
}

/** The clock and chance of the machine, or those that stand in the environment. */
export function timeAndChance(environment: NodeJS.ProcessEnv): { clock: Clock; randomness: Randomness } {
  return {
    clock: clockFrom(environment['LUOTSI_CLOCK']),
    randomness: randomnessFrom(environment['LUOTSI_SEED']),
  };
}

interface DocumentOptions {
  readonly language: Language;
  readonly dryRun: boolean;
}

/**
 * Brings into a file what it lacks of an exported project, as one step. Records that are there stay as they are.
 * @throws UserError other-project where the file is of another project, wrong-record
 */
export function importDocument(
  project: Project,
  document: ProjectDocument,
  options: DocumentOptions,
): JsonReport {
  return atOnce(importingDocument(project, document, options));
}

/** The same, for a document that may be large. @throws UserError other-project, wrong-record */
export function* importingDocument(
  project: Project,
  document: ProjectDocument,
  { language, dryRun }: DocumentOptions,
): Work<JsonReport> {
  const { store } = project;
  if (readMeta(store, 'uid') !== document.uid) throw new UserError('other-project', undefined);
  const options = { kind: 'import', label: { verb: 'import' }, trial: dryRun, asGiven: true } as const;
  const { result, step } = yield* tryingToWrite(project, options, function* records(unit) {
    const found = yield* new DocumentImport(project, document, unit, language).run(dryRun);
    return { result: found, isKept: !dryRun };
  });
  return { ...result, step };
}

/** One pass over a document: records with what they can't be without, then what they name, then the trash. */
class DocumentImport {
  readonly #project: Project;
  readonly #document: ProjectDocument;
  readonly #unit: UnitOfWork;
  readonly #language: Language;
  /** Every name of a record in the document, its code and its uid, and the record's id here. */
  readonly #ids = new Map<string, { readonly id: number; readonly register: string }>();

  constructor(project: Project, document: ProjectDocument, unit: UnitOfWork, language: Language) {
    this.#project = project;
    this.#document = document;
    this.#unit = unit;
    this.#language = language;
  }

  *run(dryRun: boolean): Work<Omit<JsonReport, 'step'>> {
    const { store } = this.#project;
    const { records } = this.#document;
    // Each is met twice: by what it can't be without, and by what it names, or as one that is here.
    const total = records.length * 2;
    const stage = dryRun ? 'checking' : 'rows';
    const added: DocumentRecord[] = [];
    const known: DocumentRecord[] = [];
    yield* eachOf(records, { stage, total }, (record) => {
      const { uid, code, definition } = record;
      const here = identityByUid(store, uid);
      (here === null ? added : known).push(record);
      const id = here?.id ?? this.#add(record);
      for (const name of [uid, code])
        if (name !== null) this.#ids.set(name, { id, register: definition.name });
    });
    const before = records.length;
    yield* eachOf(added, { stage, before, total }, (record) => this.#complete(record));
    this.#keepFiles();
    for (const { uid, isRemoved } of added) if (isRemoved) this.#unit.remove(this.#idOf(uid), true);
    for (const [prefix, last] of Object.entries(this.#document.counters))
      if (Number.isSafeInteger(last)) raiseCounter(store, prefix, Number(last));
    const later = { stage, before: before + added.length, total } as const;
    const differ = yield* eachOf(known, later, (record) => (this.#isSame(record) ? [] : [record]));
    const conflicts = differ.flat().map(({ code, uid }) => code ?? uid);
    return { added: added.length, same: known.length - conflicts.length, conflicts };
  }

  /** What is no file of a report here is left out: doctor tells of a report that lacks one. */
  #keepFiles(): void {
    for (const file of this.#document.files) {
      if (!isObject(file)) continue;
      const { report, format, content } = file;
      const found = this.#ids.get(String(report));
      const known = reportFormats.find((one) => one === format);
      if (found?.register === 'report' && known !== undefined && typeof content === 'string')
        keepReportFile(this.#project.store, found.id, known, Buffer.from(content, 'base64'));
    }
  }

  #idOf(uid: string): number {
    const found = this.#ids.get(uid);
    if (found === undefined) throw new Error(`No record ${uid}`);
    return found.id;
  }

  #add({ definition, values, uid, code }: DocumentRecord): number {
    const early = Object.entries(definition.fields).filter(([, field]) => !isLate(field));
    return this.#placed({ definition, uid, code }, () =>
      this.#unit.adopt(definition.name, this.#valuesOf(early, values), uid, code),
    );
  }

  #complete({ definition, values, uid, code }: DocumentRecord): void {
    const late = Object.entries(definition.fields).filter(([, field]) => isLate(field));
    if (late.length === 0) return;
    this.#placed({ definition, uid, code }, () =>
      this.#unit.putBack(this.#idOf(uid), this.#valuesOf(late, values)),
    );
  }

  /** Says of which record a refused value is. */
  #placed<Result>(
    { definition, uid, code }: Pick<DocumentRecord, 'definition' | 'uid' | 'code'>,
    work: () => Result,
  ): Result {
    try {
      return work();
    } catch (error) {
      if (!isUserError(error)) throw error;
      const { message } = sentenceOf(error, this.#language);
      throw new UserError('wrong-record', { record: `${definition.name} ${code ?? uid}`, detail: message });
    }
  }

  #valuesOf(fields: readonly [string, AnyField][], values: Json): Record<string, unknown> {
    return Object.fromEntries(
      fields.map(([name, field]) => [name, field.check(this.#inward(field, values[name] ?? field.empty))]),
    );
  }

  /** A value of the document as it is kept here: names of records are their ids. */
  #inward(field: AnyField, value: unknown): unknown {
    if (field.to === undefined || value === null) return value;
    const one = (item: unknown): unknown => {
      const found = typeof item === 'string' ? this.#ids.get(item) : undefined;
      const isMeant = found !== undefined && (field.to?.length === 0 || field.to?.includes(found.register));
      if (isMeant) return found.id;
      if (field.kind === 'who' || field.kind === 'whos') return item;
      throw new UserError('wrong-value', { field: field.label, text: String(item) });
    };
    return Array.isArray(value) ? value.map(one) : one(value);
  }

  #isSame({ definition, values, uid, isRemoved }: DocumentRecord): boolean {
    const here: AnyRecord | null = readRow(this.#project.store, definition, this.#idOf(uid));
    if (here === null || (here.removedStep !== null) !== isRemoved) return false;
    const there = this.#valuesOf(Object.entries(definition.fields), values);
    return Object.entries(there).every(([name, value]) => same(value, here[name]));
  }
}

/** Does the value name records that may come later in the document? What a record can't be without comes before it. */
const isLate = (field: AnyField): boolean => field.to !== undefined && field.required !== true;
