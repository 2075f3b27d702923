import { beforeEach, describe, expect, test } from 'vitest';
import { acceptProposals, proposeAgenda } from '../../source/services/meetings/agenda-proposal.ts';
import { markAttendance, markRest } from '../../source/services/meetings/attendance.ts';
import {
  closeSession,
  minutesUsed,
  reopenSession,
  sessionView,
} from '../../source/services/meetings/closing.ts';
import { evidenceFor } from '../../source/services/meetings/evidence.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { linkRecords } from '../../source/services/writing/links.ts';
import * as running from '../../source/services/meetings/running.ts';
import { redo, undo } from '../../source/services/writing/undo.ts';
import { cancelSessions, holdSession } from '../../source/services/writing/verbs.ts';
import { verifyChain } from '../../source/store/journal/verify.ts';
import { refusal } from '../support/refusal.ts';
import { snapshot } from '../support/snapshot.ts';
import { steeringProject } from '../support/steering.ts';
import type { TestProject } from '../support/project.ts';

let project: TestProject;
let ids: ReturnType<typeof steeringProject>['ids'];
let add: ReturnType<typeof steeringProject>['add'];

const agenda = (): string[] =>
  sessionView(project, ids.session).items.map(({ title, state, used, startedAt }) =>
    [title, state, used ?? '-', startedAt === null ? '' : 'now'].join(' ').trim(),
  );

beforeEach(() => {
  ({ project, ids, add } = steeringProject());
});

describe('Running a session', () => {
  test('keeps when it began and the minutes of each item, goes on and back', () => {
    acceptProposals(project, ids.session, proposeAgenda(project, ids.session, 'fi'));
    running.startSession(project, ids.session);
    expect(agenda()).toEqual(['Avaus open - now', 'Riskit open -', 'Muut asiat open -']);
    project.clock.minute = 4;
    const go = (leftAs?: 'open'): void => {
      const items = running.itemsOf(project, ids.session);
      const to = leftAs === undefined ? running.nextItem(items) : running.previousItem(items);
      running.takeItem(project, ids.session, to?.id ?? null, leftAs);
    };
    go();
    project.clock.minute = 9;
    go();
    expect(agenda()).toEqual(['Avaus done 4', 'Riskit done 5', 'Muut asiat open - now']);
    project.clock.minute = 10;
    go('open');
    project.clock.minute = 13;
    go();
    expect(agenda()).toEqual(['Avaus done 4', 'Riskit done 8', 'Muut asiat open 1 now']);
    go();
    expect(running.currentOf(running.itemsOf(project, ids.session))).toBeNull();
    const { session } = sessionView(project, ids.session);
    expect(minutesUsed(session, running.nowOf(project))).toBe(13);
    // The minutes of the items are those of the whole.
    closeSession(project, ids.session);
    expect(sessionView(project, ids.session).items.reduce((sum, { used }) => sum + (used ?? 0), 0)).toBe(13);
  });

  test('every key’s effect is a step: all of them undone leave what was there, redone what had become', () => {
    const before = snapshot(project.store, '2022-03-01');
    const steps = [
      () => acceptProposals(project, ids.session, proposeAgenda(project, ids.session, 'fi')),
      () => running.startSession(project, ids.session),
      () => markAttendance(project, ids.session, [{ person: ids.chair, mark: 'present' }]),
      () => markAttendance(project, ids.session, [{ person: ids.chair, mark: 'apology' }], 3),
      () => markAttendance(project, ids.session, [{ person: ids.chair, mark: null }]),
      () => markRest(project, ids.session, 'present'),
      () =>
        running.addNote(
          project,
          ids.session,
          'Avattiin.',
          running.itemsOf(project, ids.session)[0]?.id ?? null,
        ),
      () => running.addDecision(project, ids.session, 'Jatketaan', null),
      () => running.addPromise(project, ids.session, 'jäsen kokoaa luvut pe'),
      () => running.takeItem(project, ids.session, running.itemsOf(project, ids.session)[1]?.id ?? null),
      () => running.postponeItem(project, ids.session, running.itemsOf(project, ids.session)[1]?.id ?? 0),
      () => closeSession(project, ids.session),
      () => reopenSession(project, ids.session, 'Nimi väärin'),
    ];
    for (const step of steps) expect(step().step).not.toBeNull();
    const after = snapshot(project.store, '2022-03-01');
    for (const _ of steps) undo(project);
    expect(snapshot(project.store, '2022-03-01')).toEqual(before);
    for (const _ of steps) redo(project);
    expect(snapshot(project.store, '2022-03-01')).toEqual(after);
    expect(verifyChain(project.store)).toEqual([]);
  });

  test('a promise is an action of the session, with the owner and day that its words say', () => {
    const { result } = running.addPromise(project, ids.session, 'jäsen kokoaa luvut ensi ma');
    expect(getRecord(project, result)).toMatchObject({
      title: 'Kokoaa luvut',
      owner: ids.member,
      due: '2022-03-07',
      source: ids.session,
    });
    expect(refusal(() => running.addPromise(project, ids.session, '  ')).code).toBe('nothing-promised');
  });

  test('what is put off comes to the next session’s agenda, else it is proposed once there is one', () => {
    const item = add('agenda', { session: ids.session, position: 1, title: 'Talous', minutes: 10 });
    running.postponeItem(project, ids.session, item);
    expect(sessionView(project, ids.next).items).toMatchObject([
      { title: 'Talous', minutes: 10, state: 'open' },
    ]);
    // Once more is nothing more: it is there already.
    expect(running.postponeItem(project, ids.session, item)).toMatchObject({ result: ids.next, step: null });
    expect(sessionView(project, ids.next).items).toHaveLength(1);
    undo(project);
    cancelSessions(project, [ids.next], {});
    running.postponeItem(project, ids.session, item);
    closeSession(project, ids.session);
    const later = add('session', { group: ids.group, startsAt: '2022-06-07T12:00' });
    const proposals = proposeAgenda(project, later, 'fi');
    expect(proposals).toContainEqual(
      expect.objectContaining({ source: 'postponed', title: 'Talous', continues: item }),
    );
    acceptProposals(project, later, proposals);
    expect(proposeAgenda(project, later, 'fi').filter(({ source }) => source === 'postponed')).toEqual([]);
    expect(sessionView(project, later).items.map(({ title }) => title)).toEqual([
      'Avaus',
      'Riskit',
      'Talous',
      'Muut asiat',
    ]);
  });
});

