import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import type { TestProject } from './project.ts';

export interface Laid {
  readonly id: number;
  readonly code: string;
  readonly slot: string | null;
  readonly due: string;
  readonly late: string | null;
  readonly state: string;
}

/** The deliveries there are, by their days. */
export const laid = (project: TestProject): Laid[] =>
  project.store.database
    .prepare<[], Laid>(
      `SELECT d.id, r.code, d.slot, d.due, d.late, d.state FROM delivery AS d JOIN record AS r ON r.id = d.id
        WHERE d.removedStep IS NULL ORDER BY d.due, d.id`,
    )
    .all();

/** A line of the plan. */
export const line = (project: TestProject, audience = 'Henkilöstö'): number =>
  addRecord(project, 'plan', { audience }).result;

/** Every so many months, at least and at most. */
export const window = (least: number, most: number, from = '2022-03-10'): Rule => ({
  kind: 'window',
  unit: 'months',
  least,
  most,
  from,
  until: null,
});

/** Sets the day on which the project ends. */
export const endProject = (project: TestProject, end: string): void => {
  const id = Number(project.store.sql('SELECT id FROM project').get()?.['id']);
  changeRecord(project, id, { end });
};
