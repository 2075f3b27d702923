/** Keys of the roster: a mark and on to the next; the same mark again takes it away. */
import type { ActionHandler, ActionHandlers } from '../../keys/dispatcher.ts';
import { markAttendance, markRest, unmarked } from '../../services/meetings/attendance.ts';
import type { SessionView } from '../../services/meetings/closing.ts';
import { formatDay } from '../../services/reading/days.ts';
import type { Mark } from '../../services/meetings/roster.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { go, openOverlay, perform, type App } from '../app.tsx';
import { recordChoices } from '../palette/record-choices.ts';
import { SearchBox } from '../palette/search-box.tsx';
import { wordsOf } from '../record/change-actions.tsx';
import { changePage } from '../session/session.ts';
import { doneToast, runningWords } from './ask.tsx';
import { readOnly } from './agenda-keys.tsx';
import { rosterEntries, type RosterEntry } from './roster-lines.ts';

const onward = (app: App, count: number): void =>
  go(
    app,
    changePage((page) =>
      page.kind === 'running' ? { ...page, seat: Math.min(count - 1, page.seat + 1) } : page,
    ),
  );

function put(app: App, view: SessionView, entry: RosterEntry, mark: Mark, deputy?: number): void {
  const { said, marks } = runningWords(app);
  const isAgain = entry.mark === mark && deputy === undefined;
  const marking = {
    person: entry.person,
    mark: isAgain ? null : mark,
    ...(deputy !== undefined && { deputy }),
  };
  const text = isAgain ? said.unmarked(entry.name) : said.marked(entry.name, marks[mark]);
  const ok = perform(
    app,
    () => markAttendance(app.project, view.session.id, [marking]),
    () => doneToast(app, text),
  );
  if (ok && !isAgain) onward(app, rosterEntries(view).length);
}

/** The member's own deputy is meant where there is one; else one is looked for. */
function markDeputy(app: App, view: SessionView, entry: RosterEntry): void {
  const [own, another] = entry.deputies;
  if (entry.mark === 'deputy') return put(app, view, entry, 'deputy');
  if (own !== undefined && another === undefined) return put(app, view, entry, 'deputy', own);
  return askPerson(app, runningWords(app).prompt.deputy(entry.name), (person) =>
    put(app, view, entry, 'deputy', person),
  );
}

export function askPerson(app: App, title: string, onPerson: (person: number) => void): void {
  const { language } = app.session.get();
  openOverlay(app, (close) => (
    <SearchBox<number>
      title={title}
      placeholder={runningWords(app).prompt.person}
      empty={wordsOf(app).list.none}
      context="picker"
      width={64}
      find={(text) => recordChoices(app.project, ['person'], text, language)}
      onCancel={close}
      onChoose={(person) => {
        close();
        onPerson(person);
      }}
    />
  ));
}

function askGuest(app: App, { session, roster }: SessionView): void {
  const { prompt, said, marks } = runningWords(app);
  const { language } = app.session.get();
  askPerson(app, prompt.guest, (person) => {
    const member = roster.members.find((one) => one.person === person);
    perform(
      app,
      () => markAttendance(app.project, session.id, [{ person, mark: 'present' }]),
      () =>
        doneToast(
          app,
          member === undefined
            ? said.asGuest(
                getRecord(app.project, person).heading,
                formatDay(session.startsAt.slice(0, 10), language),
              )
            : said.marked(member.name, marks.present),
        ),
    );
  });
}

export function attendanceKeys(app: App, view: SessionView, seat: number): ActionHandlers {
  const entry = rosterEntries(view)[seat];
  const { session } = view;
  const { said } = runningWords(app);
  const mark = (word: Mark) => () => {
    if (entry !== undefined) put(app, view, entry, word);
  };
  const guests = (step: 1 | -1) => () => {
    const others = Math.max(0, (session.others ?? 0) + step);
    perform(
      app,
      () => markAttendance(app.project, session.id, [], others),
      () => doneToast(app, said.guests(others)),
    );
  };
  const unlessClosed = (run: () => void): ActionHandler => ({
    run,
    whyNot: () => (session.closedOn !== null ? readOnly(app) : null),
  });
  return {
    'attendance.present': unlessClosed(mark('present')),
    'attendance.apology': unlessClosed(mark('apology')),
    'attendance.recording': unlessClosed(mark('recording')),
    'attendance.absent': unlessClosed(mark('absent')),
    'attendance.deputy': unlessClosed(() => {
      if (entry !== undefined) markDeputy(app, view, entry);
    }),
    'attendance.rest': unlessClosed(() => {
      const count = unmarked(app.project, session.id).length;
      perform(
        app,
        () => markRest(app.project, session.id, 'present'),
        () => doneToast(app, said.restPresent(count)),
      );
    }),
    'attendance.guest': unlessClosed(() => askGuest(app, view)),
    'attendance.more': unlessClosed(guests(1)),
    'attendance.fewer': unlessClosed(guests(-1)),
  };
}
