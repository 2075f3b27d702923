import { readJudgement, riskLevel, riskLevelNames, riskScore } from '../../domain/risk.ts';
import { assessment } from '../../registers/assessment.ts';
import { fieldContext } from '../reading/lookup.ts';
import { getRecord } from '../reading/get-record.ts';
import { riskScales } from './risk-matrix.ts';
import { thresholdsOf } from './risk-settings.ts';
import type { Language } from '../../language/language.ts';
import type { Project } from '../project/project.ts';

/** A judgement out of one line, and what it would make of the risk. */
export interface Judgement {
  readonly values: {
    readonly probability: number | null;
    readonly impact: number | null;
    readonly reason: string | null;
  };
  /** `4 todennäköinen × 4 merkittävä = 16 korkea`; null while a number is missing. */
  readonly told: string | null;
  readonly score: number | null;
  /** The score that it has now. */
  readonly before: number | null;
}

/** Reads `44 why`. @throws UserError wrong-number beyond 1–5 */
export function judgementOf(project: Project, id: number, text: string, language: Language): Judgement {
  const typed = readJudgement(text);
  const context = fieldContext(project, language);
  const { fields } = assessment;
  const probability = typed.probability === null ? null : fields.probability.read(typed.probability, context);
  const impact = typed.impact === null ? null : fields.impact.read(typed.impact, context);
  const score = riskScore(probability, impact);
  const level = riskLevel(score, thresholdsOf(project.store));
  const scales = riskScales(project, language);
  const told =
    probability === null || impact === null || level === null
      ? null
      : `${probability} ${scales.probability[probability - 1] ?? ''} × ${impact} ${scales.impact[impact - 1] ?? ''} = ${score} ${riskLevelNames[level][language]}`;
  const before = getRecord(project, id)['score'];
  return {
    values: { probability, impact, reason: typed.reason },
    told,
    score,
    before: typeof before === 'number' ? before : null,
  };
}
