import { registerOf } from '../../registers/index.ts';
import { formatDay } from '../../services/reading/days.ts';
import { listOf } from '../../services/reading/listing.ts';
import { fieldContext } from '../../services/reading/lookup.ts';
import {
  cellOf,
  hasMoved,
  lastSteeringDay,
  levelAt,
  levelSigns,
  riskLevelNames,
  riskLevels,
  riskMatrixOf,
  riskScales,
  riskWarnings,
  spanOfLevel,
} from '../../services/risks/risk-matrix.ts';
import { limitOption, printJson, printLines, styled, table } from '../line/output.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Project } from '../../services/project/project.ts';
import type { MatrixRisk, RiskMatrix } from '../../services/risks/risk-matrix.ts';
import type { Call } from '../line/command.ts';

const steps = [1, 2, 3, 4, 5] as const;

/** The day to compare with: the one given, `last` or none given for the last steering group session. */
function sinceGiven(call: Call, project: Project): Day | null {
  const text = call.options.value('since');
  return text === undefined || text === 'last'
    ? lastSteeringDay(project)
    : fieldContext(project, call.language).day(text);
}

export function printMatrix(call: Call, project: Project): void {
  const matrix = riskMatrixOf(project, sinceGiven(call, project));
  if (call.json) printJson(call, matrixJson(matrix));
  else printLines(call, matrixLines(call, project, matrix));
}

/** All 25 cells, so that a script need not know which are empty. */
function matrixJson(matrix: RiskMatrix): unknown {
  const codes = (risks: readonly MatrixRisk[]): string[] => risks.map(({ code }) => code);
  const { day, since, thresholds, risks } = matrix;
  return {
    day,
    since,
    thresholds,
    cells: steps.flatMap((probability) =>
      steps.map((impact) => {
        const { here } = cellOf(matrix, probability, impact);
        const level = levelAt(matrix, probability, impact);
        return { probability, impact, level, count: here.length, risks: codes(here) };
      }),
    ),
    unassessed: codes(risks.filter(({ place }) => place === null)),
    moved: risks
      .filter(hasMoved)
      .map(({ code, before, place, movement }) => ({ code, from: before, to: place, movement })),
    added:
      since === null ? [] : codes(risks.filter(({ before, place }) => before === null && place !== null)),
  };
}

function matrixLines(call: Call, project: Project, matrix: RiskMatrix): string[] {
  const words = call.say.risks;
  const { language } = call;
  const { safe } = call.place.text;
  const scales = riskScales(project, language);
  const { risks } = matrix;
  const rows = steps.toReversed().map((impact) => [
    `${impact} ${scales.impact[impact - 1] ?? ''}`,
    ...steps.map((probability) => {
      const { here } = cellOf(matrix, probability, impact);
      const sign = levelSigns[levelAt(matrix, probability, impact)];
      return here.length === 0 ? sign : `${sign} ${here.length}`;
    }),
  ]);
  const columns = [
    { heading: words.axes },
    ...steps.map((step) => ({ heading: `${step} ${scales.probability[step - 1] ?? ''}` })),
  ];
  const unassessed = risks.filter(({ place }) => place === null);
  const moved = risks.filter(hasMoved);
  const legend = riskLevels.map(
    (level) =>
      `${levelSigns[level]} ${riskLevelNames[level][language]} ${spanOfLevel(matrix.thresholds, level)}`,
  );
  return [
    ...table(call, columns, rows),
    legend.join('   '),
    ...(unassessed.length === 0
      ? []
      : [
          '',
          styled(call, 'bold', `${words.unassessed} (${unassessed.length})`),
          ...unassessed.map((one) => `  ${safe(`${one.code}  ${one.title}`)}`),
        ]),
    ...(matrix.since === null
      ? []
      : ['', styled(call, 'bold', words.moved(formatDay(matrix.since, language), moved.length))]),
    ...moved.map(
      (one) => `  ${safe(`${one.code}  ${placeWords(one.before)} → ${placeWords(one.place)}  ${one.title}`)}`,
    ),
  ];
}

const placeWords = (place: MatrixRisk['place']): string =>
  place === null ? '–' : `${place.probability} × ${place.impact} = ${place.probability * place.impact}`;

const signed = (movement: number | null): string =>
  movement === null ? '' : movement > 0 ? `+${movement}` : `${movement}`;

/** The worst of those that are open, with what they have moved. */
export function printTop(call: Call, project: Project): void {
  const { risks, since } = riskMatrixOf(project, sinceGiven(call, project));
  const top = risks.filter(({ score }) => score !== null).slice(0, limitOption(call) ?? 10);
  if (call.json) {
    const rows = top.map(({ id: _id, place, before, ...risk }) => ({ ...risk, ...place, from: before }));
    printJson(call, rows);
    return;
  }
  const { top: words } = call.say.risks;
  const moved = since === null ? [] : [{ heading: words.movement, align: 'right' as const }];
  const lines = table(
    call,
    [
      { heading: call.say.columns.code },
      { heading: words.title },
      { heading: words.score, align: 'right' },
      { heading: words.level },
      ...moved,
      { heading: words.owner },
    ],
    top.map(({ code, title, score, level, movement, owner }) => [
      code,
      title,
      String(score ?? ''),
      level === null ? '' : riskLevelNames[level][call.language],
      ...(since === null ? [] : [signed(movement)]),
      owner ?? '',
    ]),
  );
  printLines(call, top.length === 0 ? [call.say.risks.none] : lines);
}

/** What is amiss with which risk. */
export function printWarnings(call: Call, project: Project): void {
  const found = listOf(project, registerOf('risk'), { where: '-warnings:', sort: '-score' }, call.language);
  const rows = found.map(({ code, heading, ...risk }) => ({
    code,
    title: heading,
    score: risk['score'] ?? null,
    warnings: risk['warnings'] as (keyof typeof riskWarnings)[],
  }));
  if (call.json) {
    printJson(call, rows);
    return;
  }
  const { top: words, warnings, none } = call.say.risks;
  const columns = [
    { heading: call.say.columns.code },
    { heading: words.title },
    { heading: words.score, align: 'right' as const },
    { heading: warnings },
  ];
  const lines = table(
    call,
    columns,
    rows.map((row) => [
      row.code ?? '',
      row.title,
      String(row.score ?? ''),
      row.warnings.map((word) => riskWarnings[word][call.language]).join(', '),
    ]),
  );
  printLines(call, rows.length === 0 ? [none] : lines);
}
