import { championsDocument, championsTable } from '../../reports/champions/document.ts';
import { championsList } from '../../reports/champions/model.ts';
import { invitationDocument } from '../../reports/invitation/document.ts';
import { minutesDocument } from '../../reports/minutes/document.ts';
import { minutesOf } from '../../reports/minutes/model.ts';
import { risksDocument } from '../../reports/risks/document.ts';
import { riskRegister } from '../../reports/risks/model.ts';
import { weekDocument } from '../../reports/week/document.ts';
import { daysAhead, weekReport } from '../../reports/week/model.ts';
import { addDays, localDay, startOfWeek } from '../../domain/days/day.ts';
import { UserError } from '../../errors.ts';
import * as championsSql from '../../store/queries/champions-report.ts';
import * as minutesSql from '../../store/queries/minutes-report.ts';
import * as shared from '../../store/queries/parts.ts';
import * as risksSql from '../../store/queries/risks-report.ts';
import * as weekSql from '../../store/queries/week-report.ts';
import { rosterOf } from '../meetings/roster.ts';
import { drawCommunication } from './report-communication.ts';
import { drawFunder } from './report-funder.ts';
import { drawHandover } from './report-handover.ts';
import { drawPerson } from './report-person.ts';
import { listIn, rowsOf } from './report-rows.ts';
import { scopeOf } from './report-scope.ts';
import { drawStatus } from './report-status.ts';
import { thresholdsOf } from '../risks/risk-settings.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Language } from '../../language/index.ts';
import type { PlainTable, ReportDocument } from '../../reports/document.ts';
import type { Minutes, MinutesSnapshot } from '../../reports/minutes/model.ts';
import type { WrittenRow } from '../../reports/snapshot.ts';
import type { RiskRegisterSnapshot } from '../../reports/risks/model.ts';
import type { DiaryLine, WeekSnapshot } from '../../reports/week/model.ts';
import type { Store } from '../../store/file/open.ts';
import type { Listed } from './report-rows.ts';
import type { Project } from '../project/project.ts';

/** What a report is drawn with, beside the view that it is drawn from. */
export interface Drawing {
  readonly since?: Day | null;
  readonly to: Day;
  readonly seq: number;
  readonly session?: number;
  /** What the planner has written for it. */
  readonly written?: WrittenRow | null;
  /** The person that it is of. */
  readonly person?: number;
  /** The project as it is open, beside the view. */
  readonly project: Project;
}

/** A report before it is put into words: its model, and how the words are made. */
export interface Drawn {
  readonly from: Day;
  readonly model: unknown;
  readonly document: (language: Language) => ReportDocument;
  /** Of a report that is one table. */
  readonly table?: (language: Language) => PlainTable;
}

const drawings = {
  status: drawStatus,
  week: drawWeek,
  minutes: drawMinutes,
  invitation: drawInvitation,
  risks: drawRisks,
  communication: drawCommunication,
  champions: drawChampions,
  funder: drawFunder,
  person: drawPerson,
  handover: drawHandover,
} satisfies Record<string, (store: Store, drawing: Drawing) => Drawn>;

export type ReportKind = keyof typeof drawings;

export const reportKinds = Object.keys(drawings) as readonly ReportKind[];

/** @throws UserError report-span, no-such-record */
export function drawReport(store: Store, kind: ReportKind, drawing: Drawing): Drawn {
  return drawings[kind](store, drawing);
}

const projectOf = (store: Store): { title: string | null; word: string | null } => {
  const row = store.sql<{ title: string; championWord: string | null }>(shared.project).get();
  return { title: row?.title ?? null, word: row?.championWord ?? null };
};

function drawRisks(store: Store, { since = null, to, seq }: Drawing): Drawn {
  const scope = scopeOf(store, since, to);
  const snapshot: RiskRegisterSnapshot = {
    title: projectOf(store).title,
    thresholds: thresholdsOf(store),
    risks: rowsOf(store, risksSql.risks),
    assessments: rowsOf(store, risksSql.assessments),
    measures: rowsOf(store, risksSql.measures),
  };
  const register = riskRegister(snapshot, scope);
  return {
    from: scope.from,
    model: register,
    document: (language) => risksDocument(register, seq, language),
  };
}

/** @throws UserError no-such-record: it may be in the trash, or not have been known yet on the day of the view. */
function minutesFrom(store: Store, id: number | undefined): Minutes {
  const parameters = { session: id ?? null };
  const [session] = rowsOf<MinutesSnapshot['session']>(store, minutesSql.session, parameters);
  if (session === undefined)
    throw new UserError('no-such-record', { register: 'session', text: '', near: [] });
  const [next = null] = rowsOf<NonNullable<MinutesSnapshot['next']>>(store, minutesSql.next, parameters);
  return minutesOf({
    title: projectOf(store).title,
    session,
    roster: rowsOf(store, minutesSql.roster, parameters),
    standing: rosterOf({ store }, Number(parameters.session)),
    guests: rowsOf(store, minutesSql.guests, parameters),
    agenda: rowsOf(store, minutesSql.agenda, parameters),
    decisions: rowsOf(store, minutesSql.decisions, parameters),
    actions: rowsOf(store, minutesSql.actions, parameters),
    next,
  });
}

function drawMinutes(store: Store, { to, seq, session }: Drawing): Drawn {
  const minutes = minutesFrom(store, session);
  return {
    from: localDay(minutes.session.startsAt),
    model: minutes,
    document: (language) => minutesDocument(minutes, to, seq, language),
  };
}

function drawInvitation(store: Store, { to, seq, session }: Drawing): Drawn {
  const minutes = minutesFrom(store, session);
  return {
    from: to,
    model: minutes,
    document: (language) => invitationDocument(minutes, to, seq, language),
  };
}

function drawChampions(store: Store, { to, seq }: Drawing): Drawn {
  const { title, word } = projectOf(store);
  const list = championsList(
    { title, word, champions: rowsOf(store, championsSql.champions, { day: to }) },
    to,
  );
  return {
    from: to,
    model: list,
    document: (language) => championsDocument(list, seq, language),
    table: (language) => championsTable(list, language),
  };
}

function drawWeek(store: Store, { since, to, seq }: Drawing): Drawn {
  const { from } = scopeOf(store, since === undefined ? startOfWeek(to) : since, to);
  const ahead = { ahead: addDays(to, daysAhead) };
  const past = { from, day: to };
  const diary = rowsOf<Listed<DiaryLine, 'tags'>>(store, weekSql.diary, past);
  const snapshot: WeekSnapshot = {
    title: projectOf(store).title,
    diary: diary.map((row) => ({ ...row, tags: listIn(row.tags) })),
    actions: rowsOf(store, weekSql.actions, { ...past, ...ahead }),
    sessions: rowsOf(store, weekSql.sessions, { from, ...ahead }),
    deliveries: rowsOf(store, weekSql.deliveries, { ...past, ...ahead }),
    risks: rowsOf(store, weekSql.risks, ahead),
  };
  const week = weekReport(snapshot, { from, to });
  return { from, model: week, document: (language) => weekDocument(week, seq, language) };
}
