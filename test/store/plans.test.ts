import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { registerOf, registers } from '../../source/registers/index.ts';
import { calendarOf } from '../../source/services/reading/calendar.ts';
import { countOf, listNextFirst, listOf } from '../../source/services/reading/listing.ts';
import { fieldContext } from '../../source/services/reading/lookup.ts';
import { overviewOf } from '../../source/services/project/overview.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { recordView } from '../../source/services/reading/record-view.ts';
import { todayView } from '../../source/services/reading/today.ts';
import { isAnonymisedSince } from '../../source/services/safety/anonymise-log.ts';
import { canUndo } from '../../source/services/writing/can-undo.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { write } from '../../source/services/writing/write.ts';
import { countRecords, listRecords } from '../../source/store/records/list.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { identityByCode } from '../../source/store/records/records.ts';
import { searchRecords } from '../../source/store/search/search.ts';
import { makeProject } from '../bench/generate.ts';
import { makeProject as testProject, newPath } from '../support/project.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { Store } from '../../source/store/file/open.ts';

/** A table with fewer rows is read whole as quickly as by an index. */
const few = 80;

function growing({ store }: Project): Set<string> {
  const tables = [...registers.map(({ name }) => name), 'record', 'change', 'step', 'due', 'link'];
  return new Set(
    tables.filter(
      (table) => Number(store.sql(`SELECT count(*) AS count FROM "${table}"`).get()?.['count']) > few,
    ),
  );
}

/** The statements that some work asks for, by their text. */
function statementsOf(project: Project, work: (watched: Project) => void): string[] {
  const texts = new Set<string>();
  const { sql } = project.store;
  const store: Store = {
    ...project.store,
    sql: (text) => {
      texts.add(text);
      return sql(text);
    },
  };
  work({ ...project, store });
  return [...texts];
}

/**
 * What is read from end to end though a plan doesn't say SCAN: all that is live, where the window's own table `t` is not meant,
 * and what an index is made of for one statement.
 */
const wholeBeside =
  /^SEARCH (?!t )(\w+) USING (?:.*AUTOMATIC .*|(?:COVERING )?INDEX \w+ \(removedStep=\?\))$/;

