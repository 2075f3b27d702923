import { beforeEach, describe, expect, test } from 'vitest';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { addRecord, changeRecord } from '../../source/services/writing/records.ts';
import { undo } from '../../source/services/writing/undo.ts';
import { warningSentence, type Warning } from '../../source/services/writing/warnings.ts';
import { makeProject, nextDay, type TestProject } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';

let project: TestProject;
const add = (register: string, values: Record<string, unknown>): number =>
  addRecord(project, register, values).result;

beforeEach(() => {
  project = makeProject();
  nextDay(project, 30);
});

describe('Terms', () => {
  test('of one person in one role of one group never overlap; in another role or group they may', () => {
    const [group, other] = [add('group', { title: 'Verkosto' }), add('group', { title: 'Klubi' })];
    const person = add('person', { name: 'Anna Aalto' });
    const term = { group, person, role: 'champion' };
    const first = add('membership', { ...term, starts: '2022-03-01', ends: '2022-06-30' });
    const { code } = getRecord(project, first);
    expect(refusal(() => add('membership', { ...term, starts: '2022-06-30' }))).toMatchObject({
      code: 'terms-overlap',
      parameters: { other: code, ends: '2022-06-30' },
    });
    expect(refusal(() => add('membership', term))).toMatchObject({ code: 'terms-overlap' });
    const next = add('membership', { ...term, starts: '2022-07-01' });
    add('membership', { ...term, role: 'chair' });
    add('membership', { ...term, group: other });
    expect(refusal(() => changeRecord(project, first, { ends: '2022-07-01' }))).toMatchObject({
      code: 'terms-overlap',
    });
    changeRecord(project, first, { notes: 'muusta saa kirjoittaa' });
    expect(getRecord(project, next)['starts']).toBe('2022-07-01');
  });

  test('do not end before they start, nor does a round close before it opens', () => {
    const round = add('round', { title: 'Kevät', opens: '2022-03-23', closes: '2022-03-23' });
    expect(refusal(() => changeRecord(project, round, { closes: '2022-03-22' }))).toMatchObject({
      code: 'turned-days',
      parameters: { starts: '2022-03-23', ends: '2022-03-22' },
    });
    expect(getRecord(project, round)['closes']).toBe('2022-03-23');
  });
});

test('Codes of sessions begin with letters in capitals, however a group has its prefix', () => {
  const group = add('group', { title: 'Klubi', prefix: 'tk' });
  const first = add('session', { group, startsAt: '2022-05-03T12:00' });
  expect(getRecord(project, first).code).toBe('TK-1');
  for (const prefix of ['a b', 'R2', 'liianpitkä', '<b>', '-'])
    expect(refusal(() => changeRecord(project, group, { prefix }))).toMatchObject({ code: 'wrong-prefix' });
  expect(refusal(() => add('group', { title: 'Toinen', prefix: '1' })).code).toBe('wrong-prefix');
  expect(getRecord(project, group)['prefix']).toBe('tk');
});

test('Numbers of days and minutes are such as a day can be reckoned with', () => {
  const group = add('group', { title: 'Klubi' });
  const session = add('session', { group, startsAt: '2022-05-03T12:00', minutes: 7 * 24 * 60 });
  const attempts = [
    () => changeRecord(project, session, { minutes: Number.MAX_SAFE_INTEGER }),
    () => changeRecord(project, group, { minutes: 1e9 }),
    () => changeRecord(project, group, { invitationLead: 1e9 }),
    () => changeRecord(project, group, { minutesLead: 367 }),
    () => add('plan', { audience: 'Henkilöstö', silenceDays: 1e9 }),
  ];
  expect(attempts.map((attempt) => refusal(attempt).code)).toEqual(attempts.map(() => 'wrong-number'));
});

test('A unit does not follow itself, also not in a circle', () => {
  const [one, two] = [add('unit', { name: 'Yksi' }), add('unit', { name: 'Kaksi' })];
  changeRecord(project, one, { successor: two });
  expect(refusal(() => changeRecord(project, two, { successor: one }))).toMatchObject({
    code: 'own-successor',
  });
  expect(refusal(() => changeRecord(project, two, { successor: two }))).toMatchObject({
    code: 'own-successor',
  });
});

