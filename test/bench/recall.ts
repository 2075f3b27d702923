import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { indexedText } from '../../source/store/search/stems.ts';
import { matchExpression } from '../../source/store/search/search.ts';
import type { Group } from './commands.ts';
import type { Subject } from './measure.ts';
import { at } from './measure.ts';

/** A noun and its case forms, singular and plural; make-inflections.py says how they came to be. */
interface Noun {
  readonly forms: readonly string[];
}

function nouns(): Noun[] {
  const text = readFileSync(new URL('inflections.txt', import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => ({ forms: line.slice(line.indexOf(':') + 2).split(' ') }));
}

export interface Recall {
  /** Of all forms of the noun that was asked for in any of its forms, how many are found. */
  readonly recall: number;
  /** How many other nouns a query finds. */
  readonly falseHits: number;
}

/** Each form of each noun is a record of its own, and each is asked for by every form, as a person types it. */
export function measureRecall(): Recall {
  const database = new Database(':memory:');
  const migration = readFileSync(new URL('../../data/migrations/0001-ground.sql', import.meta.url), 'utf8');
  database.exec(/CREATE VIRTUAL TABLE search [\s\S]*?;/.exec(migration)?.[0] ?? '');
  const insert = database.prepare("INSERT INTO search (rowid, title, body) VALUES (?, ?, '')");
  const all = nouns();
  const owners: number[] = [];
  database.transaction(() => {
    for (const [owner, { forms }] of all.entries())
      for (const form of forms) insert.run(owners.push(owner), indexedText(form, false));
  })();
  const find = database.prepare('SELECT rowid FROM search WHERE search MATCH ?').pluck();
  let found = 0;
  let wanted = 0;
  let strangers = 0;
  for (const [owner, { forms }] of all.entries()) {
    for (const form of forms) {
      const hits = (find.all(matchExpression(form)) as number[]).map((row) => owners[row - 1]);
      found += hits.filter((hit) => hit === owner).length;
      wanted += forms.length;
      strangers += new Set(hits.filter((hit) => hit !== owner)).size;
    }
  }
  database.close();
  return { recall: found / wanted, falseHits: strangers / owners.length };
}

export function recallGroup(): Group {
  const figures: { known: Recall | null } = { known: null };
  const of = (name: string, pick: (recall: Recall) => number): Subject => ({
    name,
    measure: () => {
      figures.known ??= measureRecall();
      return [pick(figures.known)];
    },
  });
  return {
    title: 'Inflection',
    rounds: 1,
    subjects: [
      of('recall of inflected nouns', ({ recall }) => recall),
      of('false hits a query', ({ falseHits }) => falseHits),
    ],
    goals: [
      {
        row: 'R',
        name: 'recall of inflected nouns',
        figure: at('recall of inflected nouns', 0.5),
        unit: '',
        gate: 0.85,
        atLeast: true,
      },
      { row: 'R', name: 'false hits a query', figure: at('false hits a query', 0.5), unit: '', gate: 0.15 },
    ],
  };
}
