import { launcher } from '../support/run.ts';
import { benchDay } from './entries.ts';
import { lookupSubjects } from './lookup.ts';
import { against, againstAt } from './measure.ts';
import { wholeProcess } from './subjects.ts';
import { markerWord } from './words.ts';
import type { PrivateHome } from '../support/private-home.ts';
import type { Group } from './commands.ts';
import type { Generated } from './generate.ts';
import type { Subject } from './measure.ts';
import type { Goal } from './report.ts';

const sized = (name: string, { records }: Generated): string => `${name} @${records}`;

const commands: Readonly<Record<string, readonly string[]>> = {
  today: ['today'],
  'next 20': ['action', 'list', '--where', `due>=${benchDay}`, '--limit', '20'],
  find: ['find', markerWord],
  'find kok': ['find', 'kok'],
};

/** A million records stay usable: at most five times what a hundred thousand take. */
export function millionGroup(home: PrivateHome, large: Generated, million: Generated, rounds: number): Group {
  const subjectsOf = (size: Generated): Subject[] => [
    ...lookupSubjects(size).filter(({ name }) => name === sized('look-up', size)),
    ...Object.entries(commands).map(([name, words]) =>
      wholeProcess(sized(name, size), home, [launcher, ...words, '--file', size.file], /./),
    ),
  ];
  const goal = (name: string, figure: Goal['figure']): Goal => ({
    row: 'M',
    name: `${name} at a million ÷ at a hundred thousand`,
    figure,
    unit: '×',
    gate: 5,
  });
  return {
    title: 'A million records',
    rounds,
    subjects: [...subjectsOf(large), ...subjectsOf(million)],
    goals: [
      goal('look-up, p95,', againstAt(sized('look-up', million), sized('look-up', large), 0.95)),
      ...Object.keys(commands).map((name) => goal(name, against(sized(name, million), sized(name, large)))),
    ],
  };
}
