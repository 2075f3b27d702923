import { addRecord } from '../../source/services/writing/records.ts';
import { makeProject } from './project.ts';
import type { TestProject } from './project.ts';

/** A steering group with a chair, two members and an expert, one session today and one later. */
export function steeringProject() {
  const project: TestProject = makeProject();
  const add = (register: string, values: Record<string, unknown>): number =>
    addRecord(project, register, values).result;
  const group = add('group', {
    title: 'Ohjausryhmä',
    kind: 'steering',
    prefix: 'OR',
    minutes: 60,
    quorum: 2,
    standingAgenda: 'Avaus\nRiskit 10 min\nMuut asiat',
    invitationLead: 14,
    attachmentLead: 7,
    minutesLead: 7,
  });
  const [chair, member, away, expert, guest] = [
    'Puheenjohtaja',
    'Jäsen',
    'Poissaolija',
    'Asiantuntija',
    'Vieras',
  ].map((name) => add('person', { name })) as [number, number, number, number, number];
  for (const [person, role] of [
    [chair, 'chair'],
    [member, 'member'],
    [away, 'member'],
    [expert, 'expert'],
  ] as const)
    add('membership', { group, person, role, starts: '2022-01-01' });
  const session = add('session', { group, startsAt: '2022-03-01T12:00' });
  const next = add('session', { group, startsAt: '2022-05-03T12:00' });
  return { project, add, ids: { group, chair, member, away, expert, guest, session, next } };
}
