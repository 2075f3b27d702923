import { beforeEach, describe, expect, test } from 'vitest';
import { runningLines, type RunningLook } from '../../source/screens/running/running-lines.ts';
import { markAttendance } from '../../source/services/meetings/attendance.ts';
import { closeSession, sessionView } from '../../source/services/meetings/closing.ts';
import * as running from '../../source/services/meetings/running.ts';
import { lineWidth, plainText } from '../../source/widgets/lines/styled.ts';
import { steeringProject } from '../support/steering.ts';

let meeting: ReturnType<typeof steeringProject>;

function draw(given: Partial<RunningLook> = {}): string[] {
  const { project, ids } = meeting;
  const look: RunningLook = {
    view: sessionView(project, ids.session),
    now: running.nowOf(project),
    today: project.clock.today,
    pane: 'agenda',
    item: 0,
    seat: 0,
    width: 80,
    height: 20,
    language: 'fi',
    unicode: true,
    ...given,
  };
  const lines = runningLines(look);
  expect(lines.length).toBeLessThanOrEqual(look.height);
  for (const one of lines) expect(lineWidth(one)).toBeLessThanOrEqual(look.width);
  return lines.map((one) => plainText(one).trimEnd());
}

beforeEach(() => {
  meeting = steeringProject();
  const { add, ids } = meeting;
  const { session } = ids;
  add('agenda', { session, position: 1, title: 'Avaus', minutes: 5 });
  add('agenda', { session, position: 2, title: 'Talous', minutes: 20, background: 'Kausi päättyi.' });
  add('agenda', { session, position: 3, title: 'Muut asiat' });
});

describe('A session on its screen', () => {
  test('Says what it is, when, and that it waits to be started', () => {
    const text = draw().join('\n');
    expect(text).toMatch(/^ OR-1 {2}Ohjausryhmä +ti 1\.3\. klo 12\.00/);
    expect(text).toContain(' 60 min · ei aloitettu: Enter aloittaa (↵)');
    expect(text).toContain('läsnä 0/3 · ei päätösvaltainen (vaaditaan 2)');
    expect(text).toMatch(/›○ {2}1 Avaus +5 min\n ○ {2}2 Talous +20 min\n ○ {2}3 Muut asiat\n/);
    expect(text).toContain('Ei vielä: d päätös, a tehtävä.');
    expect(draw({ language: 'en' }).join('\n')).toMatch(/AGENDA[^]*DECISIONS AND ACTIONS/);
  });

  test('Counts the minutes of the meeting and its item, and says with a sign which are over', () => {
    const { project, ids } = meeting;
    running.startSession(project, ids.session);
    project.clock.minute += 8;
    running.takeItem(project, ids.session, sessionView(project, ids.session).items[1]?.id ?? null);
    project.clock.minute += 4;
    const text = draw({ item: 1 }).join('\n');
    expect(text).toContain('██░░░░░░░░ 12/60 min · 48 min jäljellä');
    expect(text).toMatch(/ ✓ {2}1 Avaus +▲ 8\/5 min\n›▶ {2}2 Talous +4\/20 min/);
    expect(text).toContain('  Kausi päättyi.');
    project.clock.minute += 60;
    expect(draw().join('\n')).toContain('██████████ 72/60 min · ▲ 12 min yli');
    const plain = draw({ unicode: false, item: 1 }).join('\n');
    expect(plain).toContain('########## 72/60 min · ! 12 min yli');
    expect(plain).toMatch(/ x {2}1 Avaus +! 8\/5 min\n>> {2}2 Talous +! 64\/20 min/);
  });

  test('Holds what was noted, decided and promised, and closed that it can only be read', () => {
    const { project, ids } = meeting;
    const { session } = ids;
    running.startSession(project, session);
    const item = sessionView(project, session).items[0]?.id ?? null;
    running.addNote(project, session, 'Todettiin kaikki paikalle', item);
    running.addDecision(project, session, 'Jatketaan', item);
    running.addPromise(project, session, 'jäsen kokoaa luvut 20.3.');
    const text = draw().join('\n');
    expect(text).toContain(' MUISTIINPANOT\n  Todettiin kaikki paikalle');
    expect(text).toContain(' PÄÄTÖKSET JA TEHTÄVÄT\n  P-1 Jatketaan\n  T-1 Kokoaa luvut · Jäsen · 20.3.');
    closeSession(project, session);
    expect(draw().join('\n')).toContain('suljettu 1.3.2022, vain luettavissa');
    closeSession(project, ids.next);
    const empty = draw({ view: sessionView(project, ids.next) }).join('\n');
    expect(empty).toContain('Ei päätöksiä eikä tehtäviä.');
    expect(empty).not.toContain('d päätös');
  });

  test('Without an agenda or members says what to do', () => {
    const { add, project } = meeting;
    const group = add('group', { title: 'Uusi', kind: 'club' });
    const view = sessionView(project, add('session', { group, startsAt: '2022-03-01T15:00' }));
    expect(draw({ view }).join('\n')).toMatch(/Ei esityslistaa\. p ehdottaa/);
    expect(draw({ view, pane: 'roster' }).join('\n')).toContain(
      'Ryhmällä ei ole jäseniä tänä päivänä. n merkitsee vieraan.',
    );
    expect(draw({ view, pane: 'roster', language: 'en' }).join('\n')).toMatch(/n marks a guest/i);
  });
});

describe('Attendance on its screen', () => {
  const long = 'Asiakastietojärjestelmän pääkäyttäjä';

  test('Has a sign, a name and a word for each; a name has all the room that its mark leaves', () => {
    const { project, add, ids } = meeting;
    const person = add('person', { name: long });
    add('membership', { group: ids.group, person, role: 'member', starts: '2022-01-01' });
    markAttendance(project, ids.session, [
      { person: ids.chair, mark: 'present' },
      { person: ids.away, mark: 'apology' },
      { person: ids.guest, mark: 'present' },
    ]);
    const text = draw({ pane: 'roster', width: 46, seat: 1 }).join('\n');
    expect(text).toMatch(/ ● Puheenjohtaja, puheenjohtaja +läsnä/);
    expect(text).toContain(`›· ${long}`);
    expect(text).toMatch(/ ○ Poissaolija +estynyt/);
    expect(text).toMatch(/ ● Vieras, vieras +läsnä/);
    expect(draw({ pane: 'roster', width: 46, unicode: false }).join('\n')).toMatch(/ z Poissaolija +estynyt/);
  });

  test('Stands beside the agenda where both have room, with a border that never moves', () => {
    for (const width of [96, 120, 200]) {
      const rows = draw({ width, height: 30 }).slice(3);
      const places = new Set(rows.map((row) => row.indexOf('│')));
      expect(places.size).toBe(1);
      expect(rows.join('\n')).toMatch(/ESITYSLISTA +│ LÄSNÄOLO/);
    }
    expect(draw({ width: 95 }).join('\n')).not.toContain('LÄSNÄOLO');
  });

  test('Keeps its cursor in view however many there are and however low the window', () => {
    const { add, ids } = meeting;
    for (let index = 0; index < 30; index += 1) {
      const person = add('person', { name: `Jäsen ${String(index).padStart(2, '0')}` });
      add('membership', { group: ids.group, person, role: 'member', starts: '2022-01-01' });
    }
    for (const seat of [0, 7, 20, 33])
      expect(
        draw({ pane: 'roster', seat, width: 60, height: 12 }).filter((row) => row.startsWith('›')),
      ).toHaveLength(1);
  });
});
