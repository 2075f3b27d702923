import { beforeEach, describe, expect, test } from 'vitest';
import { markAttendance } from '../../source/services/meetings/attendance.ts';
import { closeSession, sessionView } from '../../source/services/meetings/closing.ts';
import { moveMinutes, sendPaper } from '../../source/services/meetings/papers.ts';
import { getRecord } from '../../source/services/reading/get-record.ts';
import { todayView } from '../../source/services/reading/today.ts';
import { cancelSessions } from '../../source/services/writing/verbs.ts';
import { nextDay } from '../support/project.ts';
import { refusal } from '../support/refusal.ts';
import { steeringProject } from '../support/steering.ts';
import type { Warning } from '../../source/services/writing/warnings.ts';
import type { TestProject } from '../support/project.ts';

let project: TestProject;
let ids: ReturnType<typeof steeringProject>['ids'];
let add: ReturnType<typeof steeringProject>['add'];

beforeEach(() => {
  ({ project, ids, add } = steeringProject());
});

describe('Attendance', () => {
  test('of nobody’s deputy, twice, or at a cancelled session is refused; a guest is told of', () => {
    const deputy = (values: Record<string, unknown>) =>
      refusal(() => add('attendance', { session: ids.session, ...values })).code;
    expect(deputy({ person: ids.guest, mark: 'deputy' })).toBe('deputy-for-nobody');
    expect(deputy({ person: ids.member, mark: 'present', deputy: ids.guest })).toBe('deputy-for-nobody');
    expect(deputy({ person: ids.member, mark: 'deputy', deputy: ids.member })).toBe('deputy-for-nobody');
    const warnings: Warning[] = [];
    const told = { ...project, warned: (more: readonly Warning[]) => void warnings.push(...more) };
    markAttendance(told, ids.session, [{ person: ids.guest, mark: 'present' }]);
    expect(warnings).toEqual([{ code: 'marked-guest', people: ['Vieras'], day: '2022-03-01' }]);
    expect(sessionView(project, ids.session).roster.guests).toMatchObject([{ name: 'Vieras' }]);
    expect(deputy({ person: ids.guest })).toBe('marked-twice');
    cancelSessions(project, [ids.next], {});
    expect(
      refusal(() => markAttendance(project, ids.next, [{ person: ids.chair, mark: 'present' }])).code,
    ).toBe('session-cancelled');
  });
});

describe('Papers', () => {
  const due = (): string[] =>
    todayView(project, 90).items.map(({ day, kind, code }) => `${day} ${kind} ${code}`);

  test('are on Today by the group’s lead days until they are sent', () => {
    const asked = ['2022-04-19 invitation OR-2', '2022-04-26 attachments OR-2'];
    expect(due()).toEqual(expect.arrayContaining(asked));
    sendPaper(project, [ids.next], 'invitation');
    sendPaper(project, [ids.next], 'attachments');
    expect(due().filter((row) => asked.includes(row))).toEqual([]);
    closeSession(project, ids.session);
    expect(due()).toContain('2022-03-08 minutes OR-1');
    moveMinutes(project, ids.session, 'forChecking');
    expect(refusal(() => moveMinutes(project, ids.next, 'approved', { approvedIn: ids.session })).code).toBe(
      'approved-elsewhere',
    );
    moveMinutes(project, ids.session, 'approved', { approvedIn: ids.next });
    nextDay(project);
    sendPaper(project, [ids.session], 'minutes');
    expect(getRecord(project, ids.session)).toMatchObject({
      minutesState: 'sent',
      minutesSent: '2022-03-02',
      approvedIn: ids.next,
    });
    expect(due()).not.toContain('2022-03-08 minutes OR-1');
  });
});
