import { findRecord } from '../../services/reading/lookup.ts';
import { printPreview } from '../line/previews.ts';
import { withProject } from '../project/project.ts';
import { printWritten } from '../line/written.ts';
import type { Project } from '../../services/project/project.ts';
import type { Written } from '../../services/writing/write.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from './registers.ts';

type Work = (project: Project, ids: readonly number[], call: Call) => Written<unknown>;

/**
 * A verb over one or more records; `usage` is what comes after the register's name. `options`: those of its own; 'fields'
 * where `work` reads them all as fields, which refuses what is none.
 */
export function verb(
  usage: string,
  words: readonly [number, number],
  coded: number,
  work: Work,
  options: readonly string[] | 'fields' = 'fields',
): Verb {
  return ({ definition, word }) => ({
    usage: `${word} ${usage}`,
    changes: true,
    options: options === 'fields' ? options : [...options, 'preview'],
    words,
    run: async (call) =>
      withProject(call, (project) => {
        const ids = call.words.slice(0, coded).map((code) => findRecord(project, [definition.name], code).id);
        if (call.options.has('preview'))
          return printPreview(call, project, (trial) => work(trial, ids, call), ids);
        const { step } = work(project, ids, call);
        printWritten(call, project, definition, ids, step === null ? 'same' : 'changed');
        return 0;
      }),
  });
}
