import { wordFinder, withTexts } from '../../domain/people/forgetting.ts';
import { nameFinder, namesOfPerson } from '../../domain/people/naming.ts';
import { UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { person, personalFields } from '../../registers/person.ts';
import { forgetRows } from '../../store/kept/import-memory.ts';
import { changesOfRecord, nextSeq } from '../../store/journal/journal.ts';
import { readRow } from '../../store/records/records.ts';
import { idsQuoting } from '../../store/search/search-text.ts';
import { erase, redactDrafts, redactions, sweep } from '../../store/safety/redact.ts';
import { projectLanguage, todayOf } from '../project/project.ts';
import { write, type WriteOptions } from '../writing/write.ts';
import { refreeze, renamedImage, type RefrozenReports } from './frozen-reports.ts';
import { mentionsIn, namingTexts, perhapsNaming, replaced } from './mentions.ts';
import { recordsToKeep } from './records-to-keep.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Image } from '../../store/journal/images.ts';
import type { Redact } from '../../store/safety/redact.ts';
import type { Project } from '../project/project.ts';
import type { FoundText, Mention } from './mentions.ts';
import type { Kept } from './records-to-keep.ts';

export interface AnonymiseOptions {
  /** Also before the day until which the project's records must be kept. */
  readonly force: boolean;
  /** Puts the label in place of the name in the texts of other records and in their history. */
  readonly texts: boolean;
  /** Further names to look for: a former one, or that of a person who is anonymised already. */
  readonly names: readonly string[];
}

export interface Anonymised {
  readonly label: string;
  /** The step; null where there was nothing left to do. */
  readonly step: number | null;
  /** Images that were erased from history. */
  readonly images: number;
  /** Unfinished forms that were changed or thrown away. */
  readonly drafts: number;
  /** Texts that name the person: put right with `texts`, else for the planner to edit. */
  readonly mentions: readonly Mention[];
  /** Records that may name the person in an inflected form. */
  readonly perhaps: readonly { readonly code: string; readonly opens: number }[];
  /** Codes of reports that were handed over, kept anew without the name. */
  readonly reports: readonly string[];
  /** Whether all is gone from the file: not while another program has it open. */
  readonly swept: boolean;
}

/** What anonymising is about to do, found before anything is written. */
interface Plan {
  /** Null where there is nobody but a name. */
  readonly record: AnyRecord | null;
  readonly label: string;
  readonly blank: Image;
  readonly known: readonly string[];
  readonly finder: RegExp | null;
  readonly mentions: readonly FoundText[];
  readonly frozen: RefrozenReports;
  readonly redact: Redact;
}

function planOf(
  project: Project,
  id: number,
  { texts, names }: AnonymiseOptions,
): Plan & { record: AnyRecord } {
  const record = readRow(project.store, person, id);
  if (record === null) throw new Error(`No person ${id}`);
  const label = labelOf(project, record);
  const known = knownNames(project, record, label, names);
  return { ...planFor(project, record, label, known, texts), record };
}

function planFor(
  project: Project,
  record: AnyRecord | null,
  label: string,
  known: readonly string[],
  texts: boolean,
): Plan {
  const finder = nameFinder(known);
  const blank = blanked(label);
  const mentions = finder === null ? [] : mentionsIn(project, record?.id ?? 0, finder);
  const frozen = refreeze(project.store, known, label);
  const own = redactorOf(record?.uid ?? null, blank, texts ? finder : null, label);
  const redact: Redact = (register, uid, image) => {
    const renamed = renamedImage(register, image, frozen);
    return own(register, uid, renamed ?? image) ?? renamed;
  };
  return { record, label, blank, known, finder, mentions, frozen, redact };
}

/** What would go and what would stay, told before it is done. */
export interface Foreseen {
  readonly label: string;
  /** Fields of the person that hold something, by name. */
  readonly fields: readonly string[];
  readonly images: number;
  readonly mentions: readonly Mention[];
  readonly perhaps: readonly { readonly code: string; readonly opens: number }[];
  /** Codes of reports that were handed over and name the person: kept anew without the name. */
  readonly reports: readonly string[];
  /** Evidence that names the person and whose day has not come. */
  readonly kept: readonly Kept[];
}

export function foreseeAnonymising(project: Project, id: number, options: AnonymiseOptions): Foreseen {
  const { record, label, blank, known, mentions, frozen, redact } = planOf(project, id, options);
  const isFilled = (value: unknown): boolean =>
    value !== null && value !== undefined && value !== label && !(Array.isArray(value) && value.length === 0);
  // What is called by the person's name will be called by the label.
  const quoting = new Set(idsQuoting(project.store, person, id));
  return {
    label,
    fields: Object.keys(blank).filter((name) => isFilled(record[name])),
    images: redactions(project.store, redact).length,
    mentions,
    perhaps: perhapsNaming(project, known, mentions, id).filter(({ opens }) => !quoting.has(opens)),
    reports: frozen.reports.map(({ code }) => code),
    kept: recordsToKeep(project, id),
  };
}

/** What the person is called, as far as is known: for looking on after it has been taken away. */
export function namesKnown(project: Project, id: number): readonly string[] {
  return planOf(project, id, { force: true, texts: false, names: [] }).known;
}

/** Texts that have the names, and records that may have them in another form. */
export function stillNaming(
  project: Project,
  id: number,
  names: readonly string[],
): Pick<Foreseen, 'label' | 'mentions' | 'perhaps'> {
  const { label, known, mentions } = planOf(project, id, { force: true, texts: false, names });
  return { label, mentions, perhaps: perhapsNaming(project, known, mentions, id) };
}

/** Finds the person by any word of the name: in filters and the like, which are kept beside the file. */
export function finderBeside(project: Project, id: number, names: readonly string[]): RegExp | null {
  return wordFinder(planOf(project, id, { force: true, texts: false, names }).known);
}

/**
 * Takes a person's name and contacts out of the record, its history, drafts and what is remembered of imported rows for
 * good. Counts stay: the record, its unit and what names it by reference do. Neither undo nor an as-of view brings
 * anything back. @throws UserError keep-until
 */
export function anonymise(project: Project, id: number, options: AnonymiseOptions): Anonymised {
  return carryOut(project, options, () => planOf(project, id, options));
}

/** The same in a file from before the person was in it: texts, drafts and reports may name them all the same. */
export function anonymiseNames(project: Project, label: string, options: AnonymiseOptions): Anonymised {
  const names = namesOfPerson(options.names);
  return carryOut(project, options, () => planFor(project, null, label, names, options.texts));
}

function carryOut(project: Project, options: AnonymiseOptions, look: () => Plan): Anonymised {
  const { store } = project;
  // Told by the step's hash: what stands in for an image is held to it.
  const redacted: string[] = [];
  const step: WriteOptions = {
    kind: 'anonymise',
    label: { verb: 'anonymise', redacted },
    get always() {
      return redacted.length > 0;
    },
  };
  const written = write(project, step, (unit) => {
    // Looked for in here: another window may have written until now, and what it wrote must neither be lost nor missed.
    const plan = look();
    const { record, label, blank, finder, mentions, frozen, redact } = plan;
    if (record !== null) {
      if (!options.force) refuseBefore(project, record);
      const { id, anonymised } = record;
      unit.putBack(id, anonymised === null ? { ...blank, anonymised: todayOf(project) } : blank);
      forgetRows(store, id);
    }
    if (options.texts && finder !== null)
      for (const { record: other, patch } of mentions) unit.putBack(other, replaced(patch, finder, label));
    frozen.replace();
    for (const report of frozen.reports)
      unit.putBack(report.id, renewed(project, unit.read(report.id), frozen, label));
    const found = erase(store, redactions(store, redact), nextSeq(store), () => project.randomness.bytes(16));
    redacted.splice(0, redacted.length, ...found);
    const drafts = redactDrafts(store, (owner, texts) => {
      if (owner !== null && owner === record?.id) return null;
      return finder === null ? texts : withTexts(texts, (text) => text.replaceAll(finder, label));
    });
    return { ...plan, drafts };
  });
  const { record, label, known, mentions, frozen, drafts } = written.result;
  return {
    label,
    step: written.step,
    images: redacted.length,
    drafts,
    mentions: mentions.map(({ code, field, opens }) => ({ code, field, opens })),
    perhaps: perhapsNaming(project, known, options.texts ? [] : mentions, record?.id ?? 0),
    reports: frozen.reports.map(({ code }) => code),
    swept: sweep(store),
  };
}

const words = { fi: 'anonymisoitu', en: 'anonymised' };

/** A report's new files, and a note of why they are not those that were handed over. */
function renewed(project: Project, record: AnyRecord, { renamed }: RefrozenReports, label: string): Image {
  const { notes, files } = record;
  const note = renewedNotes[projectLanguage(project.store)](todayOf(project), label);
  return { files: renamed(files), notes: typeof notes === 'string' ? `${notes}\n${note}` : note };
}

const renewedNotes = {
  fi: (day: string, label: string) =>
    `${day}: tiedostoissa on nimen tilalla ”${label}”; muu on niin kuin luovutettaessa.`,
  en: (day: string, label: string) =>
    `${day}: in the files “${label}” stands for a name; all else is as it was handed over.`,
};

/** A neutral label in the language of the project, told apart by the code. */
const labelOf = (project: Project, { code }: AnyRecord): string =>
  `${words[projectLanguage(project.store)]} ${code ?? ''}`.trim();

const blanked = (label: string): Image => ({
  ...Object.fromEntries(personalFields.map((name) => [name, person.fields[name]?.empty ?? null])),
  name: label,
});

/** Attendance and the like is evidence for the funder's auditors until a day that the funding decision sets. */
function refuseBefore(project: Project, { id, code, heading }: AnyRecord): void {
  const counts = recordsToKeep(project, id);
  if (counts.length === 0) return;
  const until =
    counts
      .map((one) => one.until)
      .toSorted()
      .at(-1) ?? '';
  throw new UserError('keep-until', { code: code ?? heading, until, counts });
}

/** What the person is or has been called, now and in history. */
function knownNames(
  project: Project,
  record: AnyRecord,
  label: string,
  more: readonly string[],
): readonly string[] {
  const earlier = changesOfRecord(project.store, record.uid).map(({ image }) => image);
  const images = [record, ...earlier].filter((image) => image !== null);
  const values = images.flatMap(({ name, email, phone }) => [name, email, phone]);
  return namesOfPerson([...values, ...more]).filter((name) => !name.includes(label) && !label.includes(name));
}

/** The person's own images lose what is personal; others the name, where that was asked for. */
function redactorOf(uid: string | null, blank: Image, finder: RegExp | null, label: string): Redact {
  return (register, recordUid, image) => {
    if (recordUid === uid) {
      const redacted = { ...image, ...blank };
      return JSON.stringify(redacted) === JSON.stringify(image) ? null : redacted;
    }
    const values = finder === null ? null : namingTexts(registerOf(register), image, finder);
    return values === null || finder === null ? null : { ...image, ...replaced(values, finder, label) };
  };
}