function stepsOf({ database }: Store, text: string): { detail: string }[] {
  const known = text.replace(/(?<=[\s(,=<>+])(?::\w+|\?)/g, '1');
  return database.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${known}`).all();
}

const planOf = ({ store }: Project, text: string): string =>
  stepsOf(store, text)
    .map(({ detail }) => detail)
    .join('\n');

/** SQLite plans a statement anew each time that a bare limit is bound to another number; the plus keeps it from that. */
const plannedAnew = (text: string): boolean => /(?:LIMIT|OFFSET) [:?]/.test(text);

/** Tables that grow and are read from end to end, by the statement that does so. */
function fullScans(project: Project, texts: readonly string[]): string[] {
  const { store } = project;
  const large = growing(project);
  return texts.flatMap((text) => {
    const plan = stepsOf(store, text);
    const names = new Map(
      [...text.matchAll(/(?:FROM|JOIN)\s+"?(\w+)"?(?:\s+AS\s+(\w+))?/g)].map(([, table = '', alias]) => [
        alias ?? table,
        table,
      ]),
    );
    return plan.flatMap(({ detail }) => {
      const scanned = (/^SCAN (\w+)(?: |$)(?!VIRTUAL)/.exec(detail) ?? wholeBeside.exec(detail))?.[1];
      const table = scanned === undefined ? undefined : names.get(scanned);
      return table !== undefined && large.has(table) ? [`${detail}: ${text.replace(/\s+/g, ' ')}`] : [];
    });
  });
}

describe('What a write does not ask for', () => {
  /** The place of the first statement of the kind, in the order in which they were asked for. */
  const placeOf = (texts: readonly string[], kind: RegExp): number =>
    texts.findIndex((text) => kind.test(text));
  let project: Project;
  let action: number;
  beforeAll(() => {
    project = testProject();
    action = addRecord(project, 'action', { title: 'Tilaa kahvit', notes: 'kermaa' }).result;
  });
  afterAll(() => closeStore(project.store));

  // No plan tells of it: of what names a step that is not there, SQLite reads every table that can name one.
  test('No row names a step before the step is there', () => {
    for (const work of [
      (watched: Project) => addRecord(watched, 'action', { title: 'Toinen' }),
      (watched: Project) => changeRecord(watched, action, { state: 'done', doneOn: '2022-03-01' }),
    ]) {
      const texts = statementsOf(project, work);
      expect(placeOf(texts, /^INSERT INTO step /)).toBeGreaterThan(-1);
      expect(placeOf(texts, /^INSERT INTO change /)).toBeGreaterThan(placeOf(texts, /^INSERT INTO step /));
    }
  });

  test('Search text that stays as it is is not written anew', () => {
    const state = statementsOf(project, (watched) => changeRecord(watched, action, { state: 'open' }));
    expect(placeOf(state, /^(DELETE FROM|INSERT INTO) search /)).toBe(-1);
    const notes = statementsOf(project, (watched) => changeRecord(watched, action, { notes: 'maitoa' }));
    expect(placeOf(notes, /^DELETE FROM search /)).toBeGreaterThan(-1);
    expect(searchRecords(project.store, 'kermaa', 5, '2022-03-01')).toEqual([]);
    expect(searchRecords(project.store, 'maitoa', 5, '2022-03-01')).toHaveLength(1);
  });

  test('Units are not read through for each person whose days are worked out', () => {
    write(project, { kind: 'user', label: { verb: 'add', register: 'unit' } }, (unit) => {
      for (let number = 0; number <= few; number += 1) unit.add('unit', { name: `Yksikkö ${number}` });
    });
    const texts = statementsOf(project, (watched) => addRecord(watched, 'person', { name: 'Oili Ojala' }));
    expect(fullScans(project, texts)).toEqual([]);
  });

  test('Units are not read through for another one of the same name', () => {
    write(project, { kind: 'user', label: { verb: 'add', register: 'unit' } }, (unit) => {
      for (let number = 0; number <= few; number += 1)
        unit.add('unit', { name: `Äänekosken asema ${number}` });
    });
    const texts = statementsOf(project, (watched) =>
      addRecord(watched, 'unit', { name: 'ÄÄNEKOSKEN ASEMA 7' }),
    );
    expect(texts.filter((text) => text.includes('search MATCH'))).toHaveLength(1);
    expect(fullScans(project, texts)).toEqual([]);
  });

  test('Headings that nothing of its kind is named by are not looked for', () => {
    const texts = statementsOf(project, (watched) => changeRecord(watched, action, { title: 'Tilaa teet' }));
    expect(texts.filter((text) => text.includes('"supervisor" = +?'))).toEqual([]);
  });
});

test('Measures are listed and counted by what they come from, and not by asking each action', () => {
  const project = testProject();
  const naming = { field: 'source', register: 'risk' };
  const texts = statementsOf(project, (watched) => {
    listOf(watched, registerOf('action'), { naming, limit: 40 }, 'fi');
    countOf(watched, registerOf('action'), { naming }, 'fi');
  }).filter((text) => text.includes('FROM "risk"'));
  expect(texts).toHaveLength(2);
  for (const text of texts) expect(planOf(project, text)).toMatch(/USING (COVERING )?INDEX action_source/);
  closeStore(project.store);
});

test('What a filter counts is not looked for row by row in the order of the list, unless the filter is about that', () => {
  const project = testProject();
  const planFor = (where: string): string => {
    const text = statementsOf(
      project,
      (watched) => void countOf(watched, registerOf('action'), { where }, 'fi'),
    ).find((one) => one.includes('count(*)'));
    return planOf(project, text ?? '');
  };
  expect(planFor('state:open')).toBe('SCAN t USING COVERING INDEX action_source');
  expect(planFor('due<+14d')).toMatch(/^SEARCH t USING COVERING INDEX action_order/);
  closeStore(project.store);
});

/** Makes SQLite plan as for so many times the records: it goes by what it once counted, not by what is there. */
function timesAsMany({ database }: Store, factor: number): void {
  const more = (text: unknown): string =>
    String(text).replace(/\d+/g, (number) => String(number === '1' ? 1 : Number(number) * factor));
  for (const { id, stat } of database.prepare<[], Row>('SELECT rowid AS id, stat FROM sqlite_stat1').all())
    database.prepare('UPDATE sqlite_stat1 SET stat = ? WHERE rowid = ?').run(more(stat), id);
  const samples = database.prepare<[], Row>('SELECT rowid AS id, neq, nlt, ndlt FROM sqlite_stat4').all();
  for (const { id, neq, nlt, ndlt } of samples)
    database
      .prepare('UPDATE sqlite_stat4 SET neq = ?, nlt = ?, ndlt = ? WHERE rowid = ?')
      .run(more(neq), more(nlt), more(ndlt), id);
}
type Row = Record<string, unknown>;

describe.each([
  ['with statistics', ({ database }: Store) => void database.exec('ANALYZE')],
  [
    'with statistics of a hundred thousand records',
    (store: Store) => {
      store.database.exec('ANALYZE');
      timesAsMany(store, 34);
    },
  ],
  ['without statistics, as files are', (): void => {}],
])('No table that grows is read whole, %s', (_, count) => {
  let project: Project;
  beforeAll(() => {
    const file = newPath('plans');
    makeProject(file, { records: 3000, changes: 4000, inStep: 20 });
    project = openProject(file, {});
    count(project.store);
    // Statistics are read when a file is opened.
    closeStore(project.store);
    project = openProject(file, {});
  });
  afterAll(() => closeStore(project.store));

  const expectNoScans = (work: (watched: Project) => void): void => {
    const texts = statementsOf(project, work);
    expect(texts.filter(plannedAnew)).toEqual([]);
    expect(fullScans(project, texts)).toEqual([]);
  };

  test('For Today and the head of the console', () => {
    expectNoScans((watched) => {
      todayView(watched, 14);
      overviewOf(watched);
    });
  });

  test('For whether anything can be undone: the newest steps are looked at first, none is sorted', () => {
    const texts = statementsOf(project, (watched) => void canUndo(watched));
    const plans = texts.filter((text) => text.includes('FROM step')).map((text) => planOf(project, text));
    expect(plans).toHaveLength(1);
    expect(plans[0]).toContain('(replica=?)');
    expect(plans[0]).not.toContain('TEMP B-TREE');
  });

  test('For whether another window has anonymised somebody', () => {
    expectNoScans((watched) => void isAnonymisedSince(watched, 5));
  });

  test('For a month of the calendar', () => {
    expectNoScans((watched) => {
      calendarOf(watched, { from: '2026-11-01', to: '2026-11-30' });
    });
  });

  test.each(registers.filter(({ code }) => code !== undefined))(
    'For the list of $name and its count',
    (definition) => {
      expectNoScans((watched) => {
        const context = fieldContext(watched, 'fi');
        listRecords(watched.store, definition, { limit: 40, offset: 20 }, context);
        countRecords(watched.store, definition, {}, context);
        listNextFirst(watched, definition, { limit: 40 }, 'fi');
      });
    },
  );

  test('For a page of a record with all that stands around it', () => {
    expectNoScans((watched) => {
      for (const code of ['T-12', 'R-1', 'H-1']) {
        const identity = identityByCode(watched.store, code);
        if (identity !== null) recordView(watched, identity.id, 'fi', false);
      }
    });
  });

  test.each(['k', 'kok', 'kokouksessa', 'kokous muistio', 'T-12', 'kokuos'])('For looking up %s', (text) => {
    expectNoScans((watched) => searchRecords(watched.store, text, 20, '2026-11-22'));
  });

  test('For a record by its code', () => {
    expectNoScans((watched) => {
      const { id } = identityByCode(watched.store, 'T-12') ?? { id: 0 };
      getRecord(watched, id);
    });
  });

  test('For writing', () => {
    expectNoScans((watched) => {
      const action = addRecord(watched, 'action', { title: 'Uusi', due: '2027-01-01' }).result;
      changeRecord(watched, action, { title: 'Toinen' });
      const { id: risk } = identityByCode(watched.store, 'R-1') ?? { id: 0 };
      changeRecord(watched, risk, { probability: 5, impact: 4 });
      const { id: person } = identityByCode(watched.store, 'H-1') ?? { id: 0 };
      changeRecord(watched, person, { name: 'Toinen Nimi' });
      undo(watched);
    });
  });
});
