import { addDays } from '../../source/domain/days/day.ts';
import { registerOf } from '../../source/registers/index.ts';
import { listOf } from '../../source/services/reading/listing.ts';
import { closeProject, openProject, openProjectAsOf } from '../../source/services/project/project-file.ts';
import { benchDay } from './entries.ts';
import { against, at } from './measure.ts';
import { sized, timed } from './store.ts';
import type { Project } from '../../source/services/project/project.ts';
import type { Group } from './commands.ts';
import type { Generated } from './generate.ts';

/** Lists as of an earlier day beside the same lists now. */
export function asOfGroup(size: Generated, rounds: number): Group {
  const day = addDays(benchDay, -300);
  const list = (project: Project, offset: number, register = 'action'): number =>
    listOf(project, registerOf(register), { limit: 40, offset }, 'fi').length;
  let live: Project | null = null;
  let view: Project | null = null;
  const [first, people, then, now] = [
    sized('first list as of', size),
    sized('first list of people as of', size),
    sized('list as of', size),
    sized('list', size),
  ];
  return {
    title: 'As of an earlier day',
    rounds,
    subjects: [
      {
        name: first,
        measure: () => {
          live ??= openProject(size.file, {});
          if (view !== null) closeProject(view);
          const project = live;
          return timed(() => {
            view = openProjectAsOf(project, day);
            list(view, 0);
          });
        },
      },
      { name: then, measure: () => timed(() => view !== null && list(view, 120)) },
      { name: now, measure: () => timed(() => live !== null && list(live, 120)) },
      {
        // Worked out of most other registers, which are filled with it.
        name: people,
        measure: () => {
          live ??= openProject(size.file, {});
          const project = live;
          let other: Project | null = null;
          const taken = timed(() => {
            other = openProjectAsOf(project, day);
            list(other, 0, 'person');
          });
          if (other !== null) closeProject(other);
          return taken;
        },
      },
    ],
    goals: [
      {
        row: 'A',
        name: `first list as of a day @${size.records}`,
        figure: at(first, 0.5),
        unit: 'ms',
        gate: 400,
      },
      {
        row: 'A',
        name: `first list of people as of a day @${size.records}`,
        figure: at(people, 0.5),
        unit: 'ms',
        gate: 400,
      },
      {
        row: 'A',
        name: `list as of a day ÷ list now @${size.records}`,
        figure: against(then, now),
        unit: '×',
        gate: 1.5,
      },
    ],
  };
}
