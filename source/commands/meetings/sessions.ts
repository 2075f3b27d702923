/** What the command line does to sessions: one of a series can speak for those that follow it, or for all. */
import { wrongUsage } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { fieldContext, findRecord } from '../../services/reading/lookup.ts';
import { changeRecords } from '../../services/writing/records.ts';
import { changeSession, scopes } from '../../services/layout/session-scope.ts';
import { planSession, voteTopics } from '../../services/meetings/topic-stock.ts';
import * as verbs from '../../services/writing/verbs.ts';
import { listOption, numberOption } from '../line/output.ts';
import { valuesGiven } from '../line/values.ts';
import { verb } from '../registers/verb.ts';
import type { Project } from '../../services/project/project.ts';
import type { Scope } from '../../services/layout/session-scope.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from '../registers/registers.ts';

const many = Number.MAX_SAFE_INTEGER;
const scoped = `[--scope ${scopes.join('|')}]`;

/** `--scope`, for one session; several at a time are each meant alone. @throws UserError wrong-option */
function scopeOf(call: Call, ids: readonly number[]): Scope {
  const text = call.options.value('scope') ?? 'this';
  const forms = ids.length > 1 ? ['this'] : scopes;
  const scope = scopes.find((one) => one === text && forms.includes(one));
  if (scope === undefined) throw wrongUsage('wrong-option', { option: 'scope', text, forms });
  return scope;
}

const given = (project: Project, call: Call) => valuesGiven(call, project, registerOf('session'), ['scope']);

const set = verb(`set CODE… --FIELD VALUE… ${scoped}`, [1, many], many, (project, ids, call) => {
  const values = given(project, call);
  if (Object.keys(values).length === 0) throw wrongUsage('nothing-given', { register: 'session' });
  const [only = 0] = ids;
  const scope = scopeOf(call, ids);
  return ids.length > 1 ? changeRecords(project, ids, values) : changeSession(project, only, values, scope);
});

const move = verb(`move CODE TIME [--reason TEXT] ${scoped}`, [1, 2], 1, (project, [id = 0], call) => {
  const field = registerOf('session').fields['startsAt'];
  const values = given(project, call);
  const [, time] = call.words;
  const startsAt =
    time === undefined ? values['startsAt'] : field?.read(time, fieldContext(project, call.language));
  if (startsAt === undefined)
    throw wrongUsage('missing-field', { register: 'session', fields: ['startsAt'] });
  const scope = scopeOf(call, [id]);
  if (scope === 'this') return verbs.moveSession(project, id, { ...values, startsAt });
  return changeSession(project, id, { ...values, startsAt }, scope, { verb: 'move' });
});

const cancel = verb(`cancel CODE… [--reason TEXT] ${scoped}`, [1, many], many, (project, ids, call) => {
  const values = given(project, call);
  const scope = scopeOf(call, ids);
  if (scope === 'this') return verbs.cancelSessions(project, ids, values);
  return changeSession(project, ids[0] ?? 0, { state: 'cancelled', ...values }, scope, { verb: 'cancel' });
});

const plan = verb('plan CODE --topic TOPIC,… [--guest WHO]', [1, 1], 1, (project, [id = 0], call) => {
  const names = listOption(call, 'topic') ?? [];
  if (names.length === 0) throw wrongUsage('missing-field', { register: 'session', fields: ['topic'] });
  const topics = names.map((name) => findRecord(project, ['topic'], name).id);
  return planSession(project, id, topics, valuesGiven(call, project, registerOf('session'), ['topic']));
});

const vote = verb(
  'vote CODE… [--by WHO] [--count N]',
  [1, many],
  many,
  (project, ids, call) => {
    const { askedBy } = registerOf('topic').fields;
    const read = askedBy?.read(call.options.value('by') ?? '', fieldContext(project, call.language));
    const [by = null] = read as readonly (number | string)[];
    return voteTopics(project, ids, by, numberOption(call, 'count') ?? 1);
  },
  ['by', 'count'],
);

/** Verbs of sessions that can be meant for a series, and what they take up. */
export const sessionVerbs: Readonly<Record<string, Verb>> = { set, move, cancel, plan };
export const topicVerbs: Readonly<Record<string, Verb>> = { vote };
