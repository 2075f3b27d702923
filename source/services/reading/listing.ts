import { dayAsked } from '../../domain/days/day-asked.ts';
import { atOnce } from '../../domain/long-work.ts';
import { parseFilter } from '../../domain/filter.ts';
import { numbersAsked } from '../../domain/people/phone-numbers.ts';
import { wrongUsage } from '../../errors.ts';
import { unknownField } from '../../registers/field-errors.ts';
import { nearest } from '../../domain/codes.ts';
import { fieldCalled } from '../../store/records/filter-sql.ts';
import { fillingSearch } from '../../store/as-of/search-then.ts';
import { countRecords, listRecords } from '../../store/records/list.ts';
import { isSearchDamage, rebuildingSearch, rebuildSearch } from '../../store/search/search-repair.ts';
import { idsFound, searchRecords } from '../../store/search/search.ts';
import { dayLookedFor } from './day-looked-for.ts';
import { foundByNumber } from './found-by-number.ts';
import { foundOnDay } from './found-on-day.ts';
import { fieldContext } from './lookup.ts';
import { todayOf } from '../project/project.ts';
import type { Filter } from '../../domain/filter.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Language } from '../../language/language.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Identity } from '../../store/records/records.ts';
import type { Project } from '../project/project.ts';

export type { Identity };

/** What to list, in the words of a person. */
export interface Listing {
  /** Filter words: `state:open level>=high free words`. */
  readonly where?: string;
  /** Fields by name or label, `-field` from high to low, with commas between. */
  readonly sort?: string;
  readonly limit?: number;
  readonly offset?: number;
  /** Only records whose `field` names a record of `register`: measures are actions that come from a risk. */
  readonly naming?: { readonly field: string; readonly register: string };
}

/** Live records that fit. @throws UserError unknown-field, wrong-… as the words deserve */
export function listOf(
  project: Project,
  definition: Definition,
  listing: Listing,
  language: Language,
): AnyRecord[] {
  const { limit, offset, where } = listing;
  readyAtOnce(project, definition, where);
  const query = { ...queryOf(definition, listing), limit, offset };
  return listRecords(project.store, definition, defined(query), fieldContext(project, language));
}

/**
 * As people look at what has an hour: what is coming, the next one first, then what has been, the latest first. Other
 * registers, and lists whose order is asked for, are as `listOf` has them.
 */
export function listNextFirst(
  project: Project,
  definition: Definition,
  listing: Listing,
  language: Language,
): AnyRecord[] {
  const name = (definition.list.sort[0] ?? '').replace(/^-/, '');
  const { where = '', sort, limit } = listing;
  if (sort !== undefined || definition.fields[name]?.kind !== 'localTime')
    return listOf(project, definition, listing, language);
  // What is wrong with the filter is told in the words that were typed, before any are added.
  filterOf(where);
  const part = (sign: string, order: string, most: number | undefined): AnyRecord[] =>
    listOf(
      project,
      definition,
      {
        ...listing,
        where: `${where} ${name}${sign}${todayOf(project)}`,
        sort: order,
        ...(most !== undefined && { limit: most }),
      },
      language,
    );
  const coming = part('>=', name, limit);
  const rest = limit === undefined ? undefined : limit - coming.length;
  return rest === 0 ? coming : [...coming, ...part('<', `-${name}`, rest)];
}

/** How many records fit, whatever the limit. */
export function countOf(
  project: Project,
  definition: Definition,
  listing: Listing,
  language: Language,
): number {
  readyAtOnce(project, definition, listing.where);
  const query = defined(queryOf(definition, listing));
  return countRecords(project.store, definition, query, fieldContext(project, language));
}

function queryOf(definition: Definition, { where = '', sort, naming }: Listing) {
  return { filter: filterOf(where), sort: sort === undefined ? undefined : sortOf(definition, sort), naming };
}

/** @throws UserError wrong-filter */
function filterOf(where: string): Filter | undefined {
  const filter = where.trim() === '' ? undefined : parseFilter(where);
  const unfinished = filter?.errors[0];
  if (unfinished !== undefined) throw wrongUsage('wrong-filter', { text: where, code: unfinished.code });
  return filter;
}

