/** `luotsi series preview`: what a series would lay out, before it is added. */
import { registerOf } from '../../registers/index.ts';
import { formatDay, formatLocalTime } from '../../services/reading/days.ts';
import { previewSeries } from '../../services/layout/series-preview.ts';
import { printJson, printLines } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import { valuesGiven } from '../line/values.ts';
import { wrongUsage } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import type { PreviewSlot } from '../../services/layout/series-preview.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from '../registers/registers.ts';

export const previewVerb: Verb = ({ word }) => ({
  usage: `${word} preview --rule RHYTHM [--holidays …] [--breaks …] [--skippedWeeks …]`,
  changes: false,
  options: 'fields',
  words: [0, 0],
  run: async (call) =>
    withProject(call, (project) => {
      const values = valuesGiven(call, project, registerOf('series'));
      if (values['rule'] === undefined)
        throw wrongUsage('missing-field', { register: word, fields: ['rule'] });
      const slots = previewSeries(project, values);
      if (call.json)
        printJson(
          call,
          slots.map(({ slot, startsAt, because }) => ({
            slot,
            startsAt,
            because: because?.[call.language] ?? null,
          })),
        );
      else
        printLines(
          call,
          slots.length === 0
            ? [messages(call.language).clubs.preview.none]
            : slots.map((slot) => lineOf(call, slot)),
        );
      return 0;
    }),
});

function lineOf({ language }: Call, { slot, startsAt, because }: PreviewSlot): string {
  const reason = because === null ? '' : `  ${because[language]}`;
  if (startsAt === null) return `– ${formatDay(slot, language, 'full')}${reason}`;
  const from = startsAt.startsWith(slot) ? '' : ` (${formatDay(slot, language)}${reason})`;
  return `  ${formatLocalTime(startsAt, language)}${from}`;
}
