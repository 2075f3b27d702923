/** What the command line does with risks beyond what it does with any register. */
import { wrongUsage } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import * as risks from '../../services/risks/risks.ts';
import { withProject } from '../project/project.ts';
import { valuesGiven } from '../line/values.ts';
import { verb } from '../registers/verb.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Project } from '../../services/project/project.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from '../registers/registers.ts';

const many = Number.MAX_SAFE_INTEGER;

const dayGiven = (project: Project, call: Call): Day | undefined => {
  const text = call.options.value('day');
  return text === undefined ? undefined : fieldContext(project, call.language).day(text);
};

const assess = verb(
  'assess CODE --probability N --impact N --reason TEXT [--day DAY]',
  [1, 1],
  1,
  (project, [id = 0], call) => {
    const given = valuesGiven(call, project, registerOf('assessment'));
    if (given['probability'] === undefined && given['impact'] === undefined)
      throw wrongUsage('missing-field', { register: 'assessment', fields: ['probability', 'impact'] });
    return risks.assessRisk(project, id, given);
  },
);

const review = verb('review CODE… [--reason TEXT] [--day DAY]', [1, many], many, (project, ids, call) =>
  risks.reviewUnchanged(project, ids, valuesGiven(call, project, registerOf('assessment'))),
);

const realise = verb(
  'realise CODE [--title TEXT] [--owner WHO] [--due DAY] [--day DAY]',
  [1, 1],
  1,
  (project, [id = 0], call) => {
    const given = valuesGiven(call, project, registerOf('action'), ['day']);
    return risks.realiseRisk(project, id, given, dayGiven(project, call));
  },
);

const close = verb('close CODE… --reason TEXT', [1, many], many, (project, ids, call) => {
  const given = valuesGiven(call, project, registerOf('assessment'));
  const reason = given['reason'];
  return risks.closeRisks(project, ids, typeof reason === 'string' ? reason : null);
});

const escalate = verb('escalate CODE… [--day DAY]', [1, many], many, (project, ids, call) => {
  valuesGiven(call, project, registerOf('risk'), ['day']);
  return risks.escalateRisks(project, ids, { day: dayGiven(project, call) });
});

/** A verb that shows many risks at once; what draws it is loaded when it is used. */
const shows =
  (usage: string, options: readonly string[], name: 'printMatrix' | 'printTop' | 'printWarnings'): Verb =>
  ({ word }) => ({
    usage: `${word} ${usage}`,
    changes: false,
    options,
    words: [0, 0],
    run: async (call) => {
      const views = await import('./risk-views.ts');
      return withProject(call, (project) => {
        views[name](call, project);
        return 0;
      });
    },
  });

export const riskVerbs: Readonly<Record<string, Verb>> = {
  assess,
  review,
  realise,
  close,
  escalate,
  matrix: shows('matrix [--since DAY]', ['since'], 'printMatrix'),
  top: shows('top [--limit N] [--since DAY]', ['limit', 'since'], 'printTop'),
  warnings: shows('warnings', [], 'printWarnings'),
};
