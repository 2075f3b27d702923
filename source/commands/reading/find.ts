import { summaryOf } from '../../registers/index.ts';
import { nameWithFigure } from '../../services/reading/latest-figure.ts';
import { mendingSearch, searchFor } from '../../services/reading/listing.ts';
import { numberOption, printJson, printLines, table } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { Project } from '../../services/project/project.ts';
import type { Identity } from '../../services/reading/listing.ts';
import type { Call, Command } from '../line/command.ts';

const usualLimit = 20;

/** A search index that turns out damaged is made anew first, with a line that tells how far it has come. */
async function foundIn(call: Call, project: Project, text: string, limit: number): Promise<Identity[]> {
  let damaged = false;
  const mendSearch = (): void => {
    damaged = true;
  };
  const found = searchFor({ ...project, mendSearch }, text, limit);
  if (!damaged) return found;
  const { doLong } = await import('../line/long-work.ts');
  await doLong(call, project, mendingSearch(project));
  return searchFor(project, text, limit);
}

export const find: Command = {
  usage: 'find WORDS… [--limit N]',
  changes: false,
  options: ['limit'],
  words: [1, Number.MAX_SAFE_INTEGER],
  run: async (call) => {
    const text = call.words.join(' ');
    const limit = numberOption(call, 'limit') ?? usualLimit;
    return withProject(
      call,
      async (project) => {
        const found = await foundIn(call, project, text, limit);
        if (call.json) {
          const rows = found.map(({ code, uid, register, heading }) => ({ code, uid, register, heading }));
          printJson(call, rows);
        } else if (found.length === 0) printLines(call, [call.say.find.nothing(call.place.text.safe(text))]);
        else {
          const columns = [call.say.columns.code, call.say.columns.heading, call.say.columns.register];
          const rows = found.map((one) => [
            one.code ?? '',
            one.register === 'indicator' ? nameWithFigure(project, one, call.language) : one.heading,
            summaryOf(one.register).label.one[call.language],
          ]);
          printLines(
            call,
            table(
              call,
              columns.map((heading) => ({ heading })),
              rows,
            ),
          );
        }
        return 0;
      },
      true,
    );
  },
};
