import { linesOf } from '../plain-text.ts';
import { listOr, paragraph } from '../document.ts';
import { named } from '../voice.ts';
import type { Block } from '../document.ts';
import type { Voice } from '../voice.ts';
import type { FunderReport } from './model.ts';

/** How many of the highest are named. */
const mostNamed = 5;

/** How many there are, the highest, and what changed in the period. */
export function riskBlocks({ status }: FunderReport, voice: Voice): Block[] {
  const { risks } = status;
  const words = voice.words.risks;
  const own = voice.reports.funder;
  const { high, veryHigh } = risks.levels;
  if (risks.open.length + risks.realised.length + risks.closed.length === 0)
    return [paragraph(voice.words.why.noRisks)];
  const top = risks.open.filter(({ risk }) => risk.score !== null).slice(0, mostNamed);
  const changes = [
    ...risks.realised.map(({ risk }) => `${words.realised}: ${named(risk)}`),
    ...risks.moved.map(({ risk, scoreBefore, reason }) =>
      words.movedItem({
        risk: named(risk),
        before: scoreBefore ?? 0,
        after: risk.score ?? 0,
        reason: linesOf(reason).join(' '),
      }),
    ),
    ...risks.appeared.map(({ risk }) => `${words.appeared}: ${named(risk)}`),
    ...risks.closed.map(({ risk }) => `${words.closed}: ${named(risk)}`),
  ];
  return [
    paragraph(own.risks({ open: risks.open.length, high: high + veryHigh })),
    ...(top.length === 0
      ? []
      : [
          paragraph(
            own.topRisks({ risks: top.map(({ risk }) => `${named(risk)} (${risk.score ?? ''})`).join('; ') }),
          ),
        ]),
    listOr(changes, words.notMoved),
  ];
}
