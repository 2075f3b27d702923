/** Moving the end of the project: what was to end with it is carried along, and what was laid out to it is laid out anew. */
import { UserError } from '../../errors.ts';
import { beyondEnd } from '../../store/queries/beyond-end.ts';
import { previewOf, previewOfStep } from '../writing/preview.ts';
import { write } from '../writing/write.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Rule } from '../../domain/recurrence/recurrence.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Preview } from '../writing/preview.ts';
import type { Project } from './project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';
import type { Written } from '../writing/write.ts';

export interface EndOptions {
  /** Other fields of the project that change in the same step. */
  readonly values?: Values;
  /** Terms and rounds that end on the old last day end on it still. */
  readonly keepTerms?: boolean;
  readonly baseVersion?: number | undefined;
}

/** A record that stays, though its day lies after the end. */
export interface Beyond {
  readonly register: string;
  readonly code: string | null;
  readonly heading: string;
  readonly day: Day;
}

/** What a new end of the project does. Terms, rounds and rules are told in `preview.changes`. */
export interface EndMove {
  readonly from: Day | null;
  readonly to: Day;
  readonly preview: Preview;
  /** Kept all the same, and left to the planner: nothing that a person has made is taken away. */
  readonly beyond: readonly Beyond[];
}

interface TheProject {
  readonly id: number;
  readonly end: Day | null;
  readonly plannedEnd: Day | null;
}

export function theProject({ store }: Project): TheProject {
  const row = store
    .sql<TheProject>('SELECT id, "end" AS "end", plannedEnd FROM project WHERE removedStep IS NULL LIMIT 1')
    .get();
  if (row === undefined) throw new UserError('no-project', undefined);
  return row;
}

/**
 * Moves the end of the project, as one step. Rules that end on the old last day end on the new one; terms and rounds
 * that do go on with the project when it goes on. The first move keeps the end as it was first planned.
 */
export function moveProjectEnd(project: Project, to: Day, options: EndOptions = {}): Written<void> {
  const { id, end: from, plannedEnd } = theProject(project);
  const { values = {}, keepTerms = false, baseVersion } = options;
  const label = { verb: 'extend', register: 'project', fields: ['end', ...Object.keys(values)] };
  return write(project, { kind: 'user', label, records: 10 }, (unit) => {
    const first = from !== null && from !== to && plannedEnd === null ? { plannedEnd: from } : {};
    unit.change(id, { ...first, ...values, end: to }, baseVersion);
    if (from === null || from === to) return;
    carryRules(project, unit, from, to);
    if (to > from && !keepTerms) carryTerms(project, unit, from, to);
  });
}

/** What moving the end would do; nothing is kept. */
export function previewProjectEnd(project: Project, to: Day, options: EndOptions = {}): EndMove {
  const { end: from } = theProject(project);
  const { preview, answer } = previewOf(
    project,
    (trial) => moveProjectEnd(trial, to, options),
    (trial) => beyondOf(trial, to),
  );
  return { from, to, preview, beyond: answer };
}

/** What a step that moved the end has done. */
export function endMoveOfStep(project: Project, step: number, from: Day | null, to: Day): EndMove {
  return { from, to, preview: previewOfStep(project, step), beyond: beyondOf(project, to) };
}

const beyondOf = ({ store }: Project, end: Day): Beyond[] => store.sql<Beyond>(beyondEnd).all({ end });

function carryRules({ store }: Project, unit: UnitOfWork, from: Day, to: Day): void {
  for (const register of ['series', 'promise']) {
    const own = register === 'promise' ? `OR "until" = :from` : '';
    const rows = store
      .sql(`SELECT id FROM ${register} WHERE removedStep IS NULL AND (rule ->> 'until' = :from ${own})`)
      .all({ from });
    for (const { id } of rows) {
      const { rule, until } = unit.read(Number(id)) as { rule?: Rule; until?: Day | null };
      const bounded = rule !== undefined && 'until' in rule && rule.until === from && rule.from <= to;
      const isOver = rule !== undefined && 'from' in rule && rule.from > to;
      unit.change(Number(id), {
        ...(bounded && { rule: { ...rule, until: to } }),
        ...(until === from && !isOver && { until: to }),
      });
    }
  }
}

function carryTerms({ store }: Project, unit: UnitOfWork, from: Day, to: Day): void {
  const terms = store
    .sql(
      'SELECT id FROM membership WHERE removedStep IS NULL AND ends = :from AND successor IS NULL AND reason IS NULL',
    )
    .all({ from });
  for (const { id } of terms) unit.change(Number(id), { ends: to });
  const rounds = store
    .sql('SELECT id FROM round WHERE removedStep IS NULL AND closes = :from AND stateSet IS NULL')
    .all({ from });
  for (const { id } of rounds) unit.change(Number(id), { closes: to });
}
