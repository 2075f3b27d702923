/** A form out of a register's declaration: which fields, how a text is read, what is wrong. Pure but for what is read. */
import { messages, type Language } from '../../language/index.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import { formatDay } from '../../services/reading/days.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import { todayOf, type Project } from '../../services/project/project.ts';
import { shownIn } from '../../services/reading/shown.ts';
import { sentenceOf } from '../sentence.ts';
import { editing, type EditState } from '../../widgets/typing/text-editing.ts';

type Field = Definition['fields'][string];

export interface FormField {
  readonly name: string;
  readonly field: Field;
  readonly label: string;
  /** What it held when the form was opened, as written. */
  readonly initial: string;
}

export interface FormState {
  readonly texts: Readonly<Record<string, EditState>>;
  readonly focus: number;
  /** Sentences by field, from the last try to save; typing in a field takes its own away. */
  readonly problems: Readonly<Record<string, string>>;
}

export type FormEvent =
  | { readonly type: 'edit'; readonly name: string; readonly state: EditState }
  | { readonly type: 'focus'; readonly index: number }
  | { readonly type: 'problems'; readonly problems: FormState['problems']; readonly focus: number }
  | { readonly type: 'reset'; readonly state: FormState };

export function formReducer(state: FormState, event: FormEvent): FormState {
  switch (event.type) {
    case 'edit': {
      const { [event.name]: gone, ...problems } = state.problems;
      void gone;
      return { ...state, texts: { ...state.texts, [event.name]: event.state }, problems };
    }
    case 'focus':
      return { ...state, focus: event.index };
    case 'problems':
      return { ...state, problems: event.problems, focus: event.focus };
    case 'reset':
      return event.state;
    default:
      return state;
  }
}

/**
 * Own fields, and derived values that are set through a log; the parent of a part is given, not asked. Of a new record
 * what is told of it only afterwards stays out, unless the form begins with it.
 */
function fieldsOf(
  definition: Definition,
  isNew: boolean,
  preset: Readonly<Record<string, unknown>>,
  kept: Readonly<Record<string, string>>,
): [string, Field][] {
  const isGiven = (name: string): boolean => preset[name] !== undefined || kept[name] !== undefined;
  const own = Object.entries(definition.fields).filter(
    ([name, { internal, later }]) =>
      internal !== true &&
      !(name === definition.parent && preset[name] !== undefined) &&
      !(isNew && later === true && !isGiven(name)),
  );
  const logged = Object.entries(definition.derived ?? {}).flatMap(
    ([name, { field, through }]): [string, Field][] =>
      through !== undefined && 'log' in through ? [[name, field]] : [],
  );
  // What is judged stands right after what is asked first.
  const place = own.findIndex(([, field]) => field.required !== true);
  const at = place === -1 ? own.length : place;
  return [...own.slice(0, at), ...logged, ...own.slice(at)];
}

export function formFields(
  project: Project,
  definition: Definition,
  record: AnyRecord | null,
  preset: Readonly<Record<string, unknown>>,
  language: Language,
  /** What a draft holds, by field. */
  kept: Readonly<Record<string, string>> = {},
): FormField[] {
  const context = fieldContext(project, language);
  return fieldsOf(definition, record === null, preset, kept).map(([name, field]) => {
    const initial =
      record?.[name] ??
      preset[name] ??
      (record === null && field.initial !== undefined
        ? field.initial === 'today'
          ? todayOf(project)
          : field.check(field.initial)
        : field.empty);
    return {
      name,
      field,
      label: field.label[language],
      initial: field.write(initial ?? field.empty, context),
    };
  });
}

/** The cursor stands where there is something to write: after what the form was opened with. */
export function startForm(
  fields: readonly FormField[],
  texts: Readonly<Record<string, string>>,
  given: readonly string[] = [],
): FormState {
  const first = fields.findIndex(({ name, field }) => field.to === undefined || !given.includes(name));
  return {
    texts: Object.fromEntries(fields.map(({ name, initial }) => [name, editing(texts[name] ?? initial)])),
    focus: Math.max(0, first),
    problems: {},
  };
}

/** Texts that differ from what the form began with, by field. */
export function changedTexts(fields: readonly FormField[], state: FormState): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ name, initial }) => {
      const text = state.texts[name]?.text ?? '';
      return text === initial ? [] : [[name, text]];
    }),
  );
}

export type Read = { readonly value: unknown } | { readonly problem: string };

/** What a text means in its field, or why it can't be taken. */
export function readText(project: Project, { field }: FormField, text: string, language: Language): Read {
  if (text.trim() === '' && field.required === true)
    return { problem: messages(language).console.form.needed };
  try {
    return { value: field.read(text, fieldContext(project, language)) };
  } catch (error) {
    return { problem: sentenceOf(error, language).text };
  }
}

/** What is shown beside a field whose text means more than it says: `= ke 23.3.2022`, the heading behind a code. */
export function meaningOf(project: Project, one: FormField, text: string, language: Language): string | null {
  if (text.trim() === '') return null;
  const read = readText(project, one, text, language);
  if ('problem' in read) return null;
  const { field } = one;
  const shown =
    field.kind === 'day' && typeof read.value === 'string'
      ? formatDay(read.value, language, 'full')
      : shownIn(project, language).full(field, read.value);
  const telling = ['day', 'localTime', 'span', 'choice', 'reference', 'references', 'who', 'whos', 'rule'];
  return telling.includes(field.kind) && shown !== text.trim() ? `= ${shown}` : null;
}

export interface Checked {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: FormState['problems'];
}

/** Reads every field whose text was changed; a new record, also those that it begins with. */
export function checkForm(
  project: Project,
  fields: readonly FormField[],
  state: FormState,
  isNew: boolean,
  language: Language,
): Checked {
  const values: Record<string, unknown> = {};
  const problems: Record<string, string> = {};
  for (const one of fields) {
    const text = state.texts[one.name]?.text ?? '';
    if (text === one.initial && !(isNew && (text !== '' || one.field.required === true))) continue;
    const read = readText(project, one, text, language);
    if ('problem' in read) problems[one.name] = read.problem;
    else values[one.name] = read.value;
  }
  return { values, problems };
}

const isList = (kind: string): boolean => kind.endsWith('s') && kind !== 'tags';

/** What stands in the field, and of a list its last piece, where that is a name begun and no code. */
export function piecesOf(
  { field }: FormField,
  text: string,
): { readonly kept: readonly string[]; readonly begun: string } {
  const pieces = (isList(field.kind) ? text.split(',') : [text]).map((piece) => piece.trim());
  const last = pieces.at(-1) ?? '';
  const isWord = field.to === undefined; // one of a few words, chosen whole before
  const begun = isWord || /^\p{L}+-\d+(?:\.\d+)?$/u.test(last) ? '' : last;
  return { kept: (begun === '' ? pieces : pieces.slice(0, -1)).filter((piece) => piece !== ''), begun };
}

/** The field's text with a choice in it: in place of its text, or of the name that was begun after a list's other pieces. */
export function withChoice(one: FormField, text: string, choice: string): string {
  return isList(one.field.kind) ? [...piecesOf(one, text).kept, choice].join(', ') : choice;
}
