import { purpose } from '../../registers/purpose.ts';
import { projectLanguage } from '../project/project.ts';
import { write } from '../writing/write.ts';
import { usualPurposes } from './usual-purposes.ts';
import type { Project } from '../project/project.ts';
import type { Written } from '../writing/write.ts';

/** Sets the usual purposes for those kinds of people that have none yet. */
export function proposePurposes(project: Project): Written<number[]> {
  const { store } = project;
  const said = store.sql('SELECT DISTINCT role FROM purpose WHERE removedStep IS NULL').all();
  const known = new Set(said.map(({ role }) => role));
  const language = projectLanguage(store);
  const wanted = usualPurposes.filter(({ role }) => !known.has(role));
  return write(project, { kind: 'user', label: { verb: 'add', register: purpose.name } }, (unit) =>
    wanted.map((one) =>
      unit.add(purpose.name, {
        ...one,
        purpose: one.purpose[language],
        law: one.law[language],
        data: one.data[language],
      }),
    ),
  );
}
