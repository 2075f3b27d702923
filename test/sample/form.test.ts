import { describe, expect, it } from 'vitest';
import table from '../../data/holidays.fi.json' with { type: 'json' };
import { isDay, weekday } from '../../source/domain/days/day.ts';
import { holidayOn } from '../../source/domain/days/holidays.ts';
import { neverFires } from '../../source/domain/recurrence/recurrence.ts';
import { registerOf } from '../../source/registers/index.ts';
import { asOf, entries, marks, referencesIn, textOf, those } from './fold.ts';
import type { Rule } from '../../source/domain/recurrence/recurrence.ts';
import type { Entry } from './fold.ts';

/** Register of every key, by the day on which it is added. */
const registerByKey = new Map(
  entries.flatMap(({ add, key }) => (add === undefined || key === undefined ? [] : [[key, add] as const])),
);
const registerNameOf = (entry: Entry): string =>
  entry.add ?? registerByKey.get(entry.set ?? entry.hold ?? entry.remove ?? '') ?? 'unknown';

interface Declared {
  readonly kind: string;
  readonly choices?: Readonly<Record<string, unknown>>;
  readonly to?: readonly string[];
}

describe('entries of the sample', () => {
  it('each do one thing on a working day since the planner began', () => {
    const wrong = entries.filter(({ day, add, set, hold, remove }) => {
      const verbs = [add, set, hold, remove].filter((verb) => verb !== undefined).length;
      const working = weekday(day) <= 5 && holidayOn(day, table) === null;
      return verbs !== 1 || !isDay(day) || day < '2021-10-11' || day > '2023-12-31' || !working;
    });
    expect(wrong).toEqual([]);
  });

  it('name fields and choices that the registers declare, never derived values', () => {
    const wrong = entries.flatMap((entry) =>
      Object.entries(entry.values ?? {}).flatMap(([name, value]) => {
        const field = registerOf(registerNameOf(entry)).fields[name] as Declared | undefined;
        if (field === undefined) return [`${registerNameOf(entry)}.${name}`];
        const known = field.kind !== 'choice' || Object.keys(field.choices ?? {}).includes(String(value));
        return known ? [] : [`${registerNameOf(entry)}.${name}: ${String(value)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('refer to what is there by then, and of the right register', () => {
    const known = new Map<string, string>();
    const wrong: string[] = [];
    for (const entry of entries) {
      for (const key of [entry.set, entry.hold, entry.remove]) {
        if (key !== undefined && !known.has(key)) wrong.push(`${entry.day} ${key}`);
      }
      for (const [name, value] of Object.entries(entry.values ?? {})) {
        const { to = [] } = registerOf(registerNameOf(entry)).fields[name] as unknown as Declared;
        for (const key of referencesIn(value)) {
          const register = known.get(key);
          if (register === undefined || (to.length > 0 && !to.includes(register)))
            wrong.push(`${entry.day} ${name} ${key}`);
        }
      }
      for (const mark of marks) {
        const people = entry[mark] ?? [];
        wrong.push(...people.filter((person) => known.get(person.slice(1)) !== 'person'));
      }
      if (entry.add !== undefined && entry.key !== undefined) {
        if (known.has(entry.key)) wrong.push(`${entry.key} twice`);
        known.set(entry.key, entry.add);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('promise deliveries by rules that fire or that say they never do', () => {
    const rules = those('2023-12-31', 'promise').map(({ values }) => values['rule'] as Rule);
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.map(neverFires).filter((reason) => reason !== null && reason !== 'notLaidOut')).toEqual([]);
  });
});

describe('the planner writes what she knows', () => {
  it('nothing is done, sent, held or assessed after the day of its entry', () => {
    const past = ['doneOn', 'sent', 'invitationSent', 'attachmentsSent', 'signedUp', 'identified'];
    const dated = new Set(['assessment', 'stageChange', 'decision', 'diary']);
    const wrong = entries.filter((entry) => {
      const values = entry.values ?? {};
      const days = past.map((field) => values[field]).filter((day) => typeof day === 'string');
      if (dated.has(entry.add ?? '')) days.push(String(values['day']));
      return days.some((day) => day > entry.day);
    });
    expect(wrong).toEqual([]);
  });

  it('states and their days go together', () => {
    const end = asOf('2023-12-31');
    const lacks = (register: string, state: string, field: string): unknown[] =>
      end.filter(
        (one) =>
          one.register === register && one.values['state'] === state && one.values[field] === undefined,
      );
    expect(lacks('action', 'done', 'doneOn')).toEqual([]);
    expect(lacks('activity', 'done', 'doneOn')).toEqual([]);
    expect(lacks('delivery', 'sent', 'sent')).toEqual([]);
    expect(lacks('delivery', 'skipped', 'reason')).toEqual([]);
    expect(lacks('session', 'cancelled', 'reason')).toEqual([]);
    expect(lacks('risk', 'closed', 'closingReason')).toEqual([]);
  });

  it('sessions are held on or after their day, and only members are marked', () => {
    const wrong: string[] = [];
    for (const entry of entries) {
      if (entry.hold === undefined) continue;
      const session = asOf(entry.day).find(({ key }) => key === entry.hold);
      const start = textOf(session, 'startsAt').slice(0, 10);
      if (start > entry.day) wrong.push(`${entry.hold} before it begins`);
      const members = new Set(
        those(entry.day, 'membership', { group: session?.values['group'] })
          .filter((one) => textOf(one, 'starts') <= start && (textOf(one, 'ends') || '9999') >= start)
          .map((one) => one.values['person']),
      );
      const marked = marks.flatMap((mark) => entry[mark] ?? []);
      wrong.push(
        ...marked.filter((person) => !members.has(person)).map((person) => `${entry.hold} ${person}`),
      );
      if (new Set(marked).size !== marked.length) wrong.push(`${entry.hold} marks a person twice`);
    }
    expect(wrong).toEqual([]);
  });
});
