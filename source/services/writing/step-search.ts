/** The search text of what a step has changed. */
import { definitionOf, readRow } from '../../store/records/records.ts';
import { fewEnough, mergeWhole, takeOutLater } from '../../store/search/search-merge.ts';
import {
  addSearchText,
  changeText,
  idsQuoting,
  refillingSearch,
  textChangeOf,
  type TextChange,
} from '../../store/search/search-text.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Definition } from '../../registers/index.ts';
import type { Store } from '../../store/file/open.ts';

/** The records of a step by what becomes of their search text. */
export interface StepSearch {
  readonly changed: Map<number, Definition>;
  readonly added: Set<number>;
  readonly renamed: Map<number, Definition>;
  /** All search text is to be made anew. */
  isWhole: boolean;
}

/**
 * Search text of the changed records and of those that hold the heading of a renamed one. It is written last: FTS5
 * puts what it has gathered on disk at every later statement that needs a savepoint.
 */
export function* writeSearch(store: Store, search: StepSearch): Work<void> {
  if (search.isWhole) {
    yield* refillingSearch(store);
    return;
  }
  const all = everyText(store, search);
  const most = fewEnough(store);
  /** What is taken out one by one, if it stays few; null once it is more. */
  let few: TextChange[] | null = [];
  let done = 0;
  for (const [id, definition] of all) {
    const record = readRow(store, definition, id);
    const isNew = search.added.has(id);
    const change = record === null || isNew ? null : textChangeOf(store, definition, record);
    if (record !== null && isNew) addSearchText(store, definition, record);
    if (change !== null && few === null) changeText(store, change);
    else if (change !== null) few?.push(change);
    if (few !== null && few.length > most) {
      takeOutLater(store);
      for (const waiting of few) changeText(store, waiting);
      few = null;
    }
    done += 1;
    if (done % 100 === 0) yield { stage: 'search', done, total: all.size };
  }
  if (few === null) {
    yield { stage: 'search', done, total: all.size, undivided: true };
    mergeWhole(store);
  } else for (const change of few) changeText(store, change);
}

function everyText(store: Store, { changed, added, renamed }: StepSearch): Map<number, Definition> {
  const search = new Map(changed);
  for (const [id, definition] of renamed) {
    search.set(id, definition);
    if (added.has(id)) continue;
    for (const quoting of idsQuoting(store, definition, id))
      search.set(quoting, definitionOf(store, quoting));
  }
  return search;
}
