/** What anonymising would do, and which acts of it there have been. */
import { messages } from '../../language/index.ts';
import { formatDay } from '../../services/reading/days.ts';
import { foreseenRows } from '../../services/safety/anonymise-words.ts';
import { anonymiseActs } from '../../services/safety/anonymise-log.ts';
import { printJson, printLines, styled, table } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { Foreseen } from '../../services/safety/anonymise.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from '../registers/registers.ts';

/** A mention as scripts read it. */
export const outward = ({ code, field }: Foreseen['mentions'][number]) => ({ code, field });

/** Nothing is written. */
export function printForeseen(call: Call, foreseen: Foreseen): number {
  const { perhaps, mentions } = foreseen;
  if (call.json)
    printJson(call, {
      ...foreseen,
      mentions: mentions.map(outward),
      perhaps: perhaps.map(({ code }) => code),
      step: null,
    });
  else printLines(call, foreseenLines(call, foreseen));
  return 0;
}

function foreseenLines(call: Call, foreseen: Foreseen): string[] {
  const { safe } = call.place.text;
  const lines = foreseenRows(foreseen, call.language).map(({ kind, text }) => {
    if (kind === 'item') return `  ${safe(text)}`;
    return styled(call, kind === 'warning' ? 'alarm' : 'bold', safe(text));
  });
  return [foreseen.label, ...lines, messages(call.language).plan.preview.trial];
}

/** `person anonymised`: which acts there have been, without a word of who the people were. */
export const anonymisedVerb: Verb = ({ word }) => ({
  usage: `${word} anonymised`,
  changes: false,
  options: [],
  words: [0, 0],
  run: async (call) =>
    withProject(call, (project) => {
      const acts = anonymiseActs(project);
      const say = messages(call.language).people.anonymise;
      if (call.json) printJson(call, acts);
      else if (acts.length === 0) printLines(call, [say.noneYet]);
      else
        printLines(
          call,
          table(
            call,
            Object.values(say.columns).map((heading) => ({ heading })),
            acts.map(({ step, day, person: code, images, others }) => [
              String(step),
              formatDay(day, call.language, 'full'),
              code ?? '–',
              String(images),
              others.join(', '),
            ]),
          ),
        );
      return 0;
    }),
});
