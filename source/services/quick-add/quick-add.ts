/**
 * A record from one line of plain words: `register: title, then days, people, codes and tags in any order`. What is
 * understood can be shown before it is kept; what is not stays in the title. Nothing that was typed is ever lost.
 */
import { dayAtEnd, hourAtEnd, noSuchDay } from '../../domain/day-words/index.ts';
import { everySummary, registerOf } from '../../registers/index.ts';
import { outwardValue } from '../reading/outward.ts';
import { namesOf } from '../reading/lookup.ts';
import { day as dayPiece, pieces, putRecord, recordCalled } from './quick-pieces.ts';
import { dayField, requiredReferences, settableFields, titleField } from './quick-fields.ts';
import { todayOf } from '../project/project.ts';
import { addAsked } from '../writing/records.ts';
import { shownIn } from '../reading/shown.ts';
import type { NoDay } from '../../domain/day-words/index.ts';
import type { Day } from '../../domain/days/day.ts';
import type { AnyField } from '../../fields/index.ts';
import type { Label, Language } from '../../language/language.ts';
import type { Definition, Summary } from '../../registers/index.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Project } from '../project/project.ts';
import type { AskedPiece, Draft } from './quick-pieces.ts';
import type { Written } from '../writing/write.ts';

const usual = 'action';
const longestPhrase = 4;

/** What a line means. */
export interface Understood {
  readonly definition: Definition;
  readonly values: Values;
  /** The words of the title, as they are left. */
  readonly title: string;
  /** Pieces of the line that became values, as they were typed. */
  readonly taken: readonly string[];
  /** Fields that a record of the register needs and the line does not give. */
  readonly missing: readonly Label[];
  /** Words that were meant for a day and are none: they stay in the title. */
  readonly noDay: NoDay | null;
}

/** The registers that a line can become a record of: those with codes, but for the project itself. */
export function quickRegisters(): Summary[] {
  return everySummary.filter(({ isCoded, name }) => isCoded && name !== 'project');
}

/** Reads the line; never throws, whatever it holds. */
export function understand(project: Project, line: string, language: Language): Understood {
  const { definition, text } = registerIn(line);
  return understandAs(project, definition, text, language);
}

/** The same where the register is known. */
export function understandAs(
  project: Project,
  definition: Definition,
  text: string,
  language: Language,
): Understood {
  const today = todayOf(project);
  const draft: Draft = {
    project,
    language,
    definition,
    today,
    dayField: dayField(definition),
    values: new Map(),
  };
  const field = titleField(definition);
  const isProse = field !== null && definition.fields[field]?.kind === 'longText';
  // Prose is kept as it was written: the codes in it are linked, the rest is left alone.
  const { words, taken } = isProse
    ? { words: [text.trim()], taken: [] }
    : peeled(draft, wordsOf(text), field);
  for (const word of isProse ? wordsOf(text) : words) {
    const record = recordCalled(project, word);
    if (record !== null) putRecord(draft, record);
  }
  const left = isProse ? words : placeNames(draft, words, taken);
  fillOnly(draft);
  const title = left.join(' ');
  if (title !== '') draft.values.set(field ?? 'notes', title);
  const noDay = isProse || draft.dayField === null ? null : noSuchDay(words, today);
  return {
    definition,
    values: Object.fromEntries(draft.values),
    title,
    taken,
    missing: missingOf(draft),
    noDay,
  };
}

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

function registerIn(line: string): { definition: Definition; text: string } {
  const match = line.includes(':') ? /^\s*([\p{L} -]{1,40}?)\s*:\s*(.*)$/su.exec(line) : null;
  const word = match?.[1]?.toLowerCase();
  const found = word === undefined ? undefined : quickRegisters().find((one) => namesOf(one).includes(word));
  // A colon in plain words (“Palaveri: asialista”) is no register.
  return found === undefined
    ? { definition: registerOf(usual), text: line }
    : { definition: registerOf(found.name), text: match?.[2] ?? '' };
}

/** Takes pieces off the end for as long as they are understood, a code off the front, and from anywhere what tells itself. */
function peeled(draft: Draft, words: readonly string[], title: string | null) {
  // A record that needs a title keeps a word for it: “pe” alone is no day.
  const least = title !== null && draft.definition.fields[title]?.required === true ? 1 : 0;
  const left = [...words];
  const taken: string[] = [];
  const takeAt = (at: number, count: number, asked: readonly AskedPiece[]): boolean => {
    const phrase = left.slice(at, at + count).join(' ');
    const understood = asked.some(({ take, most }) => count <= most && take(draft, phrase, count));
    if (understood) taken.push(...left.splice(at, count));
    return understood;
  };
  const takeLast = (): boolean => {
    for (let count = Math.min(longestPhrase, left.length - least); count > 0; count -= 1)
      if (takeAt(left.length - count, count, pieces)) return true;
    return false;
  };
  // Where a day alone is kept, the hour after it stays in the title.
  const takeBeforeHour = (): void => {
    const end = left.length - hourAtEnd(left);
    if (end === left.length || draft.dayField?.field.kind !== 'day') return;
    for (let count = Math.min(longestPhrase, end - least); count > 0; count -= 1)
      if (takeAt(end - count, count, days)) return;
  };
  while (takeLast());
  for (let at = left.length - 1; at >= 0 && left.length > least; at -= 1) takeAt(at, 1, toldAnywhere);
  while (takeLast());
  takeBeforeHour();
  const [first] = left;
  const record = left.length > least && first !== undefined ? recordCalled(draft.project, first) : null;
  if (record !== null && putRecord(draft, record)) taken.push(...left.splice(0, 1));
  return { words: left, taken };
}

