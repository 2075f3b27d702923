/** Below the form of a series: the days that it would lay out, and what is skipped or moved and why. Pure. */
import { messages, type Language } from '../../language/index.ts';
import { formatDay, formatLocalTime } from '../../services/reading/days.ts';
import type { PreviewSlot } from '../../services/layout/series-preview.ts';
import { cutLine, line, span, type StyledLine } from '../../widgets/lines/styled.ts';
import { cellWidth } from '../../widgets/lines/text.ts';

/** Lines that the preview takes of the form. */
export const previewHeight = 4;

/** As many as fit in the width, and how many are left. */
function listed(texts: readonly string[], width: number): string {
  let shown = '';
  for (const [index, text] of texts.entries()) {
    const next = shown === '' ? text : `${shown} · ${text}`;
    const left = texts.length - index - 1;
    if (cellWidth(next) + (left > 0 ? 6 : 0) > width) return `${shown} … +${texts.length - index}`;
    shown = next;
  }
  return shown;
}

export function previewLines(
  slots: readonly PreviewSlot[],
  { width, language, today }: { readonly width: number; readonly language: Language; readonly today: string },
): StyledLine[] {
  const words = messages(language).clubs.preview;
  const days = slots.flatMap(({ startsAt }) => (startsAt === null ? [] : [startsAt]));
  const [first] = days;
  const last = days.at(-1);
  const day = (text: string): string => formatDay(text.slice(0, 10), language, 'weekday', today);
  const skipped = slots.filter(({ startsAt }) => startsAt === null);
  const moved = slots.filter(({ startsAt, because }) => startsAt !== null && because !== null);
  const told = (heading: string, texts: readonly string[]): StyledLine[] =>
    texts.length === 0
      ? []
      : [[span(`   ${heading} `, 'warn'), span(listed(texts, width - cellWidth(heading) - 5), 'muted')]];
  const head =
    first === undefined || last === undefined
      ? line(`   ${words.none}`, 'warn')
      : [
          span(`   ${words.count(days.length)} `, 'heading'),
          span(words.span(formatLocalTime(first, language), day(last))),
        ];
  const rows = [
    head,
    ...(days.length === 0 ? [] : [line(`   ${listed(days.map(day), width - 4)}`)]),
    ...told(
      words.skipped(skipped.length),
      skipped.map(({ slot, because }) => `${day(slot)} ${because?.[language] ?? ''}`),
    ),
    ...told(
      words.moved(moved.length),
      moved.map(({ slot, startsAt }) => `${day(slot)} → ${day(startsAt ?? slot)}`),
    ),
  ];
  return rows.slice(0, previewHeight).map((row) => cutLine(row, width));
}
