import { beforeAll, describe, expect, test } from 'vitest';
import { Commands, onSample } from './sample-home.ts';

type Json = Record<string, unknown>;

/** The steering group's next meeting of the sample, and its club of the day. */
let commands: Commands;
let next: Json;

async function nextOf(group: string): Promise<Json> {
  const where = `group:${group} state:planned`;
  const [first = {}] = (await commands.json(
    'session',
    'list',
    '--where',
    where,
    '--sort',
    'startsAt',
  )) as Json[];
  return first;
}

beforeAll(async () => {
  commands = await onSample();
  next = await nextOf('ohjausryhmä');
});

describe('A steering group session by commands alone', () => {
  test('agenda, start, decisions, promises, an item put off, close, reopen', async () => {
    const code = String(next['code']);
    const proposed = (await commands.json('session', 'agenda', code, '--propose')) as Json[];
    expect(proposed.length).toBeGreaterThan(0);
    const agenda = (await commands.json('session', 'agenda', code, '--propose', '--accept')) as Json[];
    expect(agenda.map(({ position }) => position)).toEqual(agenda.map((_, index) => index + 1));
    expect(await commands.json('session', 'agenda', code, '--propose')).toEqual([]);
    expect(await commands.json('session', 'start', code)).toMatchObject({ state: 'inProgress' });
    await commands.json('session', 'note', code, 'Avattiin klo 13.');
    await commands.json('session', 'next', code);
    expect(await commands.json('session', 'decide', code, 'Jatkoaikaa haetaan')).toMatchObject({
      title: 'Jatkoaikaa haetaan',
      session: code,
    });
    expect(
      await commands.json('session', 'promise', code, 'hankesuunnittelija laatii hakemuksen 31.3.'),
    ).toMatchObject({
      title: 'Laatii hakemuksen',
      due: '2023-03-31',
      source: code,
    });
    await commands.json('session', 'postpone', code, '3');
    const now = (await commands.json('session', 'agenda', code)) as Json[];
    expect(now.map(({ state }) => state).slice(0, 3)).toEqual(['done', 'open', 'postponed']);
    expect(now[0]).toMatchObject({ outcome: 'Avattiin klo 13.', current: false });
    expect(now[1]).toMatchObject({ current: true });
    const { members } = (await commands.json('session', 'roster', code)) as { members: Json[] };
    const people = members.slice(0, 6).map(({ person }) => String(person));
    await commands.json('session', 'mark', code, '--present', people.join(','), '--others', '2');
    const roster = (await commands.json('session', 'roster', code)) as Json;
    expect(roster).toMatchObject({ isQuorate: true, others: 2, quorum: 5 });
    expect(await commands.json('session', 'close', code)).toMatchObject({
      state: 'held',
      number: expect.stringMatching(/^\d\/2023$/) as string,
      closedOn: '2023-03-22',
      minutesState: 'draft',
    });
    expect(await commands.error('session', 'set', code, '--topic', 'Toinen')).toMatchObject({
      exit: 1,
      code: 'session-closed',
    });
    expect(await commands.error('session', 'reopen', code)).toMatchObject({ code: 'reopen-reason' });
    expect(
      await commands.json('session', 'reopen', code, '--reason', 'Yksi jäi merkitsemättä'),
    ).toMatchObject({ closedOn: null, reopenedFor: 'Yksi jäi merkitsemättä' });
    const history = (await commands.json('session', 'history', code)) as Json[];
    expect(history[0]).toMatchObject({
      label: expect.stringMatching(/^Avattu uudelleen|^Reopened/) as string,
    });
    await commands.json('undo');
    expect(await commands.error('session', 'set', code, '--topic', 'Toinen')).toMatchObject({
      code: 'session-closed',
    });
  });

  test('what is not understood is told with what to do', async () => {
    const code = String(next['code']);
    expect(await commands.error('session', 'postpone', code, '99')).toMatchObject({ code: 'no-such-item' });
    expect(await commands.error('session', 'mark', code)).toMatchObject({ exit: 2, code: 'nothing-given' });
    expect(await commands.error('session', 'sent', code, 'kutsu')).toMatchObject({
      exit: 2,
      code: 'wrong-option',
    });
    expect(await commands.error('session', 'next', code)).toMatchObject({ code: 'session-closed' });
  });
});

