/** Actions that only some registers have, by register. One that another register has says so when it is pressed here. */
import type { ActionId } from '../../keys/actions.ts';
import type { ActionHandler, ActionHandlers } from '../../keys/dispatcher.ts';
import { registerOf } from '../../registers/index.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { go, type App } from '../app.tsx';
import { askEvidence } from '../communication/evidence.tsx';
import { askAssessment, askRealised, escalate, keepUnchanged } from '../risks/risk-actions.tsx';
import { open } from '../session/session.ts';
import { wordsOf, type SeenTarget, type Target } from './change-actions.tsx';
import { everyOwnAction, ownersOf, type OwnActions } from './own-action-ids.ts';
import { advance, askStage, extend, roundAgain } from './stage-actions.tsx';
import { planTopic, takeTopic, vote } from './topic-actions.tsx';

/** Does it with the records of the target; there is at least one. */
type OwnAction = (app: App, target: SeenTarget) => void;

/** Actions that every register has; who has one of its own does that instead. */
const everywhere: ReadonlySet<ActionId> = new Set(['record.state']);

const running =
  (pane: 'agenda' | 'roster'): OwnAction =>
  (app, { ids: [id = 0] }) =>
    go(app, open({ kind: 'running', id, pane, item: null, seat: 0 }));

/** Before a session it is its invitation that is wanted, after it the minutes. */
const papers: OwnAction = (app, { ids: [id = 0] }) => {
  const isOver = getRecord(app.project, id)['state'] === 'held';
  go(app, open({ kind: 'papers', id, paper: isOver ? 'minutes' : 'invitation', top: 0 }));
};

const succession: OwnAction = (app, { ids: [id = 0] }) =>
  void import('../running/succession.tsx').then(({ askSuccessor }) => askSuccessor(app, id));

const anonymise: OwnAction = (app, { ids: [id = 0] }) =>
  void import('../people/anonymise.tsx').then(({ askAnonymise }) => askAnonymise(app, id));

const ownActions: OwnActions<OwnAction> = {
  candidate: { 'record.advance': advance, 'record.state': askStage },
  membership: { 'record.advance': extend, 'membership.succeed': succession },
  round: { 'record.again': roundAgain },
  session: {
    'record.topic': takeTopic,
    'session.run': running('agenda'),
    'session.attendance': running('roster'),
    'session.papers': papers,
  },
  person: { 'person.anonymise': anonymise },
  delivery: { 'record.evidence': askEvidence },
  topic: { 'record.topic': planTopic, 'record.vote': vote },
  risk: {
    'record.assess': askAssessment,
    'risk.unchanged': keepUnchanged,
    'risk.realise': askRealised,
    'risk.escalate': escalate,
  },
};

const acts: Readonly<Record<string, Readonly<Partial<Record<ActionId, OwnAction>>>>> = ownActions;

/** The registers that have an action, as their lists are called. */
function namesOfOwners(app: App, action: ActionId): string {
  const { language } = app.session.get();
  return ownersOf(action)
    .map((register) => registerOf(register).label.many[language])
    .join(', ');
}

export function ownHandlers(app: App, target: Target): ActionHandlers {
  const handlerOf = (action: ActionId): ActionHandler => {
    const run = acts[target.register]?.[action];
    return {
      run: () => run?.(app, { ...target, seen: app.seen.step }),
      whyNot: () => (run === undefined ? wordsOf(app).whyNot.only(namesOfOwners(app, action)) : null),
    };
  };
  const here = everyOwnAction.filter(
    (action) => !everywhere.has(action) || acts[target.register]?.[action] !== undefined,
  );
  return Object.fromEntries(here.map((action) => [action, handlerOf(action)]));
}
