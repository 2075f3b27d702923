/** Funnel and coverage as tables for people and JSON for scripts. */
import { wrongUsage } from '../../errors.ts';
import { funnelStages, lostStages } from '../../services/recruitment/stages.ts';
import { messages } from '../../language/index.ts';
import { stages } from '../../registers/candidate.ts';
import { coverageLabels } from '../../registers/unit.ts';
import * as coverage from '../../services/recruitment/coverage.ts';
import { coverageMessage } from '../../services/recruitment/coverage-message.ts';
import { formatDay } from '../../services/reading/days.ts';
import { numberWords, percentWords } from '../../services/reading/figures.ts';
import { funnelJson, funnelView } from '../../services/recruitment/funnel.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { printJson, printLines, styled, table } from '../line/output.ts';
import type { CoverageView } from '../../services/recruitment/coverage.ts';
import type { FunnelView } from '../../services/recruitment/funnel.ts';
import type { Project } from '../../services/project/project.ts';
import type { Call } from '../line/command.ts';

export function printFunnel(call: Call, project: Project, id: number | null): void {
  const view = funnelView(project, id === null ? null : getRecord(project, id));
  if (call.json) printJson(call, funnelJson(view));
  else printLines(call, funnelTable(call, view));
}

function funnelTable(call: Call, view: FunnelView): string[] {
  const { language } = call;
  const words = messages(language).recruitment.funnel;
  const { safe } = call.place.text;
  const days = (value: number | null): string => (value === null ? '' : numberWords(value, language));
  const rows = [
    ...funnelStages.map((stage) => [
      stages[stage][language],
      String(view.reached[stage]),
      percentWords(
        view.reached.interested === 0 ? null : view.reached[stage] / view.reached.interested,
        language,
      ),
      String(view.now[stage]),
      days(view.steps[stage]),
    ]),
    ...lostStages.map((stage) => [stages[stage][language], '', '', String(view.now[stage]), '']),
  ];
  const { columns } = words;
  const right = { align: 'right' } as const;
  const headings = [
    { heading: columns.stage },
    ...[columns.reached, columns.share, columns.now, columns.days].map((heading) => ({ heading, ...right })),
  ];
  const { round } = view;
  const title = round === null ? words.all : safe(`${round.code ?? ''}  ${round.heading}`.trim());
  return [styled(call, 'bold', title), ...table(call, headings, rows), '', ...summaryLines(call, view)];
}

/** Yield, target, how long it took, and what was lost and why. */
function summaryLines(call: Call, view: FunnelView): string[] {
  const { language } = call;
  const { safe } = call.place.text;
  const words = messages(language).recruitment.funnel;
  const days = (value: number | null): string =>
    value === null ? '–' : words.days(numberWords(value, language));
  const { selected, interested } = view.reached;
  const target = view.round?.['target'];
  const lost = view.losses.reduce((sum, { count }) => sum + count, 0);
  return [
    words.yield(selected, interested, percentWords(view.yield, language)),
    ...(typeof target === 'number' && target > 0
      ? [words.target(selected, target, percentWords(selected / target, language))]
      : []),
    `${words.medians}: ${words.toSelected(days(view.toSelected))}, ${words.toStarted(days(view.toStarted))}`,
    ...(lost === 0 ? [] : ['', styled(call, 'bold', words.losses(lost))]),
    ...view.losses.map(
      ({ stage, reason, count }) =>
        `  ${count}  ${stages[stage][language]}: ${safe(reason ?? words.unknown)}`,
    ),
    ...(view.sources.length === 0 ? [] : ['', styled(call, 'bold', words.sources)]),
    ...view.sources.map(
      (one) => `  ${safe(one.source ?? words.unknown)}: ${words.source(one.interested, one.selected)}`,
    ),
    ...(view.leavers.length === 0
      ? []
      : ['', styled(call, 'bold', words.leavers(view.leavers.reduce((sum, { count }) => sum + count, 0)))]),
    ...view.leavers.map(({ reason, count }) => `  ${count}  ${safe(reason)}`),
  ];
}

export function printCoverage(call: Call, project: Project): void {
  const area = call.options.value('area');
  const whole = coverage.coverageView(project, area);
  const words = messages(call.language).recruitment.coverage;
  if (area !== undefined && whole.units === 0) throw wrongUsage('no-such-area', { area });
  const view = call.options.has('uncovered') ? coverage.onlyUncovered(whole) : whole;
  if (call.options.has('message')) return printMessage(call, project, view);
  if (call.json) return printJson(call, coverage.coverageJson(view));
  return printLines(
    call,
    view.units === 0
      ? [words.none]
      : view.areas.length === 0
        ? [words.allCovered]
        : coverageTable(call, view),
  );
}

function printMessage(call: Call, project: Project, view: CoverageView): void {
  const message = coverageMessage(
    project,
    view.areas.flatMap(({ units }) => units),
    call.language,
  );
  if (call.json) return printJson(call, message);
  return printLines(call, call.place.text.safeLines(message.whole));
}

function coverageTable(call: Call, view: CoverageView): string[] {
  const { language } = call;
  const words = messages(language).recruitment.coverage;
  const { columns } = words;
  const covered = (units: number, counts: CoverageView['counts']): string =>
    words.covered(
      coverage.coveredOf(counts),
      units,
      percentWords(units === 0 ? null : coverage.coveredOf(counts) / units, language),
    );
  const headings = [columns.unit, columns.covered, columns.who, columns.supervisor].map((heading) => ({
    heading,
  }));
  const rows = view.areas.flatMap(({ area, units, counts }) => [
    [(area ?? words.noArea).toUpperCase(), covered(coverage.unitsOf(counts), counts), '', ''],
    ...units.map((unit) => [
      `  ${unit.name}`,
      coverageLabels[unit.coverage][language],
      [
        ...unit.champions.map(({ name, ends }) =>
          ends === null || unit.coverage !== 'ending' ? name : words.until(name, formatDay(ends, language)),
        ),
        ...(unit.champions.length === 0 ? unit.candidates : []),
      ].join(', '),
      unit.supervisor ?? '',
    ]),
  ]);
  const total = [words.all.toUpperCase(), covered(view.units, view.counts), '', ''];
  return table(call, headings, [...rows, total]);
}
