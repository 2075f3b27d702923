import { findRecord } from '../../services/reading/lookup.ts';
import { linkRecords, unlinkRecords } from '../../services/writing/links.ts';
import { printJson, printLines } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { Command } from '../line/command.ts';

function linking(verb: 'link' | 'unlink', work: typeof linkRecords): Command {
  return {
    usage: `${verb} CODE CODE…`,
    changes: true,
    options: [],
    words: [2, Number.MAX_SAFE_INTEGER],
    run: async (call) =>
      withProject(call, (project) => {
        const [first, ...others] = call.words.map((word) => findRecord(project, [], word));
        if (first === undefined) return 0;
        const { step } = work(
          project,
          [first.id],
          others.map(({ id }) => id),
        );
        const [code, ...codes] = [first, ...others].map((one) => one.code ?? one.heading);
        if (call.json) printJson(call, { step, code, [verb === 'link' ? 'linked' : 'unlinked']: codes });
        else {
          const words = step === null ? call.say.links.same : call.say.links[verb];
          printLines(call, [call.place.text.safe(words(code ?? '', codes.join(', ')))]);
        }
        return 0;
      }),
  };
}

/** `luotsi link R-4 TK-15`: the two name each other from now on. */
export const link = linking('link', linkRecords);
export const unlink = linking('unlink', unlinkRecords);