const days = pieces.filter(({ take }) => take === dayPiece);
const toldAnywhere = pieces.filter(({ anywhere }) => anywhere === true);

/** The records of required references by the words that name them: `jäsen: Anna Aalto ohjausryhmä`. */
function placeNames(draft: Draft, words: readonly string[], taken: string[]): string[] {
  const left = [...words];
  // A name that is written whole is sure, however another record's begins.
  for (const isWhole of [true, false]) {
    for (const [name, field] of requiredReferences(draft.definition)) {
      const found = draft.values.has(name) ? null : namedRun(draft, field, left, isWhole);
      if (found === null) continue;
      draft.values.set(name, found.id);
      taken.push(...left.splice(found.at, found.count));
    }
  }
  return left;
}

interface NamedRow {
  readonly id: number;
  readonly names: readonly string[];
}

/** Live records by what they are called: their code, and their heading. */
function namesIn(project: Project, registersNamed: readonly string[]): NamedRow[] {
  return registersNamed.flatMap((register) =>
    project.store
      .sql(
        `SELECT r.id, r.heading, r.code FROM "${register}" AS t JOIN record AS r ON r.id = t.id WHERE t.removedStep IS NULL`,
      )
      .all()
      .map(({ id, heading, code }) => ({
        id: Number(id),
        names: [String(heading).toLowerCase(), String(code).toLowerCase()],
      })),
  );
}

/** The longest run of words that names one live record of the field's registers, whole or by its beginning. */
function namedRun({ project }: Draft, { to = [] }: AnyField, words: readonly string[], isWhole: boolean) {
  const rows = namesIn(project, to);
  for (let count = Math.min(longestPhrase, words.length); count > 0; count -= 1) {
    for (let at = 0; at + count <= words.length; at += 1) {
      const phrase = words
        .slice(at, at + count)
        .join(' ')
        .toLowerCase();
      const fits = (name: string): boolean =>
        isWhole ? name === phrase : phrase.length > 2 && name.startsWith(phrase);
      const fitting = rows.filter(({ names }) => names.some(fits));
      const [only] = fitting;
      if (only !== undefined && fitting.length === 1) return { id: only.id, at, count };
    }
  }
  return null;
}

/** A title and the day at its end, where its last words clearly are one: a lone small word (“ma”, “su”) may be a word of the sentence. */
export function titleAndDay(project: Project, text: string): { title: string; day: Day | null } {
  const { words, day } = dayAtEnd(wordsOf(text), todayOf(project));
  return { title: words.join(' '), day };
}

/** Where there is only one record that can be meant, it is. */
function fillOnly({ project, definition, values }: Draft): void {
  for (const [name, { to = [] }] of requiredReferences(definition)) {
    const [register, ...others] = to;
    if (values.has(name) || register === undefined || others.length > 0) continue;
    const rows = project.store.sql(`SELECT id FROM "${register}" WHERE removedStep IS NULL LIMIT 2`).all();
    if (rows.length === 1) values.set(name, Number(rows[0]?.['id']));
  }
}

function missingOf({ definition, values }: Draft): Label[] {
  return Object.entries(definition.fields)
    .filter(
      ([name, { required, initial }]) => required === true && initial === undefined && !values.has(name),
    )
    .map(([, { label }]) => label);
}

/** Field by field what was understood, in the order of the declaration. */
export function factsOf(project: Project, { definition, values }: Understood, language: Language) {
  const shown = shownIn(project, language);
  return settableFields(definition).flatMap(([name, field]) =>
    values[name] === undefined
      ? []
      : [{ name, label: field.label[language], value: shown.full(field, values[name]) }],
  );
}

/** The values as scripts read them: references as codes. */
export function jsonValues(project: Project, { definition, values }: Understood): Record<string, unknown> {
  return Object.fromEntries(
    settableFields(definition)
      .filter(([name]) => values[name] !== undefined)
      .map(([name, field]) => [name, outwardValue(project, field, values[name])]),
  );
}

/** Keeps what was understood. @throws UserError missing-field, and what the values deserve */
export function keep(
  project: Project,
  { definition, values }: Understood,
  language: Language,
): Written<number> {
  return addAsked(project, definition.name, values, language);
}
