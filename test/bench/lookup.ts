import { openStore } from '../../source/store/file/open.ts';
import { bestByHeading, newestHits, newestTitles } from '../../source/store/queries/look-up.ts';
import { matchExpression, searchRecords } from '../../source/store/search/search.ts';
import { benchDay } from './entries.ts';
import { at, againstAt, worstAgainst } from './measure.ts';
import { chanceFrom, pick, vocabulary } from './words.ts';
import type { Group } from './commands.ts';
import type { Generated } from './generate.ts';
import type { Subject } from './measure.ts';
import type { Store } from '../../source/store/file/open.ts';

const shown = 20;

/** What people type: beginnings of one to three letters, words, and two beginnings. */
function queries(): { beginnings: string[][]; short: string[]; long: string[] } {
  const chance = chanceFrom(0x5eed0004);
  const words = vocabulary();
  // The commoner a word, the likelier it is typed.
  const word = (): string => words[Math.floor(chance() * chance() * 4000)] ?? '';
  const some = (count: number, make: () => string): string[] => {
    const made = new Set<string>();
    for (let tries = 0; made.size < count && tries < count * 50; tries += 1) made.add(make());
    return [...made];
  };
  const beginnings = [1, 2, 3].map((length) => some(length * 10, () => word().slice(0, length)));
  const endings = ['', 'ssa', 'sta', 'n', 'lle'];
  const long = [
    ...some(20, () => word() + pick(chance, endings)),
    ...some(20, () => `${word().slice(0, 5)} ${word().slice(0, 3)}`),
  ];
  return { beginnings, short: beginnings.flat(), long };
}

/** The quickest of three: what the machine does beside it is not the query's. */
function timed(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** What the look-up asks of SQLite, by the same prepared statements, with nothing around them. */
function rawSql(store: Store, text: string): void {
  const match = matchExpression(text) ?? '';
  const asked = { limit: shown, today: benchDay, recent: '[]', begin: text.toLowerCase() };
  const titles = store
    .sql(bestByHeading)
    .all({ ...asked, match: `title : (${match})`, among: newestTitles(text, shown) });
  if (titles.length < shown)
    store.sql(newestHits).all({ match, among: shown * 2, today: benchDay, recent: '[]' });
}

const sized = (name: string, { records }: { records: number }): string => `${name} @${records}`;

export function lookupSubjects(size: Generated): Subject[] {
  const { short, long } = queries();
  let opened: Store | null = null;
  const store = (): Store => (opened ??= openStore(size.file));
  const each = (name: string, texts: readonly string[], work: (text: string) => unknown): Subject => ({
    name: sized(name, size),
    measure: () => texts.map((text) => timed(() => work(text))),
  });
  const count = 'SELECT count(*) AS count FROM search WHERE search MATCH ?';
  return [
    each('look-up', [...short, ...long], (text) => searchRecords(store(), text, shown, benchDay)),
    each('raw SQL', [...short, ...long], (text) => rawSql(store(), text)),
    each('look-up of a beginning', short, (text) => searchRecords(store(), text, shown, benchDay)),
    each('count(*) of a beginning', short, (text) => store().sql(count).get(`"${text}"*`)),
  ];
}

export function lookupGroup(size: Generated, rounds: number): Group {
  const [lookup, raw] = [sized('look-up', size), sized('raw SQL', size)];
  const [begin, count] = [sized('look-up of a beginning', size), sized('count(*) of a beginning', size)];
  const kinds = queries().beginnings.map(({ length }) => length);
  return {
    title: `Look-up at ${size.records}`,
    rounds,
    subjects: lookupSubjects(size),
    goals: [
      {
        row: '8',
        name: `look-up ÷ raw SQL, p95 @${size.records}`,
        figure: againstAt(lookup, raw, 0.95),
        unit: '×',
        gate: 1.2,
        stretch: 1.1,
      },
      {
        row: '8',
        name: `look-up, p95 @${size.records}`,
        figure: at(lookup, 0.95),
        unit: 'ms',
        gate: 16,
        stretch: 8,
      },
      {
        row: '9',
        name: `worst beginning ÷ its count(*), p95 @${size.records}`,
        figure: worstAgainst(begin, count, 0.95, kinds),
        unit: '×',
        gate: 1.5,
        stretch: 1,
      },
    ],
  };
}
