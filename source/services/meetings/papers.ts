/** The papers of a session on their way: invitation, attachments, and minutes from draft to sent. */
import { UserError } from '../../errors.ts';
import { laterSessions } from '../layout/sessions-ahead.ts';
import { todayOf } from '../project/project.ts';
import { stepOf } from './running.ts';
import type { Project } from '../project/project.ts';
import type { Written } from '../writing/write.ts';

/** What Today asks of a session, beside holding it. */
export type Paper = 'invitation' | 'attachments' | 'minutes';

const fields: Readonly<Record<Paper, (day: string) => Readonly<Record<string, unknown>>>> = {
  invitation: (day) => ({ invitationSent: day }),
  attachments: (day) => ({ attachmentsSent: day }),
  minutes: (day) => ({ minutesState: 'sent', minutesSent: day }),
};

export function isPaper(kind: string | undefined): kind is Paper {
  return kind !== undefined && Object.hasOwn(fields, kind);
}

/** The field with the day on which each was sent. */
const sentOn = {
  invitation: 'invitationSent',
  attachments: 'attachmentsSent',
  minutes: 'minutesSent',
} as const satisfies Record<Paper, string>;

/** Marks a paper as sent, today or on the day given. What has been sent stays as it was unless another day is given. */
export function sendPaper(
  project: Project,
  ids: readonly number[],
  paper: Paper,
  { day, baseVersion }: { readonly day?: string | undefined; readonly baseVersion?: number } = {},
): Written<void> {
  return stepOf(project, paper, (unit) => {
    for (const id of ids) {
      const known = unit.read(id)[sentOn[paper]];
      const sent = day ?? (typeof known === 'string' ? known : todayOf(project));
      unit.change(id, fields[paper](sent), baseVersion);
    }
  });
}

/**
 * Minutes at a stage of their way; approved ones say in which session. Those that are sent stay so when they are approved
 * afterwards: nothing is to be sent again. @throws UserError approved-where
 */
export function moveMinutes(
  project: Project,
  id: number,
  state: string,
  {
    approvedIn = null,
    baseVersion,
  }: { readonly approvedIn?: number | null; readonly baseVersion?: number } = {},
): Written<void> {
  return stepOf(project, 'minutes', (unit) => {
    const session = unit.read(id);
    const later = laterSessions(project, id);
    if (state === 'approved' && approvedIn === null && session['approvedIn'] === null && later.length > 0)
      throw new UserError('approved-where', {
        code: session.code ?? session.heading,
        codes: later.slice(0, 6).map(({ code, heading }) => code ?? heading),
      });
    const isSent = session['minutesState'] === 'sent' && state === 'approved';
    const sent = state === 'sent' ? { minutesSent: session['minutesSent'] ?? todayOf(project) } : {};
    const moved = isSent ? {} : { minutesState: state };
    unit.change(id, { ...moved, ...sent, ...(approvedIn !== null && { approvedIn }) }, baseVersion);
  });
}
