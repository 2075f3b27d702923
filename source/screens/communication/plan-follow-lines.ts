/** The communication plan followed up: what goes out next, who has heard nothing, what was promised and done. Pure. */
import { messages, type Language } from '../../language/index.ts';
import { formatDay } from '../../services/reading/days.ts';
import type { DueDelivery, KeptRow, SilentAudience } from '../../services/communication/communication.ts';
import { progressBar } from '../../widgets/lines/charts.ts';
import { line, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { cut, fit, pad, safe, wholeParts } from '../../widgets/lines/text.ts';

export interface FollowUp {
  readonly due: readonly DueDelivery[];
  readonly silences: readonly SilentAudience[];
  readonly kept: readonly KeptRow[];
}

export interface FollowView {
  readonly width: number;
  readonly language: Language;
  readonly unicode: boolean;
}

/** A line of the view, and the record that Enter opens there. */
export interface FollowLine {
  readonly content: StyledLine;
  readonly opens: number | null;
}

const headed = (text: string): FollowLine => ({ content: [span(` ${text}`, 'heading')], opens: null });
const empty: FollowLine = { content: [], opens: null };

function dueLine(one: DueDelivery, { width, language, unicode }: FollowView): FollowLine {
  const words = messages(language).plan.follow;
  const sign = one.isLate ? (unicode ? '▲' : '!') : unicode ? '○' : 'o';
  const when = formatDay(one.late ?? one.due, language, 'weekday');
  const missing = one.textMissing ? words.textMissing : words.textThere;
  const room = Math.max(10, width - 30 - missing.length);
  return {
    content: [
      span(`   ${sign} `, one.isLate ? 'bad' : 'accent'),
      span(`${fit(one.code, 8)} `, 'accent'),
      span(`${fit(when, 11)} `, one.isLate ? 'bad' : undefined),
      span(`${fit(safe(one.title), room)} `),
      span(missing, one.textMissing ? 'warn' : 'good'),
    ],
    opens: one.id,
  };
}

function silenceLine(one: SilentAudience, { width, language, unicode }: FollowView): FollowLine {
  const words = messages(language).plan.follow;
  const last = one.lastSent === null ? words.never : formatDay(one.lastSent, language, 'long');
  const limit = one.limit === null ? words.noLimit : words.limit(one.limit);
  const names = Math.max(12, Math.min(30, width - (width < 72 ? 32 : 46)));
  const sign = one.isTooLong ? (unicode ? '▲' : '!') : unicode ? '✓' : '+';
  return {
    content: [
      span(`   ${sign} `, one.isTooLong ? 'warn' : 'good'),
      span(`${fit(safe(one.audience), names)} `),
      span(`${pad(words.days(one.days), 8, 'right')}  `, one.isTooLong ? 'warn' : undefined),
      span(cut(width < 72 ? last : `${last} · ${limit}`, Math.max(8, width - names - 18)), 'muted'),
    ],
    opens: one.id,
  };
}

function keptLine(row: KeptRow, { width, language, unicode }: FollowView): FollowLine {
  const words = messages(language).plan.follow;
  const isAudience = row.code === null;
  const name = isAudience ? row.audience : `  ${row.code ?? ''}`;
  const percent = row.percent === null ? '–' : `${row.percent} %`;
  const bar = row.percent === null || width < 90 ? '' : progressBar(row.percent / 100, 10, unicode);
  const counted = [
    row.late > 0 ? words.late(row.late) : '',
    row.skipped > 0 ? words.skipped(row.skipped) : '',
    row.contacts > 0 ? words.contacts(row.contacts) : '',
    row.publicity > 0 ? words.publicity(row.publicity) : '',
  ].filter(Boolean);
  const names = Math.max(14, Math.min(30, width - 54));
  return {
    content: [
      span(`   ${fit(safe(name), names)} `, isAudience ? 'title' : 'accent'),
      span(`${pad(`${row.kept}/${row.promised}`, 7, 'right')} `),
      span(`${pad(percent, 6, 'right')} `, row.percent !== null && row.percent < 80 ? 'warn' : undefined),
      ...(bar === '' ? [] : [span(`${bar}  `, 'accent')]),
      span(wholeParts([words.sent(row.sent), ...counted], ' · ', width - names - 22 - bar.length), 'muted'),
    ],
    opens: row.id,
  };
}

/** An audience that has one line of the plan stands for it; others have their lines below them. */
function merged(kept: readonly KeptRow[]): KeptRow[] {
  return kept.flatMap((row) => {
    const lines = kept.filter(({ audience, code }) => audience === row.audience && code !== null);
    if (row.code !== null) return lines.length > 1 ? [row] : [];
    return [lines.length === 1 ? { ...row, id: lines[0]?.id ?? null } : row];
  });
}

/** Every line, as long as the view is. */
export function followLines({ due, silences, kept }: FollowUp, view: FollowView): FollowLine[] {
  const words = messages(view.language).plan.follow;
  const missing = due.filter(({ textMissing }) => textMissing).length;
  const rows = merged(kept);
  return [
    headed(words.due(due.length, missing)),
    ...(due.length === 0 ? [{ content: line(`   ${words.nothingDue}`, 'muted'), opens: null }] : []),
    ...due.map((one) => dueLine(one, view)),
    empty,
    headed(words.silence(silences.filter(({ isTooLong }) => isTooLong).length)),
    ...silences.map((one) => silenceLine(one, view)),
    empty,
    headed(words.kept),
    ...rows.map((row) => keptLine(row, view)),
    ...(kept.length === 0
      ? [{ content: line(`   ${messages(view.language).plan.calendar.none}`, 'muted'), opens: null }]
      : []),
  ];
}