function sortOf(definition: Definition, sort: string): string[] {
  return sort.split(',').map((item) => {
    const word = item.trim();
    const name = word.replace(/^-/, '');
    const called = name === 'code' ? { name } : fieldCalled(definition, name);
    if (called === null) throw unknownField(definition, name);
    return word.startsWith('-') ? `-${called.name}` : called.name;
  });
}

/** Words that may have been meant, nearest first. */
export function nearestWords(word: string, words: readonly string[]): string[] {
  return nearest(word, [...new Set(words)]);
}

type Defined<T> = { [Name in keyof T]: Exclude<T[Name], undefined> };

/** Without the keys that hold nothing: `exactOptionalPropertyTypes` tells them from those that are not there. */
function defined<T extends object>(values: T): Partial<Defined<T>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Defined<T>
  >;
}

/** Is a day typed among the words? What is found then stands by the days' hours. */
export function asksForDay(project: Project, text: string): boolean {
  return dayLookedFor(text, todayOf(project)) !== null;
}

/**
 * By a few words; what is on a day that is typed among them comes before what has its figures, and who has the telephone
 * number that is typed, however it is grouped, before all else.
 */
function search(project: Project, text: string, limit: number, recent: readonly number[]): Identity[] {
  if (project.store.filling !== undefined) atOnce(readyToSearch(project, text, limit));
  const hits = searchRecords(project.store, text, limit, todayOf(project), recent);
  const first = foundOtherwise(project, text, limit);
  if (first.length === 0) return hits;
  return [...first, ...hits.filter(({ id }) => first.every((one) => one.id !== id))].slice(0, limit);
}

/** By a day or a telephone number that is typed. */
function foundOtherwise(project: Project, text: string, limit: number): Identity[] {
  const { store } = project;
  const asked = dayLookedFor(text, todayOf(project));
  if (asked !== null) return foundOnDay(store, asked, limit);
  const numbers = numbersAsked(text);
  return numbers.length === 0 ? [] : foundByNumber(store, numbers, limit);
}

/** Makes an as-of view ready for `searchFor` with these words, or for a list with this filter. */
export function readyToSearch(project: Project, text: string, limit: number): Work<void> {
  const { store } = project;
  const { rest } = dayLookedFor(text, todayOf(project)) ?? { rest: '' };
  return fillingSearch(store, [{ text, limit }, { text: rest }], () =>
    foundOtherwise(project, text, limit).map(({ id }) => id),
  );
}

/** The same for a list of the register with this filter; null where it has no words that the search text answers. */
export function readyToFilter(
  project: Project,
  { name: register }: Definition,
  where = '',
): Work<void> | null {
  const words = parseFilter(where).words.map(({ text }) => text);
  if (words.length === 0) return null;
  const today = todayOf(project);
  const sought = words.flatMap((text) => [text, dayAsked(text, today)?.rest ?? '']);
  return fillingSearch(
    project.store,
    sought.map((text) => ({ text, register })),
    () => [],
  );
}

/** How many records `searchFor` would find without a limit; where they are more than `most`, one more than that. */
export function countFound(project: Project, text: string, most: number): number {
  const beside = foundOtherwise(project, text, most + 1).map(({ id }) => id);
  return Math.min(most + 1, new Set([...idsFound(project.store, text, most + 1), ...beside]).size);
}

/** Who has not let people see how far it comes finds it ready all the same. */
function readyAtOnce(project: Project, definition: Definition, where: string | undefined): void {
  const work = project.store.filling === undefined ? null : readyToFilter(project, definition, where);
  if (work !== null) atOnce(work);
}

/**
 * Records of any register by a few words, the closest first; `recent` are ids of what was looked at lately. A search index
 * that is damaged is made anew first; where that is shown to people, nothing is found until it is done.
 */
export function searchFor(
  project: Project,
  text: string,
  limit: number,
  recent: readonly number[] = [],
): Identity[] {
  try {
    return search(project, text, limit, recent);
  } catch (error) {
    if (project.asOf !== null || !isSearchDamage(error)) throw error;
    if (project.mendSearch !== undefined) {
      project.mendSearch();
      return [];
    }
    rebuildSearch(project.store);
    return search(project, text, limit, recent);
  }
}

/** Makes a search index anew that was found damaged. */
export function mendingSearch({ store }: Project): Work<number> {
  return rebuildingSearch(store);
}
