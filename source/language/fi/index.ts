import type { en } from '../en/index.ts';
import { backups } from './backups.ts';
import { clubs } from './clubs.ts';
import { commandErrors } from './command-errors.ts';
import { commands } from './commands.ts';
import { consoleLists } from './console-lists.ts';
import { consoleReports } from './console-reports.ts';
import { console } from './console.ts';
import { earlierDay } from './earlier-day.ts';
import { errors } from './errors.ts';
import { importing } from './importing.ts';
import { longWork } from './long-work.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { meetingErrors } from './meeting-errors.ts';
import { reportErrors } from './report-errors.ts';
import { recruitment } from './recruitment.ts';
import { recruitmentErrors } from './recruitment-errors.ts';
import { report } from './report.ts';
import { reportKindErrors } from './report-kind-errors.ts';
import { running } from './running.ts';
import { safety, safetyErrors } from './safety.ts';
import { trust, trustErrors } from './trust.ts';
import { warnings } from './warnings.ts';

export const fi: typeof en = {
  backups,
  clubs,
  commands,
  earlierDay,
  console: { ...console, ...consoleLists, ...consoleReports },
  importing,
  longWork,
  people,
  plan,
  report,
  running,
  recruitment,
  trust,
  safety,
  warnings,
  errors: {
    ...errors,
    ...commandErrors,
    ...meetingErrors,
    ...reportErrors,
    ...trustErrors,
    ...safetyErrors,
    ...recruitmentErrors,
    ...reportKindErrors,
  },
};