describe('Closing', () => {
  test('numbers within the year, fixed then, and a cancelled one leaves no gap', () => {
    closeSession(project, ids.session);
    cancelSessions(project, [ids.next], {});
    const third = add('session', { group: ids.group, startsAt: '2022-06-07T12:00' });
    holdSession(project, third, {});
    const fourth = add('session', { group: ids.group, startsAt: '2023-01-10T12:00' });
    closeSession(project, fourth);
    expect([ids.session, ids.next, third, fourth].map((id) => getRecord(project, id)['number'])).toEqual([
      '1/2022',
      null,
      '2/2022',
      '1/2023',
    ]);
  });

  test('locks all but minutes, their way and recording; the reason of reopening is in the journal', () => {
    const item = add('agenda', { session: ids.session, title: 'Avaus' });
    const decision = running.addDecision(project, ids.session, 'Jatketaan', null).result;
    markAttendance(project, ids.session, [{ person: ids.chair, mark: 'present' }]);
    closeSession(project, ids.session);
    const attempts = [
      () => changeRecord(project, ids.session, { topic: 'Toinen' }),
      () => changeRecord(project, ids.session, { state: 'planned' }),
      () => changeRecord(project, item, { outcome: 'Lisäys' }),
      () => changeRecord(project, decision, { title: 'Ei jatketa' }),
      () => add('agenda', { session: ids.session, title: 'Lisäys' }),
      () => add('decision', { session: ids.session, title: 'Lisäys' }),
      () => markAttendance(project, ids.session, [{ person: ids.member, mark: 'present' }]),
      () => markAttendance(project, ids.session, [{ person: ids.chair, mark: 'apology' }]),
      () => removeRecords(project, [ids.session], true),
      () => closeSession(project, ids.session),
      () => holdSession(project, ids.session, {}),
      () => running.startSession(project, ids.session),
      () => running.addNote(project, ids.session, 'Lisäys', item),
    ];
    const before = snapshot(project.store, '2022-03-01');
    expect(attempts.map((attempt) => refusal(attempt).code)).toEqual(attempts.map(() => 'session-closed'));
    expect(snapshot(project.store, '2022-03-01')).toEqual(before);
    changeRecord(project, ids.session, {
      minutesState: 'forChecking',
      dnro: 'D/1/2022',
      recording: 'https://x.example',
    });
    // What it goes together with is not part of its minutes.
    const risk = add('risk', { title: 'Aikataulu' });
    linkRecords(project, [ids.session], [risk]);
    changeRecord(project, ids.session, { attachments: ['https://x.example/esitys.pdf'] });
    changeRecord(project, decision, { outcome: 'done', dnro: 'D/2/2022' });
    markAttendance(project, ids.session, [{ person: ids.member, mark: 'recording' }]);
    expect(refusal(() => changeRecord(project, ids.session, { closedOn: null })).code).toBe('reopen-reason');
    expect(refusal(() => reopenSession(project, ids.session, ' ')).code).toBe('reopen-reason');
    const { step } = reopenSession(project, ids.session, 'Jäsen puuttui');
    const image = project.store.sql('SELECT image FROM change WHERE step = ?').get(step)?.['image'];
    expect(JSON.parse(String(image))).toMatchObject({
      reopenedFor: 'Jäsen puuttui',
      closedOn: null,
      state: 'held',
    });
    markAttendance(project, ids.session, [{ person: ids.member, mark: 'present' }]);
    expect(closeSession(project, ids.session).step).not.toBeNull();
    expect(refusal(() => reopenSession(project, ids.next, 'syy')).code).toBe('session-not-closed');
  });

  test('an older step of a closed session is not taken back behind its lock', () => {
    const { step } = markAttendance(project, ids.session, [{ person: ids.chair, mark: 'present' }]);
    closeSession(project, ids.session);
    expect(refusal(() => undo(project, step ?? 0)).code).toBe('session-closed');
  });

  test('marks members absent whom nobody marked, where anybody was marked at all', () => {
    markAttendance(project, ids.session, [
      { person: ids.chair, mark: 'present' },
      { person: ids.member, mark: 'deputy', deputy: ids.guest },
    ]);
    closeSession(project, ids.session);
    const { members, present, voters, isQuorate } = sessionView(project, ids.session).roster;
    expect({ present, voters, isQuorate }).toEqual({ present: 2, voters: 3, isQuorate: true });
    expect(members.map(({ name, mark }) => `${name} ${mark}`)).toEqual([
      'Puheenjohtaja present',
      'Jäsen deputy',
      'Poissaolija absent',
      'Asiantuntija absent',
    ]);
    closeSession(project, ids.next);
    expect(sessionView(project, ids.next).roster.members.every(({ mark }) => mark === null)).toBe(true);
  });

  test('proposes what the minutes keep of the communication plan; only what is accepted is sent', () => {
    const plan = add('plan', {
      audience: 'Ohjausryhmä',
      means: ['ohjausryhmän kokoukset', 'intra'],
      followUp: 'Ohjausryhmän pöytäkirjat.',
    });
    const other = add('plan', { audience: 'Rahoittaja', means: ['ohjausryhmän kokoukset'] });
    add('plan', { audience: 'Henkilöstö', means: ['intra'], followUp: 'Kävijämäärä' });
    const waits = add('delivery', {
      plan,
      title: 'Tilanne',
      means: 'ohjausryhmän kokoukset',
      due: '2022-03-01',
    });
    const intra = add('delivery', { plan, title: 'Uutinen', means: 'intra', due: '2022-03-01' });
    const proposals = evidenceFor(project, ids.session, 'fi');
    expect(proposals).toMatchObject([
      { code: 'V-1.1', delivery: waits },
      { code: 'V-2', delivery: null, means: 'ohjausryhmän kokoukset' },
    ]);
    closeSession(project, ids.session, proposals);
    expect(getRecord(project, waits)).toMatchObject({ state: 'sent', sent: '2022-03-01', evidence: 'OR-1' });
    expect(getRecord(project, intra)).toMatchObject({ state: 'planned' });
    expect(getRecord(project, other)).toMatchObject({ sent: 1 });
    expect(evidenceFor(project, ids.session, 'fi')).toEqual([]);
  });
});

test('What is promised with a session is kept by its own minutes, not by those of the one before or after', () => {
  const plan = add('plan', { audience: 'Työryhmät', means: ['muistio', 'intra'] });
  const after = (offsetDays: number) => ({ kind: 'aroundSession', group: 'Ohjausryhmä', offsetDays });
  add('promise', { plan, rule: after(21), means: 'muistio' });
  add('promise', { plan, rule: after(-7), means: 'kokouksen esityslista', title: 'Esityslista' });
  add('promise', { plan, rule: after(1), means: 'intra', title: 'Uutinen' });
  const proposed = (session: number) =>
    evidenceFor(project, session, 'fi').map(({ delivery }) => getRecord(project, delivery ?? 0)['due']);
  expect(proposed(ids.session)).toEqual(['2022-03-22']);
  expect(proposed(ids.next)).toEqual(['2022-05-24']);
  changeRecord(project, ids.next, { startsAt: '2022-05-10T12:00', state: 'moved' });
  expect(proposed(ids.next)).toEqual(['2022-05-31']);
  closeSession(project, ids.session, evidenceFor(project, ids.session, 'fi'));
  expect(proposed(ids.session)).toEqual([]);
  expect(proposed(ids.next)).toEqual(['2022-05-31']);
});
