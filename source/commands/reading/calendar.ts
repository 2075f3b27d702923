import { calendarOf, readSpan } from '../../services/reading/calendar.ts';
import { formatDay, formatSpan, formatTime, formatWeek } from '../../services/reading/days.ts';
import { todayOf } from '../../services/project/project.ts';
import { printJson, printLines, styled } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { CalendarDay, CalendarItem } from '../../services/reading/calendar.ts';
import type { Call, Command } from '../line/command.ts';

/** `luotsi calendar`, `luotsi calendar "vko 12"`, `luotsi calendar 3/2023`. */
export const calendar: Command = {
  usage: 'calendar [MONTH|WEEK|DAY]',
  changes: false,
  options: [],
  words: [0, Number.MAX_SAFE_INTEGER],
  run: async (call) =>
    withProject(call, (project) => {
      const span = readSpan(call.words.join(' '), todayOf(project));
      const { days } = calendarOf(project, span);
      if (call.json) printJson(call, days.map(jsonDay));
      else {
        const lines = days
          .filter(({ items, holiday }) => items.length > 0 || holiday !== null)
          .flatMap((day) => dayLines(call, day));
        printLines(
          call,
          lines.length > 0 ? lines : [call.say.calendar.nothing(formatSpan(span, call.language))],
        );
      }
      return 0;
    }),
};

function jsonDay({ day, week, holiday, inBreak, items }: CalendarDay): Record<string, unknown> {
  return {
    day,
    week,
    holiday: holiday?.en ?? null,
    break: inBreak,
    items: items.map(({ time, minutes, kind, register, code, heading, state }) => ({
      time,
      minutes,
      kind,
      register,
      code,
      heading,
      state,
    })),
  };
}

const marks: Readonly<Record<CalendarItem['state'], string>> = {
  happened: '✓',
  late: '▲',
  due: '●',
  planned: '○',
};

function dayLines(call: Call, { day, week, holiday, inBreak, items }: CalendarDay): string[] {
  const { language, place, say } = call;
  const { safe, fit } = place.text;
  const notes = [holiday?.[language], inBreak ? say.calendar.inBreak : undefined].filter(
    (note) => note !== undefined,
  );
  const head = [formatDay(day, language, 'full'), formatWeek(week, language), ...notes].join(' · ');
  const rows = items.map(({ time, kind, register, code, heading, what, state }) => {
    const hour = time === null ? '' : formatTime(`${day}T${time}`, language);
    const label = kind === register ? '' : `  ${what[language]}`;
    const mark = kind === 'cancelled' ? '×' : marks[state];
    const line = `${mark} ${fit(hour, 5, 'right')} ${fit(safe(code ?? ''), 7)} ${safe(heading)}${label}`;
    return Number.isFinite(place.columns) ? fit(line, place.columns).trimEnd() : line;
  });
  return [styled(call, 'bold', head), ...rows];
}
