import { expect, it, test } from 'vitest';
import { atOnce } from '../../source/domain/long-work.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { mendingSearch, searchFor } from '../../source/services/reading/listing.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { rebuildingSearch } from '../../source/store/search/search-repair.ts';
import { searchRecords } from '../../source/store/search/search.ts';
import { makeProject } from '../support/project.ts';
import type { Project } from '../../source/services/project/project.ts';

/** A project with one risk whose search index has been damaged by `sql`, opened anew. */
function damaged(sql: string): Project {
  const project = makeProject();
  for (let number = 1; number <= 40; number += 1)
    addRecord(project, 'risk', { title: `Aikataulu venyy ${number}` });
  // SQLite guards the index's own tables; the damage stands for a disk that does not.
  project.store.database.unsafeMode(true);
  project.store.database.exec(sql);
  closeStore(project.store);
  return openProject(project.store.path);
}

test('A text that a damaged index has for a record that is only to come gives way to the record’s own', () => {
  const project = makeProject();
  const { store } = project;
  const next = Number(store.sql('SELECT max(id) + 1 AS id FROM record').get()?.['id']);
  store.sql("INSERT INTO search (rowid, title, body) VALUES (?, 'haamu', 'haamu')").run(next);
  const { result } = addRecord(project, 'action', { title: 'Tilaa kahvit' });
  expect(result).toBe(next);
  expect(searchRecords(store, 'haamu', 5)).toEqual([]);
  expect(searchRecords(store, 'kahvit', 5).map(({ id }) => id)).toEqual([next]);
});

test('A rebuild that is stopped leaves the index as it was', () => {
  const project = damaged('SELECT 1');
  const { store } = project;
  const work = rebuildingSearch(store);
  work.next();
  expect(() => work.throw(new Error('stop'))).toThrow('stop');
  expect(store.database.inTransaction).toBe(false);
  expect(searchFor(project, 'aikataulun', 100)).toHaveLength(40);
  closeStore(store);
});

const damages = [
  'DROP TABLE search',
  'DELETE FROM search_data WHERE id > 10',
  'UPDATE search_data SET block = zeroblob(20) WHERE id > 10',
  'DELETE FROM search_config',
];

it.each(damages)('a search finds after %s', (sql) => {
  const project = damaged(sql);
  expect(searchFor(project, 'aikataulun', 100)).toHaveLength(40);
  expect(project.store.database.pragma('integrity_check', { simple: true })).toBe('ok');
  closeStore(project.store);
});

it.each(damages)('a write is kept after %s', (sql) => {
  const project = damaged(sql);
  addRecord(project, 'risk', { title: 'Budjetti ylittyy' });
  expect(searchFor(project, 'budjetin', 5).map(({ code }) => code)).toEqual(['R-41']);
  closeStore(project.store);
});

test('Where people are shown how far it has come, a search leaves the rebuild to that and finds when it is done', () => {
  const project = damaged('DELETE FROM search_data WHERE id > 10');
  let asked = 0;
  const shown: Project = {
    ...project,
    mendSearch: () => {
      asked += 1;
    },
  };
  expect(searchFor(shown, 'aikataulun', 100)).toEqual([]);
  expect(searchFor(shown, 'aikataulun', 100)).toEqual([]);
  expect(asked).toBe(2);
  atOnce(mendingSearch(project));
  expect(searchFor(shown, 'aikataulun', 100)).toHaveLength(40);
  expect(asked).toBe(2);
  closeStore(project.store);
});
