/** A session while it is run: its time, agenda and roster, each key a step. Left and opened again, or after the machine fell, it goes on where it was. */
import { useEffect, useState } from 'react';
import { sessionView } from '../../services/meetings/closing.ts';
import { todayOf } from '../../services/project/project.ts';
import { nowOf } from '../../services/meetings/running.ts';
import { messages, type Language } from '../../language/index.ts';
import { useConsole } from '../../widgets/console.tsx';
import { StyledLines } from '../../widgets/lines/styled-text.tsx';
import { useActions } from '../../widgets/use-actions.ts';
import { useSpeech } from '../../widgets/speech/use-speech.ts';
import { go, useApp, useData, useWords, type App } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { back, changePage, type PageOf } from '../session/session.ts';
import { agendaKeys, sessionKeys } from './agenda-keys.tsx';
import { attendanceKeys } from './attendance-keys.tsx';
import { spokenAgendaItem, spokenSeat, spokenTime } from '../spoken.ts';
import { rosterEntries, standingText } from './roster-lines.ts';
import { runningLines, type RunningLook } from './running-lines.ts';

type RunningPage = PageOf<'running'>;

const everySecond = 1000;

/** The wall clock to the minute: looked at each second, and drawn only when the minute has turned. */
function useMinute(app: App): string {
  const [now, setNow] = useState(() => nowOf(app.project));
  useEffect(() => {
    const timer = setInterval(() => setNow(nowOf(app.project)), everySecond);
    return () => clearInterval(timer);
  }, [app]);
  return now;
}

/** Who is here and the time as they change, and the row of the cursor. */
function useRunningSpeech(
  { view, now, pane, item, seat }: Pick<RunningLook, 'view' | 'now' | 'pane' | 'item' | 'seat'>,
  language: Language,
): void {
  const words = messages(language).running;
  useSpeech(() => ({ kind: 'text', text: standingText(view, language).replaceAll(' · ', ', ') }));
  useSpeech(() => {
    const text = spokenTime(view, now, language);
    return text === null ? null : { kind: 'text', text };
  });
  useSpeech(() => {
    if (pane === 'roster') {
      const place = { index: seat, count: rosterEntries(view).length };
      return { kind: 'row', text: spokenSeat(view, seat, language), place };
    }
    const chosen = view.items[item];
    if (chosen === undefined) return { kind: 'row', text: words.noAgenda };
    const place = { index: item, count: view.items.length };
    return { kind: 'row', text: spokenAgendaItem(chosen, now, language), place };
  });
}

export function RunningScreen({ page }: { readonly page: RunningPage }) {
  const app = useApp();
  const { columns: width, rows, unicode } = useConsole();
  const { language } = useWords();
  const now = useMinute(app);
  const view = useData(({ project }) => sessionView(project, page.id), [page.id]);
  const seats = rosterEntries(view).length;
  const follows = Math.max(
    0,
    view.items.findIndex(
      ({ id }) => id === (view.current ?? view.items.find(({ state }) => state === 'open'))?.id,
    ),
  );
  const item = Math.max(0, Math.min(page.item ?? follows, view.items.length - 1));
  const seat = Math.max(0, Math.min(page.seat, seats - 1));
  const { pane } = page;
  const height = bodyHeight(rows);
  const moveTo = (target: (from: number, last: number) => number) => () =>
    go(
      app,
      changePage((old) => {
        if (old.kind !== 'running') return old;
        const last = Math.max(0, (pane === 'agenda' ? view.items.length : seats) - 1);
        const to = Math.max(
          0,
          Math.min(last, target(pane === 'agenda' ? (old.item ?? follows) : old.seat, last)),
        );
        return pane === 'agenda' ? { ...old, item: to } : { ...old, seat: to };
      }),
    );
  useActions(pane === 'agenda' ? 'running' : 'attendance', {
    'list.down': moveTo((from) => from + 1),
    'list.up': moveTo((from) => from - 1),
    'list.pageDown': moveTo((from) => from + height - 4),
    'list.pageUp': moveTo((from) => from - height + 4),
    'list.first': moveTo(() => 0),
    'list.last': moveTo((_, last) => last),
    'go.back': () => go(app, back),
    ...sessionKeys(app, view),
    ...(pane === 'agenda' ? agendaKeys(app, view, view.items[item]) : attendanceKeys(app, view, seat)),
  });
  const today = todayOf(app.project);
  const lines = runningLines({ view, now, today, pane, item, seat, width, height, language, unicode });
  useRunningSpeech({ view, now, pane, item, seat }, language);
  return <StyledLines lines={lines} width={width} height={height} />;
}
