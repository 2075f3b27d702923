import { atOnce } from '../../source/domain/long-work.ts';
import { registers } from '../../source/registers/index.ts';
import { readyToSearch, searchFor } from '../../source/services/reading/listing.ts';
import { openProjectAsOf } from '../../source/services/project/project-file.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { decode, quoted } from '../../source/store/records/columns.ts';
import { isSearchable, writeSearchText } from '../../source/store/search/search-text.ts';
import type { Day } from '../../source/domain/days/day.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { Store } from '../../source/store/file/open.ts';

/** Makes the search text of an as-of view anew, of every record: slow, and beyond doubt. */
function fillEveryText(store: Store): void {
  const { database } = store;
  const searchable = registers.filter(isSearchable);
  // Asked for before the view is opened to writing: what they name is filled, and closes it again.
  const rows = searchable.map((definition) =>
    store
      .sql(`SELECT t.*, r.uid, r.code, r.version, r.heading FROM ${quoted(definition.name)} AS t
        JOIN record AS r ON r.id = t.id WHERE t.removedStep IS NULL`)
      .all()
      .map((row) => decode(definition, row)),
  );
  const sql = store.sql(`SELECT sql FROM main.sqlite_schema WHERE name = 'search'`).get()?.['sql'];
  store.sql('SELECT id FROM record LIMIT 1').get();
  database.pragma('query_only = OFF');
  database.transaction(() => {
    database.exec(String(sql).replace('VIRTUAL TABLE search', 'VIRTUAL TABLE temp.search'));
    database.exec('CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(temp, search, row)');
    for (const [index, definition] of searchable.entries())
      for (const record of rows[index] ?? []) writeSearchText(store, definition, record);
  })();
  database.pragma('query_only = ON');
}

/** The project as of a day, with every text of it. */
export function viewWithTexts(project: Project, day: Day): Project {
  const view = openProjectAsOf(project, day);
  fillEveryText(view.store);
  // Nothing is left to be filled, and no search is to think so.
  const { filling, ...store } = view.store;
  void filling;
  return { ...view, store };
}

/** What a look-up as of a day finds, as the command does it: by what they are called, in the order in which they are shown. */
export function foundThen(project: Project, day: Day, text: string, limit = 5): string[] {
  const view = openProjectAsOf(project, day);
  atOnce(readyToSearch(view, text, limit));
  const found = searchFor(view, text, limit).map(({ heading }) => heading);
  closeStore(view.store);
  return found;
}
