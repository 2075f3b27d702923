/** Pieces that the words of a quick line may be: each takes a phrase of a few words into a value, or leaves it. */
import { parseDay, parseLocalTime, parseSpan } from '../../domain/day-words/index.ts';
import { formatCode, parseCode } from '../../domain/codes.ts';
import { UserError } from '../../errors.ts';
import { identityByCode, isLive } from '../../store/records/records.ts';
import { fieldContext } from '../reading/lookup.ts';
import { fieldOfKind, referenceFields, settableFields, spanFields, whoField } from './quick-fields.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Language } from '../../language/language.ts';
import type { Definition } from '../../registers/index.ts';
import type { dayField } from './quick-fields.ts';
import type { Identity } from '../../store/records/records.ts';
import type { Project } from '../project/project.ts';

/** What has been understood so far. */
export interface Draft {
  readonly project: Project;
  readonly language: Language;
  readonly definition: Definition;
  readonly today: Day;
  /** The field that a day is for; asked of every few words that may be one. */
  readonly dayField: ReturnType<typeof dayField>;
  readonly values: Map<string, unknown>;
}

/** True where the phrase was taken into the draft's values. */
type Piece = (draft: Draft, phrase: string, words: number) => boolean;

function put({ values }: Draft, name: string | null, value: unknown): boolean {
  if (name === null || values.has(name)) return false;
  values.set(name, value);
  return true;
}

// V8 takes half a millisecond to make a pattern over all letters: a sign that must be there is looked for first.

