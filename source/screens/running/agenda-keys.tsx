/** Keys of the agenda: on and back, what was said, decided and promised, put off, closed and opened again. */
import { keysOf } from '../../keys/keymap.ts';
import { showKeys } from '../../keys/show-keys.ts';
import type { ActionHandler, ActionHandlers } from '../../keys/dispatcher.ts';
import { formatLocalTime } from '../../services/reading/days.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import {
  nextItem,
  postponeItem,
  previousItem,
  startSession,
  takeItem,
  type RunningItem,
} from '../../services/meetings/running.ts';
import type { SessionView } from '../../services/meetings/closing.ts';
import { go, perform, say, type App } from '../app.tsx';
import { changePage, formPage, open } from '../session/session.ts';
import {
  askAction,
  askClose,
  askDecision,
  askNote,
  askProposals,
  askReopen,
  doneToast,
  runningWords,
} from './ask.tsx';

/** The cursor follows what is under way until it is moved again. */
const follow = (app: App): void =>
  go(
    app,
    changePage((page) => (page.kind === 'running' ? { ...page, item: null } : page)),
  );

function goOn(app: App, view: SessionView, chosen: RunningItem | undefined): void {
  const { session, current, items } = view;
  const { said } = runningWords(app);
  if (session.state !== 'inProgress') {
    if (
      perform(
        app,
        () => startSession(app.project, session.id),
        () => doneToast(app, said.started),
      )
    )
      follow(app);
    return;
  }
  if (items.length === 0) return say(app, 'note', said.noItems);
  const wanted = chosen !== undefined && chosen.id !== current?.id ? chosen : nextItem(items);
  if (wanted === null && current === null) return say(app, 'note', said.allDone);
  const text = wanted === null ? said.allDone : said.next(wanted.title);
  if (
    perform(
      app,
      () => takeItem(app.project, session.id, wanted?.id ?? null),
      () => doneToast(app, text),
    )
  )
    follow(app);
}

function goBack(app: App, { session, items }: SessionView): void {
  const { said } = runningWords(app);
  const before = previousItem(items);
  if (before === null) return say(app, 'note', said.first);
  if (
    perform(
      app,
      () => takeItem(app.project, session.id, before.id, 'open'),
      () => doneToast(app, said.next(before.title)),
    )
  )
    follow(app);
}

function postpone(app: App, { session }: SessionView, item: RunningItem): void {
  const { said } = runningWords(app);
  const { language } = app.session.get();
  perform(
    app,
    () => postponeItem(app.project, session.id, item.id),
    ({ result }) =>
      doneToast(
        app,
        result === null
          ? said.postponed
          : said.postponedTo(formatLocalTime(String(getRecord(app.project, result)['startsAt']), language)),
      ),
  );
}

/** Why nothing is done to a closed session, and by which key it is opened again. */
export function readOnly(app: App): string {
  const key = showKeys(
    keysOf(app.keymap(), ['running'], 'running.reopen')[0] ?? ':',
    app.session.get().language,
  );
  return runningWords(app).said.readOnly(key);
}

/** Keys that both panes have. */
export function sessionKeys(app: App, { session }: SessionView): ActionHandlers {
  const isClosed = session.closedOn !== null;
  return {
    'running.close': {
      run: () => askClose(app, session.id),
      whyNot: () => (isClosed ? readOnly(app) : null),
    },
    ...(isClosed && { 'running.reopen': () => askReopen(app, session.id) }),
    'session.papers': () =>
      go(
        app,
        open({
          kind: 'papers',
          id: session.id,
          paper: isClosed || session.state === 'held' ? 'minutes' : 'invitation',
          top: 0,
        }),
      ),
    'running.attendance': () =>
      go(
        app,
        changePage((page) =>
          page.kind === 'running' ? { ...page, pane: page.pane === 'agenda' ? 'roster' : 'agenda' } : page,
        ),
      ),
  };
}

export function agendaKeys(app: App, view: SessionView, chosen: RunningItem | undefined): ActionHandlers {
  const { session, current } = view;
  const { said } = runningWords(app);
  const unlessClosed = (run: () => void, item: RunningItem | undefined | 'none' = 'none'): ActionHandler => ({
    run,
    whyNot: () => (session.closedOn !== null ? readOnly(app) : item === undefined ? said.noItem : null),
  });
  const at = current ?? chosen;
  return {
    'running.next': {
      ...unlessClosed(() => goOn(app, view, chosen)),
      ...(session.state !== 'inProgress' && { label: said.startKey }),
    },
    'running.previous': unlessClosed(() => goBack(app, view)),
    'running.note': unlessClosed(() => askNote(app, session.id, at?.id ?? null, at?.title ?? '')),
    'running.decision': unlessClosed(() => askDecision(app, session.id, at?.id ?? null, at?.title ?? '')),
    'running.action': unlessClosed(() => askAction(app, session.id)),
    'running.postpone': unlessClosed(() => chosen !== undefined && postpone(app, view, chosen), chosen),
    'running.propose': unlessClosed(() => askProposals(app, session.id)),
    'record.newUnder': unlessClosed(() =>
      go(app, open(formPage('agenda', null, { session: session.id, position: view.items.length + 1 }))),
    ),
    'record.edit': unlessClosed(
      () => chosen !== undefined && go(app, open(formPage('agenda', chosen.id))),
      chosen,
    ),
  };
}
