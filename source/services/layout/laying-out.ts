/** Which rules a step asks to be laid out: those that it has changed, and those that read what it has changed. */
import { same } from '../../store/journal/images.ts';
import { layOutRule } from './layout.ts';
import { layouts } from './layouts.ts';
import type { Day } from '../../domain/days/day.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Layout, Source } from './layout-rules.ts';
import type { Project } from '../project/project.ts';
import type { Follower, StepSoFar } from '../writing/step-rule.ts';
import type { TouchedRecord, UnitOfWork } from '../writing/unit-of-work.ts';

/**
 * Lays out what a unit of work asks for, as part of the same step: rules that it has added or changed, and those that
 * read what it has changed (the breaks of the project, the place of a group, a session that moved). A step that carries an
 * earlier day may only add, and so lays out its own rules alone.
 */
function layOutTouched({ project, unit, isDated }: StepSoFar): void {
  const byPerson = new Set(unit.touched.map(({ id }) => id));
  // Sessions come before the promises that go with them.
  for (const layout of layouts) {
    const laidTo = endBefore(unit, layout);
    const rules = new Set<number>();
    for (const touched of unit.touched) {
      if (!bearsOn(layout, touched.definition)) continue;
      const after = unit.read(touched.id);
      if (
        touched.definition.name === layout.rules &&
        changedIn(touched, after, Object.keys(touched.definition.fields))
      ) {
        if (after.removedStep === null) layout.refuse?.(after, project.store);
        rules.add(touched.id);
      }
      for (const source of isDated ? [] : layout.sources)
        for (const id of readersOf(project, source, touched, after)) rules.add(id);
    }
    for (const id of rules) layOutRule(project, unit, id, { byPerson, laidTo });
  }
}

/** Most records bear on no rule at all. */
const bearsOn = ({ rules, sources }: Layout, definition: Definition): boolean =>
  definition.name === rules || sources.some(({ register }) => register === definition.name);

/** The end that the project had, where the step changes its span and nothing that could bring what lay before. */
function endBefore(unit: UnitOfWork, { breaksLeaveOut }: Layout): Day | null {
  for (const { id, definition, before } of unit.touched) {
    const end = before?.['end'];
    if (definition.name !== 'project' || before === null || typeof end !== 'string') continue;
    return breaksLeaveOut && !same(before['breaks'], unit.read(id)['breaks']) ? null : end;
  }
  return null;
}

function readersOf(project: Project, source: Source, touched: TouchedRecord, after: AnyRecord): number[] {
  const { definition, before } = touched;
  if (definition.name !== source.register || !changedIn(touched, after, source.fields)) return [];
  const versions = before === null ? [after] : [before, after];
  return versions.flatMap((record) => source.rules(project.store, record));
}

function changedIn({ before }: TouchedRecord, after: AnyRecord, fields: readonly string[]): boolean {
  if (before === null || before.removedStep !== after.removedStep) return true;
  return fields.some((name) => !same(before[name], after[name]));
}

/** Only rules are laid out by a step that carries an earlier day, and only new ones: nothing of theirs is there to change. */
export const layingOut: Follower = {
  hears: layouts.flatMap(({ rules, sources }) => [rules, ...sources.map(({ register }) => register)]),
  inDated: true,
  follow: layOutTouched,
};
