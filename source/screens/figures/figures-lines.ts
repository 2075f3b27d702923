/** Figures of groups as lines: how often they met, who came, who stayed away, what was taken up. Pure; no Ink. */
import { messages, type Language } from '../../language/index.ts';
import { formatDay, formatLocalTime, formatNumber } from '../../services/reading/days.ts';
import type { GroupFigures, HeldSession } from '../../services/meetings/group-figures.ts';
import { bar } from '../../widgets/lines/charts.ts';
import { cutLine, line, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { fit, pad, safe, wrap } from '../../widgets/lines/text.ts';

export interface FiguresView {
  readonly width: number;
  readonly language: Language;
  readonly unicode: boolean;
  readonly today: string;
}

/** So many of the latest sessions have a bar. */
const latest = 12;

function headLines(figures: GroupFigures, { language, width }: FiguresView): StyledLine[] {
  const words = messages(language).clubs.figures;
  const { held, cancelled, planned, members, meanPresent, meanLast, meanBefore, guests, next } = figures;
  const counts = [
    words.held(held),
    words.cancelled(cancelled),
    ...(planned > 0 ? [words.planned(planned)] : []),
    words.members(members),
  ].join(' · ');
  const mean = meanPresent === null ? '' : words.mean(formatNumber(meanPresent, language, 1));
  const trend =
    meanLast === null || meanBefore === null
      ? ''
      : words.trend(formatNumber(meanLast, language, 1), formatNumber(meanBefore, language, 1));
  const came = [mean, trend, guests > 0 ? words.guests(guests) : '']
    .filter((text) => text !== '')
    .join(' · ');
  const told = (text: string, tone?: 'muted'): StyledLine[] =>
    text === '' ? [] : wrap(text, width - 3).map((part) => line(`   ${part}`, tone));
  return [
    [span(` ${safe(figures.code)}  `, 'accent'), span(safe(figures.title), 'title')],
    ...told(counts),
    ...told(came),
    ...(next === null ? [] : told(words.next(formatLocalTime(next, language)), 'muted')),
  ];
}

/** One session: its day, a bar of who was there, the numbers, and what it was about where there is room. */
function sessionLine(session: HeldSession, most: number, view: FiguresView): StyledLine {
  const { width, language, unicode, today } = view;
  const { present, others, watched, topic, day, code } = session;
  const words = messages(language).clubs.figures;
  const room = Math.min(28, Math.max(8, Math.floor(width / 4)));
  const picture = present === null ? '' : bar(present, most, room, unicode);
  const extra = [
    ...(others !== null && others > 0 ? [`+${others}`] : []),
    ...(watched > 0 ? [words.watched(watched)] : []),
  ].join(' ');
  return cutLine(
    [
      span(`   ${fit(safe(code), 7)} `, 'accent'),
      span(`${fit(formatDay(day, language, 'short', today), 11)} `, 'muted'),
      span(fit(picture, room), 'good'),
      span(` ${pad(present === null ? '–' : String(present), 3, 'right')} `),
      span(fit(extra, 14), 'muted'),
      span(width < 70 ? '' : ` ${safe(topic ?? '')}`),
    ],
    width,
  );
}

function attendanceLines({ sessions }: GroupFigures, view: FiguresView): StyledLine[] {
  if (sessions.length === 0) return [];
  const words = messages(view.language).clubs.figures;
  const shown = sessions.slice(-latest);
  const most = Math.max(1, ...shown.map(({ present }) => present ?? 0));
  return [line(`   ${words.attendance}`, 'heading'), ...shown.map((one) => sessionLine(one, most, view))];
}

function missingLines({ missing }: GroupFigures, { width, language, today }: FiguresView): StyledLine[] {
  if (missing.length === 0) return [];
  const words = messages(language).clubs.figures;
  return [
    line(`   ${words.missing}`, 'heading'),
    ...missing.map(({ person, missed, lastThere }) =>
      cutLine(
        [
          span(`   ${fit(safe(person), Math.min(30, Math.floor(width / 2)))} `),
          span(words.missed(missed), 'warn'),
          span(
            `  ${lastThere === null ? words.never : words.lastThere(formatDay(lastThere, language, 'short', today))}`,
            'muted',
          ),
        ],
        width,
      ),
    ),
  ];
}

function topicLines({ topics }: GroupFigures, { width, language }: FiguresView): StyledLine[] {
  if (topics.length === 0) return [];
  const words = messages(language).clubs.figures;
  const open = topics.filter(({ status }) => status === 'open');
  const count = (status: string): number => topics.filter((topic) => topic.status === status).length;
  return [
    line(`   ${words.topics}`, 'heading'),
    line(`   ${words.topicCounts(count('covered'), count('planned'), open.length)}`),
    ...open
      .slice(0, 5)
      .map(({ title, votes }) =>
        cutLine([span(`   ${pad(String(votes ?? 0), 3, 'right')}  `, 'accent'), span(safe(title))], width),
      ),
  ];
}

/** Every group below the other, those that have met or will meet. */
export function figuresLines(groups: readonly GroupFigures[], view: FiguresView): StyledLine[] {
  // The edge is the scroll bar's.
  const inner = { ...view, width: view.width - 3 };
  const met = groups.filter(({ held, planned, cancelled }) => held + planned + cancelled > 0);
  return met.flatMap((figures, index) => [
    ...(index > 0 ? [[]] : []),
    ...headLines(figures, inner).map((one) => cutLine(one, inner.width)),
    ...attendanceLines(figures, inner),
    ...missingLines(figures, inner),
    ...topicLines(figures, inner),
  ]);
}
