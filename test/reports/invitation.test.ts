import { expect, test } from 'vitest';
import { acceptProposals, proposeAgenda } from '../../source/services/meetings/agenda-proposal.ts';
import { closeSession } from '../../source/services/meetings/closing.ts';
import { markAttendance } from '../../source/services/meetings/attendance.ts';
import { makeReport } from '../../source/services/reporting/report.ts';
import * as running from '../../source/services/meetings/running.ts';
import { holdSession } from '../../source/services/writing/verbs.ts';
import { succeed } from '../../source/services/meetings/succession.ts';
import { nextDay } from '../support/project.ts';
import { steeringProject } from '../support/steering.ts';

test('An invitation tells when, what is taken up with its background, and who is invited on that day', () => {
  const { project, ids, add } = steeringProject();
  running.addPromise(project, ids.session, 'jäsen kokoaa luvut 20.3.');
  holdSession(project, ids.session, {});
  acceptProposals(project, ids.next, proposeAgenda(project, ids.next, 'fi'));
  const [chair] = project.store.sql<{ id: number }>(`SELECT id FROM membership WHERE role = 'chair'`).all();
  const heir = add('person', { name: 'Seuraaja' });
  succeed(project, chair?.id ?? 0, heir, '2022-04-01');
  const { text } = makeReport(project, {
    kind: 'invitation',
    session: ids.next,
    language: 'fi',
    format: 'md',
  });
  expect(text).toContain('# Kokouskutsu: Ohjausryhmä');
  expect(text).toContain('ti 3.5.2022 klo 12.00–13.00');
  expect(text).toMatch(/\| 2 Riskit +\| +\| +10 \|/);
  expect(text).toContain('T-1 Kokoaa luvut, Jäsen, 20.3.');
  expect(text).toContain('Seuraaja (puheenjohtaja)');
  expect(text).not.toContain('Puheenjohtaja (puheenjohtaja)');
});

test('Minutes tell when the session was in fact, and print the roster of their day whoever came later', () => {
  const { project, ids, add } = steeringProject();
  running.startSession(project, ids.session);
  markAttendance(project, ids.session, [{ person: ids.chair, mark: 'present' }]);
  project.clock.minute = 47;
  closeSession(project, ids.session);
  nextDay(project, 40);
  const [chair] = project.store.sql<{ id: number }>(`SELECT id FROM membership WHERE role = 'chair'`).all();
  succeed(project, chair?.id ?? 0, add('person', { name: 'Seuraaja' }), '2022-04-01');
  const { text } = makeReport(project, {
    kind: 'minutes',
    session: ids.session,
    language: 'fi',
    format: 'md',
  });
  expect(text).toContain('ti 1.3.2022 klo 12.00–12.47');
  expect(text).toMatch(/Puheenjohtaja +\| puheenjohtaja +\| läsnä/);
  expect(text).not.toContain('Seuraaja');
});
