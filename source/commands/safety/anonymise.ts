import { wrongUsage } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import { anonymiseCopies } from '../../services/safety/anonymise-copies.ts';
import { anonymise, finderBeside, foreseeAnonymising, namesKnown } from '../../services/safety/anonymise.ts';
import { without } from '../../services/safety/forgetting.ts';
import { changeView } from '../../settings/settings.ts';
import { doLong } from '../line/long-work.ts';
import { findRecord } from '../../services/reading/lookup.ts';
import { answered } from '../line/ask.ts';
import { placeOfCopies } from './copies.ts';
import { printJson, printLines } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import { outward, printForeseen } from './anonymise-told.ts';
import type { CopiesCleared } from '../../services/safety/anonymise-copies.ts';
import type { Identity } from '../../services/reading/record-view.ts';
import type { Project } from '../../services/project/project.ts';
import type { Anonymised, AnonymiseOptions } from '../../services/safety/anonymise.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from '../registers/registers.ts';

/** `person anonymise`: what can't be undone is asked about, or takes --yes. */
export const anonymiseVerb: Verb = ({ definition, word }) => ({
  usage: `${word} anonymise CODE [--texts] [--name NAME]… [--force] [--yes] [--preview]`,
  changes: true,
  options: ['texts', 'name', 'force', 'yes', 'preview'],
  words: [1, 1],
  run: async (call) =>
    withProject(call, async (project) => {
      const { id, uid, code } = findRecord(project, [definition.name], call.words[0] ?? '');
      const say = messages(call.language).trust;
      const options = {
        force: call.options.has('force'),
        texts: call.options.has('texts'),
        names: call.options.all('name'),
      };
      if (call.options.has('preview')) return printForeseen(call, foreseeAnonymising(project, id, options));
      if (!call.options.has('yes')) {
        if (!call.place.isTerminal || call.json) throw wrongUsage('anonymise-yes', { code: code ?? '' });
        if (!(await answered(say.anonymise.ask({ code: code ?? '' }), say.copies.yes))) {
          printLines(call, [say.copies.unchanged]);
          return 1;
        }
      }
      const { done, copies } = await everywhere(call, project, { id, uid }, options);
      const { mentions, perhaps, ...rest } = done;
      if (call.json)
        printJson(call, {
          code,
          ...rest,
          mentions: mentions.map(outward),
          perhaps: perhaps.map((one) => one.code),
          copies,
        });
      else printLines(call, linesOf(call, code ?? '', options.texts, done, copies));
      return done.swept && copies.left.length === 0 ? 0 : 1;
    }),
});

/** In the file, in the settings, and in every copy. */
async function everywhere(
  call: Call,
  project: Project,
  { id, uid }: Pick<Identity, 'id' | 'uid'>,
  options: AnonymiseOptions,
): Promise<{ done: Anonymised; copies: CopiesCleared }> {
  const beside = finderBeside(project, id, options.names);
  // A copy may know a name that the file has forgotten, and the other way round.
  const names = [...namesKnown(project, id), ...options.names];
  const done = anonymise(project, id, options);
  if (beside !== null)
    await changeView(call.place.environment, project.store.path, (view) => without(view, beside));
  const place = placeOfCopies(call, project.store.path);
  const work = anonymiseCopies(
    place,
    { uid, label: done.label },
    { ...options, names, force: true },
    call.place.environment,
  );
  return { done, copies: await doLong(call, project, work) };
}

function linesOf(
  call: Call,
  code: string,
  texts: boolean,
  done: Anonymised,
  { cleared, left }: CopiesCleared,
): string[] {
  const say = messages(call.language).trust.anonymise;
  const { safe } = call.place.text;
  const { label, step, images, mentions, perhaps, swept } = done;
  const lines = [step === null ? say.nothing(label) : say.done({ code, label, images })];
  if (done.reports.length > 0) lines.push(messages(call.language).people.anonymise.refrozen(done.reports));
  if (mentions.length > 0) {
    lines.push(texts ? say.edited : say.edit);
    lines.push(...mentions.map((one) => `  ${safe(one.code)}  ${one.field[call.language]}`));
  }
  if (perhaps.length > 0) lines.push(say.perhaps(perhaps.map((one) => safe(one.code))));
  if (cleared > 0) lines.push(say.copies(cleared));
  if (left.length > 0) lines.push(say.left(left.map(safe)));
  if (!swept) lines.push(say.open);
  lines.push(say.elsewhere);
  return lines;
}
