/** Records as choices: by a few letters, in one register or in all. */
import { messages, type Language } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { overrideOf } from '../overrides.ts';
import { excerptOf } from '../../services/reading/excerpt.ts';
import { nameWithFigure } from '../../services/reading/latest-figure.ts';
import { asksForDay, listOf, searchFor } from '../../services/reading/listing.ts';
import type { Project } from '../../services/project/project.ts';
import type { Excerpt } from '../../services/reading/excerpt.ts';
import type { Choice } from '../../widgets/overlays/picker-state.ts';

const most = 40;

interface Found {
  readonly id: number;
  readonly code: string | null;
  readonly heading: string;
  readonly register: string;
}

export function choiceOf(project: Project, found: Found, language: Language): Choice<number> {
  const { id, code, register } = found;
  const called = register === 'indicator' ? nameWithFigure(project, found, language) : found.heading;
  return {
    value: id,
    label: code === null ? called : `${code.padEnd(7)} ${called}`,
    hint: registerOf(register).label.one[language],
  };
}

/** Of these registers, or of any that has codes when none is named; `recent` are ids of what was looked at lately. */
export function recordChoices(
  project: Project,
  registers: readonly string[],
  text: string,
  language: Language,
  recent: readonly number[] = [],
): readonly Choice<number>[] {
  if (text.trim() === '')
    return registers.flatMap((register) =>
      listOf(project, registerOf(register), { limit: most }, language).map((record) =>
        choiceOf(project, { ...record, register }, language),
      ),
    );
  const found = searchFor(project, text, most * 5, recent).filter(({ register, code }) =>
    registers.length === 0 ? code !== null : registers.includes(register),
  );
  // What is on a day stands by its hour.
  const ordered = asksForDay(project, text)
    ? found
    : found.toSorted((one, other) => rankOf(one, text) - rankOf(other, text));
  return ordered.slice(0, most).map((one, place) => ({
    ...choiceOf(project, one, language),
    excerpt: once(() => excerptOf(project, one, text)),
    ...(place === most - 1 && ordered.length > most && { more: messages(language).console.palette.more }),
  }));
}

/** Rows are drawn again and again, and most are never seen. */
function once(made: () => Excerpt | null): () => Excerpt | null {
  let known: Excerpt | null | undefined;
  return () => (known === undefined ? (known = made()) : known);
}

const letters = (text: string): string =>
  text
    .toLocaleLowerCase('fi')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** People, units and groups whose name begins so come first; what only tells of others comes last. */
function rankOf({ register, heading }: Found, text: string): number {
  const { found } = overrideOf(register);
  if (found === 'last') return 2;
  return found === 'first' && letters(heading).startsWith(letters(text)) ? 0 : 1;
}
