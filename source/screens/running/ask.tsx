/** What running a session asks for in one line, or to be ticked. */
import { messages } from '../../language/index.ts';
import {
  acceptProposals,
  lacksStandingAgenda,
  proposeAgenda,
} from '../../services/meetings/agenda-proposal.ts';
import { unmarked } from '../../services/meetings/attendance.ts';
import {
  closeSession,
  itemMinutes,
  minutesUsed,
  reopenSession,
  sessionView,
  type SessionView,
} from '../../services/meetings/closing.ts';
import { formatDay } from '../../services/reading/days.ts';
import { evidenceFor } from '../../services/meetings/evidence.ts';
import {
  addDecision,
  addNote,
  addPromise,
  nowOf,
  understandPromise,
} from '../../services/meetings/running.ts';
import { identityCode } from '../../services/reading/record-view.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { Checklist } from '../../widgets/overlays/checklist.tsx';
import type { Written } from '../../services/writing/write.ts';
import { go, openOverlay, perform, say, type App, type Toast } from '../app.tsx';
import { Prompt, type Understood } from '../prompt/prompt.tsx';
import { wordsOf } from '../record/change-actions.tsx';
import { open } from '../session/session.ts';

export const runningWords = (app: App) => messages(app.session.get().language).running;

/** What was done, and how to take it back. */
export function doneToast(app: App, text: string): Toast {
  return { kind: 'done', text, hint: wordsOf(app).toast.undoHint };
}

function sessionName({ project }: App, id: number): string {
  const { code, heading } = getRecord(project, id);
  return code === null ? heading : `${code} ${heading}`;
}

export function askLine(
  app: App,
  title: string,
  placeholder: string,
  understand: (text: string) => Understood | null,
  onText: (text: string) => void,
): void {
  openOverlay(app, (close) => (
    <Prompt
      title={title}
      placeholder={placeholder}
      understand={understand}
      onCancel={close}
      onEnter={(text) => {
        close();
        if (text.trim() !== '') onText(text.trim());
      }}
    />
  ));
}

export function askNote(app: App, id: number, item: number | null, title: string): void {
  const { prompt, said } = runningWords(app);
  const heading = title === '' ? prompt.note : `${prompt.note} · ${title}`;
  askLine(
    app,
    heading,
    prompt.notePlaceholder,
    () => null,
    (text) => {
      perform(
        app,
        () => addNote(app.project, id, text, item),
        () => doneToast(app, said.noted),
      );
    },
  );
}

const madeToast = (app: App, word: string, { result }: Written<number>): Toast =>
  doneToast(app, `${word} ${identityCode(app.project, result)}`);

export function askDecision(app: App, id: number, item: number | null, title: string): void {
  const { prompt, said } = runningWords(app);
  const heading = title === '' ? prompt.decision : `${prompt.decision} · ${title}`;
  askLine(
    app,
    heading,
    prompt.decisionPlaceholder,
    () => null,
    (text) => {
      perform(
        app,
        () => addDecision(app.project, id, text, item),
        (written) => madeToast(app, said.decided, written),
      );
    },
  );
}

/** The line as it is understood, before it is kept. */
function understood(app: App, id: number, text: string): Understood {
  const { prompt } = runningWords(app);
  if (text.trim() === '') return { ok: true, text: prompt.actionHint };
  const { title, owner, due, unclear } = understandPromise(app.project, id, text);
  const { language } = app.session.get();
  const name = owner === null ? '' : getRecord(app.project, owner).heading;
  const what = prompt.understood({
    title,
    owner: name,
    due: due === null ? '' : formatDay(due, language, 'full'),
  });
  return {
    ok: title !== '',
    text: unclear.length === 0 ? `= ${what}` : `= ${what}  ${prompt.unclear(unclear.join(', '))}`,
  };
}

export function askAction(app: App, id: number): void {
  const { prompt, said } = runningWords(app);
  askLine(
    app,
    prompt.action,
    prompt.actionPlaceholder,
    (text) => understood(app, id, text),
    (text) => {
      perform(
        app,
        () => addPromise(app.project, id, text),
        (written) => madeToast(app, said.promised, written),
      );
    },
  );
}

