/** The communication plan followed up: its calendar, what was promised and done, silence, and what is to go out next. */
import { keptOf, monthCells, monthsOf, silenceOf } from '../../domain/communication.ts';
import { addDays, endOfMonth, startOfMonth } from '../../domain/days/day.ts';
import * as queries from '../../store/queries/communication.ts';
import { formatCode, parseCode } from '../../domain/codes.ts';
import { identityByCode } from '../../store/records/records.ts';
import { projectFields } from '../../store/queries/project-text.ts';
import { todayOf } from '../project/project.ts';
import type { DeliveryFact, Kept, MonthCell, Silence } from '../../domain/communication.ts';
import type { Day, Span } from '../../domain/days/day.ts';
import type { Project } from '../project/project.ts';

export { addMonths } from '../../domain/days/day.ts';
export { fateOf, type Fate, type MonthCell } from '../../domain/communication.ts';

export interface PlanRow {
  readonly id: number;
  readonly code: string;
  readonly audience: string;
  readonly goal: string | null;
  readonly lastSent: Day | null;
  readonly contacts: number | null;
  readonly publicity: number | null;
  readonly silenceDays: number | null;
}

/** Lines of one audience, in the order of the plan. */
interface Audience {
  readonly audience: string;
  readonly lines: readonly PlanRow[];
  /** The shortest of its lines' limits. */
  readonly silenceDays: number | null;
}

export interface CalendarRow {
  readonly audience: string;
  readonly codes: readonly string[];
  readonly cells: readonly MonthCell[];
}

export interface PlanCalendar {
  readonly today: Day;
  /** First days of months. */
  readonly months: readonly Day[];
  readonly rows: readonly CalendarRow[];
}

const linesOf = ({ store }: Project): PlanRow[] => store.sql<PlanRow>(queries.lines).all();

