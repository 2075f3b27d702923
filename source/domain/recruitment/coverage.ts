import { addDays } from '../days/day.ts';
import { isOn } from '../days/term.ts';
import type { Day } from '../days/day.ts';
import type { Term } from '../days/term.ts';

/** A term that ends within so many days ends soon. */
export const soonDays = 60;

/** From the best to the worst. */
export const coverageStates = ['champion', 'ending', 'candidate', 'past', 'none'] as const;

export type CoverageState = (typeof coverageStates)[number];

/** A unit, the time that it is in use, and what has come in its place. */
export interface UnitSpan extends Term {
  readonly id: number;
  readonly successor: number | null;
}

/** A person's term as a champion; the unit is the one that the person works in. */
export interface ChampionTerm extends Term {
  readonly unit: number | null;
}

export interface Recruited {
  readonly units: readonly UnitSpan[];
  readonly champions: readonly ChampionTerm[];
  /** Units of the candidates who are not yet decided on. */
  readonly candidates: readonly (number | null)[];
}

/** What stands in place of a unit on a day: itself while it lasts, else its successor, and so on. */
export function unitOn(units: ReadonlyMap<number, UnitSpan>, unit: number | null, day: Day): number | null {
  let current = unit === null ? undefined : units.get(unit);
  const seen = new Set<number>();
  while (current !== undefined && current.ends !== null && current.ends < day && !seen.has(current.id)) {
    seen.add(current.id);
    const next = current.successor === null ? undefined : units.get(current.successor);
    if (next === undefined) break;
    current = next;
  }
  return current?.id ?? null;
}

/** How each unit that is in use on the day stands. */
export function coverageOn(
  { units, champions, candidates }: Recruited,
  day: Day,
): Map<number, CoverageState> {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const best = new Map<number, CoverageState>();
  const offer = (unit: number | null, state: CoverageState): void => {
    const place = unitOn(byId, unit, day);
    if (place === null) return;
    const old = best.get(place) ?? 'none';
    if (coverageStates.indexOf(state) < coverageStates.indexOf(old)) best.set(place, state);
  };
  for (const term of champions) offer(term.unit, stateOf(term, day));
  for (const unit of candidates) offer(unit, 'candidate');
  return new Map(units.filter((unit) => isOn(unit, day)).map(({ id }) => [id, best.get(id) ?? 'none']));
}

function stateOf(term: Term, day: Day): CoverageState {
  if (isOn(term, day))
    return term.ends === null || term.ends > addDays(day, soonDays) ? 'champion' : 'ending';
  if (term.starts !== null && term.starts > day) return 'candidate';
  return 'past';
}

/** Has a champion now, for however long. */
export const isCovered = (state: CoverageState | undefined): boolean =>
  state === 'champion' || state === 'ending';