test('An option that a verb does not have is refused and nothing is done', async () => {
  const club = await nextOf('tsemppariklubi');
  const code = String(club['code']);
  const before = await commands.json('history');
  const lines = [
    ['session', 'start', code, '--foo', 'x'],
    ['session', 'sent', code, 'invitation', '--dya', '1.3.2023'],
    ['session', 'note', code, 'Sanottua', '--item', '1'],
    ['session', 'next', code, '--foo', 'x'],
    ['session', 'postpone', code, '1', '--to', 'TK-16'],
    ['session', 'minutes', code, 'draft', '--foo', 'x'],
    ['session', 'close', code, '--evidnce', 'all'],
    ['session', 'reopen', code, '--raeson', 'x'],
    ['membership', 'succeed', 'J-1', 'H-1', '--raeson', 'x'],
    ['topic', 'vote', 'AI-1', '--cuont', '3'],
  ];
  for (const words of lines)
    expect({ words, ...(await commands.error(...words)) }).toMatchObject({ exit: 2, code: 'unknown-option' });
  expect(await commands.json('history')).toEqual(before);
});

test('Evidence that is not proposed does not close the session', async () => {
  const club = await nextOf('tsemppariklubi');
  const code = String(club['code']);
  expect(await commands.error('session', 'close', code, '--evidence', 'V-99.9')).toMatchObject({
    exit: 2,
    code: 'wrong-option',
  });
  expect(await commands.json('session', 'show', code)).toMatchObject({ closedOn: null });
});

test('Agenda and evidence can be looked at as of an earlier day, and not be changed there', async () => {
  const agenda = (await commands.json('session', 'agenda', 'OR-5', '--as-of', '1.2.2023')) as Json[];
  expect(agenda.length).toBeGreaterThan(0);
  expect(await commands.json('session', 'evidence', 'OR-5', '--as-of', '1.2.2023')).toBeInstanceOf(Array);
  expect(
    await commands.error('session', 'agenda', 'OR-6', '--propose', '--accept', '--as-of', '1.2.2023'),
  ).toMatchObject({ code: 'as-of-change' });
});

test.each([
  ['plan', 'silence'],
  ['delivery', 'due'],
])('More days than anybody plans for are refused: %s %s', async (...words) => {
  expect(await commands.error(...words, '--days', '999999999')).toMatchObject({
    exit: 2,
    code: 'wrong-option',
  });
});

test('Someone who was no member is marked as a guest, and that is said', async () => {
  const club = await nextOf('tsemppariklubi');
  const { code, stderr } = await commands.run('session', 'mark', String(club['code']), '--present', 'H-1');
  expect(code).toBe(0);
  expect(stderr).toMatch(/vieraaksi|as a guest/);
  expect(await commands.error('session', 'mark', String(club['code']), '--deputy', 'H-2')).toMatchObject({
    code: 'deputy-for-nobody',
  });
});

test('A seat passes on by one command', async () => {
  const [chair] = (await commands.json(
    'membership',
    'list',
    '--where',
    'role:chair group:digitaidot',
  )) as Json[];
  const made = await commands.json(
    'membership',
    'succeed',
    String(chair?.['code']),
    'H-1',
    '1.4.',
    '--reason',
    'Vaihtui',
  );
  expect(made).toMatchObject({
    ends: '2023-03-31',
    reason: 'Vaihtui',
    successor: expect.stringMatching(/^J-/) as string,
  });
});

