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
import { observation } from './observation.ts';
import { workPackage } from './package.ts';
import { payment } from './payment.ts';
import { person } from './person.ts';
import { plan } from './plan.ts';
import { project } from './project.ts';
import { promise } from './promise.ts';
import { purpose } from './purpose.ts';
import { reportLine } from './report-line.ts';
import { report } from './report.ts';
import { risk } from './risk.ts';
import { round } from './round.ts';
import { series } from './series.ts';
import { session } from './session.ts';
import { stageChange } from './stage-change.ts';
import { swot } from './swot.ts';
import { topic } from './topic.ts';
import { unit } from './unit.ts';

/**
 * Every register, part and dated log by its name, with parents before what belongs to them. What is built evaluates a
 * declaration when its name is asked for (bin/chunks.js).
 */
export const declarations = {
  project,
  objective,
  package: workPackage,
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
};
