import { action } from './action.ts';
import { activity } from './activity.ts';
import { agenda } from './agenda.ts';
import { assessment } from './assessment.ts';
import { attendance } from './attendance.ts';
import { candidate } from './candidate.ts';
import { contact } from './contact.ts';
import { decision } from './decision.ts';
import { deliverable } from './deliverable.ts';
import { delivery } from './delivery.ts';
import { diary } from './diary.ts';
import { group } from './group.ts';
import { indicator } from './indicator.ts';
import { membership } from './membership.ts';
import { objective } from './objective.ts';
import { workPackage } from './package.ts';
import { observation } from './observation.ts';
import { payment } from './payment.ts';
import { person, personalFields } from './person.ts';
import { plan } from './plan.ts';
import { evidence, project } from './project.ts';
import { promise } from './promise.ts';
import { purpose } from './purpose.ts';
import { report } from './report.ts';
import { reportLine } from './report-line.ts';
import { risk } from './risk.ts';
import { round } from './round.ts';
import { series } from './series.ts';
import { session } from './session.ts';
import { stageChange } from './stage-change.ts';
import { swot } from './swot.ts';
import { topic } from './topic.ts';
import { unit } from './unit.ts';
import type { Definition } from './define.ts';

/** Every register, part and dated log, with parents before what belongs to them. */
export const registers: readonly Definition[] = [
  project,
  objective,
  workPackage,
  activity,
  unit,
  person,
  purpose,
  round,
  candidate,
  stageChange,
  group,
  membership,
  series,
  session,
  attendance,
  agenda,
  decision,
  action,
  topic,
  risk,
  assessment,
  swot,
  plan,
  promise,
  delivery,
  contact,
  diary,
  payment,
  indicator,
  observation,
  deliverable,
  report,
  reportLine,
];

const byName = new Map(registers.map((definition) => [definition.name, definition]));

/** The declaration of a register by its name. @throws Error when there is none: our bug, never the user's. */
export function registerOf(name: string): Definition {
  const definition = byName.get(name);
  if (definition === undefined) throw new Error(`No register ${name}`);
  return definition;
}

export {
  action,
  activity,
  agenda,
  assessment,
  attendance,
  candidate,
  decision,
  deliverable,
  delivery,
  diary,
  evidence,
  group,
  membership,
  objective,
  person,
  personalFields,
  plan,
  project,
  promise,
  purpose,
  report,
  reportLine,
  risk,
  round,
  series,
  session,
  stageChange,
  swot,
  topic,
  unit,
  workPackage,
};
export type * from './define.ts';
