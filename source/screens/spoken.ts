/** What the pictures show, in words, for who listens to the screen: a day, a cell of the heat map, a unit, a session that is run. Pure. */
import { registerOf } from '../registers/index.ts';
import { coverageLabels } from '../registers/unit.ts';
import { messages, type Language } from '../language/index.ts';
import { itemMinutes, minutesUsed, type SessionView } from '../services/meetings/closing.ts';
import { formatDay, formatMonth } from '../services/reading/days.ts';
import { percentWords } from '../services/reading/figures.ts';
import { coveredOf, type CoverageView, type UnitCoverage } from '../services/recruitment/coverage.ts';
import {
  cellOf,
  levelAt,
  riskLevelNames,
  type MatrixRisk,
  type RiskMatrix,
  type RiskScales,
} from '../services/risks/risk-matrix.ts';
import { plainText } from '../widgets/lines/styled.ts';
import { dayHeading, timeOf } from './calendar/item-line.ts';
import { whoCovers } from './recruitment/coverage-lines.ts';
import { rosterEntries } from './running/roster-lines.ts';
import type { CalendarDay, CalendarItem } from '../services/reading/calendar.ts';
import type { RunningItem } from '../services/meetings/running.ts';
import type { MatrixCell } from './risks/matrix-lines.ts';

/** One after another, without those that are empty. */
const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(', ');

export function spokenItem(item: CalendarItem, language: Language): string {
  const { code, heading, kind, register, what, state } = item;
  const { states } = messages(language).console.linear;
  return joined([
    timeOf(item, language),
    `${code ?? ''} ${heading}`.trim(),
    kind === register ? '' : what[language],
    states[state],
  ]);
}

/** The day, how much there is on it, and each thing on a line of its own. */
export function spokenDay(date: CalendarDay | undefined, today: string, language: Language): string {
  if (date === undefined) return '';
  const { calendar, linear } = messages(language).console;
  const heading = plainText(dayHeading(date, today, language)).replaceAll(' · ', ', ');
  const count = date.items.length === 0 ? calendar.nothing : linear.things(date.items.length);
  return [`${heading}: ${count}`, ...date.items.map((item) => spokenItem(item, language))].join('\n');
}

function spokenRisk({ code, title, movement }: MatrixRisk): string {
  const moved = movement === null || movement === 0 ? '' : movement > 0 ? `+${movement}` : `${movement}`;
  return joined([`${code} ${title}`, moved]);
}

/** What the cell is, how grave it would be, and the risks in it, a line each. */
export function spokenCell(
  matrix: RiskMatrix,
  cursor: MatrixCell,
  scales: RiskScales,
  language: Language,
): string {
  const words = messages(language).console.risks;
  if (cursor === null) {
    const without = matrix.risks.filter(({ place }) => place === null);
    return [`${words.unassessed}: ${words.risksHere(without.length)}`, ...without.map(spokenRisk)].join('\n');
  }
  const { probability, impact } = cursor;
  const { here } = cellOf(matrix, probability, impact);
  const level = riskLevelNames[levelAt(matrix, probability, impact)][language];
  const step = (name: string, nth: number, scale: readonly string[]): string =>
    `${name} ${nth} ${scale[nth - 1] ?? ''}`.trim();
  const place = joined([
    step(words.probability, probability, scales.probability),
    step(words.impact, impact, scales.impact).toLowerCase(),
    `${probability * impact} ${level}`,
  ]);
  const none = matrix.risks.length === 0 ? [words.none] : [];
  return [`${place}: ${words.risksHere(here.length)}`, ...none, ...here.map(spokenRisk)].join('\n');
}

/** Whom it is for, when, and what was or is to be sent, a line each. */
export function spokenMonth(
  audience: string,
  month: string,
  deliveries: readonly { readonly code: string; readonly title: string; readonly fate: string }[],
  language: Language,
): string {
  const { calendar, linear } = messages(language).console;
  const count = deliveries.length === 0 ? calendar.nothing : linear.things(deliveries.length);
  const lines = deliveries.map(({ code, title, fate }) => joined([`${code} ${title}`, fate]));
  return [`${audience}, ${formatMonth(month, language)}: ${count}`, ...lines].join('\n');
}

export function spokenCoverage({ counts, units }: CoverageView, language: Language): string {
  const words = messages(language).recruitment.coverage;
  const covered = coveredOf(counts);
  const rest = (['ending', 'candidate', 'past', 'none'] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => `${coverageLabels[state][language]} ${counts[state]}`);
  return joined([
    words.covered(covered, units, percentWords(units === 0 ? null : covered / units, language)),
    ...rest,
  ]);
}

/** `marked`: chosen for what is done to many. */
export function spokenUnit(unit: UnitCoverage, marked: boolean, language: Language): string {
  const words = messages(language);
  return joined([
    marked ? words.console.linear.marked : '',
    unit.name,
    unit.area ?? words.recruitment.coverage.noArea,
    coverageLabels[unit.coverage][language],
    whoCovers(unit, language),
    unit.supervisor,
  ]);
}

/** Of what is under way only what was planned: else it would be told anew each minute. */
export function spokenAgendaItem(item: RunningItem, now: string, language: Language): string {
  const words = messages(language).running;
  const used = itemMinutes(item, now);
  const planned = item.minutes === null ? '' : words.minutes(item.minutes);
  const times = item.startedAt === null && used > 0 ? words.used(used, item.minutes) : planned;
  const state = registerOf('agenda').fields['state']?.choices?.[item.state ?? 'open']?.[language] ?? '';
  const title = item.startedAt === null ? item.title : words.said.next(item.title);
  return joined([title, item.startedAt === null ? state : '', times]);
}

export function spokenSeat(view: SessionView, seat: number, language: Language): string {
  const words = messages(language).running;
  const entry = rosterEntries(view)[seat];
  if (entry === undefined) return words.noRoster;
  const role =
    entry.role === null
      ? words.guest
      : (entry.ownRole ?? registerOf('membership').fields['role']?.choices?.[entry.role]?.[language] ?? '');
  const who = entry.deputyName === null ? entry.name : `${entry.name} (${entry.deputyName})`;
  return joined([
    who,
    role,
    entry.mark === null ? messages(language).console.linear.unmarked : words.marks[entry.mark],
  ]);
}

/** Told when it matters and not each minute: before the start, five minutes before the end, and at the end. */
export function spokenTime({ session }: SessionView, now: string, language: Language): string | null {
  const words = messages(language).running;
  const { minutes, state, closedOn } = session;
  if (closedOn !== null) return words.closed(formatDay(closedOn, language));
  if (state === 'cancelled' || state === 'held') return state === 'held' ? words.ended : words.cancelled;
  const used = minutesUsed(session, now);
  if (used === null || state !== 'inProgress')
    return joined([minutes === null ? '' : words.minutes(minutes), words.notStarted]);
  if (minutes === null) return null;
  const left = minutes - used;
  return left === 5 || left === 0 ? words.left(left) : null;
}
