/** What a planner does to risks beyond changing their fields: used by the command line and the screens alike. */
import { UserError } from '../../errors.ts';
import { risk as register } from '../../registers/risk.ts';
import { todayOf } from '../project/project.ts';
import { write } from '../writing/write.ts';
import type { RiskAssessment } from '../../domain/risk.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';
import type { Written } from '../writing/write.ts';

function step<Result>(
  project: Project,
  verb: string,
  ids: readonly number[],
  work: (unit: UnitOfWork, id: number) => Result,
): Written<Result[]> {
  return write(project, { kind: 'user', label: { verb, register: 'risk' }, records: ids.length }, (unit) =>
    ids.map((id) => work(unit, id)),
  );
}

/** What a new entry of a risk's log carries on: where the risk stood on the entry's own day, which may be long past. */
function carriedOn(project: Project, risk: number, { day }: Values): Values {
  const on = String(day ?? todayOf(project));
  const log = project.store
    .sql<RiskAssessment>(
      `SELECT day, probability, impact FROM assessment WHERE risk = :risk AND removedStep IS NULL ORDER BY day, id`,
    )
    .all({ risk });
  const placeOf = (value: 'probability' | 'impact'): number | null =>
    log.findLast((entry) => entry.day <= on && entry[value] !== null)?.[value] ?? null;
  return { probability: placeOf('probability'), impact: placeOf('impact') };
}

/** Judges a risk anew: an entry of its log, in which what is not given is carried over from the one before it. */
export function assessRisk(
  project: Project,
  id: number,
  given: Values,
  baseVersion?: number,
): Written<unknown> {
  return step(project, 'assess', [id], (unit) => {
    const judged = Object.entries(given).filter(([name]) => name === 'probability' || name === 'impact');
    unit.refuseStale(id, Object.fromEntries(judged), baseVersion);
    unit.add('assessment', { ...carriedOn(project, id, given), ...given, risk: id });
  });
}

/**
 * Looked at and found as it was: an entry with the same numbers, so that the next review is reckoned from its day.
 * @throws UserError not-assessed
 */
export function reviewUnchanged(
  project: Project,
  ids: readonly number[],
  given: Values = {},
  baseVersion?: number,
): Written<unknown> {
  return step(project, 'review', ids, (unit, id) => {
    unit.refuseStale(id, { probability: undefined, impact: undefined }, baseVersion);
    const carried = carriedOn(project, id, given);
    if (carried['probability'] === null || carried['impact'] === null)
      throw new UserError('not-assessed', { code: unit.read(id).code ?? '' });
    unit.add('assessment', { ...carried, ...given, risk: id });
  });
}

/** @throws UserError risk-over */
function refuseOver({ code, state }: AnyRecord, states: readonly string[]): void {
  const word = register.fields.state.choices?.[String(state)];
  if (word !== undefined && states.includes(String(state)))
    throw new UserError('risk-over', { code: code ?? '', state: word });
}

/**
 * The risk has come true: its state says so, with the day, and what must now be done is an action that names it. One
 * step. The action is called as the risk where no title is given, and is its owner's. @returns the action's id
 */
export function realiseRisk(project: Project, id: number, given: Values, day?: string): Written<number[]> {
  return step(project, 'realise', [id], (unit) => {
    const before = unit.read(id);
    refuseOver(before, ['realised', 'closed']);
    unit.change(id, { state: 'realised', realisedOn: day ?? todayOf(project) });
    return unit.add('action', { title: before['title'], owner: before['owner'], ...given, source: id });
  });
}

/** @throws UserError risk-over, needed-field without a reason */
export function closeRisks(
  project: Project,
  ids: readonly number[],
  reason: string | null,
): Written<unknown> {
  return step(project, 'close', ids, (unit, id) => {
    refuseOver(unit.read(id), ['closed']);
    unit.change(id, { state: 'closed', closingReason: reason });
  });
}

/** The steering group has been told. */
export function escalateRisks(
  project: Project,
  ids: readonly number[],
  { day, baseVersion }: { readonly day?: string | undefined; readonly baseVersion?: number } = {},
): Written<unknown> {
  return step(project, 'escalate', ids, (unit, id) =>
    unit.change(id, { escalated: day ?? todayOf(project) }, baseVersion),
  );
}
