import { expect, test } from 'vitest';
import { acceptProposals, proposeAgenda } from '../../source/services/meetings/agenda-proposal.ts';
import { sessionView } from '../../source/services/meetings/closing.ts';
import { escalateRisks } from '../../source/services/risks/risks.ts';
import { changeRecord, removeRecords, restoreRecords } from '../../source/services/writing/records.ts';
import * as running from '../../source/services/meetings/running.ts';
import { holdSession } from '../../source/services/writing/verbs.ts';
import { nextDay } from '../support/project.ts';
import { steeringProject } from '../support/steering.ts';

test('An agenda is proposed from open actions, risks that moved, late communication and reports', () => {
  const { project, ids, add } = steeringProject();
  holdSession(project, ids.session, {});
  nextDay(project, 2);
  running.addPromise(project, ids.session, 'jäsen kokoaa luvut 20.3.');
  const risk = add('risk', { title: 'Kiire', probability: 2, impact: 4 });
  const plan = add('plan', { audience: 'Rahoittaja' });
  add('delivery', { plan, title: 'Uutinen', means: 'intra', due: '2022-03-02' });
  add('delivery', { plan, title: 'Väliraportti rahoittajalle', means: 'raportti', due: '2022-03-20' });
  nextDay(project);
  changeRecord(project, risk, { probability: 4 });
  const proposals = proposeAgenda(project, ids.next, 'fi');
  expect(proposals.map(({ source, title, background }) => ({ source, title, background }))).toEqual([
    { source: 'standing', title: 'Avaus', background: null },
    { source: 'standing', title: 'Riskit', background: 'R-1 Kiire: 16' },
    { source: 'standing', title: 'Muut asiat', background: null },
    { source: 'actions', title: 'Avoimet tehtävät', background: 'T-1 Kokoaa luvut, Jäsen, 20.3.' },
    { source: 'communication', title: 'Myöhässä oleva viestintä', background: 'V-1.1 Uutinen, 2.3.' },
    {
      source: 'reports',
      title: 'Tulossa olevat raportit',
      background: 'V-1.2 Väliraportti rahoittajalle, 20.3.',
    },
  ]);
  acceptProposals(project, ids.next, proposals);
  expect(sessionView(project, ids.next).items.map(({ position, title }) => `${position} ${title}`)).toEqual([
    '1 Avaus',
    '2 Riskit',
    '3 Avoimet tehtävät',
    '4 Myöhässä oleva viestintä',
    '5 Tulossa olevat raportit',
    '6 Muut asiat',
  ]);
  expect(proposeAgenda(project, ids.next, 'fi')).toEqual([]);
  // What comes up later goes to the item that is there.
  running.addPromise(project, ids.session, 'puheenjohtaja kutsuu asiantuntijan 1.4.');
  expect(proposeAgenda(project, ids.next, 'fi')).toMatchObject([
    {
      source: 'actions',
      background: 'T-1 Kokoaa luvut, Jäsen, 20.3.\nT-2 Kutsuu asiantuntijan, Puheenjohtaja, 1.4.',
    },
  ]);
});

test('A standing item that was put off stands once on the next agenda, in its place', () => {
  const putOff = (
    meanwhile: (next: number, project: ReturnType<typeof steeringProject>['project']) => void,
  ) => {
    const { project, ids } = steeringProject();
    acceptProposals(project, ids.session, proposeAgenda(project, ids.session, 'fi'));
    running.startSession(project, ids.session);
    const risks = running.itemsOf(project, ids.session).find(({ title }) => title === 'Riskit')?.id ?? 0;
    changeRecord(project, risks, { background: 'Rahoituksen riski jäi auki' });
    meanwhile(ids.next, project);
    running.postponeItem(project, ids.session, risks);
    return { project, next: ids.next, risks };
  };
  const agendaOf = ({ project, next }: ReturnType<typeof putOff>) =>
    running.itemsOf(project, next).map(({ title, background }) => ({ title, background }));
  const once = [
    { title: 'Avaus', background: null },
    { title: 'Riskit', background: 'Rahoituksen riski jäi auki' },
    { title: 'Muut asiat', background: null },
  ];
  const before = putOff(() => {});
  acceptProposals(before.project, before.next, proposeAgenda(before.project, before.next, 'fi'));
  expect(agendaOf(before)).toEqual(once);
  const after = putOff((next, project) => acceptProposals(project, next, proposeAgenda(project, next, 'fi')));
  expect(agendaOf(after)).toEqual(once);
  // Put off while there was no next one: it waits, and is proposed in the standing item.
  const waited = putOff((next, project) => removeRecords(project, [next]));
  restoreRecords(waited.project, [waited.next]);
  const proposals = proposeAgenda(waited.project, waited.next, 'fi');
  expect(proposals.filter(({ title }) => title === 'Riskit')).toMatchObject([{ continues: waited.risks }]);
  const [opening] = proposals;
  acceptProposals(
    waited.project,
    waited.next,
    opening === undefined ? [] : [{ ...opening, title: 'Riskit' }],
  );
  const later = proposeAgenda(waited.project, waited.next, 'fi').filter(({ title }) => title === 'Riskit');
  expect(later).toMatchObject([{ continues: waited.risks, background: 'Rahoituksen riski jäi auki' }]);
  acceptProposals(waited.project, waited.next, later);
  expect(agendaOf(waited)).toEqual([{ title: 'Riskit', background: 'Rahoituksen riski jäi auki' }]);
  expect(proposeAgenda(waited.project, waited.next, 'fi').map(({ title }) => title)).not.toContain('Riskit');
});

test('A very high risk is proposed to the steering group until it has been told, whether it moved or not', () => {
  const { project, ids, add } = steeringProject();
  const risk = add('risk', { title: 'Rahoitus', probability: 5, impact: 5 });
  nextDay(project);
  holdSession(project, ids.session, {});
  const group = add('group', { title: 'Työryhmä', kind: 'workGroup', prefix: 'TR' });
  const other = add('session', { group, startsAt: '2022-05-04T12:00' });
  holdSession(project, add('session', { group, startsAt: '2022-03-02T09:00' }), {});
  nextDay(project, 3);
  const risks = (session: number, language: 'fi' | 'en') =>
    proposeAgenda(project, session, language).find(({ title }) => title === 'Riskit')?.background ?? null;
  expect(risks(ids.next, 'fi')).toBe('R-1 Rahoitus: 25, erittäin suuri, viedään ohjausryhmän tietoon');
  expect(risks(ids.next, 'en')).toBe('R-1 Rahoitus: 25, very high, to be brought to the steering group');
  expect(proposeAgenda(project, other, 'fi')).toEqual([]);
  escalateRisks(project, [risk]);
  expect(risks(ids.next, 'fi')).toBeNull();
});
