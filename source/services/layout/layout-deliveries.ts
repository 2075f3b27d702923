import { yearOf } from '../../domain/days/day.ts';
import { neverFires } from '../../domain/recurrence/recurrence.ts';
import { explainRuleProblem, formatRhythm } from '../../domain/recurrence/rule-text.ts';
import { skipNothing } from '../../domain/recurrence/slots.ts';
import { UserError } from '../../errors.ts';
import { asDay, breaksOf, endOfProject, idsIn, laidOut, least, spanOfProject } from './layout-rules.ts';
import type { Day } from '../../domain/days/day.ts';
import type { RawSlot, Rule } from '../../domain/recurrence/recurrence.ts';
import type { SkipPolicy } from '../../domain/recurrence/slots.ts';
import type { Store } from '../../store/file/open.ts';
import type { Ground, Layout } from './layout-rules.ts';

/** What is promised for a day, or beside a session, is promised for it wherever the project ends. */
const standsAnywhere = new Set<Rule['kind']>(['once', 'aroundSession']);
const noEnd: Day = '2299-12-31';

/** Deliveries that plan lines promise. */
export const deliveryLayout: Layout = {
  rules: 'promise',
  occurrences: 'delivery',
  field: 'promise',
  kept: ['due', 'late', 'title', 'means'],
  filled: ['plan', 'promise', 'slot', 'due', 'late', 'title', 'means'],
  sources: [
    spanOfProject('promise'),
    {
      register: 'session',
      fields: ['group', 'slot', 'startsAt', 'state'],
      rules: (store, record) => promisesAround(store, Number(record['group'])),
    },
    {
      register: 'delivery',
      fields: ['state', 'sent', 'promise'],
      rules: (store, record) => windowsOf(store, record['promise']),
    },
  ],
  breaksLeaveOut: false,
  dayOf: ({ due, late }) => asDay(late ?? due),
  isAhead: ({ due, late }, today) => asDay(late ?? due) > today,
  refuse: (line) => {
    const rule = line['rule'] as Rule;
    const never = neverFires(rule);
    const own = line['until'];
    const endsFirst = typeof own === 'string' && 'from' in rule && own < rule.from;
    const why = endsFirst ? 'endsBeforeStart' : never;
    if (why === null || why === 'notLaidOut') return;
    const text = endsFirst ? own : formatRhythm(rule, 'fi');
    throw new UserError('wrong-rule', { text, reason: explainRuleProblem({ code: 'neverFires', why }) });
  },
  wanted: (store, line, ground) => {
    const rule = line['rule'] as Rule;
    const last = standsAnywhere.has(rule.kind) ? noEnd : ground.until;
    const until = line['until'] === null ? last : least(last, asDay(line['until']));
    const { plan, title, means } = line;
    const windows = doneWindows(ground);
    const skip = skipFor(store, rule, until);
    const ends = endOfProject(store);
    return laidOut(store, rule, { until, skip, doneOn: windows.doneOn }).flatMap((one) => {
      const { slot, day, latest, skipped } = one;
      if (skipped?.because === 'sessionCancelled' || windows.byHand.has(slot)) return [];
      const planned = windows.planned.get(slot) ?? slot;
      const due = day ?? planned;
      // A window closes with the project at the latest, where it opens before that.
      const closes = ends !== null && due <= ends ? least(latest, ends) : latest;
      const late = closes > due ? closes : null;
      const bound = standsAnywhere.has(rule.kind) ? null : planned;
      const values = { plan, slot, title, means, due, late };
      return [{ slot, days: { from: due, to: late ?? due }, bound, values }];
    });
  },
};

/** A window gives way to holidays and breaks; what is promised for a day stays on it. */
function skipFor(store: Store, rule: Rule, until: Day): SkipPolicy {
  if (rule.kind !== 'window') return skipNothing;
  return { holidays: 'move', breaks: breaksOf(store, yearOf(until)), weeks: [] };
}

/**
 * Windows are counted from the day on which the one before was sent. Says of each window when that was, and
 * remembers on which day it is planned, and which of them an occurrence that a person made stands for.
 */
function doneWindows({ standing, takeByHand }: Ground) {
  const planned = new Map<Day, Day>();
  const byHand = new Set<Day>();
  const doneOn = (raw: RawSlot): Day | null => {
    const from = raw.day ?? raw.slot;
    planned.set(raw.slot, from);
    const known = standing.get(raw.slot)?.record;
    const taken = known === undefined ? takeByHand({ from, to: raw.latest }) : null;
    if (taken !== null) byHand.add(raw.slot);
    const record = known?.removedStep === null ? known : taken;
    return record?.['state'] === 'sent' ? asDay(record['sent'] ?? record['due']) : null;
  };
  return { planned, byHand, doneOn };
}

/** Promises that go with the sessions of a group, which they name by code or name. */
function promisesAround(store: Store, group: number): number[] {
  const rows = store
    .sql(`SELECT p.id FROM promise AS p JOIN record AS g ON g.id = :group
      WHERE p.removedStep IS NULL AND p.rule ->> 'kind' = 'aroundSession'
        AND (p.rule ->> 'group' = g.code OR fold(p.rule ->> 'group') = fold(g.heading))`)
    .all({ group });
  return idsIn(rows);
}

/** The promise that a delivery is of, if its windows are counted from what was sent. */
function windowsOf(store: Store, promised: unknown): number[] {
  const rows = store
    .sql(`SELECT id FROM promise WHERE id = ? AND removedStep IS NULL AND rule ->> 'kind' = 'window'`)
    .all(promised);
  return idsIn(rows);
}
