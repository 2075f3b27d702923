import { risk as riskRegister } from '../../registers/risk.ts';
import { heading, listOr, facts, paragraph, table } from '../document.ts';
import { riskMatrix } from '../risk-matrix.ts';
import { choiceWord, named, voiceOf } from '../voice.ts';
import type { Language } from '../../language/index.ts';
import type { Block, ReportDocument } from '../document.ts';
import type { Voice } from '../voice.ts';
import type { RiskHistory, RiskRegister } from './model.ts';

const right = { align: 'right' } as const;

/** The register in words: where all risks stand, then each with how it came to stand there. */
export function risksDocument(register: RiskRegister, seq: number, language: Language): ReportDocument {
  const voice = voiceOf(language, register.day);
  const words = voice.reports.risks;
  const title = words.title({ title: register.title ?? '' });
  const { open, over } = register;
  const high = open.filter(({ risk }) => (risk.score ?? 0) >= register.thresholds.high).length;
  const counts = words.counts({
    day: voice.day(register.day),
    open: open.length,
    high,
    over: over.length,
  });
  return {
    language,
    title,
    blocks: [
      heading(1, title),
      paragraph(counts),
      ...(open.length === 0 ? [] : standings(register, voice)),
      ...(open.length === 0 ? [] : [heading(2, words.each)]),
      ...open.flatMap((one) => riskDetail(one, voice)),
      ...(over.length === 0 ? [] : [heading(2, words.over)]),
      ...over.flatMap((one) => riskDetail(one, voice)),
      { kind: 'footer', text: voice.words.footer({ day: voice.day(register.day), seq }) },
    ],
  };
}

function standings(register: RiskRegister, voice: Voice): Block[] {
  const words = voice.reports.risks;
  const { columns } = words;
  const before =
    register.since === null ? columns.sinceFirst : columns.since({ day: voice.shortDay(register.since) });
  return [
    heading(2, words.standings),
    ...riskMatrix(
      register.open.map(({ risk }) => risk),
      register.thresholds,
      voice,
    ),
    table(
      [
        { heading: columns.risk },
        { heading: columns.score, ...right },
        { heading: columns.level },
        { heading: before, ...right },
        { heading: columns.owner },
        { heading: columns.review, ...right },
      ],
      register.open.map(({ risk, scoreBefore }) => [
        named(risk),
        risk.score === null ? words.notAssessed : `${risk.score}`,
        choiceWord(riskRegister, 'level', risk.level, voice.language),
        risk.score === null ? '' : voice.change(risk.score, scoreBefore),
        risk.owner ?? voice.words.nobody,
        voice.day(risk.review),
      ]),
      words.allOpen,
    ),
  ];
}

function riskDetail({ risk, history, measures }: RiskHistory, voice: Voice): Block[] {
  const words = voice.reports.risks;
  const { labels } = words;
  const choice = (field: string, value: string | null): string =>
    choiceWord(riskRegister, field, value, voice.language);
  const target =
    risk.targetProbability === null || risk.targetImpact === null
      ? null
      : `${risk.targetProbability} \u00D7 ${risk.targetImpact} = ${risk.targetProbability * risk.targetImpact}`;
  return [
    heading(3, named(risk)),
    ...facts([
      [labels.category, choice('category', risk.category)],
      [
        labels.state,
        [choice('state', risk.state), risk.closingReason ?? ''].filter((text) => text !== '').join('. '),
      ],
      [labels.cause, risk.cause],
      [labels.event, risk.event],
      [labels.effect, risk.effect],
      [labels.owner, risk.owner],
      [labels.response, choice('response', risk.response)],
      [labels.handling, risk.handling],
      [labels.proximity, risk.proximity],
      [labels.target, target],
      [labels.identified, voice.day(risk.identified)],
    ]),
    ...(history.length === 0
      ? [paragraph(words.neverAssessed)]
      : [historyTable(history, named(risk), voice)]),
    ...(measures.length === 0 ? [] : [paragraph([{ strong: words.measures }]), measureList(measures, voice)]),
  ];
}

function historyTable(history: RiskHistory['history'], risk: string, voice: Voice): Block {
  const { columns, history: caption } = voice.reports.risks;
  return table(
    [
      { heading: columns.day },
      { heading: columns.probability, ...right },
      { heading: columns.impact, ...right },
      { heading: columns.score, ...right },
      { heading: columns.change, ...right },
      { heading: columns.reason },
      { heading: columns.author },
    ],
    history.map((entry) => [
      voice.day(entry.day),
      `${entry.probability ?? ''}`,
      `${entry.impact ?? ''}`,
      `${entry.score ?? ''}`,
      entry.change === null ? '' : voice.change(entry.change, 0),
      entry.reason ?? '',
      entry.author ?? '',
    ]),
    caption({ risk }),
  );
}

function measureList(measures: RiskHistory['measures'], voice: Voice): Block {
  const { words } = voice;
  return listOr(
    measures.map((measure) =>
      voice.reports.promise({
        what: named(measure),
        owner: measure.owner ?? words.actions.noOwner,
        day: voice.day(measure.due),
        state: measure.state ?? 'open',
      }),
    ),
    '',
  );
}
