/** What of the communication plan a session's minutes keep: proposed when it is closed, done only when accepted. */
import { addDays, localDay } from '../../domain/days/day.ts';
import { namesMinutes, namesMinutesOf } from '../../domain/meetings/kept-by.ts';
import { messages } from '../../language/index.ts';
import * as queries from '../../store/queries/evidence.ts';
import { sessionOf, stepOf } from './running.ts';
import { todayOf } from '../project/project.ts';
import type { GroupKind } from '../../domain/meetings/kept-by.ts';
import type { Language } from '../../language/index.ts';
import type { RunningSession } from './running.ts';
import type { Project } from '../project/project.ts';
import type { UnitOfWork } from '../writing/unit-of-work.ts';
import type { Written } from '../writing/write.ts';

export interface Evidence {
  /** Code of the delivery that waits, else of the plan line under which one is added. */
  readonly code: string;
  readonly plan: number;
  /** Null: the line has none that waits, so the meeting itself is added to it as one that was kept. */
  readonly delivery: number | null;
  readonly title: string;
  readonly means: string | null;
}

/** Minutes go out some days after the meeting: what falls due by then is kept by them. */
const reachDays = 14;

interface Waiting {
  readonly id: number;
  readonly code: string;
  readonly heading: string;
  readonly means: string | null;
  readonly title: string | null;
  readonly followUp: string | null;
  readonly plan: number;
  /** Whether its promise goes with this session, with another one, or with none. */
  readonly tie: 'this' | 'other' | null;
}

interface PlanLine {
  readonly id: number;
  readonly code: string;
  readonly audience: string;
  readonly means: string;
  readonly followUp: string | null;
}

/** What is promised with a session needs no words for whose minutes they are; what goes with another is left to that. */
function isKeptBy(
  { tie, means, title, followUp }: Waiting,
  group: { readonly kind: GroupKind; readonly title: string },
): boolean {
  if (tie === 'other') return false;
  if (tie === 'this') return means === null ? title === null || namesMinutes(title) : namesMinutes(means);
  return namesMinutesOf(means, group) || (means === null && namesMinutesOf(followUp, group));
}

/** Deliveries that wait for these minutes first, then lines of the plan that the meeting keeps by being held. */
export function evidenceFor(project: Project, session: number, language: Language): Evidence[] {
  const held = sessionOf(project, session);
  const group = { kind: held.kind, title: held.groupTitle };
  const { store } = project;
  const done = new Set(
    store
      .sql<{ plan: number }>(queries.evidenced)
      .all({ evidence: held.code })
      .map(({ plan }) => plan),
  );
  const until = addDays(localDay(held.startsAt), reachDays);
  const waiting = store
    .sql<Waiting>(queries.waiting)
    .all({ until, session })
    .filter((one) => isKeptBy(one, group))
    .map(({ id, code, heading, means, plan }): Evidence => ({
      code,
      plan,
      delivery: id,
      title: heading,
      means,
    }));
  const kept = new Set([...done, ...waiting.map(({ plan }) => plan)]);
  const lines = store.sql<PlanLine>(queries.plans).all();
  const added = lines.flatMap(({ id, code, means, followUp }): Evidence[] => {
    const all = JSON.parse(means) as string[];
    const mean = all.find((one) => namesMinutesOf(one, group)) ?? null;
    if (kept.has(id) || (mean === null && !namesMinutesOf(followUp, group))) return [];
    return [{ code, plan: id, delivery: null, title: titleOf(held, language), means: mean }];
  });
  return [...waiting, ...added];
}

const titleOf = (held: RunningSession, language: Language): string =>
  messages(language).running.minutesOf(held.heading);

/** Marks what was accepted as sent on the day of the session's minutes, with the session as its evidence. */
export function acceptEvidence(
  project: Project,
  unit: UnitOfWork,
  code: string,
  accepted: readonly Evidence[],
): void {
  const sent = { state: 'sent', sent: todayOf(project), evidence: code };
  for (const { delivery, plan, title, means } of accepted) {
    if (delivery === null) unit.add('delivery', { plan, title, means, due: todayOf(project), ...sent });
    else unit.change(delivery, sent);
  }
}

/** The same after the session was closed. */
export function giveEvidence(
  project: Project,
  session: number,
  accepted: readonly Evidence[],
): Written<void> {
  return stepOf(project, 'evidence', (unit) =>
    acceptEvidence(project, unit, sessionOf(project, session).code, accepted),
  );
}
