/** Names in cells that no record has as they stand: which ones are near, and what was answered for them. */
import { editDistance } from '../../domain/codes.ts';
import { wrongUsage } from '../../errors.ts';
import { registers } from '../../registers/index.ts';
import { findRecord } from '../reading/lookup.ts';
import type { Project } from '../project/project.ts';

/** What a name means that the file lacks: a record, or a new one. */
export type NameAnswer = { readonly record: number } | 'new';

export interface NearRecord {
  readonly id: number;
  readonly code: string;
  readonly heading: string;
}

/** A name that is to be asked. */
export interface UnknownName {
  readonly register: string;
  readonly text: string;
  /** Nearest first. */
  readonly near: readonly NearRecord[];
  /** A record can be made of its name alone. */
  readonly canCreate: boolean;
}

export const foldedName = (text: string): string =>
  text.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Key of an answer, whatever the spelling of blanks and capitals. */
export const nameKey = (register: string, text: string): string => `${register} ${foldedName(text)}`;

/** Words in order and without punctuation: `Virtanen, Maija` is `Maija Virtanen`. */
const sorted = (text: string): string =>
  foldedName(text)
    .replaceAll(/[^\p{L}\p{N} ]+/gu, ' ')
    .split(' ')
    .filter(Boolean)
    .toSorted()
    .join(' ');

const figures = (text: string): string => (text.match(/\d+/g) ?? []).join(' ');

/**
 * How far two names are from each other, in letters; null where they are different names. Other figures make another
 * name: ward 3 is not ward 4.
 */
export function nameDistance(one: string, other: string): number | null {
  if (figures(one) !== figures(other)) return null;
  const [first, second] = [sorted(one), sorted(other)];
  if (first === second) return 0;
  const short = Math.min(first.length, second.length);
  if (short >= 6 && (isAmong(first, second) || isAmong(second, first))) return 1;
  if (short < 4) return null;
  const distance = editDistance(first, second);
  return distance <= Math.max(1, Math.floor(short / 6)) ? distance : null;
}

/** Are all words of the one among those of the other? */
const isAmong = (few: string, many: string): boolean => {
  const words = new Set(many.split(' '));
  return few.split(' ').every((word) => words.has(word));
};

const mostNear = 5;

/** The records whose names are near, nearest first. */
export function nearNames(text: string, records: readonly NearRecord[]): NearRecord[] {
  return records
    .flatMap((record) => {
      const distance = nameDistance(text, record.heading);
      return distance === null ? [] : [{ record, distance }];
    })
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, mostNear)
    .map(({ record }) => record);
}

/**
 * `--name "Text=CODE"` or `--name "Text=new"`. What is to be new is so in whichever register it is looked for.
 * @throws UserError wrong-name, no-such-record
 */
export function readAnswers(project: Project, texts: readonly string[]): ReadonlyMap<string, NameAnswer> {
  return new Map(
    texts.flatMap((text): [string, NameAnswer][] => {
      const at = text.lastIndexOf('=');
      const [name, said] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
      if (at < 1 || said === '') throw wrongUsage('wrong-name', { text });
      if (said === 'new' || said === 'uusi') return registers.map((one) => [nameKey(one.name, name), 'new']);
      const { id, register } = findRecord(project, [], said);
      return [[nameKey(register, name), { record: id }]];
    }),
  );
}
