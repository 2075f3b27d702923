/** The funnel of a round as lines: bars by stage, how long it took, who was lost and why. Pure and without Ink. */
import { messages, type Language } from '../../language/index.ts';
import { stages } from '../../registers/candidate.ts';
import { registerOf } from '../../registers/index.ts';
import { formatDay } from '../../services/reading/days.ts';
import { numberWords, percentWords } from '../../services/reading/figures.ts';
import { funnelStages, lostStages } from '../../services/recruitment/stages.ts';
import { bar, progressBar } from '../../widgets/lines/charts.ts';
import { line, span, spread, type StyledLine } from '../../widgets/lines/styled.ts';
import { cut, fit, safe, wrap } from '../../widgets/lines/text.ts';
import type { FunnelView } from '../../services/recruitment/funnel.ts';

export interface FunnelPicture {
  readonly width: number;
  readonly language: Language;
  readonly unicode: boolean;
  /** Which of how many is shown. */
  readonly place: string;
}

const labelWidth = 20;
const figureWidths = [9, 7, 5, 7] as const;

function headLines({ round }: FunnelView, { width, language, place }: FunnelPicture): StyledLine[] {
  const words = messages(language).recruitment.funnel;
  const hint = [span(`${place} `, 'muted')];
  if (round === null) return [spread([span(` ${words.all}`, 'title')], hint, width), []];
  const title = [span(` ${round.code ?? ''}  `, 'accent'), span(safe(round.heading), 'title')];
  const choices = registerOf('round').derived?.['state']?.field.choices ?? {};
  const state = choices[String(round['state'])]?.[language] ?? '';
  const day = (value: unknown): string => (typeof value === 'string' ? formatDay(value, language) : '');
  const days = [day(round['opens']), day(round['closes'])].join('–');
  const left = typeof round['daysLeft'] === 'number' ? [words.daysLeft(round['daysLeft'])] : [];
  const facts = [state, days === '–' ? '' : days, ...left].filter(Boolean).join(' · ');
  return [spread(title, hint, width), line(` ${facts}`, 'muted'), []];
}

/** One row a stage: its bar, how many reached it and what share, how many stand there, days from the one before. */
function stageLines(view: FunnelView, { width, language, unicode }: FunnelPicture): StyledLine[] {
  const words = messages(language).recruitment.funnel;
  const { interested } = view.reached;
  const room = Math.max(
    4,
    Math.min(60, width - labelWidth - 2 - figureWidths.reduce((sum, one) => sum + one, 0)),
  );
  const figures = (texts: readonly string[]): string =>
    texts
      .map((text, index) => fit(cut(text, figureWidths[index] ?? 8), figureWidths[index] ?? 8, 'right'))
      .join('');
  const { columns } = words;
  const head = ` ${fit(columns.stage, labelWidth)}${' '.repeat(room)}${figures([columns.reached, columns.share, columns.now, columns.daysShort])}`;
  const rows = funnelStages.map((stage): StyledLine => {
    const reached = view.reached[stage];
    const days = view.steps[stage];
    const share = percentWords(interested === 0 ? null : reached / interested, language);
    const texts = [
      String(reached),
      share,
      String(view.now[stage]),
      days === null ? '' : numberWords(days, language),
    ];
    return [
      span(` ${fit(stages[stage][language], labelWidth)}`),
      span(fit(bar(reached, interested, room, unicode), room), 'accent'),
      span(figures(texts)),
    ];
  });
  const lost = lostStages.map((stage): StyledLine => [
    span(` ${fit(stages[stage][language], labelWidth)}`, 'muted'),
    span(fit(bar(view.now[stage], interested, room, unicode), room), 'muted'),
    span(figures(['', '', String(view.now[stage]), '']), 'muted'),
  ]);
  return [line(head, 'muted'), ...rows, ...lost, []];
}

function summaryLines(view: FunnelView, { width, language, unicode }: FunnelPicture): StyledLine[] {
  const words = messages(language).recruitment.funnel;
  const days = (value: number | null): string =>
    value === null ? '–' : words.days(numberWords(value, language));
  const { selected, interested } = view.reached;
  const target = Number(view.round?.['target'] ?? 0);
  const texts = [
    words.yield(selected, interested, percentWords(view.yield, language)),
    `${words.medians}: ${words.toSelected(days(view.toSelected))}, ${words.toStarted(days(view.toStarted))}`,
  ];
  const aim: StyledLine[] =
    target <= 0
      ? []
      : [
          [
            span(` ${words.target(selected, target, percentWords(selected / target, language))}  `),
            span(progressBar(selected / target, 12, unicode), 'accent'),
          ],
        ];
  return [...texts.flatMap((text) => wrap(text, width - 2)).map((text) => line(` ${text}`)), ...aim];
}

/** A heading and counted rows under it; nothing where there are none. */
function countedLines(
  heading: string,
  rows: readonly (readonly [count: string, text: string])[],
  width: number,
): StyledLine[] {
  if (rows.length === 0) return [];
  const texts = rows.flatMap(([count, text]) =>
    wrap(safe(text), Math.max(10, width - 8)).map((part, index) =>
      line(` ${fit(index === 0 ? count : '', 4, 'right')}  ${part}`),
    ),
  );
  return [[], [span(` ${heading}`, 'heading')], ...texts];
}

/** As long as it is. */
export function funnelLines(view: FunnelView, picture: FunnelPicture): StyledLine[] {
  const { width, language } = picture;
  const words = messages(language).recruitment.funnel;
  if (view.reached.interested === 0)
    return [
      ...headLines(view, picture),
      ...wrap(words.nobody, width - 2).map((text) => line(` ${text}`, 'muted')),
    ];
  const sum = (counts: readonly { readonly count: number }[]): number =>
    counts.reduce((total, { count }) => total + count, 0);
  const losses = view.losses.map(
    (loss) =>
      [String(loss.count), `${stages[loss.stage][language]}: ${loss.reason ?? words.unknown}`] as const,
  );
  const sources = view.sources.map(
    (one) =>
      [
        String(one.interested),
        `${one.source ?? words.unknown}: ${words.source(one.interested, one.selected)}`,
      ] as const,
  );
  const leavers = view.leavers.map(({ reason, count }) => [String(count), reason] as const);
  return [
    ...headLines(view, picture),
    ...stageLines(view, picture),
    ...summaryLines(view, picture),
    ...countedLines(words.losses(sum(view.losses)), losses, width),
    ...countedLines(words.sources, sources, width),
    ...countedLines(words.leavers(sum(view.leavers)), leavers, width),
  ];
}
