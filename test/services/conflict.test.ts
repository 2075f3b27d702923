import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extendTerms } from '../../source/services/recruitment/champions.ts';
import { moveMinutes, sendPaper } from '../../source/services/meetings/papers.ts';
import { planSession } from '../../source/services/meetings/topic-stock.ts';
import { succeed } from '../../source/services/meetings/succession.ts';
import { moveStages } from '../../source/services/recruitment/stages.ts';
import { assessRisk, escalateRisks, reviewUnchanged } from '../../source/services/risks/risks.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { newestStep } from '../../source/services/project/project.ts';
import {
  finishActions,
  holdSessions,
  moveSession,
  sendDeliveries,
  skipDeliveries,
} from '../../source/services/writing/verbs.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { closeStore } from '../../source/store/file/open.ts';
import { fillProject, makeProject, openTestProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { everything } from '../support/snapshot.ts';
import { runs } from '../support/runs.ts';
import type { Project } from '../../source/services/project/project.ts';

const word = fc.constantFrom('a', 'b', 'c', null);
const anyPatch = fc.record(
  {
    title: fc.constantFrom('a', 'b', 'Avainhenkilö lähtee'),
    cause: word,
    state: fc.constantFrom('open', 'handled'),
    owner: fc.constantFrom('suunnittelija', 'esihenkilö', null),
    tags: fc.subarray(['x', 'y']),
    // Kept by entries of a log.
    probability: fc.constantFrom(1, 5),
    impact: fc.constantFrom(4, 5),
  },
  { requiredKeys: [] },
);

test('Two who change a record from the same version keep both changes, or the second is told of the clash', () => {
  fc.assert(
    fc.property(anyPatch, anyPatch, fc.boolean(), (first, second, isNear) => {
      const one = makeProject();
      const { risk } = fillProject(one);
      const other = isNear ? one : openTestProject(one.store.path, one.clock);
      const before = getRecord(one, risk);
      const { version } = before;
      changeRecord(one, risk, first, version);
      const between = getRecord(other, risk);
      const differs = (mine: unknown, theirs: unknown): boolean =>
        JSON.stringify(mine) !== JSON.stringify(theirs);
      const clashes = Object.entries(second)
        .filter(([name]) => Object.hasOwn(first, name) && differs(before[name], between[name]))
        .filter(([name, value]) => differs(value, between[name]))
        .map(([name]) => name);
      if (clashes.length > 0) {
        const all = everything(one.store);
        expect(refusal(() => changeRecord(other, risk, second, version))).toMatchObject({
          code: 'conflict',
          parameters: { code: 'R-1', fields: clashes },
        });
        expect(everything(one.store)).toEqual(all);
      } else {
        changeRecord(other, risk, second, version);
        expect(getRecord(one, risk)).toMatchObject({ ...first, ...second });
      }
      if (!isNear) closeStore(other.store);
      closeStore(one.store);
    }),
    runs(60, 20220309),
  );
});

test('A version from before the record was there gives no leave to write over it', () => {
  const project = makeProject();
  const { risk } = fillProject(project);
  expect(refusal(() => changeRecord(project, risk, { title: 'Toinen' }, 1)).code).toBe('conflict');
});

test('A judgement and a stage that came between are told too, those that were seen are not', () => {
  const one = makeProject();
  const { risk, anna } = fillProject(one);
  const seen = getRecord(one, risk).version;
  const other = openTestProject(one.store.path, one.clock);
  addRecord(other, 'assessment', { risk, probability: 5, impact: 5, reason: 'toinen' });
  expect(refusal(() => changeRecord(one, risk, { probability: 1, title: 'Uusi' }, seen))).toMatchObject({
    code: 'conflict',
    parameters: { fields: ['probability'], labels: [{ fi: 'Todennäköisyys' }] },
  });
  expect(getRecord(one, risk)).toMatchObject({ probability: 5, title: 'Avainhenkilö lähtee' });
  const now = getRecord(one, risk).version;
  expect(now).toBeGreaterThan(seen);
  changeRecord(one, risk, { probability: 1 }, now);
  expect(getRecord(one, risk)).toMatchObject({ probability: 1, impact: 5 });
  const round = addRecord(one, 'round', { title: 'Kevät' }).result;
  const candidate = addRecord(one, 'candidate', { round, person: anna }).result;
  const fresh = getRecord(one, candidate).version;
  changeRecord(other, candidate, { stage: 'selected' });
  const withdraw = () => changeRecord(one, candidate, { stage: 'withdrawn', reason: 'Kiire' }, fresh);
  expect(refusal(withdraw)).toMatchObject({ code: 'conflict', parameters: { fields: ['stage'] } });
  changeRecord(one, candidate, { stage: 'selected' }, fresh);
  closeStore(other.store);
  closeStore(one.store);
});

test('What is done to records by a key is refused where another has done otherwise since they were seen', () => {
  const one = makeProject();
  const { risk, anna } = fillProject(one);
  const other = openTestProject(one.store.path, one.clock);
  assessRisk(one, risk, { probability: 2, impact: 2 });
  const group = addRecord(one, 'group', { title: 'Ohjausryhmä', kind: 'steering' }).result;
  const meeting = (startsAt: string): number => addRecord(one, 'session', { group, startsAt }).result;
  const [session, later] = [meeting('2022-03-10T09:00'), meeting('2022-04-10T09:00')];
  const topic = addRecord(one, 'topic', { title: 'Sähköiset lomakkeet', group }).result;
  const member = addRecord(one, 'membership', {
    person: anna,
    group,
    role: 'member',
    starts: '2022-01-01',
    ends: '2022-12-31',
  }).result;
  const [bea, cai] = ['Bea', 'Cai'].map((name) => addRecord(one, 'person', { name }).result);
  const round = addRecord(one, 'round', { title: 'Kevät' }).result;
  const candidate = addRecord(one, 'candidate', { round, person: anna }).result;
  const action = addRecord(one, 'action', { title: 'Kutsu', due: '2022-03-20' }).result;
  const plan = addRecord(one, 'plan', { audience: 'Henkilöstö', goal: 'Tieto' }).result;
  const delivery = addRecord(one, 'delivery', { plan, title: 'Uutiskirje', due: '2022-03-20' }).result;
  const deeds: [string[], () => unknown, (on: Project, seen: number) => unknown][] = [
    [
      ['probability'],
      () => assessRisk(other, risk, { probability: 5 }),
      (on, seen) => assessRisk(on, risk, { probability: 1 }, seen),
    ],
    [
      ['impact'],
      () => assessRisk(other, risk, { impact: 4 }),
      (on, seen) => reviewUnchanged(on, [risk], {}, seen),
    ],
    [
      ['escalated'],
      () => escalateRisks(other, [risk], { day: '2022-02-20' }),
      (on, seen) => escalateRisks(on, [risk], { baseVersion: seen }),
    ],
    [
      ['stage'],
      () => moveStages(other, [candidate], { to: 'selected' }),
      (on, baseVersion) => moveStages(on, [candidate], { to: 'next', baseVersion }),
    ],
    [
      ['ends'],
      () => extendTerms(other, [member], '2023-06-30'),
      (on, seen) => extendTerms(on, [member], '2023-12-31', seen),
    ],
    [
      ['state'],
      () => changeRecord(other, action, { state: 'dropped' }),
      (on, seen) => finishActions(on, [action], {}, seen),
    ],
    [
      ['state'],
      () => skipDeliveries(other, [delivery], { reason: 'Ei tarvita' }),
      (on, seen) => sendDeliveries(on, [delivery], {}, seen),
    ],
    [
      ['topic'],
      () => changeRecord(other, later, { topic: 'Tietosuoja' }),
      (on, seen) => planSession(on, later, [topic], {}, seen),
    ],
    [
      ['minutesState'],
      () => moveMinutes(other, session, 'draft'),
      (on, seen) => moveMinutes(on, session, 'sent', { baseVersion: seen }),
    ],
    [
      ['minutesState'],
      () => moveMinutes(other, session, 'forChecking'),
      (on, seen) => sendPaper(on, [session], 'minutes', { baseVersion: seen }),
    ],
    [
      ['state'],
      () => moveSession(other, session, { startsAt: '2022-03-17T09:00' }),
      (on, seen) => holdSessions(on, [session], seen),
    ],
    [
      ['ends', 'successor'],
      () => succeed(other, member, bea ?? 0, '2022-06-01'),
      (on, seen) => succeed(on, member, cai ?? 0, '2022-05-01', { baseVersion: seen }),
    ],
  ];
  for (const [fields, theirs, mine] of deeds) {
    const seen = newestStep(one);
    theirs();
    const all = everything(one.store);
    const { code, parameters } = refusal(() => mine(one, seen));
    expect({ code, parameters }).toMatchObject({ code: 'conflict', parameters: { fields } });
    expect(everything(one.store)).toEqual(all);
  }
  // Who has seen it goes on.
  assessRisk(one, risk, { probability: 1 }, newestStep(one));
  expect(getRecord(one, risk)).toMatchObject({ probability: 1, impact: 4 });
  closeStore(other.store);
  closeStore(one.store);
});