export function askReopen(app: App, id: number): void {
  const { prompt, said } = runningWords(app);
  askLine(
    app,
    prompt.reopen,
    prompt.reopenPlaceholder,
    () => null,
    (text) => {
      perform(
        app,
        () => reopenSession(app.project, id, text),
        () => doneToast(app, `${said.reopened}: ${sessionName(app, id)}`),
      );
    },
  );
}

export function askProposals(app: App, id: number): void {
  const { language } = app.session.get();
  const words = runningWords(app);
  let proposals: ReturnType<typeof proposeAgenda> = [];
  if (!perform(app, () => (proposals = proposeAgenda(app.project, id, language)))) return;
  if (proposals.length === 0)
    return say(
      app,
      'note',
      lacksStandingAgenda(app.project, id) ? words.said.noStandingAgenda : words.said.nothingToPropose,
    );
  const items = proposals.map(({ title, source, background }) => ({
    label: title,
    hint: background === null ? words.sources[source] : background.split('\n').join('; '),
  }));
  return openOverlay(app, (close) => (
    <Checklist
      title={words.proposal.title}
      text={[]}
      items={items}
      hint={words.proposal.hint}
      keys={{ context: 'proposal', accept: 'running.addTicked', cancel: 'pick.cancel' }}
      onCancel={close}
      onAccept={(ticked) => {
        close();
        const accepted = proposals.filter((_, index) => ticked.includes(index));
        if (accepted.length === 0) return;
        perform(
          app,
          () => acceptProposals(app.project, id, accepted),
          () => doneToast(app, `${words.said.proposed}: ${sessionName(app, id)}`),
        );
      }}
    />
  ));
}

/** What the session came to, before it is closed. */
function summary(app: App, view: SessionView): string[] {
  const words = runningWords(app).closing;
  const { session, items, decisions, actions, roster } = view;
  const now = nowOf(app.project);
  const used = minutesUsed(session, now) ?? items.reduce((sum, item) => sum + itemMinutes(item, now), 0);
  const done = items.filter(({ state, startedAt }) => state === 'done' || startedAt !== null).length;
  const left = items.filter(({ state, startedAt }) => state === 'open' && startedAt === null).length;
  const absent = unmarked(app.project, session.id).length;
  const isMarked = roster.members.some(({ mark }) => mark !== null);
  return [
    session.startedAt === null ? '' : words.took(used, session.minutes),
    words.counts({ done, items: items.length, decisions: decisions.length, actions: actions.length }),
    isMarked ? (absent > 0 ? words.absent(absent) : '') : roster.members.length > 0 ? words.nobody : '',
    left > 0 ? words.undecided(left) : '',
  ].filter((text) => text !== '');
}

/** The summary, what the minutes keep of the communication plan, and then the draft of the minutes. */
export function askClose(app: App, id: number): void {
  const { language } = app.session.get();
  const words = runningWords(app);
  const evidence = evidenceFor(app.project, id, language);
  const text = summary(app, sessionView(app.project, id));
  const items = evidence.map(({ code, title, delivery }) => ({
    label: `${code}  ${title}`,
    hint: delivery === null ? words.closing.newDelivery : '',
  }));
  openOverlay(app, (close) => (
    <Checklist
      title={words.closing.title}
      text={[...text, ...(evidence.length > 0 ? ['', words.closing.evidence] : [])]}
      items={items}
      hint={items.length > 0 ? words.closing.hint : ''}
      keys={{ context: 'closing', accept: 'running.confirm', cancel: 'running.keepOpen' }}
      onCancel={close}
      onAccept={(ticked) => {
        close();
        const accepted = evidence.filter((_, index) => ticked.includes(index));
        const more = accepted.length === 0 ? '' : ` · ${words.said.evidence(accepted.length)}`;
        const ok = perform(
          app,
          () => closeSession(app.project, id, accepted),
          () => doneToast(app, `${words.said.closed}: ${sessionName(app, id)}${more}`),
        );
        if (ok) go(app, open({ kind: 'papers', id, paper: 'minutes', top: 0 }));
      }}
    />
  ));
}
