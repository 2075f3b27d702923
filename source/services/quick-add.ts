import { parseDay } from '../domain/day-words/index.ts';
import { UserError } from '../errors.ts';
import { registerOf, registers } from '../registers/index.ts';
import { namesOf } from './lookup.ts';
import { todayOf } from './project.ts';
import { addRecord } from './records.ts';
import type { Day } from '../domain/day.ts';
import type { Definition } from '../registers/index.ts';
import type { Project } from './project.ts';

const usual = 'action';
const longestDay = 3;

/**
 * Adds a record from one line: `register: title day`, with any of the register's names; without one, an action. The
 * last words are a day where they clearly are one and the register has a field for it.
 */
export function quickAdd(project: Project, line: string): { register: string; id: number } {
  const { definition, text } = registerIn(line);
  const dayField = dayFieldOf(definition);
  const { title, day } = dayField === null ? { title: text, day: null } : dayIn(text, todayOf(project));
  const titleField = titleFieldOf(definition);
  if (titleField === null || title === '')
    throw new UserError('empty-field', { field: definition.label.one });
  const values = {
    [titleField]: title,
    ...(day === null || dayField === null ? {} : { [dayField]: day }),
  };
  return { register: definition.name, id: addRecord(project, definition.name, values).result };
}

function registerIn(line: string): { definition: Definition; text: string } {
  const match = /^\s*([\p{L} -]{2,40}?)\s*:\s*(.*)$/su.exec(line);
  const word = match?.[1]?.toLowerCase();
  const found =
    word === undefined
      ? undefined
      : registers.find((one) => one.code !== undefined && namesOf(one).includes(word));
  // A colon in plain words (“Palaveri: asialista”) is no register.
  return found === undefined
    ? { definition: registerOf(usual), text: line.trim() }
    : { definition: found, text: (match?.[2] ?? '').trim() };
}

/** The field that takes the words: the first required text. */
function titleFieldOf(definition: Definition): string | null {
  const fields = Object.entries(definition.fields);
  const textual = fields.filter(([, { kind }]) => kind === 'text' || kind === 'longText');
  return (textual.find(([, { required }]) => required === true) ?? textual[0])?.[0] ?? null;
}

/** The field that a day at the end is for: the one by which the record falls due, else its own day. */
function dayFieldOf(definition: Definition): string | null {
  const due = definition.due?.map(({ day }) => /^t\.(\w+)$/.exec(day)?.[1]) ?? [];
  const names = [...due, 'day'].filter((name) => name !== undefined);
  return (
    names.find(
      (name) => definition.fields[name]?.kind === 'day' && definition.fields[name].initial === undefined,
    ) ??
    names.find((name) => definition.fields[name]?.kind === 'day') ??
    null
  );
}

/** A title and the day at its end, where its last words clearly are one. */
export function titleAndDay(project: Project, text: string): { title: string; day: Day | null } {
  return dayIn(text.trim(), todayOf(project));
}

/** A lone small word (“ma”, “su”) may be a word of the sentence: only a day at the very end counts. */
function dayIn(text: string, today: Day): { title: string; day: Day | null } {
  const words = text.split(/\s+/);
  for (let count = Math.min(longestDay, words.length - 1); count > 0; count -= 1) {
    const parsed = parseDay(words.slice(-count).join(' '), { today });
    if (parsed.ok) return { title: words.slice(0, -count).join(' '), day: parsed.value };
  }
  return { title: text, day: null };
}
