/** The papers of a session on their way: invitation, attachments, and minutes from draft to sent. */
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

/** Marks a paper as sent, today or on the day given. */
export function sendPaper(
  project: Project,
  ids: readonly number[],
  paper: Paper,
  day = todayOf(project),
): Written<void> {
  return stepOf(project, paper, (unit) => {
    for (const id of ids) unit.change(id, fields[paper](day));
  });
}

/** Minutes at a stage of their way; approved ones say in which session. */
export function moveMinutes(
  project: Project,
  id: number,
  state: string,
  approvedIn: number | null = null,
): Written<void> {
  return stepOf(project, 'minutes', (unit) => {
    const sent = state === 'sent' ? { minutesSent: todayOf(project) } : {};
    unit.change(id, { minutesState: state, ...sent, ...(approvedIn !== null && { approvedIn }) });
  });
}
