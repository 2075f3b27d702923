import { decision as decisionRegister } from '../../registers/decision.ts';
import { heading, listOr, paragraph } from '../document.ts';
import { byGroup, firstSentence, named, sessionDay, some } from '../voice.ts';
import { linesOf } from '../plain-text.ts';
import type { Block } from '../document.ts';
import type { ActivityRow } from '../snapshot.ts';
import type { StatusReport } from './model.ts';
import type { PlanProgress } from './plan-progress.ts';
import type { DecisionFollowUp } from './promises.ts';
import type { Voice } from '../voice.ts';

/** How many of a kind page one names before it counts the rest. */
const listed = 6;

/** What the last steering group session decided, and what became of it. */
export function decisions({ promises }: StatusReport, voice: Voice): Block[] {
  const { words, day } = voice;
  const last = promises.lastSession;
  if (last === null) return [];
  const { shown, more } = some(promises.openDecisions, listed, voice);
  const codes = [...shown.map(({ decision }) => decision.code), ...(more === '' ? [] : [more])].join(', ');
  return [
    heading(2, words.decisions.heading({ number: last.number ?? '', day: day(sessionDay(last)) })),
    listOr(
      promises.lastDecisions.map((followUp) => decisionLine(followUp, voice)),
      words.decisions.none,
    ),
    ...(shown.length === 0
      ? []
      : [paragraph(words.decisions.earlier({ count: promises.openDecisions.length, codes }))]),
  ];
}

function decisionLine({ decision, actions }: DecisionFollowUp, { words, language }: Voice): string {
  const outcomes = decisionRegister.fields['outcome']?.choices ?? {};
  const outcome = outcomes[decision.outcome ?? 'open']?.[language] ?? '';
  const kept = actions.filter((action) => action.state !== 'dropped');
  const doneCount = kept.filter((action) => action.state === 'done').length;
  const carried =
    kept.length === 0 || decision.outcome !== 'open'
      ? ''
      : `; ${words.decisions.actions({ done: doneCount, total: kept.length })}`;
  return `${named(decision)}: ${outcome}${carried}`;
}

/** What the span brought about. */
export function done(
  { plan, recruitment, meetings, communication, promises, diary }: StatusReport,
  voice: Voice,
): string[] {
  const words = voice.words.done;
  const noted = some(diary, listed, voice);
  const told = some(plan.told, listed - 1, voice);
  const rounds = recruitment.rounds.filter(({ now, isCurrent }) => isCurrent && now.reached.interested > 0);
  const held = meetings.reduce((sum, group) => sum + group.heldInSpan, 0);
  return [
    ...noted.shown.map(({ text, day }) => `${linesOf(text).join(' ')} (${voice.shortDay(day)})`),
    noted.more,
    ...told.shown.map((activity) => toldLine(activity, plan, voice)),
    told.more,
    ...rounds.map(({ round, now }) =>
      words.round({ what: round.title, interested: now.reached.interested, selected: now.reached.selected }),
    ),
    held === 0
      ? ''
      : words.sessions({
          count: held,
          groups: byGroup(meetings.map(({ group, heldInSpan: count }) => ({ group, count }))),
        }),
    words.counts({ deliveries: communication.sent, actions: promises.doneActions.length }),
  ].filter((line) => line !== '');
}

/** `TO-2 …: valmis 3.5. Kiinnostuneita 32, mukaan lähti 18.` */
function toldLine(activity: ActivityRow, plan: PlanProgress, voice: Voice): string {
  const words = voice.words.plan;
  const change = plan.finished.includes(activity)
    ? words.finished({ day: voice.shortDay(activity.doneOn) })
    : plan.begun.includes(activity)
      ? words.begun
      : '';
  const said = firstSentence(activity.account ?? '');
  const rest = [sentence(change), said].filter((part) => part !== '').join(' ');
  return rest === '' ? named(activity) : `${named(activity)}: ${rest}`;
}

const sentence = (text: string): string => (text === '' || text.endsWith('.') ? text : `${text}.`);

/** What comes up. */
export function comingUp({ ahead, meetings }: StatusReport, voice: Voice): string[] {
  const words = voice.words.next;
  const activities = some(ahead.activities, listed - 1, voice);
  const groups = byGroup(
    meetings.map(({ group }) => ({
      group,
      count: ahead.sessions.filter((session) => session.group === group.id).length,
    })),
  );
  return [
    ...ahead.opening.map((round) => words.opens({ what: round.title, day: voice.shortDay(round.opens) })),
    ...ahead.closing.map((round) => words.closes({ what: round.title, day: voice.shortDay(round.closes) })),
    ...activities.shown.map((activity) =>
      words.activity({ what: named(activity), day: voice.shortDay(activity.due) }),
    ),
    activities.more,
    ahead.sessions.length === 0 ? '' : words.sessions({ count: ahead.sessions.length, groups }),
    words.rest({ deliveries: ahead.deliveries, actions: ahead.actions }),
  ].filter((line) => line !== '');
}
