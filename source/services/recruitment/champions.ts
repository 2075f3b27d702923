/** Terms of champions: begun when a candidate starts, ended when one leaves, made longer. */
import { addMonths, dayOrNull } from '../../domain/days/day.ts';
import { isOn, overlap } from '../../domain/days/term.ts';
import { UserError } from '../../errors.ts';
import { write } from '../writing/write.ts';
import { projectText } from '../../store/queries/project-text.ts';
import type { Day } from '../../domain/days/day.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';
import type { Written } from '../writing/write.ts';

/** The group that who starts joins: the round's own, else the one network there is. */
function groupOf(store: Store, round: AnyRecord): number | null {
  if (typeof round['group'] === 'number') return round['group'];
  const networks = store.sql(`SELECT id FROM "group" WHERE kind = 'network' AND removedStep IS NULL`).all();
  return networks.length === 1 ? Number(networks[0]?.['id']) : null;
}

interface ChampionTerm {
  readonly id: number;
  readonly starts: Day | null;
  readonly ends: Day | null;
}

/** Terms of a person as a champion, in one group or in any. */
function termsOf(store: Store, person: unknown, group: number | null): ChampionTerm[] {
  return store
    .sql<ChampionTerm>(
      `SELECT id, starts, ends FROM membership WHERE person = :person AND role = 'champion' AND removedStep IS NULL
        AND (:group IS NULL OR "group" = :group)`,
    )
    .all({ person, group });
}

export const projectEnd = (store: Store): Day | null => projectText(store, 'end');

/**
 * Gives who starts a term as a champion from the day on, to the round's day or else the project's end. One that they have
 * already is left alone. @returns the new membership; null where there was no need or no group to have it in
 */
export function beginTerm(
  project: Project,
  unit: UnitOfWork,
  candidate: AnyRecord,
  day: Day,
): { readonly membership: number | null; readonly noGroup: boolean } {
  const { store } = project;
  const round = unit.read(Number(candidate['round']));
  const group = groupOf(store, round);
  const last = [dayOrNull(round['termEnds']), projectEnd(store)].find((one) => one !== null && one >= day);
  const term = { starts: day, ends: last ?? null };
  const held = termsOf(store, candidate['person'], group).filter((one) => overlap(one, term));
  const cutShort = held.find(({ ends }) => ends === day);
  // A term that was ended on this very day goes on: the withdrawal was a slip, or was taken back.
  if (cutShort !== undefined && held.length === 1)
    unit.change(cutShort.id, { ends: term.ends, reason: null });
  if (held.length > 0) return { membership: null, noGroup: false };
  if (group === null) return { membership: null, noGroup: true };
  const values = { group, person: candidate['person'], role: 'champion', ...term };
  return { membership: unit.add('membership', values), noGroup: false };
}

/** Who leaves after having started is no champion any more from the next day on. */
export function endTerm(
  project: Project,
  unit: UnitOfWork,
  candidate: AnyRecord,
  day: Day,
  reason: string | null,
): void {
  const group = groupOf(project.store, unit.read(Number(candidate['round'])));
  for (const term of termsOf(project.store, candidate['person'], group)) {
    const running = isOn(term, day) && term.ends !== day;
    if (running) unit.change(term.id, { ends: day, ...(reason !== null && { reason }) });
  }
}

/** The day to which a term is made longer when no day is given: the project's end, else a year more. */
export function usualExtension(project: Project, ends: Day): Day {
  const end = projectEnd(project.store);
  return end !== null && end > ends ? end : addMonths(ends, 12);
}

/** Makes terms longer as one step, each to the day or, without one, as usual. @throws UserError term-open */
export function extendTerms(
  project: Project,
  ids: readonly number[],
  to: Day | null,
  baseVersion?: number,
): Written<void> {
  const options = {
    kind: 'user',
    label: { verb: 'prolong', register: 'membership' },
    records: ids.length,
  } as const;
  return write(project, options, (unit) => {
    for (const id of ids) {
      const { code, ends } = unit.read(id);
      if (typeof ends !== 'string') throw new UserError('term-open', { code: code ?? '' });
      const until = to ?? usualExtension(project, ends);
      if (until < ends) throw new UserError('term-shorter', { code: code ?? '', ends, until });
      // Longer again, a term has no reason for having ended.
      unit.change(id, { ends: until, reason: null }, baseVersion);
    }
  });
}
