import type { Day, LocalTime } from '../../domain/days/day.ts';
import type { RiskLevel } from '../../domain/risk.ts';

/** What a successor needs on the first morning: all that is open, what falls due, whom to ask. */
export interface HandoverReport {
  readonly day: Day;
  /** The last day of what falls due. */
  readonly until: Day;
  readonly project: HandedProject | null;
  readonly rounds: readonly HandedRound[];
  readonly activities: readonly HandedActivity[];
  readonly actions: readonly {
    readonly code: string;
    readonly title: string;
    readonly owner: string | null;
    readonly due: Day | null;
  }[];
  readonly groups: readonly HandedGroup[];
  readonly due: readonly HandedDue[];
  readonly contacts: readonly HandedContact[];
  readonly decisions: readonly HandedDecision[];
  readonly risks: readonly HandedRisk[];
  readonly plans: readonly {
    readonly code: string;
    readonly audience: string;
    readonly schedule: string | null;
    readonly responsible: readonly string[];
  }[];
  readonly diary: readonly { readonly code: string; readonly day: Day; readonly text: string }[];
  readonly attachments: readonly {
    readonly code: string | null;
    readonly heading: string;
    readonly place: string;
  }[];
}

export interface HandedProject {
  readonly title: string;
  readonly projectCode: string | null;
  readonly programme: string | null;
  readonly funder: string | null;
  readonly funderContact: string | null;
  readonly funderEmail: string | null;
  readonly decisionDay: Day | null;
  readonly decisionDnro: string | null;
  readonly organisation: string | null;
  readonly start: Day | null;
  readonly end: Day | null;
  readonly keepUntil: Day | null;
  readonly summary: string | null;
}

export interface HandedRound {
  readonly code: string;
  readonly title: string;
  readonly state: 'planned' | 'open' | 'closed';
  readonly opens: Day | null;
  readonly closes: Day | null;
  readonly target: number | null;
  readonly interested: number | null;
  readonly selected: number | null;
}

export interface HandedActivity {
  readonly code: string;
  readonly title: string;
  readonly state: string | null;
  readonly due: Day | null;
  readonly account: string | null;
  readonly responsible: string | null;
}

export interface HandedGroup {
  readonly code: string;
  readonly title: string;
  readonly kind: string | null;
  readonly purpose: string | null;
  readonly link: string | null;
  readonly next: LocalTime | null;
  readonly ahead: number;
}

/** Something that a record wants: `kind` is that of a rule of its register. */
export interface HandedDue {
  readonly day: Day;
  readonly time: string | null;
  readonly kind: string;
  readonly register: string;
  readonly code: string | null;
  readonly heading: string;
}

export interface HandedContact {
  readonly group: string;
  readonly name: string;
  readonly jobTitle: string | null;
  readonly role: string | null;
  /** What the project itself calls the role. */
  readonly ownRole: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface HandedDecision {
  readonly code: string;
  readonly title: string;
  readonly text: string | null;
  readonly day: Day | null;
  readonly outcome: string | null;
  readonly group: string | null;
}

export interface HandedRisk {
  readonly code: string;
  readonly title: string;
  readonly score: number | null;
  readonly level: RiskLevel | null;
  readonly owner: string | null;
  readonly handling: string | null;
  readonly review: Day | null;
}

/** How many days ahead are told. */
export const daysAhead = 60;
