/** Which units have a champion, by service area, and whom to write to about those that have none. */
import { coverageStates, unitOn } from '../../domain/recruitment/coverage.ts';
import { registerOf } from '../../registers/index.ts';
import * as queries from '../../store/queries/recruitment.ts';
import { todayOf } from '../project/project.ts';
import type { CoverageState, UnitSpan } from '../../domain/recruitment/coverage.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Project } from '../project/project.ts';

export type { CoverageState } from '../../domain/recruitment/coverage.ts';

export interface UnitCoverage {
  readonly id: number;
  readonly code: string | null;
  readonly name: string;
  readonly area: string | null;
  readonly coverage: CoverageState;
  /** Who covers it now, and until when; from other units too that it came in place of. */
  readonly champions: readonly { readonly name: string; readonly ends: Day | null }[];
  readonly candidates: readonly string[];
  readonly supervisor: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface AreaCoverage {
  /** Null: units without a service area. */
  readonly area: string | null;
  readonly units: readonly UnitCoverage[];
  readonly counts: Readonly<Record<CoverageState, number>>;
}

export interface CoverageView {
  readonly day: Day;
  readonly areas: readonly AreaCoverage[];
  /** Of all areas together. */
  readonly counts: Readonly<Record<CoverageState, number>>;
  readonly units: number;
}

interface UnitRow extends Omit<UnitCoverage, 'champions' | 'candidates'>, UnitSpan {
  readonly id: number;
}

interface ChampionRow {
  readonly unit: number | null;
  readonly name: string;
  readonly starts: Day | null;
  readonly ends: Day | null;
}

function countsOf(units: readonly UnitCoverage[]): Record<CoverageState, number> {
  const counts = { champion: 0, ending: 0, candidate: 0, past: 0, none: 0 };
  for (const { coverage } of units) counts[coverage] += 1;
  return counts;
}

/** Every unit that is in use on the project's day; of one service area where one is named (its name or the start of it). */
export function coverageView(project: Project, area?: string): CoverageView {
  const { store } = project;
  const today = todayOf(project);
  const sql = registerOf('unit').derived?.['coverage']?.sql ?? 'NULL';
  const rows = store.sql<UnitRow>(queries.units(sql)).all({ today });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const gather = <Row extends { readonly unit: number | null }>(found: readonly Row[]): Map<number, Row[]> =>
    Map.groupBy(
      found.filter(({ unit }) => unitOn(byId, unit, today) !== null),
      ({ unit }) => unitOn(byId, unit, today) ?? 0,
    );
  const champions = gather(store.sql<ChampionRow>(queries.champions).all({ today }));
  const candidates = gather(store.sql<{ unit: number | null; name: string }>(queries.openCandidates).all());
  const units = rows
    .filter((row) => row.coverage !== null)
    .map((row): UnitCoverage => {
      const { id, code, name, coverage, supervisor, email, phone } = row;
      const terms = champions.get(id) ?? [];
      const holding = terms.filter(({ starts }) => starts === null || starts <= today);
      const hoped = [...terms.filter((term) => !holding.includes(term)), ...(candidates.get(id) ?? [])];
      return {
        id,
        code,
        name,
        area: row.area,
        coverage,
        supervisor,
        email,
        phone,
        champions: holding.map((term) => ({ name: term.name, ends: term.ends })),
        candidates: [...new Set(hoped.map((one) => one.name))],
      };
    });
  const areas = [...Map.groupBy(units, (unit) => unit.area)]
    .map(([name, own]): AreaCoverage => ({ area: name, units: own, counts: countsOf(own) }))
    .filter((one) => area === undefined || isArea(one.area, area));
  const shown = areas.flatMap((one) => one.units);
  return { day: today, areas, counts: countsOf(shown), units: shown.length };
}

const isArea = (area: string | null, wanted: string): boolean =>
  (area ?? '').toLowerCase().startsWith(wanted.trim().toLowerCase());

/** How many of the units have a champion now. */
export const coveredOf = ({ champion, ending }: Readonly<Record<CoverageState, number>>): number =>
  champion + ending;

/** Has the unit nobody now? Somebody whose term is about to end still is somebody. */
export const isUncovered = ({ coverage }: UnitCoverage): boolean =>
  coverage !== 'champion' && coverage !== 'ending';

/** How many units an area has, of which all need not be shown. */
export const unitsOf = (counts: AreaCoverage['counts']): number =>
  coverageStates.reduce((sum, state) => sum + counts[state], 0);

/** As scripts read it. */
export function coverageJson(view: CoverageView): Record<string, unknown> {
  const total = (counts: AreaCoverage['counts']): Record<string, number> => ({
    units: unitsOf(counts),
    covered: coveredOf(counts),
    ...Object.fromEntries(coverageStates.map((state) => [state, counts[state]])),
  });
  return {
    day: view.day,
    total: total(view.counts),
    areas: view.areas.map(({ area, counts }) => ({ area, ...total(counts) })),
    units: view.areas.flatMap(({ units }) => units.map(({ id: _id, ...unit }) => unit)),
  };
}

/** The same, telling only of the units that have nobody now; the figures stay those of all. */
export function onlyUncovered(view: CoverageView): CoverageView {
  const areas = view.areas
    .map((one) => ({ ...one, units: one.units.filter(isUncovered) }))
    .filter(({ units }) => units.length > 0);
  return { ...view, areas };
}
