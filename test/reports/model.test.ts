import { describe, expect, test } from 'vitest';
import { matrix } from '../../source/reports/risk-matrix.ts';
import { statusReport } from '../../source/reports/status/model.ts';
import {
  action,
  activity,
  assessedRisk,
  champions,
  decision,
  delivery,
  group,
  march,
  nothing,
  risk,
  round,
  session,
  sinceStart,
  units,
} from './rows.ts';
import type { StatusSnapshot } from '../../source/reports/snapshot.ts';

const report = (given: Partial<StatusSnapshot>, scope = march) =>
  statusReport({ ...nothing, ...given }, scope);

describe('Since last time', () => {
  test('The day of the last meeting was told last time, the last day belongs to the span', () => {
    const activities = ['2022-02-28', '2022-03-01', '2022-03-31'].map((doneOn, index) =>
      activity(index + 1, { state: 'done', doneOn }),
    );
    const { plan } = report({ activities });
    expect(plan.finished.map(({ code }) => code)).toEqual(['TO-2', 'TO-3']);
    expect([plan.done, plan.doneBefore]).toEqual([3, 1]);
  });

  test('A file that is younger than the span claims no changes that it can not know', () => {
    const given = {
      activities: [activity(1, { earlierState: null, earlierDue: null, account: 'Tuotu taulukosta' })],
      ...assessedRisk(1, { '2022-01-15': 16 }, 'high', { state: 'closed', earlierState: null }),
    };
    const { plan, risks } = report(given);
    expect(plan.begun).toEqual([]);
    expect(plan.told).toEqual([]);
    expect(plan.rescheduled).toEqual([]);
    expect(risks.closed).toEqual([]);
    expect(risks.openBefore).toBeNull();
  });

  test('Since the start there is no last time', () => {
    const { plan, recruitment, risks, communication } = report(
      {
        activities: [activity(1, { state: 'done', doneOn: '2022-01-10', earlierState: null })],
        units: units(2),
        champions: champions(1),
        ...assessedRisk(1, { '2022-01-15': 16 }, 'high', { earlierState: null }),
      },
      sinceStart,
    );
    expect(plan.finished).toHaveLength(1);
    expect([
      plan.doneBefore,
      recruitment.championsBefore,
      recruitment.coverage.coveredBefore,
      risks.openBefore,
      risks.open[0]?.scoreBefore,
      communication.sentBefore,
    ]).toEqual([null, null, null, null, null, null]);
    expect(risks.appeared).toEqual([]);
  });

  test('What is dated is compared by its own days, whenever it was written down', () => {
    const { recruitment } = report({ units: units(4), champions: champions(3, { 2: '2022-03-10' }) });
    expect(recruitment).toMatchObject({ champions: 2, championsBefore: 3, came: 0, left: 1 });
    expect(recruitment.coverage).toMatchObject({ covered: 2, total: 4, coveredBefore: 3 });
  });
});

