import { expect, test } from 'vitest';
import { markAttendance } from '../../source/services/meetings/attendance.ts';
import { rosterOf } from '../../source/services/meetings/roster.ts';
import { makeReport } from '../../source/services/reporting/report.ts';
import { holdSession } from '../../source/services/writing/verbs.ts';
import { anonymise } from '../../source/services/safety/anonymise.ts';
import { nextDay } from '../support/project.ts';
import { steeringProject } from '../support/steering.ts';

type Steering = ReturnType<typeof steeringProject>;

function standingIn({ project, ids }: Steering) {
  const { text } = makeReport(project, {
    kind: 'minutes',
    session: ids.session,
    language: 'fi',
    format: 'json',
  });
  const { report } = JSON.parse(text ?? '') as { report: Record<string, unknown> };
  const { voters, present, isQuorate } = rosterOf(project, ids.session);
  expect(report).toMatchObject({ voters, votersPresent: present, isQuorate });
  return { voters, present, isQuorate };
}

test('Minutes and roster count a deputy of two members once, and one who only came as one', () => {
  const made = steeringProject();
  const { project, add, ids } = made;
  const vara = add('person', { name: 'Vara' });
  const [seat] = project.store
    .sql<{ id: number }>('SELECT id FROM membership WHERE person = ?')
    .all(ids.chair);
  add('membership', { group: ids.group, person: vara, role: 'deputy', deputyOf: seat?.id });
  markAttendance(project, ids.session, [
    { person: ids.chair, mark: 'deputy', deputy: vara },
    { person: ids.member, mark: 'deputy', deputy: vara },
  ]);
  holdSession(project, ids.session, {});
  expect(standingIn(made)).toEqual({ voters: 3, present: 1, isQuorate: false });
  markAttendance(project, ids.session, [
    { person: ids.chair, mark: null },
    { person: ids.member, mark: 'present' },
    { person: vara, mark: 'present' },
  ]);
  expect(standingIn(made)).toEqual({ voters: 3, present: 2, isQuorate: true });
});

test('A member who is anonymised later was there all the same', () => {
  const made = steeringProject();
  const { project, ids } = made;
  markAttendance(project, ids.session, [
    { person: ids.chair, mark: 'present' },
    { person: ids.member, mark: 'present' },
  ]);
  holdSession(project, ids.session, {});
  const before = standingIn(made);
  expect(before).toEqual({ voters: 3, present: 2, isQuorate: true });
  nextDay(project);
  anonymise(project, ids.member, { force: true, texts: false, names: [] });
  expect(standingIn(made)).toEqual(before);
});
