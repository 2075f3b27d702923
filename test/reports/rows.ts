import type {
  ActionRow,
  ActivityRow,
  AssessmentRow,
  DecisionRow,
  DeliveryRow,
  GroupRow,
  RiskRow,
  RoundRow,
  SessionRow,
  StatusSnapshot,
} from '../../source/reports/snapshot.ts';
import type { Scope } from '../../source/reports/status/scope.ts';

export const nothing: StatusSnapshot = {
  seq: 7,
  project: null,
  objectives: [],
  packages: [],
  activities: [],
  rounds: [],
  candidates: [],
  stages: [],
  units: [],
  champions: [],
  groups: [],
  sessions: [],
  agenda: [],
  decisions: [],
  actions: [],
  thresholds: { moderate: 5, high: 12, veryHigh: 20 },
  risks: [],
  assessments: [],
  plans: [],
  deliveries: [],
  diary: [],
  changes: [],
  payments: [],
  indicators: [],
  observations: [],
  deliverables: [],
  written: null,
};

/** 1–31 March 2022, told since a meeting of 28 February. */
export const march: Scope = {
  after: '2022-02-28',
  from: '2022-02-28',
  to: '2022-03-31',
  since: 'meeting',
  meeting: '1/2022',
};

export const sinceStart: Scope = {
  ...march,
  after: '0000-00-00',
  from: '2022-01-01',
  since: 'start',
  meeting: null,
};

const coded = (prefix: string, id: number) => ({
  id,
  code: `${prefix}-${id}`,
  title: `${prefix} numero ${id}`,
});

export const activity = (id: number, given: Partial<ActivityRow> = {}): ActivityRow => ({
  ...coded('TO', id),
  objective: null,
  package: null,
  state: 'underWay',
  due: '2022-06-30',
  doneOn: null,
  account: null,
  reason: null,
  earlierState: 'underWay',
  earlierDue: given.due ?? '2022-06-30',
  earlierAccount: null,
  ...given,
});

export const risk = (id: number, given: Partial<RiskRow> = {}): RiskRow => ({
  ...coded('R', id),
  owner: null,
  probability: null,
  impact: null,
  score: null,
  level: null,
  state: 'open',
  review: null,
  identified: '2022-01-10',
  closingReason: null,
  target: null,
  escalated: null,
  warnings: [],
  earlierState: 'open',
  ...given,
});

/** A risk and its assessments as probability times impact 1, by day. */
export function assessedRisk(
  id: number,
  scores: Readonly<Record<string, number>>,
  level: RiskRow['level'],
  given: Partial<RiskRow> = {},
): { risks: RiskRow[]; assessments: AssessmentRow[] } {
  const assessments = Object.entries(scores).map(([day, score]): AssessmentRow => ({
    risk: id,
    day,
    probability: score,
    impact: 1,
    reason: `Perustelu ${day}`,
  }));
  const score = assessments.at(-1)?.probability ?? null;
  return { risks: [risk(id, { probability: score, impact: 1, score, level, ...given })], assessments };
}

export const round = (id: number, given: Partial<RoundRow> = {}): RoundRow => ({
  ...coded('RK', id),
  state: 'decided',
  opens: '2022-01-01',
  closes: '2022-01-31',
  target: null,
  ...given,
});

export const group = (id: number, kind: GroupRow['kind'], given: Partial<GroupRow> = {}): GroupRow => ({
  ...coded('RY', id),
  kind,
  standingAgenda: null,
  ...given,
});

export const session = (
  id: number,
  groupId: number,
  day: string,
  given: Partial<SessionRow> = {},
): SessionRow => ({
  id,
  code: `KO-${id}`,
  group: groupId,
  number: null,
  startsAt: `${day}T09:00`,
  topic: null,
  state: 'held',
  present: null,
  ...given,
});

export const decision = (id: number, given: Partial<DecisionRow> = {}): DecisionRow => ({
  ...coded('P', id),
  session: null,
  day: null,
  outcome: 'open',
  ...given,
});

export const action = (id: number, given: Partial<ActionRow> = {}): ActionRow => ({
  ...coded('T', id),
  owner: null,
  due: null,
  state: 'open',
  doneOn: null,
  earlierState: null,
  source: null,
  ...given,
});

export const delivery = (id: number, given: Partial<DeliveryRow> = {}): DeliveryRow => ({
  ...coded('V-1', id),
  plan: 1,
  due: null,
  late: null,
  state: 'planned',
  sent: null,
  reason: null,
  ...given,
});

/** Champions of units 1 … n, all from the beginning, some until a day. */
export const champions = (count: number, ending: Readonly<Record<number, string>> = {}) =>
  Array.from({ length: count }, (_, index) => ({
    person: index + 1,
    unit: index + 1,
    starts: '2022-01-01',
    ends: ending[index + 1] ?? null,
  }));

export const units = (count: number, area: string | null = 'Koti') =>
  Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    name: `Yksikkö ${index + 1}`,
    area,
    starts: null,
    ends: null,
    successor: null,
  }));
