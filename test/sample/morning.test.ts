import { describe, expect, it } from 'vitest';
import { addDays, addMonths } from '../../source/domain/days/day.ts';
import { byCode, count, held, latest, textOf, those } from './fold.ts';
import type { Folded } from './fold.ts';

const end = '2023-12-31';

describe('the morning of 22.3.2023', () => {
  const day = '2023-03-22';
  const key = (record: Folded): string | null => record.key;

  it('shows exactly three things late: a review and two tasks', () => {
    const open = (register: string, states: readonly string[]): readonly Folded[] =>
      those(day, register).filter((one) => states.includes(textOf(one, 'state') || (states[0] ?? '')));
    const assessed = latest(day, 'assessment', 'risk');
    const late = open('risk', ['open', 'handled']).filter((risk) => {
      const last = assessed.get(`@${risk.key ?? ''}`);
      const score = Number(last?.values['probability']) * Number(last?.values['impact']);
      const months = score >= 20 ? 1 : score >= 12 ? 2 : score >= 5 ? 3 : 6;
      const due = last === undefined ? textOf(risk, 'identified') : addMonths(textOf(last, 'day'), months);
      const by = textOf(risk, 'reviewBy');
      return (by > textOf(last, 'day') ? by : due) < day;
    });
    expect(late.map(({ code }) => code)).toEqual(['R-4']);
    const overdue = [
      ...open('action', ['open']),
      ...open('activity', ['notStarted', 'underWay']),
      ...open('delivery', ['planned', 'drafted']),
    ].filter((one) => textOf(one, 'due') < day);
    expect(new Set(overdue.map(key))).toEqual(new Set(['act-induction', 'act-part4']));
    const sessions = open('session', ['planned', 'moved']).filter((one) => textOf(one, 'startsAt') < day);
    expect(sessions).toEqual([]);
  });

  it('has R-4 at 8 → 12 → 16, due since 20.3., with one measure late', () => {
    const risk = byCode(day, 'R-4');
    expect(risk?.values['title']).toBe('Esihenkilöiden sitoutuminen');
    const assessments = those(day, 'assessment', { risk: '@risk-4' });
    expect(assessments.map(({ values }) => Number(values['probability']) * Number(values['impact']))).toEqual(
      [8, 12, 16],
    );
    expect(addMonths(textOf(assessments.at(-1), 'day'), 2)).toBe('2023-03-20');
    const measures = those(day, 'action', { source: '@risk-4' }).filter(
      ({ values }) => values['doneOn'] === undefined,
    );
    expect(measures.map(key)).toEqual(['act-induction', 'act-message']);
  });

  it('has the club, the invitation to the pilot and the newsletter at hand', () => {
    expect(byCode(day, 'TK-15')?.values).toMatchObject({
      startsAt: '2023-03-22T09:00',
      minutes: 30,
      topic: 'Teams-vinkit',
    });
    expect(byCode(day, 'TK-15')?.values['state']).toBeUndefined();
    expect(byCode(day, 'V-3.4')?.values).toMatchObject({
      title: 'Uutiskirje henkilöstölle',
      due: '2023-03-23',
    });
    const invitation = those(day, 'action', { due: day });
    expect(invitation.map(({ values }) => [values['title'], values['owner']])).toEqual([
      ['Kutsu pilotoijat kurssille', 'hankesuunnittelija'],
    ]);
    expect(those(day, 'action', { due: '2023-03-27' }).map(key)).toContain('act-rfi');
    const next = those(day, 'session', { group: '@g-or' }).find(
      ({ values }) => values['state'] === undefined,
    );
    expect(textOf(next, 'startsAt').slice(0, 10)).toBe(addDays(day, 12));
  });

  it('has held 12 clubs, and nine meetings of each work group', () => {
    expect(['g-or', 'g-dt', 'g-dk', 'g-tk', 'g-dv'].map((group) => held(day, group))).toEqual([
      5, 9, 9, 12, 4,
    ]);
  });
});

describe('risks', () => {
  it('are eleven; one came true, some are closed with a reason, one stood unassessed', () => {
    expect(count(end, 'risk')).toBe(11);
    expect(those(end, 'risk', { state: 'realised' }).map(({ code }) => code)).toEqual(['R-2']);
    expect(count('2022-12-31', 'risk', { state: 'closed' })).toBe(1);
    expect(count('2022-09-12', 'assessment', { risk: '@risk-8' })).toBe(0);
    expect(count('2022-09-13', 'assessment', { risk: '@risk-8' })).toBe(1);
    expect(those(end, 'risk').every(({ values }) => values['owner'] !== undefined)).toBe(true);
  });
});
