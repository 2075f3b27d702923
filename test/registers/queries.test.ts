import { beforeAll, describe, expect, test } from 'vitest';
import { registers } from '../../source/registers/index.ts';
import { fieldContext } from '../../source/services/reading/lookup.ts';
import { addRecord } from '../../source/services/writing/records.ts';
import { countRecords, listRecords } from '../../source/store/records/list.ts';
import { fillProject, makeProject } from '../support/project.ts';
import { perform } from '../support/random-changes.ts';
import type { FilterOperator, FilterTerm } from '../../source/domain/filter.ts';
import type { AnyField } from '../../source/fields/index.ts';
import type { Definition } from '../../source/registers/index.ts';
import type { ListQuery } from '../../source/store/records/list.ts';
import type { TestProject } from '../support/project.ts';

const each = registers.map((definition) => [definition.name, definition] as const);

const all = (definition: Definition): (readonly [string, AnyField])[] => [
  ...Object.entries(definition.fields),
  ...Object.entries(definition.derived ?? {}).map(([name, { field }]) => [name, field] as const),
];

function example(field: AnyField): string {
  if (field.comparison === 'number') return '3';
  if (field.comparison === 'day') return '2022-03-09';
  return Object.keys(field.choices ?? {})[0] ?? 'Anna';
}

const operators: readonly FilterOperator[] = [':', '=', '!=', '<', '<=', '>', '>='];
const term = (field: string, operator: FilterOperator, values: string[], negated = false): FilterTerm => ({
  field,
  operator,
  values,
  negated,
});

let project: TestProject;

beforeAll(() => {
  project = makeProject();
  fillProject(project);
  for (const { name } of registers) {
    for (const seed of [1, 2, 3]) perform(project, { verb: 'add', register: name, pick: seed, seed });
  }
});

describe('Every register', () => {
  test.each(each)('%s is listed, counted and filtered by every field', (_, definition) => {
    const context = fieldContext(project, 'fi');
    const list = (terms: FilterTerm[]) => {
      const query: ListQuery = { filter: { terms, words: [], errors: [] } };
      const found = listRecords(project.store, definition, query, context).map(({ id }) => id);
      expect(countRecords(project.store, definition, query, context)).toBe(found.length);
      return found;
    };
    const everyId = list([]);
    expect(everyId.length).toBeGreaterThan(0);
    for (const [name, field] of [...all(definition), ['code', null] as const]) {
      const value = field === null ? 'R-1' : example(field);
      for (const operator of operators) {
        const found = list([term(name, operator, [value, value])]);
        const rest = list([term(name, operator, [value, value], true)]);
        expect(new Set([...found, ...rest])).toEqual(new Set(everyId));
        expect(found.length + rest.length).toBe(everyId.length);
      }
      if (field !== null) expect(list([term(name, ':', [])]).length).toBeLessThanOrEqual(everyId.length);
    }
  });

  test.each(each)('%s is sorted by every field, both ways, with nothing last', (_, definition) => {
    const context = fieldContext(project, 'fi');
    const list = (sort: string) => listRecords(project.store, definition, { sort: [sort] }, context);
    for (const name of ['code', ...all(definition).map(([field]) => field)]) {
      const [up, down] = [list(name), list(`-${name}`)];
      expect(new Set(up.map(({ id }) => id))).toEqual(new Set(down.map(({ id }) => id)));
      expect(up.length).toBe(down.length);
      if (name === 'code') continue;
      const blanks = (records: typeof up): boolean[] => records.map((record) => record[name] === null);
      expect(blanks(up)).toEqual(blanks(up).toSorted((one, other) => Number(one) - Number(other)));
      expect(blanks(down)).toEqual(blanks(down).toSorted((one, other) => Number(one) - Number(other)));
    }
  });

  test.each(each)('%s says in SQL that works when a record asks for nothing more', (_, definition) => {
    const { closed } = definition;
    const sql = `SELECT count(*) AS count FROM "${definition.name}" AS t WHERE ${closed ?? '0'}`;
    const statement = project.store.sql(sql);
    const found = sql.includes(':today') ? statement.get({ today: '2022-03-01' }) : statement.get();
    expect(found?.['count']).toBeTypeOf('number');
  });
});

describe('Lists', () => {
  test('Are cut to a window', () => {
    const own = makeProject();
    for (let nth = 1; nth <= 5; nth += 1) addRecord(own, 'risk', { title: `Riski ${nth}` });
    const context = fieldContext(own, 'fi');
    const definition = registers.find(({ name }) => name === 'risk');
    const codes = listRecords(
      own.store,
      definition ?? (registers[0] as Definition),
      { sort: ['-code'], limit: 2, offset: 1 },
      context,
    );
    expect(codes.map(({ code }) => code)).toEqual(['R-4', 'R-3']);
  });
});