describe('Figures', () => {
  test('The funnel counts who reached a stage, then and now; a mere sign-up is interest', () => {
    const { recruitment } = report({
      rounds: [round(1, { state: 'open', target: 2 })],
      candidates: [
        { id: 1, round: 1, signedUp: '2022-02-20' },
        { id: 2, round: 1, signedUp: '2022-03-02' },
        { id: 3, round: 1, signedUp: null },
      ],
      stages: [
        { candidate: 1, stage: 'selected', day: '2022-03-05' },
        { candidate: 2, stage: 'withdrawn', day: '2022-03-09' },
      ],
    });
    const [figures] = recruitment.rounds;
    expect(figures?.now).toEqual({
      reached: { interested: 3, contacted: 1, supervisorAgrees: 1, selected: 1, started: 0 },
      lost: { withdrawn: 1, notSelected: 0 },
    });
    expect(figures?.before?.reached).toMatchObject({ interested: 1, selected: 0 });
  });

  test('Attendance is a mean over the sessions that were marked, beside as many days before', () => {
    const { meetings } = report({
      groups: [group(1, 'club')],
      sessions: [
        session(1, 1, '2022-02-09', { present: 5 }),
        session(2, 1, '2022-03-02', { present: 8 }),
        session(3, 1, '2022-03-09', { present: 9 }),
        session(4, 1, '2022-03-16'),
        session(5, 1, '2022-03-23', { state: 'cancelled' }),
        session(6, 1, '2022-03-31', { state: 'planned' }),
        session(7, 1, '2022-04-06', { state: 'moved' }),
      ],
    });
    expect(meetings[0]).toMatchObject({
      heldInSpan: 3,
      heldInAll: 4,
      cancelled: 1,
      ahead: 2,
      next: '2022-03-31',
      attendance: { mean: 8.5, sessions: 2 },
      attendanceBefore: { mean: 5, sessions: 1 },
    });
  });

  test('Risks: what moved and why, what is new, closed and realised', () => {
    const many = [
      assessedRisk(1, { '2022-02-01': 3, '2022-03-10': 5 }, 'moderate'),
      assessedRisk(2, { '2022-02-01': 3, '2022-03-10': 3 }, 'low'),
      assessedRisk(3, { '2022-03-10': 4 }, 'low', { identified: '2022-03-10', earlierState: null }),
      assessedRisk(4, { '2022-02-01': 3 }, 'low', { state: 'closed', closingReason: 'Ohi' }),
      assessedRisk(5, { '2022-02-01': 3 }, 'low', { state: 'closed', earlierState: 'closed' }),
      assessedRisk(6, { '2022-02-01': 3 }, 'low', { state: 'realised', earlierState: 'handled' }),
    ];
    const { risks } = report({
      risks: many.flatMap((one) => one.risks),
      assessments: many.flatMap((one) => one.assessments),
    });
    const codes = (standings: typeof risks.open) => standings.map((standing) => standing.risk.code);
    expect(codes(risks.open)).toEqual(['R-1', 'R-3', 'R-2']);
    expect(codes(risks.moved)).toEqual(['R-1']);
    expect(risks.moved[0]).toMatchObject({ scoreBefore: 3, reason: 'Perustelu 2022-03-10' });
    expect(codes(risks.appeared)).toEqual(['R-3']);
    expect(codes(risks.closed)).toEqual(['R-4']);
    expect(codes(risks.realised)).toEqual(['R-6']);
    expect(risks.openBefore).toBe(4);
    expect(matrix(risks.open.map(({ risk: one }) => one))[4]).toEqual([0, 0, 1, 1, 1]);
    expect(
      matrix(risks.open.map(({ risk: one }) => one))
        .flat()
        .reduce((sum, count) => sum + count),
    ).toBe(3);
  });

  test('Risks: what the steering group was told of in the span', () => {
    const { risks } = report({
      risks: [
        risk(1, { escalated: '2022-03-20' }),
        risk(2, { escalated: '2022-02-01' }),
        risk(3, { escalated: '2022-03-21', state: 'closed' }),
        risk(4),
      ],
    });
    expect(risks.escalated.map((standing) => standing.risk.code)).toEqual(['R-1', 'R-3']);
  });

  test('Communication: a window is kept by its last day, and what is left out is named', () => {
    const { communication } = report({
      plans: [{ id: 1, code: 'V-1', audience: 'Henkilöstö' }],
      deliveries: [
        delivery(1, { due: '2022-02-20', late: '2022-03-10', state: 'sent', sent: '2022-03-09' }),
        delivery(2, { due: '2022-03-15', state: 'planned' }),
        delivery(3, { due: '2022-03-20', state: 'skipped', reason: 'Loma' }),
        delivery(4, { state: 'sent', sent: '2022-03-21' }),
        delivery(5, { due: '2022-03-31', state: 'drafted' }),
        delivery(6, { due: '2022-02-10', state: 'sent', sent: '2022-02-10' }),
      ],
    });
    expect(communication).toMatchObject({ promised: 4, kept: 1, sent: 2, sentBefore: 1 });
    expect(communication.late.map(({ delivery: { code }, days }) => [code, days])).toEqual([['V-1-2', 16]]);
    expect(communication.skipped.map(({ code }) => code)).toEqual(['V-1-3']);
    expect(communication.audiences[0]).toMatchObject({ lastSent: '2022-03-21', sentInAll: 3, late: 1 });
    expect(communication.audiences[0]?.next?.code).toBe('V-1-5');
  });
});

describe('The steering group', () => {
  const groups = [group(1, 'steering', { standingAgenda: 'Avaus\nRiskit' }), group(2, 'workGroup')];
  const sessions = [
    session(1, 1, '2022-01-20'),
    session(2, 1, '2022-02-28', { number: '1/2022' }),
    session(3, 2, '2022-03-15'),
    session(4, 1, '2022-05-10', { state: 'planned' }),
  ];

  test('Its last decisions with what carries them out, and earlier ones that are open', () => {
    const { promises } = report({
      groups,
      sessions,
      decisions: [
        decision(1, { session: 1 }),
        decision(2, { session: 1, outcome: 'done' }),
        decision(3, { session: 2 }),
        decision(4, { session: 3 }),
      ],
      actions: [action(1, { source: 3, state: 'done', doneOn: '2022-03-03' }), action(2, { source: 3 })],
    });
    expect(promises.lastSession?.number).toBe('1/2022');
    expect(promises.lastDecisions.map((one) => [one.decision.code, one.actions.length])).toEqual([
      ['P-3', 2],
    ]);
    expect(promises.openDecisions.map((one) => one.decision.code)).toEqual(['P-1']);
    expect(promises.doneActions.map(({ code }) => code)).toEqual(['T-1']);
  });

  test('It is asked for what its agenda has beside the standing items, and for proposals', () => {
    const { promises } = report({
      groups,
      sessions,
      agenda: [
        { session: 4, title: 'Avaus', state: 'open' },
        { session: 4, title: 'riskit ', state: 'open' },
        { session: 4, title: 'Jatkoajan hakeminen', state: 'open' },
        { session: 4, title: 'Jo käsitelty', state: 'done' },
      ],
      decisions: [decision(9, { session: 4, title: 'Hankitaan valmennus' })],
    });
    expect(promises.asked).toEqual(['Jatkoajan hakeminen', 'P-9 Hankitaan valmennus']);
  });

  test('What comes is told up to its next session, or two months where that is near', () => {
    expect(report({ groups, sessions }).ahead.until).toBe('2022-05-10');
    const near = [session(4, 1, '2022-04-10', { state: 'planned' })];
    expect(report({ groups, sessions: near }).ahead.until).toBe('2022-05-30');
    expect(report({}).ahead.until).toBe('2022-05-30');
  });
});