function audiencesOf(lines: readonly PlanRow[]): Audience[] {
  const groups = new Map<string, PlanRow[]>();
  for (const line of lines) {
    const key = line.audience.trim().toLowerCase();
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((own) => {
    const limits = own.flatMap(({ silenceDays }) => silenceDays ?? []);
    return {
      audience: own[0]?.audience ?? '',
      lines: own,
      silenceDays: limits.length === 0 ? null : Math.min(...limits),
    };
  });
}

interface ProjectSpan {
  readonly start: Day;
  readonly end: Day;
}

function spanOf(project: Project): ProjectSpan {
  const row = projectFields(project.store, 'start', 'end');
  const today = todayOf(project);
  const day = (value: unknown): Day => (typeof value === 'string' ? value : today);
  return { start: day(row?.start), end: day(row?.end) };
}

/** The months that a calendar begins with: half of them behind the project's day. */
export function usualMonths(project: Project, count: number): Span {
  const today = todayOf(project);
  const first = startOfMonth(addDays(startOfMonth(today), -1));
  const from = count >= 6 ? startOfMonth(addDays(first, -1)) : first;
  return { from, to: monthsFrom(from, count) };
}

/** How many months the second day lies after the first. */
export function monthsBetween(from: Day, to: Day): number {
  const count = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return count(to) - count(from);
}

/** The last day of so many months from one on. */
export function monthsFrom(from: Day, count: number): Day {
  let last = endOfMonth(from);
  for (let month = 1; month < count; month += 1) last = endOfMonth(addDays(last, 1));
  return last;
}

/** Audiences down, months across. Reads what stands in the span, and when each line was last sent before it. */
export function planCalendar(project: Project, span: Span): PlanCalendar {
  const { store } = project;
  const today = todayOf(project);
  const months = monthsOf(span);
  const [from, to] = [startOfMonth(span.from), endOfMonth(span.to)];
  const deliveries = store.sql<DeliveryFact>(queries.inSpan).all({ from, to });
  const before = new Map(
    store
      .sql<{ plan: number; sent: Day }>(queries.sentBefore)
      .all({ from })
      .map(({ plan, sent }) => [plan, sent]),
  );
  const { start } = spanOf(project);
  const rows = audiencesOf(linesOf(project)).map(({ audience, lines, silenceDays }): CalendarRow => {
    const ids = new Set(lines.map(({ id }) => id));
    const heard = lines.flatMap(({ id }) => before.get(id) ?? []).toSorted();
    const own = deliveries.filter(({ plan }) => ids.has(plan));
    const since = heard.at(-1) ?? start;
    return {
      audience,
      codes: lines.map(({ code }) => code),
      cells: monthCells(own, months, { today, silenceDays, since }),
    };
  });
  return { today, months, rows };
}

export interface NamedDelivery extends DeliveryFact {
  readonly code: string;
  readonly title: string;
}

/** The deliveries of a cell, by day. */
export function deliveriesNamed({ store }: Project, ids: readonly number[]): NamedDelivery[] {
  return store.sql<NamedDelivery>(queries.named).all({ ids: JSON.stringify(ids) });
}

export interface KeptRow extends Kept {
  readonly audience: string;
  /** Of a line its code; null of a whole audience. */
  readonly code: string | null;
  readonly id: number | null;
  readonly contacts: number;
  readonly publicity: number;
}

/** Promised against done, audience by audience and line by line; from the project's start to its day if not said. */
export function keptPromises(project: Project, given: Partial<Span> = {}): KeptRow[] {
  const { from = spanOf(project).start, to = todayOf(project) } = given;
  const deliveries = project.store
    .sql<DeliveryFact>(queries.promisedIn)
    .all({ from: from < to ? from : to, to });
  return audiencesOf(linesOf(project)).flatMap(({ audience, lines }) => {
    const row = (own: readonly PlanRow[], code: string | null, id: number | null): KeptRow => {
      const ids = new Set(own.map((line) => line.id));
      const sum = (field: 'contacts' | 'publicity'): number =>
        own.reduce((total, line) => total + (line[field] ?? 0), 0);
      const mine = deliveries.filter(({ plan }) => ids.has(plan));
      return {
        audience,
        code,
        id,
        contacts: sum('contacts'),
        publicity: sum('publicity'),
        ...keptOf(mine, { from, to }),
      };
    };
    return [row(lines, null, null), ...lines.map((line) => row([line], line.code, line.id))];
  });
}

export interface SilentAudience extends Silence {
  readonly audience: string;
  readonly codes: readonly string[];
  readonly id: number;
}

/** Every audience and how long it has heard nothing, the longest first. `limit` stands in place of the plan's own. */
export function silences(project: Project, limit?: number): SilentAudience[] {
  const today = todayOf(project);
  const { start } = spanOf(project);
  return audiencesOf(linesOf(project))
    .map(({ audience, lines, silenceDays }) => {
      const heard = lines.flatMap(({ lastSent }) => lastSent ?? []).toSorted();
      const codes = lines.map(({ code }) => code);
      const silence = silenceOf(heard.at(-1) ?? null, start, today, limit ?? silenceDays);
      return { audience, codes, id: lines[0]?.id ?? 0, ...silence };
    })
    .toSorted((one, other) => other.days - one.days);
}

export interface DueDelivery {
  readonly id: number;
  readonly code: string;
  readonly title: string;
  readonly audience: string;
  readonly line: string;
  readonly means: string | null;
  readonly due: Day;
  readonly late: Day | null;
  readonly state: 'planned' | 'drafted';
  readonly responsible: string | null;
  readonly isLate: boolean;
  readonly textMissing: boolean;
}

/** What is to go out within so many days, what is late among it, and whether its text is still missing. */
export function dueDeliveries(project: Project, days = 14): DueDelivery[] {
  const today = todayOf(project);
  return project.store
    .sql<Omit<DueDelivery, 'isLate' | 'textMissing'> & { readonly textMissing: 0 | 1 }>(queries.dueBy)
    .all({ until: addDays(today, days) })
    .map((row) => ({ ...row, isLate: (row.late ?? row.due) < today, textMissing: row.textMissing === 1 }));
}

/** `OHRY-4 Ohjausryhmä 2/2023`: the session whose code a text is, as evidence names it; null where it is none. */
export function sessionNamed({ store }: Project, text: string): string | null {
  const code = parseCode(text.trim());
  const identity = code === null ? null : identityByCode(store, formatCode(code));
  return identity?.register === 'session' ? `${identity.code ?? ''} ${identity.heading}` : null;
}

/** What became of a line's deliveries in each month of the year of the project's day: the gravest first where several did. */
export function yearOfLine(
  project: Project,
  id: number,
): { readonly year: string; readonly months: readonly MonthCell[] } {
  const today = todayOf(project);
  const year = today.slice(0, 4);
  const span = { from: `${year}-01-01`, to: `${year}-12-31` };
  const facts = project.store.sql<DeliveryFact>(queries.ofLine).all({ id, ...span });
  return { year, months: monthCells(facts, monthsOf(span), { today, silenceDays: null, since: null }) };
}