const tag: Piece = ({ values, definition }, phrase) => {
  if (!/^[#+]/.test(phrase)) return false;
  const found = /^[#+](\p{L}[\p{L}\p{N}_-]*)$/u.exec(phrase)?.[1];
  if (found === undefined || definition.fields['tags'] === undefined) return false;
  const tags = (values.get('tags') as string[] | undefined) ?? [];
  values.set('tags', [...new Set([...tags, found.toLowerCase()])]);
  return true;
};

/** People whose name has a word that begins so; free text where nobody's or several people's does. */
function personCalled({ store }: Project, letters: string): number | string {
  const wanted = letters.toLowerCase();
  const rows = store
    .sql(
      `SELECT r.id, r.heading FROM person AS t JOIN record AS r ON r.id = t.id WHERE t.removedStep IS NULL`,
    )
    .all();
  const begins = rows.filter(({ heading }) =>
    String(heading)
      .toLowerCase()
      .split(/[\s-]+/)
      .some((word) => word.startsWith(wanted)),
  );
  const whole = rows.filter(({ heading }) => String(heading).toLowerCase().replace(/\s+/g, '') === wanted);
  const [only] = whole.length === 1 ? whole : begins;
  return only !== undefined && (whole.length === 1 || begins.length === 1) ? Number(only['id']) : letters;
}

const who: Piece = (draft, phrase) => {
  if (!phrase.startsWith('@')) return false;
  const letters = /^@(\p{L}[\p{L}\p{N}._-]*)$/u.exec(phrase)?.[1];
  const name = whoField(draft.definition);
  if (letters === undefined || name === null) return false;
  const person = personCalled(draft.project, letters);
  return put(draft, name, draft.definition.fields[name]?.kind === 'whos' ? [person] : person);
};

/** `p4 v5`, `t4`, `i5`: probability and impact, where the register has them. */
const rating: Piece = (draft, phrase) => {
  const found = /^(?:(p|t|tn)|(v|i))([1-5])$/iu.exec(phrase);
  if (found === null) return false;
  const name = found[1] === undefined ? 'impact' : 'probability';
  return draft.definition.derived?.[name]?.through !== undefined && put(draft, name, Number(found[3]));
};

/** `paikka:Teams`, `luokka:talous`: any field by its name or label, its value read as in a form. */
const named: Piece = (draft, phrase) => {
  if (!phrase.includes(':')) return false;
  const found = /^(\p{L}+):(\S.*)$/u.exec(phrase);
  if (found === null || /^[a-z]+:\/\//i.test(phrase)) return false;
  const [, word = '', text = ''] = found;
  const wanted = word.toLowerCase();
  const field = settableFields(draft.definition).find(([name, { label }]) =>
    [name, label.fi, label.en].some((one) => one.toLowerCase() === wanted),
  );
  if (field === undefined) return false;
  try {
    return put(draft, field[0], field[1].read(text, fieldContext(draft.project, draft.language)));
  } catch (error) {
    // What the field can't take stays a word of the sentence.
    if (error instanceof UserError) return false;
    throw error;
  }
};

const email: Piece = (draft, phrase) =>
  /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]{2,}$/.test(phrase) &&
  put(draft, fieldOfKind(draft.definition, 'email'), phrase);

const address: Piece = (draft, phrase) => {
  if (!/^https?:\/\/\S+$/i.test(phrase)) return false;
  if (put(draft, fieldOfKind(draft.definition, 'link'), phrase)) return true;
  return draft.definition.fields['attachments'] !== undefined && put(draft, 'attachments', [phrase]);
};

const phone: Piece = (draft, phrase) =>
  /^\+?\d[\d -]{5,18}\d$/.test(phrase) &&
  draft.definition.fields['phone'] !== undefined &&
  put(draft, 'phone', phrase);

const minutes: Piece = (draft, phrase) => {
  const found = /^(\d{1,4}) ?min\.?$/i.exec(phrase)?.[1];
  return (
    found !== undefined &&
    draft.definition.fields['minutes']?.kind === 'whole' &&
    put(draft, 'minutes', Number(found))
  );
};

const span: Piece = (draft, phrase) => {
  const fields = spanFields(draft.definition);
  if (fields === null || fields.some((name) => draft.values.has(name))) return false;
  // A lone year or number is a word of the sentence.
  if (!/\p{Pd}|\/|\.\.|vko|week/iu.test(phrase)) return false;
  const parsed = parseSpan(phrase, { today: draft.today });
  if (!parsed.ok || parsed.value.from === parsed.value.to) return false;
  draft.values.set(fields[0], parsed.value.from);
  draft.values.set(fields[1], parsed.value.to);
  return true;
};

const usualClock = '09:00';

export const day: Piece = (draft, phrase) => {
  const { dayField: field, today } = draft;
  if (field === null || draft.values.has(field.name)) return false;
  const isTime = field.field.kind === 'localTime';
  const parsed = isTime ? parseLocalTime(phrase, { today, clock: usualClock }) : parseDay(phrase, { today });
  return parsed.ok && put(draft, field.name, parsed.value);
};

/** The live record that a code names, typed with its dash. */
export function recordCalled({ store }: Project, word: string): Identity | null {
  const bare = word.replace(/^[(“”"]+|[.,;:!?)“”"]+$/gu, '');
  const code = /[-–]\d/.test(bare) && /^\p{L}{1,6}[-–]\d/u.test(bare) ? parseCode(bare) : null;
  const found = code === null ? null : identityByCode(store, formatCode(code));
  return found !== null && isLive(store, found.register, found.id) ? found : null;
}

/** Puts a record where the register has a place for it. */
export function putRecord(draft: Draft, { id, register }: Identity): boolean {
  return referenceFields(draft.definition, register).some((name) => {
    if (draft.definition.fields[name]?.kind === 'reference') return put(draft, name, id);
    const ids = (draft.values.get(name) as number[] | undefined) ?? [];
    draft.values.set(name, [...new Set([...ids, id])]);
    return true;
  });
}

const code: Piece = (draft, phrase) => {
  const record = recordCalled(draft.project, phrase);
  return record !== null && putRecord(draft, record);
};

export interface AskedPiece {
  readonly take: Piece;
  /** Words that it looks at, at most. */
  readonly most: number;
  /** Told by its look, wherever in the line it stands. */
  readonly anywhere?: boolean;
}

/** In the order in which they are asked. */
export const pieces: readonly AskedPiece[] = [
  { take: tag, most: 1, anywhere: true },
  { take: who, most: 1, anywhere: true },
  { take: rating, most: 1, anywhere: true },
  { take: email, most: 1, anywhere: true },
  { take: address, most: 1, anywhere: true },
  { take: named, most: 1, anywhere: true },
  { take: code, most: 1 },
  { take: minutes, most: 2 },
  { take: span, most: 4 },
  { take: phone, most: 4 },
  { take: day, most: 4 },
];
