import { formatDay, formatTime } from '../../services/reading/days.ts';
import { readyWhole } from '../../services/project/project-file.ts';
import { todayView } from '../../services/reading/today.ts';
import { numberOption, printJson, printLines, styled } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { TodayItem, TodaySection, TodayView } from '../../services/reading/today.ts';
import type { Call, Command } from '../line/command.ts';

const usualDays = 14;

export const today: Command = {
  usage: 'today [--days N]',
  changes: false,
  options: ['days'],
  words: [0, 0],
  run: async (call) => {
    const days = numberOption(call, 'days') ?? usualDays;
    return withProject(
      call,
      (project) => {
        const view = todayView(project, Math.min(days, 36_500));
        if (call.json) printJson(call, view.items.map(jsonItem));
        else printLines(call, todayLines(call, view));
        return 0;
      },
      readyWhole,
    );
  },
};

function jsonItem({
  day,
  time,
  minutes,
  until,
  kind,
  register,
  code,
  heading,
}: TodayItem): Record<string, unknown> {
  return { day, time, minutes, until, kind, register, code, heading };
}

const sections: readonly TodaySection[] = ['late', 'today', 'week', 'later'];

/** Today in plain lines, for a terminal or a pipe. */
export function todayLines(call: Call, view: TodayView): string[] {
  const { say, language } = call;
  const { safe } = call.place.text;
  const head = [formatDay(view.day, language, 'full'), say.today.week(view.week)];
  if (view.late > 0) head.push(styled(call, 'alarm', say.today.late(view.late)));
  const title = view.title === '' ? [] : [styled(call, 'bold', safe(view.title))];
  const lines = [[...title, ...head].join('  ·  ')];
  for (const section of sections) {
    const items = view.items.filter((item) => item.section === section);
    if (items.length === 0) continue;
    const heading = say.today.sections[section];
    lines.push(
      '',
      styled(call, section === 'late' ? 'alarm' : 'bold', heading),
      ...itemLines(call, view, items),
    );
  }
  if (view.items.length === 0) lines.push('', say.today.nothing);
  return lines;
}

/** The day, with the hour of what has one. */
function whenOf({ day, time }: TodayItem, now: string, { language }: Call): string {
  const hour = time === null ? '' : `  ${formatTime(`${day}T${time}`, language)}`;
  return formatDay(day, language, 'weekday', now) + hour;
}

/** Code, name, what is wanted and when, in columns of one width for the section. */
function itemLines(call: Call, view: TodayView, items: readonly TodayItem[]): string[] {
  const { safe, cellWidth, fit } = call.place.text;
  const rows = items.map((item) => [
    item.section === 'late' ? '▲' : item.section === 'today' ? '●' : '○',
    safe(item.code ?? ''),
    safe(item.heading),
    item.what[call.language],
    whenOf(item, view.day, call),
    item.distance < 0 ? call.say.today.daysLate(-item.distance) : '',
  ]);
  const widths = [1, 2, 3, 4, 5].map((column) =>
    Math.max(...rows.map((row) => cellWidth(row[column] ?? ''))),
  );
  const [code = 0, heading = 0, what = 0, day = 0, late = 0] = widths;
  // The mark, the gaps and what must be whole; the record's name takes what is left.
  const taken = 2 + code + what + day + late + 4 * 2;
  const room = Math.max(12, Math.min(heading, call.place.columns - taken));
  return rows.map(([mark = '', one = '', two = '', three = '', four = '', five = '']) =>
    `${mark} ${fit(one, code)}  ${fit(two, room)}  ${fit(three, what)}  ${fit(four, day)}  ${five}`.trimEnd(),
  );
}
