import { differenceInDays } from '../../domain/days/day.ts';
import type { ProjectRow } from '../snapshot.ts';
import type { Attendance, GroupFigures } from './meetings.ts';
import type { MoneyFigures } from './money.ts';
import type { PlanProgress } from './plan-progress.ts';
import type { RecruitmentFigures } from './recruitment.ts';
import type { RiskFigures } from './risk-figures.ts';
import type { Scope } from './scope.ts';

/** `none`: there is nothing to judge by yet. */
export type Colour = 'green' | 'amber' | 'red' | 'none';

/**
 * The rules of the lights. The worst that holds counts; where nothing can be judged the area says so.
 *
 * | area | red | amber |
 * |---|---|---|
 * | schedule | an activity is 60 days late, or several are and they make a quarter | any activity is late |
 * | results | under half: units with a champion, or selected against the target of an ended round | under nine tenths |
 * | money | of the periods that have ended, over a twentieth more than planned was spent, or under half | more than planned, or under three quarters; an application is late |
 * | people | a quarter of the champions gone since last time | fewer champions, or a club's mean attendance down by a quarter (two sessions each at least) |
 * | risks | a very high open risk, or a high one that rose since last time | a high one, a late review, or one not assessed |
 * | overall | two areas are red | any area is not green |
 *
 * Money has no light until a payment period that has ended tells its budget and what was spent.
 */
export interface Lights {
  readonly overall: Colour;
  readonly schedule: Colour;
  readonly money: Colour;
  readonly results: Colour;
  readonly people: Colour;
  readonly risks: Colour;
}

const longLate = 60;
const manyLate = 1 / 4;
const half = 1 / 2;
const nearlyAll = 9 / 10;
const bigDrop = 1 / 4;

export interface Judged {
  readonly money: MoneyFigures;
  readonly plan: PlanProgress;
  readonly recruitment: RecruitmentFigures;
  readonly meetings: readonly GroupFigures[];
  readonly risks: RiskFigures;
}

export function lightsOf({ plan, money, recruitment, meetings, risks }: Judged): Lights {
  const areas = {
    schedule: schedule(plan),
    money: moneyLight(money),
    results: results(recruitment),
    people: people(recruitment, meetings),
    risks: riskLight(risks),
  };
  return { overall: overall(Object.values(areas)), ...areas };
}

export function overall(colours: readonly Colour[]): Colour {
  const judged = colours.filter((colour) => colour !== 'none');
  if (judged.length === 0) return 'none';
  if (judged.filter((colour) => colour === 'red').length >= 2) return 'red';
  return judged.every((colour) => colour === 'green') ? 'green' : 'amber';
}

function schedule({ dated, late }: PlanProgress): Colour {
  if (dated === 0) return 'none';
  const [worst] = late;
  if (worst === undefined) return 'green';
  const areMany = late.length > 1 && late.length / dated >= manyLate;
  return worst.days >= longLate || areMany ? 'red' : 'amber';
}

const overSpent = 1.05;
const underSpent = 3 / 4;

function moneyLight({ judged, late }: MoneyFigures): Colour {
  if (judged.budget === 0) return late.length > 0 ? 'amber' : 'none';
  const share = judged.spent / judged.budget;
  if (share > overSpent || share < half) return 'red';
  return share > 1 || share < underSpent || late.length > 0 ? 'amber' : 'green';
}

/** What can be measured: how much there is of what was aimed at, the worst share first; null where nothing can be. */
export function worstShare({ rounds, champions, coverage }: RecruitmentFigures): number | null {
  const shares = rounds
    .filter(({ round }) => round.state === 'closed' || round.state === 'decided')
    .flatMap(({ round, now }) =>
      round.target === null || round.target === 0 ? [] : now.reached.selected / round.target,
    );
  const ended = rounds.some(({ round }) => round.state === 'closed' || round.state === 'decided');
  if (coverage.total > 0 && (champions > 0 || ended)) shares.push(coverage.covered / coverage.total);
  return shares.length === 0 ? null : Math.min(...shares);
}

function results(figures: RecruitmentFigures): Colour {
  const share = worstShare(figures);
  if (share === null) return 'none';
  if (share < half) return 'red';
  return share < nearlyAll ? 'amber' : 'green';
}

/** One club afternoon says nothing of a trend. */
const fewestSessions = 2;

/** How far the worst club's mean attendance fell against as many days before, 0–1. */
export function attendanceDrop(meetings: readonly GroupFigures[]): number {
  const drops = meetings.flatMap(({ group, attendance, attendanceBefore }) =>
    group.kind === 'club' && isTrend(attendance) && isTrend(attendanceBefore)
      ? [1 - attendance.mean / attendanceBefore.mean]
      : [],
  );
  return Math.max(0, ...drops);
}

const isTrend = (attendance: Attendance | null): attendance is Attendance =>
  attendance !== null && attendance.sessions >= fewestSessions && attendance.mean > 0;

function people(figures: RecruitmentFigures, meetings: readonly GroupFigures[]): Colour {
  const { champions, championsBefore } = figures;
  const had = championsBefore ?? 0;
  if (champions === 0 && had === 0) return 'none';
  if (champions < had && (had - champions) / had >= bigDrop) return 'red';
  return champions < had || attendanceDrop(meetings) >= bigDrop ? 'amber' : 'green';
}

function riskLight({ open, levels, reviewsLate, unassessed }: RiskFigures): Colour {
  if (open.length === 0) return 'none';
  const rising = open.some(
    ({ risk, scoreBefore }) =>
      risk.level === 'high' && scoreBefore !== null && (risk.score ?? 0) > scoreBefore,
  );
  if (levels.veryHigh > 0 || rising) return 'red';
  return levels.high > 0 || reviewsLate > 0 || unassessed > 0 ? 'amber' : 'green';
}

/** Per cent of the project's days gone; null where its days are not known. */
export function timeGone(project: ProjectRow | null, { to }: Scope): number | null {
  if (project?.start == null || project.end === null || project.end <= project.start) return null;
  const share = differenceInDays(to, project.start) / differenceInDays(project.end, project.start);
  return Math.round(Math.min(1, Math.max(0, share)) * 100);
}
