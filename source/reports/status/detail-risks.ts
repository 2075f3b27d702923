import { riskLevel, riskLevelNames, riskWarnings } from '../../domain/risk.ts';
import { heading, paragraph, table } from '../document.ts';
import { riskMatrix } from '../risk-matrix.ts';
import { named } from '../voice.ts';
import { capital } from '../../language/capital.ts';
import type { Block } from '../document.ts';
import type { StatusReport } from './model.ts';
import type { RiskFigures, RiskStanding } from './risk-figures.ts';
import type { Voice } from '../voice.ts';

const listed = 10;

/** The matrix, the highest risks, and what moved and why. */
export function risksDetail({ risks, scope }: StatusReport, voice: Voice): Block[] {
  const words = voice.words.risks;
  if (risks.open.length + risks.closed.length + risks.realised.length === 0) {
    return [heading(2, words.heading), paragraph(voice.words.why.noRisks)];
  }
  const withChange = scope.since !== 'start';
  return [
    heading(2, words.heading),
    ...matrixDetail(risks, voice),
    ...top(risks, withChange, voice),
    ...(withChange ? moved(risks, voice) : []),
    ...section(words.appeared, risks.appeared, (standing) => scored(standing, voice)),
    ...section(words.realised, risks.realised, ({ risk }) => named(risk)),
    ...section(words.closed, risks.closed, ({ risk }) =>
      risk.closingReason === null ? named(risk) : `${named(risk)}: ${risk.closingReason}`,
    ),
    ...section(
      words.escalated,
      risks.escalated,
      ({ risk }) => `${named(risk)}, ${voice.day(risk.escalated)}`,
    ),
    ...attention(risks, voice),
  ];
}

function matrixDetail(risks: RiskFigures, voice: Voice): Block[] {
  const { words } = voice;
  const assessed = risks.open.length - risks.unassessed;
  if (assessed === 0) return [];
  return [
    heading(3, words.risks.matrix({ count: assessed })),
    ...riskMatrix(
      risks.open.map(({ risk }) => risk),
      risks.thresholds,
      voice,
    ),
  ];
}

function top(risks: RiskFigures, withChange: boolean, voice: Voice): Block[] {
  const words = voice.words.risks;
  const shown = risks.open.slice(0, listed);
  if (shown.length === 0) return [];
  const right = { align: 'right' } as const;
  const withTarget = shown.some(({ risk }) => risk.target !== null);
  return [
    heading(3, words.top),
    table(
      [
        { heading: words.columns.risk },
        { heading: words.columns.score, ...right },
        ...(withTarget ? [{ heading: words.columns.target, ...right }] : []),
        ...(withChange ? [{ heading: words.columns.change, ...right }] : []),
        { heading: words.columns.owner },
      ],
      shown.map((standing) => {
        const { risk, scoreBefore } = standing;
        return [
          named(risk),
          risk.score === null ? words.notAssessed : `${risk.score}`,
          ...(withTarget ? [targetOf(risk.target, risks, voice)] : []),
          ...(withChange
            ? [risks.appeared.includes(standing) ? words.isNew : voice.change(risk.score ?? 0, scoreBefore)]
            : []),
          risk.owner ?? voice.words.nobody,
        ];
      }),
    ),
  ];
}

/** The score that is aimed at, and its level. */
function targetOf(target: number | null, { thresholds }: RiskFigures, { language }: Voice): string {
  const level = riskLevel(target, thresholds);
  return level === null ? '' : `${target} (${riskLevelNames[level][language]})`;
}

function moved(risks: RiskFigures, { words }: Voice): Block[] {
  if (risks.moved.length === 0) return [paragraph(words.risks.notMoved)];
  const items = risks.moved.map(({ risk, scoreBefore, reason }) =>
    words.risks.movedItem({
      risk: named(risk),
      before: scoreBefore ?? 0,
      after: risk.score ?? 0,
      reason: reason ?? '',
    }),
  );
  return [heading(3, words.risks.moved), { kind: 'list', items }];
}

const scored = ({ risk, reason }: RiskStanding, { words }: Voice): string =>
  `${named(risk)}: ${risk.score ?? words.risks.notAssessed}${reason === null ? '' : `. ${reason}`}`;

function section(
  title: string,
  standings: readonly RiskStanding[],
  line: (standing: RiskStanding) => string,
): Block[] {
  return standings.length === 0 ? [] : [heading(3, title), { kind: 'list', items: standings.map(line) }];
}

/** Which warnings stand, and of which risks. */
function attention({ open }: RiskFigures, { language }: Voice): Block[] {
  const sentences = Object.entries(riskWarnings).flatMap(([warning, label]) => {
    const codes = open.flatMap(({ risk }) =>
      risk.warnings.some((one) => one === warning) ? [risk.code] : [],
    );
    return codes.length === 0 ? [] : [`${capital(label[language])}: ${codes.join(', ')}.`];
  });
  return sentences.length === 0 ? [] : [paragraph(sentences.join(' '))];
}