describe('Stages', () => {
  let candidate: number;
  const move = (stage: string, day: string): number => add('stageChange', { candidate, stage, day });

  beforeEach(() => {
    const round = add('round', { title: 'Kevät' });
    const person = add('person', { name: 'Anna Aalto' });
    candidate = add('candidate', { round, person, signedUp: '2022-03-10' });
  });

  test('belong to a candidate who is in the round once', () => {
    const { round, person } = getRecord(project, candidate);
    expect(refusal(() => add('candidate', { round, person }))).toMatchObject({ code: 'candidate-twice' });
  });

  test('move forward, out from anywhere, and back in again', () => {
    move('contacted', '2022-03-11');
    move('selected', '2022-03-15');
    expect(refusal(() => move('contacted', '2022-03-16'))).toMatchObject({
      code: 'stage-back',
      parameters: { earlier: true, day: '2022-03-15' },
    });
    // Told later than it was: it fits between what stands around it.
    move('supervisorAgrees', '2022-03-12');
    expect(refusal(() => move('started', '2022-03-12'))).toMatchObject({
      code: 'stage-back',
      parameters: { earlier: false, day: '2022-03-15' },
    });
    expect(getRecord(project, candidate)['stage']).toBe('selected');
    move('withdrawn', '2022-03-20');
    move('contacted', '2022-03-25');
    expect(getRecord(project, candidate)).toMatchObject({ stage: 'contacted', wasSelected: 1 });
  });

  test('do not move before the candidate signed up, nor is the signing up moved past them', () => {
    expect(refusal(() => move('contacted', '2022-03-09'))).toMatchObject({ code: 'stage-early' });
    move('started', '2022-03-12');
    expect(refusal(() => move('notSelected', '2022-03-13'))).toMatchObject({ code: 'stage-back' });
    expect(refusal(() => changeRecord(project, candidate, { signedUp: '2022-03-13' }))).toMatchObject({
      code: 'sign-up-late',
    });
    undo(project);
    changeRecord(project, candidate, { signedUp: '2022-03-13' });
  });
});

describe('Warnings', () => {
  test('a second of one name, a meeting on a holiday and a diary line of a coming day are kept and told of', () => {
    const told: Warning[] = [];
    const heard = { ...project, warned: (more: readonly Warning[]) => void told.push(...more) };
    const said = (): string[] => told.splice(0).map((one) => warningSentence(one, 'fi'));
    addRecord(heard, 'unit', { name: 'Neuvola' });
    const group = addRecord(heard, 'group', { title: 'Kahviklubi', kind: 'club', prefix: 'KA' }).result;
    expect(said()).toEqual([]);
    const second = addRecord(heard, 'unit', { name: 'neuvola' }).result;
    expect(said()).toEqual([
      expect.stringMatching(/^Tallennettu, mutta myös Y-\d+ on ”neuvola”: onko Y-\d+ sama\?$/),
    ]);
    changeRecord(heard, second, { name: 'Äitiysneuvola' });
    expect(said()).toEqual([]);
    const spelt = addRecord(heard, 'unit', { name: 'ÄITIYSNEUVOLA' }).result;
    expect(said()).toEqual([expect.stringMatching(/^Tallennettu, mutta myös Y-\d+ on ”ÄITIYSNEUVOLA”/)]);
    changeRecord(heard, spelt, { name: 'Äitiysneuvola, pohjoinen' });
    changeRecord(heard, second, { notes: 'oma rivinsä' });
    expect(said()).toEqual([]);
    const session = addRecord(heard, 'session', { group, startsAt: '2022-04-15T09:00' }).result;
    expect(said()).toEqual(['Tallennettu, mutta pe 15.4.2022 on pyhäpäivä, pitkäperjantai: KA-1.']);
    changeRecord(heard, session, { startsAt: '2022-04-14T09:00' });
    expect(said()).toEqual([]);
    const entry = addRecord(heard, 'diary', { text: 'Esittely', day: '2022-12-20' }).result;
    expect(said()).toEqual([
      expect.stringMatching(/^Tallennettu, mutta päivä on vasta tulossa: PK-\d+, ti 20\.12\.2022\.$/),
    ]);
    changeRecord(heard, entry, { day: '2022-03-02' });
    expect(said()).toEqual([]);
  });

  test('days outside the project’s span are kept, told of once a step, and not when taken back', () => {
    const told: Warning[] = [];
    const heard = { ...project, warned: (more: readonly Warning[]) => void told.push(...more) };
    const { result } = addRecord(heard, 'round', {
      title: 'Jälkihaku',
      opens: '2025-01-02',
      closes: '2025-02-03',
    });
    expect(getRecord(project, result)['closes']).toBe('2025-02-03');
    expect(told).toMatchObject([
      { code: 'outside-span', side: 'after', day: '2025-01-02', limit: '2024-12-31', more: 1 },
    ]);
    expect(told.map((one) => warningSentence(one, 'fi'))).toEqual([
      'Tallennettu, mutta RK-1: Haku alkaa 2.1.2025; hanke päättyy 31.12.2024 (ja 1 muu).',
    ]);
    changeRecord(heard, result, { notes: 'ei uutta päivää' });
    changeRecord(heard, result, { opens: '2022-02-01', closes: '2022-04-01' });
    expect(told).toHaveLength(2);
    expect(told[1]).toMatchObject({ side: 'before', limit: '2022-03-01', more: 0 });
    undo(heard);
    addRecord(heard, 'unit', { name: 'Terveysasema', starts: '1998-01-01' });
    expect(told).toHaveLength(2);
  });
});
