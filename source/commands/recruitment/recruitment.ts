/** What the command line does with rounds, candidates, units and terms beyond what it does with any register. */
import { wrongUsage } from '../../errors.ts';
import { extendTerms } from '../../services/recruitment/champions.ts';
import { fieldContext, findRecord } from '../../services/reading/lookup.ts';
import { addRecord } from '../../services/writing/records.ts';
import { roundLike } from '../../services/recruitment/round-copy.ts';
import { isStage, moveStages } from '../../services/recruitment/stages.ts';
import { registerOf } from '../../registers/index.ts';
import { withProject } from '../project/project.ts';
import { valuesGiven } from '../line/values.ts';
import { verb } from '../registers/verb.ts';
import { printWritten } from '../line/written.ts';
import type { Project } from '../../services/project/project.ts';
import type { StageMove } from '../../services/recruitment/stages.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from '../registers/registers.ts';

const many = Number.MAX_SAFE_INTEGER;

const next = new Set(['next', 'seuraava']);

/** The stage that the last word means, in either language. */
function stageMeant(project: Project, call: Call): StageMove['to'] {
  const text = call.words.at(-1) ?? '';
  if (next.has(text.toLowerCase())) return 'next';
  const read = registerOf('stageChange').fields['stage']?.read(text, fieldContext(project, call.language));
  if (!isStage(read)) throw wrongUsage('missing-field', { register: 'candidate', fields: ['stage'] });
  return read;
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const stage: Verb = ({ definition, word }) => ({
  usage: `${word} stage CODE… STAGE|next [--reason TEXT] [--day DAY]`,
  changes: true,
  options: 'fields',
  words: [2, many],
  run: async (call) =>
    withProject(call, (project) => {
      const ids = call.words.slice(0, -1).map((code) => findRecord(project, [definition.name], code).id);
      const given = valuesGiven(call, project, registerOf('stageChange'), ['candidate', 'stage']);
      const move = { day: textOrNull(given['day']), reason: textOrNull(given['reason']) };
      const { step } = moveStages(project, ids, { to: stageMeant(project, call), ...move });
      printWritten(call, project, definition, ids, step === null ? 'same' : 'changed');
      return 0;
    }),
});

export const extendTermsVerb = verb('extend CODE… [--to DAY]', [1, many], many, (project, ids, call) => {
  valuesGiven(call, project, registerOf('membership'), ['to']);
  const text = call.options.value('to');
  return extendTerms(
    project,
    ids,
    text === undefined ? null : fieldContext(project, call.language).day(text),
  );
});

const copy: Verb = ({ definition, word }) => ({
  usage: `${word} copy CODE [--opens DAY] [--FIELD VALUE…]`,
  changes: true,
  options: 'fields',
  words: [1, 1],
  run: async (call) =>
    withProject(call, (project) => {
      const { id } = findRecord(project, [definition.name], call.words[0] ?? '');
      const values = roundLike(project, id, valuesGiven(call, project, definition));
      const { result } = addRecord(project, definition.name, values);
      printWritten(call, project, definition, [result], 'added');
      return 0;
    }),
});

/** What draws them is loaded when they are used. */
const funnel: Verb = ({ definition, word }) => ({
  usage: `${word} funnel [CODE]`,
  changes: false,
  options: [],
  words: [0, 1],
  run: async (call) =>
    withProject(call, async (project) => {
      const [code] = call.words;
      const id = code === undefined ? null : findRecord(project, [definition.name], code).id;
      const { printFunnel } = await import('./recruitment-tables.ts');
      printFunnel(call, project, id);
      return 0;
    }),
});

const coverage: Verb = ({ word }) => ({
  usage: `${word} coverage [--area NAME] [--uncovered] [--message]`,
  changes: false,
  options: ['area', 'uncovered', 'message'],
  words: [0, 0],
  run: async (call) =>
    withProject(call, async (project) => {
      const { printCoverage } = await import('./recruitment-tables.ts');
      printCoverage(call, project);
      return 0;
    }),
});

export const roundVerbs = { funnel, copy };
export const candidateVerbs = { stage };
export const unitVerbs = { coverage };
