/** The calendar: a month or a week of all registers. Over the screen from which it was opened; Esc goes back there. */
import { calendarOf, pageSpan } from '../../services/reading/calendar.ts';
import { addDays, addMonths, endOfMonth, startOfMonth } from '../../services/reading/days.ts';
import { todayOf } from '../../services/project/project.ts';
import { useConsole } from '../../widgets/console.tsx';
import { StyledLines } from '../../widgets/lines/styled-text.tsx';
import { useActions } from '../../widgets/use-actions.ts';
import { useSpeech } from '../../widgets/speech/use-speech.ts';
import { go, useApp, useData, useWords } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { back, changePage, open, type PageOf } from '../session/session.ts';
import { spokenDay } from '../spoken.ts';
import { monthLines } from './month-lines.ts';
import { weekLines } from './week-lines.ts';

type CalendarPage = PageOf<'calendar'>;

/** The years of a calendar: beyond them there is nothing to see, and days have four figures of a year. */
const within = (day: string): boolean => day >= '1900-01-01' && day <= '2199-12-31';

export function CalendarScreen({ page }: { readonly page: CalendarPage }) {
  const app = useApp();
  const { columns: width, rows, unicode } = useConsole();
  const { language } = useWords();
  const { day, span } = page;
  const { from, to } = pageSpan(day, span);
  const view = useData(({ project }) => calendarOf(project, { from, to }), [from, to]);
  const height = bodyHeight(rows);
  const change = (next: (old: CalendarPage) => CalendarPage) => () =>
    go(
      app,
      changePage((old) => (old.kind === 'calendar' ? next(old) : old)),
    );
  const moveTo = (next: (day: string) => string) =>
    change((old) => {
      const target = next(old.day);
      return within(target) ? { ...old, day: target } : old;
    });
  const rowOfDays = span === 'month' ? 7 : 1;
  const turn = (step: 1 | -1) =>
    moveTo((old) => (span === 'month' ? addMonths(old, step) : addDays(old, step * 7)));
  useActions('calendar', {
    'calendar.left': moveTo((old) => addDays(old, -1)),
    'calendar.right': moveTo((old) => addDays(old, 1)),
    'list.down': moveTo((old) => addDays(old, rowOfDays)),
    'list.up': moveTo((old) => addDays(old, -rowOfDays)),
    'calendar.earlier': turn(-1),
    'calendar.later': turn(1),
    'list.pageUp': turn(-1),
    'list.pageDown': turn(1),
    'list.first': moveTo((old) => (span === 'month' ? startOfMonth(old) : pageSpan(old, 'week').from)),
    'list.last': moveTo((old) => (span === 'month' ? endOfMonth(old) : pageSpan(old, 'week').to)),
    'calendar.now': moveTo(() => todayOf(app.project)),
    'calendar.span': change((old) => ({ ...old, span: old.span === 'month' ? 'week' : 'month' })),
    'list.open': () => go(app, open({ kind: 'day', id: null, day, cursor: 0, top: 0 })),
    'go.back': () => go(app, back),
  });
  const draw = span === 'month' ? monthLines : weekLines;
  const lines = draw(view, { width, height, language, unicode, day });
  useSpeech(() => ({
    kind: 'row',
    text: spokenDay(
      view.days.find((one) => one.day === day),
      view.today,
      language,
    ),
  }));
  return <StyledLines lines={lines} width={width} height={height} />;
}
