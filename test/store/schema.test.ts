import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { dataFolder } from '../../source/data-folder.ts';
import { isList } from '../../source/fields/index.ts';
import { registers } from '../../source/registers/index.ts';
import { applicationId } from '../../source/store/file/open.ts';
import { newestSchema } from '../../source/store/file/migrate.ts';
import { makeProject } from '../support/project.ts';
import type { AnyField } from '../../source/fields/index.ts';
import type { TestProject } from '../support/project.ts';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

interface ForeignKey {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

let project: TestProject;
const rows = <Row>(sql: string): Row[] => project.store.database.prepare<[], Row>(sql).all();
const columnsOf = (table: string): Column[] => rows<Column>(`PRAGMA table_info("${table}")`);
const keysOf = (table: string): ForeignKey[] => rows<ForeignKey>(`PRAGMA foreign_key_list("${table}")`);

beforeAll(() => {
  project = makeProject('schema', false);
});

const each = registers.map((definition) => [definition.name, definition] as const);

/** What a reference's column must point to: its one register, or any record. */
const targetOf = (field: AnyField): string => (field.to?.length === 1 ? (field.to[0] ?? '') : 'record');

describe('The table of each register', () => {
  test.each(each)('%s has a column for each field and stored value, and no other', (_, definition) => {
    const stored = Object.entries(definition.derived ?? {}).filter(([, { when }]) => when === 'stored');
    const expected = [
      'id',
      'removedStep',
      ...Object.keys(definition.fields),
      ...stored.map(([name]) => name),
    ];
    const columns = columnsOf(definition.name);
    expect(columns.map(({ name }) => name)).toEqual(expected);
    const byName = new Map(columns.map((column) => [column.name, column]));
    for (const [name, field] of Object.entries(definition.fields)) {
      const never = field.required === true || (isList(field) && field.kind !== 'data');
      expect([name, byName.get(name)?.type, byName.get(name)?.notnull]).toEqual([
        name,
        field.sqlType,
        never ? 1 : 0,
      ]);
    }
    for (const [name, { field }] of stored)
      expect([name, byName.get(name)?.type, byName.get(name)?.notnull]).toEqual([name, field.sqlType, 0]);
  });

  test.each(each)('%s has a foreign key for each reference', (_, definition) => {
    const expected = Object.entries(definition.fields)
      .filter(([, field]) => field.kind === 'reference')
      .map(([from, field]) => [from, targetOf(field), 'id']);
    const own = [['id', 'record', 'id'], ['removedStep', 'step', 'seq'], ...expected];
    const found = keysOf(definition.name).map(({ from, table, to }) => [from, table, to]);
    expect(new Set(found.map(String))).toEqual(new Set(own.map(String)));
    expect(found.length).toBe(own.length);
  });

  test.each(each)('%s refuses days and structures that can never be', (_, definition) => {
    const sql = String(
      rows<{ sql: string }>(`SELECT sql FROM sqlite_schema WHERE name = '${definition.name}'`)[0]?.sql,
    );
    const held = new Set(['day', 'rule', 'tags', 'references', 'whos', 'data']);
    const unheld = Object.entries(definition.fields)
      .filter(([, field]) => held.has(field.kind))
      .filter(([name]) => !new RegExp(`(?:^ +|, )"?${name}"? [^,]*CHECK`, 'mu').test(sql));
    expect(unheld.map(([name]) => name)).toEqual([]);
  });
});

describe('The file', () => {
  const tables = (): string[] =>
    rows<{ name: string; type: string }>('PRAGMA table_list')
      .filter(
        ({ name, type }) => type === 'table' && !name.startsWith('sqlite_') && !name.startsWith('search'),
      )
      .map(({ name }) => name);

  test('Has STRICT tables only', () => {
    const loose = rows<{ name: string; type: string; strict: number }>('PRAGMA table_list').filter(
      ({ name, type, strict }) => type === 'table' && strict === 0 && !name.startsWith('sqlite_'),
    );
    expect(loose).toEqual([]);
  });

  test('Has no table that is neither declared nor known', () => {
    const known = [
      'alias',
      'change',
      'counter',
      'draft',
      'due',
      'importColumns',
      'importName',
      'importRow',
      'link',
      'meta',
      'record',
      'redaction',
      'reportFile',
    ];
    const expected = [...known, 'lease', 'replica', 'step', ...registers.map(({ name }) => name)];
    expect(new Set(tables())).toEqual(new Set(expected));
  });

  test('Has an index that starts with each foreign key', () => {
    const missing: string[] = [];
    for (const table of tables()) {
      const indexed = new Set(
        rows<{ name: string }>(`PRAGMA index_list("${table}")`).map(
          ({ name }) => rows<{ seqno: number; name: string }>(`PRAGMA index_info("${name}")`)[0]?.name,
        ),
      );
      indexed.add(columnsOf(table)[0]?.name);
      // Nobody looks for what a step removed, erased or imported by the step's number.
      const without = new Set(['removedStep', 'step']);
      missing.push(
        ...keysOf(table)
          .filter(({ from }) => !indexed.has(from) && !without.has(from))
          .map(({ from }) => `${table}.${from}`),
      );
    }
    // Two tables of a few rows, of which no record is ever deleted.
    expect(new Set(missing)).toEqual(new Set(['alias.record', 'draft.record']));
  });

  test('Says that it is Luotsi’s, and how many migrations it has been through', () => {
    const files = readdirSync(join(dataFolder, 'migrations')).filter((name) => name.endsWith('.sql'));
    expect(files.map((name) => Number.parseInt(name, 10))).toEqual(files.map((_, index) => index + 1));
    expect(newestSchema).toBe(files.length);
    expect(rows('PRAGMA user_version')).toEqual([{ user_version: newestSchema }]);
    expect(rows('PRAGMA application_id')).toEqual([{ application_id: applicationId }]);
  });

  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['secure_delete', 1],
    ['trusted_schema', 0],
    ['busy_timeout', 5000],
  ])('Is opened with %s %s', (pragma, value) => {
    expect(project.store.database.pragma(pragma, { simple: true })).toBe(value);
  });

  test('Erases search text for good', () => {
    const config = rows<{ k: string; v: number }>('SELECT * FROM search_config');
    expect(config).toContainEqual({ k: 'secure-delete', v: 1 });
  });
});
