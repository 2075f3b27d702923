import { definitionOf } from '../../store/records/records.ts';
import { layOutRule } from './layout.ts';
import { write } from '../writing/write.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Project } from '../project/project.ts';
import type { Written } from '../writing/write.ts';

/** Lays out the planned occurrences of a series or a promise again, as a step of its own; nothing where all is as it should be. */
export function layOut(project: Project, id: number, until?: Day): Written<void> {
  const register = definitionOf(project.store, id).name;
  return write(project, { kind: 'system', label: { verb: 'layOut', register } }, (unit) => {
    layOutRule(project, unit, id, { until });
  });
}
