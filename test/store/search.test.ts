import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { refillSearch } from '../../source/store/search/search-text.ts';
import { matchExpression, searchRecords } from '../../source/store/search/search.ts';
import { makeProject } from '../support/project.ts';
import { runs } from '../support/runs.ts';
import type { Project } from '../../source/services/project/project.ts';

const found = (project: Project, text: string): (string | null)[] =>
  searchRecords(project.store, text, 10).map(({ code }) => code);

describe('search', () => {
  let project: Project;
  const start = (titles: readonly string[]): void => {
    project = makeProject();
    for (const title of titles) addRecord(project, 'risk', { title });
  };
  afterEach(() => project.store.database.close());

  it.each([
    ['kokouksessa', 'Ohjausryhmän kokous siirtyy'],
    ['kokous', 'Kokouksen esityslista myöhässä'],
    ['kadun', 'Katu jää auraamatta'],
    ['asiakkaan', 'Tapasin asiakas Virtasen'],
    ['kaupassa', 'Kaupan sähköinen asiointi'],
    ['rekrytoinnista', 'Rekrytointi viivästyy'],
    ['esihenkilon', 'Esihenkilöiden sitoutuminen'],
    ['sitoutu esihenk', 'Esihenkilöiden sitoutuminen'],
    ['ESIHENKILÖT', 'Esihenkilöiden sitoutuminen'],
  ])('finds by %s: %s', (query, title) => {
    start([title, 'Aivan muu asia']);
    expect(found(project, query)).toEqual(['R-1']);
  });

  it('puts who or what is called so before what is called after it, and that before who goes by the same name', () => {
    project = makeProject();
    const add = (register: string, values: Record<string, unknown>): number =>
      addRecord(project, register, values).result;
    const club = add('group', { title: 'Tsemppariklubi', kind: 'club', prefix: 'TK' });
    const anna = add('person', { name: 'Anna Aalto' });
    add('membership', { group: club, person: anna });
    const round = add('round', { title: 'Haku', opens: '2022-03-01' });
    add('candidate', { round, person: anna });
    add('session', { group: club, startsAt: '2022-03-30T09:00', topic: 'Aallot' });
    add('diary', { day: '2022-03-01', text: 'Tsemppariklubin ajankohta sovittiin' });
    add('risk', { title: 'Anna Aalto lähtee' });
    const codes = (text: string): string[] =>
      found(project, text).map((code) => code?.replace(/-.*/u, '') ?? '');
    expect(codes('anna aalto')).toEqual(['H', 'R', 'IL', 'J']);
    expect(codes('Anna')).toEqual(['R', 'H', 'IL', 'J']);
    expect(codes('aalto')).toEqual(['R', 'H', 'IL', 'J', 'TK']);
    expect(codes('tsemppariklubi').slice(0, 3)).toEqual(['RY', 'TK', 'PK']);
    // As people type it: without dots, and without the comma of the name.
    add('unit', { name: 'Etähoiva, pohjoinen' });
    add('risk', { title: 'Etähoivan laitteet pohjoinen' });
    expect(codes('etahoiva pohjoinen')).toEqual(['Y', 'R']);
    expect(codes('etähoiva, pohjoinen')).toEqual(['Y', 'R']);
  });

  it('keeps ä apart from a when the query has ä', () => {
    start(['Vaara lähellä', 'Väärä tulkinta']);
    expect(found(project, 'väär')).toEqual(['R-2']);
    expect(found(project, 'vaar')).toEqual(expect.arrayContaining(['R-1', 'R-2']));
  });

  it('forgives one slip only when nothing else is found', () => {
    start(['Sitoutuminen horjuu', 'Muu']);
    expect(found(project, 'sitotuminen')).toEqual(['R-1']);
  });

  it('puts the record whose code is typed first, then headings that begin with the text, open before closed', () => {
    start(['Johdon tuki heikkenee', 'Tuki loppuu', 'Tuki jää saamatta']);
    const [first] = searchRecords(project.store, 'R-2', 1);
    changeRecord(project, first?.id ?? 0, { state: 'closed', closingReason: 'ohi' });
    expect(found(project, 'r1')).toEqual(['R-1']);
    expect(found(project, 'tuki')).toEqual(['R-3', 'R-2', 'R-1']);
  });

  it('follows change, removal and undo, and a refill finds the same', () => {
    start(['Aikataulu venyy']);
    const [risk] = searchRecords(project.store, 'aikataulu', 1);
    changeRecord(project, risk?.id ?? 0, { title: 'Budjetti ylittyy' });
    expect(found(project, 'aikataulu')).toEqual([]);
    removeRecords(project, [risk?.id ?? 0]);
    expect(found(project, 'budjetti')).toEqual([]);
    undo(project);
    undo(project);
    expect(found(project, 'aikataulu')).toEqual(['R-1']);
    refillSearch(project.store);
    expect(found(project, 'aikataulu')).toEqual(['R-1']);
  });

  it.each([
    '"',
    '((',
    '* OR',
    'NEAR(a b)',
    "'; DROP TABLE record",
    ' '.repeat(9),
    '😀',
    '{raw}: x',
    '-',
    '\ud800',
    'e\u0301\u0301',
    'שלום a',
    '\0',
  ])('takes %s for words', (query) => {
    start(['Jokin']);
    expect(() => searchRecords(project.store, query, 5)).not.toThrow();
  });

  it('takes ten thousand letters', () => {
    start(['Jokin']);
    expect(found(project, 'ab '.repeat(3333))).toEqual([]);
    expect(found(project, 'a'.repeat(10_000))).toEqual([]);
  });

  it('takes any text, and asks little of the index for it', () => {
    start(['Jokin']);
    const signs = fc.constantFrom(
      '"',
      '*',
      '(',
      ')',
      '^',
      '{',
      ':',
      '+',
      '-',
      "'",
      ';',
      '%',
      '\\',
      '😀',
      '\0',
      ' ',
      'ä',
      '1',
      '.',
    );
    const words = fc.constantFrom('NEAR', 'AND', 'OR', 'NOT', 'title', 'rowid', 'DROP TABLE', 'kokous', 'r1');
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.oneof(signs, words), { maxLength: 40 }).map((parts) => parts.join('')),
      fc.array(fc.oneof(signs, words), { maxLength: 3000 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(found(project, text).length).toBeLessThanOrEqual(2);
        expect(matchExpression(text)?.length ?? 0).toBeLessThan(5000);
      }),
      runs(200),
    );
  });

  it('has no expression for a text without words', () => {
    start([]);
    expect(matchExpression(' -"* ')).toBeNull();
  });
});
