/** Coverage as lines: a heading with figures for each service area, a row a unit. Pure and without Ink. */
import { coverageLabels } from '../../registers/unit.ts';
import { messages, type Language } from '../../language/index.ts';
import {
  coveredOf,
  type AreaCoverage,
  type CoverageState,
  type CoverageView,
  type UnitCoverage,
} from '../../services/recruitment/coverage.ts';
import { formatDay } from '../../services/reading/days.ts';
import { percentWords } from '../../services/reading/figures.ts';
import { progressBar } from '../../widgets/lines/charts.ts';
import {
  fitLine,
  lineWidth,
  plainText,
  span,
  spread,
  type StyledLine,
  type Tone,
} from '../../widgets/lines/styled.ts';
import { fit, safe } from '../../widgets/lines/text.ts';

export interface CoveragePicture {
  readonly width: number;
  readonly language: Language;
  readonly unicode: boolean;
  /** The unit of the cursor, and those that are marked. */
  readonly cursor: number | null;
  readonly marks: ReadonlySet<string>;
}

/** A line, and the unit that it is of. */
export interface CoverageLine {
  readonly content: StyledLine;
  readonly unit: UnitCoverage | null;
}

const looks: Readonly<
  Record<CoverageState, { readonly sign: string; readonly ascii: string; readonly tone: Tone }>
> = {
  champion: { sign: '●', ascii: '#', tone: 'good' },
  ending: { sign: '◐', ascii: '!', tone: 'warn' },
  candidate: { sign: '○', ascii: 'o', tone: 'accent' },
  past: { sign: '·', ascii: '.', tone: 'muted' },
  none: { sign: '✗', ascii: '-', tone: 'bad' },
};

/** `13/24 katettu 54 %  ██████░░░░`, and how many stand how. */
export function coverageSummary(
  view: CoverageView,
  { width, language, unicode }: CoveragePicture,
): StyledLine {
  const words = messages(language).recruitment.coverage;
  const covered = coveredOf(view.counts);
  const share = view.units === 0 ? null : covered / view.units;
  const rest = (['ending', 'candidate', 'past', 'none'] as const)
    .filter((state) => view.counts[state] > 0)
    .map((state) => `${coverageLabels[state][language]} ${view.counts[state]}`);
  const left = [
    span(` ${words.covered(covered, view.units, percentWords(share, language))}  `, 'title'),
    span(`${progressBar(share ?? 0, 12, unicode)}  `, 'accent'),
    span(rest.join(' · '), 'muted'),
  ];
  const right = [span(words.keys, 'muted')];
  return lineWidth(left) + lineWidth(right) < width ? spread(left, right, width) : fitLine(left, width);
}

function areaLine({ area, units, counts }: AreaCoverage, { width, language }: CoveragePicture): StyledLine {
  const words = messages(language).recruitment.coverage;
  const covered = coveredOf(counts);
  const figures = `${covered}/${units.length}  ${percentWords(covered / units.length, language)} `;
  return spread([span(` ${safe(area ?? words.noArea)}`, 'heading')], [span(figures, 'muted')], width);
}

/** Who covers it, with the last day where that is near; else who may. */
export function whoCovers({ champions, candidates, coverage }: UnitCoverage, language: Language): string {
  const words = messages(language).recruitment.coverage;
  if (champions.length === 0) return candidates.join(', ');
  return champions
    .map(({ name, ends }) =>
      coverage === 'ending' && ends !== null ? words.until(name, formatDay(ends, language, 'short')) : name,
    )
    .join(', ');
}

function unitLine(unit: UnitCoverage, picture: CoveragePicture): StyledLine {
  const { width, language, unicode, cursor, marks } = picture;
  const { sign, ascii, tone } = looks[unit.coverage];
  const marked = marks.has(String(unit.id)) ? (unicode ? '✓' : '*') : ' ';
  const pointer = unit.id === cursor ? (unicode ? '›' : '>') : ' ';
  const showsSupervisor = width >= 90;
  const stateWidth = Math.max(...Object.values(coverageLabels).map((label) => label[language].length)) + 1;
  const room = width - stateWidth - 7;
  const nameWidth = Math.max(18, Math.floor(room * (showsSupervisor ? 0.34 : 0.5)));
  const whoWidth = showsSupervisor ? Math.floor((room - nameWidth) * 0.48) : room - nameWidth;
  const content = [
    span(`${pointer}${marked}`, marked === ' ' ? undefined : 'marked'),
    span(`${unicode ? sign : ascii} `, tone),
    span(`${fit(safe(unit.name), nameWidth)} `),
    span(`${fit(coverageLabels[unit.coverage][language], stateWidth)} `, tone),
    span(fit(safe(whoCovers(unit, language)), whoWidth)),
    ...(showsSupervisor ? [span(` ${safe(unit.supervisor ?? '')}`, 'muted')] : []),
  ];
  const line = fitLine(content, width);
  return unit.id === cursor ? [span(plainText(line), 'selected')] : line;
}

/** Every area with its units, a blank line between. */
export function coverageLines(view: CoverageView, picture: CoveragePicture): CoverageLine[] {
  return view.areas.flatMap((area, index): CoverageLine[] => [
    ...(index === 0 ? [] : [{ content: [], unit: null }]),
    { content: areaLine(area, picture), unit: null },
    ...area.units.map((unit) => ({ content: unitLine(unit, picture), unit })),
  ]);
}
