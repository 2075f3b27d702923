/** Verbs of single registers. What is built loads them when a word is none of the verbs that every register has. */
import { registerOf } from '../../registers/index.ts';
import * as verbs from '../../services/writing/verbs.ts';
import { anonymisedVerb } from '../safety/anonymise-told.ts';
import { anonymiseVerb } from '../safety/anonymise.ts';
import { dueVerb, planVerbs } from '../communication/communication.ts';
import { figuresVerb } from '../reading/group-figures.ts';
import { meetingVerbs } from '../meetings/meeting-verbs.ts';
import { membershipVerbs } from '../meetings/membership-verbs.ts';
import { extendVerb, setProjectVerb } from '../project/project-end.ts';
import { candidateVerbs, extendTermsVerb, roundVerbs, unitVerbs } from '../recruitment/recruitment.ts';
import { reportVerbs } from '../reporting/report-verbs.ts';
import { riskVerbs } from '../risks/risks.ts';
import { proposeVerb, purposesVerb } from '../safety/people.ts';
import { previewVerb } from '../meetings/series-preview.ts';
import { sessionVerbs, topicVerbs } from '../meetings/sessions.ts';
import { valuesGiven } from '../line/values.ts';
import { verb } from './verb.ts';
import type { Project } from '../../services/project/project.ts';
import type { Call } from '../line/command.ts';
import type { Verb } from './registers.ts';

const many = Number.MAX_SAFE_INTEGER;

/** The options as values, read by the fields of a register or dated log. */
const ownValues = (project: Project, call: Call, register: string) =>
  valuesGiven(call, project, registerOf(register));

const done = verb('done CODE… [--outcome TEXT] [--doneOn DAY]', [1, many], many, (project, ids, call) =>
  verbs.finishActions(project, ids, ownValues(project, call, 'action')),
);
const send = verb(
  'send CODE… [--sent DAY] [--evidence TEXT] [--reach N]',
  [1, many],
  many,
  (project, ids, call) => verbs.sendDeliveries(project, ids, ownValues(project, call, 'delivery')),
);
const skip = verb('skip CODE… [--reason TEXT]', [1, many], many, (project, ids, call) =>
  verbs.skipDeliveries(project, ids, ownValues(project, call, 'delivery')),
);

const bespokeVerbs: Readonly<Record<string, Readonly<Record<string, Verb>>>> = {
  candidate: candidateVerbs,
  round: roundVerbs,
  unit: unitVerbs,
  session: { ...sessionVerbs, ...meetingVerbs },
  membership: { ...membershipVerbs, extend: extendTermsVerb },
  risk: riskVerbs,
  group: { figures: figuresVerb },
  series: { preview: previewVerb },
  topic: topicVerbs,
  action: { done },
  delivery: { send, skip, due: dueVerb },
  plan: planVerbs,
  project: { extend: extendVerb, set: setProjectVerb },
  person: { anonymise: anonymiseVerb, anonymised: anonymisedVerb, purposes: purposesVerb },
  purpose: { propose: proposeVerb },
  report: reportVerbs,
};

/** Verbs that the register of this name has beside the ones of every register, or in place of them. */
export function bespokeVerbsOf(register: string): Readonly<Record<string, Verb>> {
  return bespokeVerbs[register] ?? {};
}
