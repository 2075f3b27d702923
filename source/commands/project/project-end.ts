/** The end of the project: moved by `extend` or among other fields by `set`, and told of in either case. */
import { UserError } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { fieldContext, findRecord } from '../../services/reading/lookup.ts';
import { endMoveRows, previewJson } from '../../services/writing/preview-words.ts';
import {
  endMoveOfStep,
  moveProjectEnd,
  previewProjectEnd,
  theProject,
} from '../../services/project/project-end.ts';
import { changeRecords } from '../../services/writing/records.ts';
import { printJson, printLines } from '../line/output.ts';
import { printPreview, rowLines } from '../line/previews.ts';
import { withProject } from './project.ts';
import { valuesGiven } from '../line/values.ts';
import { printWritten } from '../line/written.ts';
import type { EndMove, EndOptions } from '../../services/project/project-end.ts';
import type { Project } from '../../services/project/project.ts';
import type { Written } from '../../services/writing/write.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from '../registers/registers.ts';

function printEndMove(call: Call, project: Project, move: EndMove, step: number | null): void {
  const { from, to, beyond, preview } = move;
  if (call.json) {
    printJson(call, { from, to, ...previewJson(project, preview), beyond, step });
    return;
  }
  const last = step === null ? [messages(call.language).plan.preview.trial] : [];
  printLines(call, [...rowLines(call, endMoveRows(project, move, call.language)), ...last]);
}

/** Moves the end and tells what came of it; with `--preview` only tells. */
function runEndMove(call: Call, project: Project, to: string, options: EndOptions): number {
  if (call.options.has('preview')) {
    printEndMove(call, project, previewProjectEnd(project, to, options), null);
    return 0;
  }
  const { end: from } = theProject(project);
  const { step } = moveProjectEnd(project, to, options);
  const { id } = theProject(project);
  // `set` prints the record for scripts, as it does of any register.
  const isPlain = step === null || (call.json && options.values !== undefined);
  if (isPlain) printWritten(call, project, registerOf('project'), [id], step === null ? 'same' : 'changed');
  else printEndMove(call, project, endMoveOfStep(project, step, from, to), step);
  return 0;
}

const ownOptions = ['preview', 'keep-terms'];

/** `luotsi project extend 31.12.2023`: also for an end that is nearer than the old one. */
export const extendVerb: Verb = ({ word }) => ({
  usage: `${word} extend DAY [--preview] [--keep-terms]`,
  changes: true,
  options: ownOptions,
  words: [1, 1],
  run: async (call) =>
    withProject(call, (project) => {
      const to = fieldContext(project, call.language).day(call.words[0] ?? '');
      return runEndMove(call, project, to, { keepTerms: call.options.has('keep-terms') });
    }),
});

/** The project's fields; an end that moves is told as by `extend`. There is one project, so its code may be left out. */
export const setProjectVerb: Verb = ({ definition, word }) => ({
  usage: `${word} set [CODE] --FIELD VALUE… [--preview] [--keep-terms]`,
  changes: true,
  options: 'fields',
  words: [0, 1],
  run: async (call) =>
    withProject(call, (project) => {
      const [code] = call.words;
      const { id, end } = theProject(project);
      if (code !== undefined) findRecord(project, [definition.name], code);
      const { end: to, ...values } = valuesGiven(call, project, definition, ownOptions);
      if (Object.keys(values).length === 0 && to === undefined)
        throw new UserError('nothing-given', { register: word }, 2);
      if (typeof to === 'string' && to !== end)
        return runEndMove(call, project, to, { values, keepTerms: call.options.has('keep-terms') });
      const all = to === undefined ? values : { ...values, end: to };
      const work = (one: Project): Written<void> => changeRecords(one, [id], all);
      if (call.options.has('preview')) return printPreview(call, project, work, [id]);
      const { step } = work(project);
      printWritten(call, project, definition, [id], step === null ? 'same' : 'changed');
      return 0;
    }),
});