describe('A group that is made', () => {
  test('gets the usual agenda and lead days where it is called with papers; a club gets none', async () => {
    const made = new Commands();
    await made.json('init', '--title', 'Oma hanke', '--start', '1.1.2023', '--end', '31.12.2024');
    const lead = { invitationLead: 14, attachmentLead: 7, minutesLead: 7 };
    const steering = (await made.json(
      'group',
      'add',
      '--title',
      'Ohjausryhmä',
      '--kind',
      'ohjausryhmä',
      '--language',
      'fi',
    )) as Json;
    expect(steering).toMatchObject(lead);
    expect(String(steering['standingAgenda']).split('\n')).toEqual([
      'Avaus',
      'Läsnäolijat ja päätösvaltaisuus',
      'Edellinen pöytäkirja',
      'Tilannekatsaus',
      'Talous',
      'Riskit',
      'Viestintä',
      'Muut asiat',
      'Seuraava kokous',
    ]);
    const own = await made.json(
      'group',
      'add',
      '--title',
      'Digiryhmä',
      '--standingAgenda',
      'Avaus',
      '--minutesLead',
      '',
    );
    expect(own).toMatchObject({ ...lead, standingAgenda: 'Avaus', minutesLead: null });
    expect(await made.json('group', 'add', '--title', 'Klubi', '--kind', 'klubi')).toMatchObject({
      standingAgenda: null,
      invitationLead: null,
    });
    const { code } = (await made.json(
      'session',
      'add',
      '--group',
      'Klubi',
      '--startsAt',
      '2.3.2023 klo 9',
    )) as Json;
    const nothing = await made.run('session', 'agenda', String(code), '--propose', '--language', 'fi');
    expect(nothing.stdout).toContain('ryhmällä ei ole vakioasialistaa');
  });
});

describe('Papers of a session', () => {
  test('stay sent on their day, and sent minutes stay sent when they are approved later', async () => {
    const sample = await onSample();
    const [last, later] = (await sample.json(
      'session',
      'list',
      '--where',
      'group:ohjausryhmä',
      '--sort',
      '-startsAt',
    )) as Json[];
    const [code, other] = [String(later?.['code']), String(last?.['code'])];
    const sent = { minutesState: 'sent', minutesSent: '2023-03-20' };
    expect(await sample.json('session', 'sent', code, 'minutes', '--day', '20.3.2023')).toMatchObject(sent);
    expect(await sample.json('session', 'sent', code, 'minutes')).toMatchObject(sent);
    expect((await sample.run('session', 'sent', code, 'minutes', '--language', 'fi')).stdout).toContain(code);
    expect(await sample.error('session', 'minutes', code, 'approved')).toMatchObject({
      exit: 1,
      code: 'approved-where',
    });
    expect(await sample.json('session', 'minutes', code, 'approved', '--in', other)).toMatchObject({
      ...sent,
      approvedIn: other,
    });
    const corrected = await sample.json('session', 'sent', code, 'minutes', '--day', '21.3.2023');
    expect(corrected).toMatchObject({ minutesSent: '2023-03-21', approvedIn: other });
  });
});

test('A meeting of the steering group that was started ahead of its day is the next one still', async () => {
  const own = new Commands();
  await own.run('init', '--title', 'Koe', '--start', '2026-01-01', '--end', '2130-12-31');
  await own.run('group', 'add', '--title', 'Ohjausryhmä', '--prefix', 'OR', '--kind', 'steering');
  await own.run('session', 'add', '--group', 'RY-1', '--startsAt', '2126-11-23T09:00');
  await own.run('agenda', 'add', '--session', 'OR-1', '--title', 'Jatkoaika');
  // Its last line tells the newest step.
  const report = async (): Promise<string> =>
    (await own.run('report', 'status', '--language', 'fi')).stdout.replace(/\nLaadittu Luotsilla.*/, '');
  const before = await report();
  expect(before).toContain('23.11.2126');
  expect(before).toContain('Jatkoaika');
  expect(before).toMatch(/\| Ryhmä +\| +Pidetty \| +Peruttu \|/);
  expect(before).toMatch(/Ohjausryhmä .*\| +0 +\| +0 +\| +1 +\|/);
  const started = await own.run('session', 'start', 'OR-1');
  expect(started.code).toBe(0);
  expect(await report()).toBe(before);
  expect(before).not.toContain('Seuraavaa kokousta ei ole vielä sovittu');
});
