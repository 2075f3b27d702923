import { coverageOn, isCovered } from '../../domain/recruitment/coverage.ts';
import { candidateLog, funnel } from '../../domain/recruitment/funnel.ts';
import { isOn } from '../../domain/days/term.ts';
import { isInSpan, lastTime } from './scope.ts';
import type { Day } from '../../domain/days/day.ts';
import type { CoverageState } from '../../domain/recruitment/coverage.ts';
import type { Funnel, StageEntry } from '../../domain/recruitment/funnel.ts';
import type { ChampionRow, RoundRow, StatusSnapshot, UnitRow } from '../snapshot.ts';
import type { Scope } from './scope.ts';

export interface RoundFigures {
  readonly round: RoundRow;
  readonly now: Funnel;
  readonly before: Funnel | null;
  /** Whether anything of it lies in the span: days, sign-ups or moves. */
  readonly isCurrent: boolean;
}

/** Units that have a champion, of all there are, in one service area or the whole organisation. */
export interface Coverage {
  readonly area: string | null;
  readonly covered: number;
  readonly total: number;
  readonly coveredBefore: number | null;
}

export interface RecruitmentFigures {
  readonly rounds: readonly RoundFigures[];
  readonly champions: number;
  readonly championsBefore: number | null;
  /** Champions whose term began or ended in the span. */
  readonly came: number;
  readonly left: number;
  readonly coverage: Coverage;
  readonly areas: readonly Coverage[];
}

export function recruitment(snapshot: StatusSnapshot, scope: Scope): RecruitmentFigures {
  const { champions, units } = snapshot;
  const moves = movesOf(snapshot);
  const before = lastTime(scope);
  const now = personsOn(champions, scope.to);
  const then = before === null ? null : personsOn(champions, before);
  const areas = [...new Set(units.filter((unit) => isOn(unit, scope.to)).map((unit) => unit.area))];
  return {
    rounds: snapshot.rounds.map((round) => roundFigures(snapshot, round, moves, scope)),
    champions: now.size,
    championsBefore: then === null ? null : then.size,
    came: then === null ? now.size : [...now].filter((person) => !then.has(person)).length,
    left: then === null ? 0 : [...then].filter((person) => !now.has(person)).length,
    coverage: coverage(null, snapshot, scope, () => true),
    areas: areas.map((area) => coverage(area, snapshot, scope, (unit) => unit.area === area)),
  };
}

const personsOn = (champions: readonly ChampionRow[], day: Day): Set<number> =>
  new Set(champions.filter((term) => isOn(term, day)).map((term) => term.person));

function coverage(
  area: string | null,
  { units, champions }: StatusSnapshot,
  scope: Scope,
  isOf: (unit: UnitRow) => boolean,
): Coverage {
  const statesOn = (day: Day): (CoverageState | undefined)[] => {
    const states = coverageOn({ units, champions, candidates: [] }, day);
    return units.filter((unit) => isOf(unit) && states.has(unit.id)).map(({ id }) => states.get(id));
  };
  const before = lastTime(scope);
  const now = statesOn(scope.to);
  return {
    area,
    covered: now.filter(isCovered).length,
    total: now.length,
    coveredBefore: before === null ? null : statesOn(before).filter(isCovered).length,
  };
}

function movesOf(snapshot: StatusSnapshot): Map<number, StageEntry[]> {
  const moves = new Map<number, StageEntry[]>();
  for (const { candidate, stage, day } of snapshot.stages) {
    if (stage === null) continue;
    const own = moves.get(candidate) ?? [];
    own.push({ stage, day });
    moves.set(candidate, own);
  }
  return moves;
}

function roundFigures(
  snapshot: StatusSnapshot,
  round: RoundRow,
  moves: ReadonlyMap<number, StageEntry[]>,
  scope: Scope,
): RoundFigures {
  const logs = snapshot.candidates
    .filter((candidate) => candidate.round === round.id)
    .map((candidate) => candidateLog(candidate.signedUp, moves.get(candidate.id) ?? [], scope.to));
  const upTo = (day: Day): Funnel =>
    funnel(logs.map((log) => log.filter((entry) => entry.day <= day)).filter((log) => log.length > 0));
  const before = lastTime(scope);
  const days = [round.opens, round.closes, ...logs.flat().map((entry) => entry.day)];
  const isOpen = round.state === 'open' || round.state === 'closed';
  return {
    round,
    now: upTo(scope.to),
    before: before === null ? null : upTo(before),
    isCurrent: isOpen || days.some((day) => isInSpan(scope, day)),
  };
}
