import { addRecord } from '../../source/services/writing/records.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import type { TestProject } from './project.ts';

/** Wednesdays of March and April 2022: 2.3.–27.4. */
export const wednesdays: Rule = {
  kind: 'weeks',
  every: 1,
  weekday: 3,
  from: '2022-03-02',
  until: '2022-04-27',
};

export function club(project: TestProject): number {
  const values = {
    title: 'Tsemppariklubi',
    prefix: 'TK',
    minutes: 45,
    place: 'Teams',
    link: 'https://esimerkki.fi/k',
  };
  return addRecord(project, 'group', values).result;
}

export function addSeries(project: TestProject, values: Record<string, unknown> = {}): number {
  return addRecord(project, 'series', { group: club(project), rule: wednesdays, ...values }).result;
}

export interface Occurrence {
  readonly id: number;
  readonly uid: string;
  readonly code: string;
  readonly slot: string;
  readonly startsAt: string;
}

export const occurrences = (project: TestProject, live = true): Occurrence[] =>
  project.store.database
    .prepare<[], Occurrence>(
      `SELECT s.id, r.uid, r.code, s.slot, s.startsAt FROM session AS s JOIN record AS r ON r.id = s.id
        WHERE s.slot IS NOT NULL ${live ? 'AND s.removedStep IS NULL' : ''} ORDER BY s.slot`,
    )
    .all();
export const days = (project: TestProject): string[] =>
  occurrences(project).map(({ startsAt }) => startsAt.slice(5, 10));
export const at = (project: TestProject, day: string): number =>
  occurrences(project, false).find(({ slot }) => slot.startsWith(`2022-${day}`))?.id ?? 0;
