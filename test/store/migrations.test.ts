import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { atOnce } from '../../source/domain/long-work.ts';
import { anonymiseCopies } from '../../source/services/safety/anonymise-copies.ts';
import { copyPlace } from '../../source/services/safety/copies.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { examineProject } from '../../source/services/safety/doctor.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { newestSchema, schemaOf } from '../../source/store/file/migrate.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { newPath } from '../support/project.ts';

/** Files of each released form, as that release left them: the sample project up to 1.3.2022. */
const forms = fileURLToPath(new URL('../fixtures/forms', import.meta.url));
const formOf = (file: string): number => Number.parseInt(file, 10);

/** A copy of a form's file, to be opened. */
function fileOf(fixture: string): string {
  const path = newPath(`form-${formOf(fixture)}`);
  writeFileSync(path, gunzipSync(readFileSync(join(forms, fixture))));
  return path;
}

/** The last step that a person took. */
function newestStep(path: string): number {
  const database = new Database(path, { readonly: true });
  const seq = database.prepare("SELECT max(seq) FROM step WHERE kind = 'user'").pluck().get();
  database.close();
  return Number(seq);
}

/** Every row of the journal as it lies in the file. */
function journalOf(path: string): unknown[] {
  const database = new Database(path, { readonly: true });
  const rows = ['step', 'change'].map((table) => database.prepare(`SELECT * FROM "${table}"`).all());
  database.close();
  return rows;
}

describe('Files of earlier forms', () => {
  const fixtures = readdirSync(forms);

  test('Are kept for each form but the newest', () => {
    expect(fixtures.map(formOf)).toEqual(Array.from({ length: newestSchema - 1 }, (_, index) => index + 1));
  });

  test.each(fixtures)('%s comes forward whole, its journal as it was, and can be undone', (fixture) => {
    const path = fileOf(fixture);
    const before = journalOf(path);
    const project = openProject(path, { clock: '2022-03-02T09:00:00.000Z' });
    expect(schemaOf(project.store)).toBe(newestSchema);
    expect(examineProject(project, false).findings.filter(({ count }) => count > 0)).toEqual([]);
    expect(journalOf(path)).toEqual(before);
    expect(undo(project, newestStep(path)).codes.length).toBeGreaterThan(0);
    expect(examineProject(project, false).sound).toBe(true);
    closeStore(project.store);
  });

  test.each(fixtures)(
    '%s among the copies loses who is anonymised, and leaves nothing beside it',
    (fixture) => {
      const place = copyPlace(newPath('data'), null, newPath('project'), () => null);
      const path = join(place.folder, '2022-03-01-120000-1-own.luotsi');
      mkdirSync(place.folder, { recursive: true });
      renameSync(fileOf(fixture), path);
      const old = new Database(path, { readonly: true });
      const uid = String(
        old.prepare("SELECT uid FROM record WHERE register = 'person' LIMIT 1").pluck().get(),
      );
      old.close();
      const options = { force: true, texts: true, names: [] };
      const work = anonymiseCopies(place, { uid, label: 'anonymisoitu H-1' }, options, {});
      expect(atOnce(work)).toEqual({ cleared: 1, left: [] });
      expect(readdirSync(place.folder)).toEqual([basename(path)]);
    },
  );
});
