/** What the command line does with personal data: why people are kept, the usual purposes, and what is left of those anonymised. */
import { messages } from '../../language/index.ts';
import { formatDay } from '../../services/reading/days.ts';
import { findRecord } from '../../services/reading/lookup.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { proposePurposes } from '../../services/safety/propose-purposes.ts';
import { nameOfChoice, rolesOf } from '../../services/safety/purposes.ts';
import { printJson, printLines, table } from '../line/output.ts';
import { printPreview } from '../line/previews.ts';
import { withProject } from '../project/project.ts';
import type { Verb } from '../registers/registers.ts';

/** `person purposes CODE`: what somebody is to the project, why and until when they are kept as that. */
export const purposesVerb: Verb = ({ definition, word }) => ({
  usage: `${word} purposes CODE`,
  changes: false,
  options: [],
  words: [1, 1],
  run: async (call) =>
    withProject(call, (project) => {
      const { id } = findRecord(project, [definition.name], call.words[0] ?? '');
      const { language } = call;
      const held = rolesOf(project, id);
      const say = messages(language).people;
      if (call.json)
        printJson(
          call,
          held.map(({ id: record, ...rest }) => ({
            ...rest,
            code: record === null ? null : getRecord(project, record).code,
          })),
        );
      else
        printLines(
          call,
          table(
            call,
            Object.values(say.columns).map((heading) => ({ heading })),
            held.map(({ role, purpose, basis, until }) => [
              nameOfChoice(project, 'role', role, language),
              purpose ?? say.unset,
              basis === null ? '–' : nameOfChoice(project, 'basis', basis, language),
              until === null ? say.noDay : formatDay(until, language, 'full'),
            ]),
          ),
        );
      return 0;
    }),
});

/** `purpose propose`: the usual ones, for those kinds of people that have none. */
export const proposeVerb: Verb = ({ word }) => ({
  usage: `${word} propose [--preview]`,
  changes: true,
  options: ['preview'],
  words: [0, 0],
  run: async (call) =>
    withProject(call, (project) => {
      if (call.options.has('preview')) return printPreview(call, project, proposePurposes);
      const { step, result, codes } = proposePurposes(project);
      const say = messages(call.language).people;
      if (call.json) printJson(call, { step, codes });
      else if (step === null) printLines(call, [say.allSet]);
      else
        printLines(call, [
          say.proposed,
          ...result.map((id) => {
            const { code, heading } = getRecord(project, id);
            return call.place.text.safe(`  ${code ?? ''}  ${heading}`);
          }),
        ]);
      return 0;
    }),
});
