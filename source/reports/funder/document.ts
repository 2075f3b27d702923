import { funderFactNames } from '../../domain/funding/funder-headings.ts';
import { heading, paragraph } from '../document.ts';
import { voiceOf } from '../voice.ts';
import { factBlocks, reportedSpan } from './facts.ts';
import type { Language } from '../../language/index.ts';
import type { Block, ReportDocument } from '../document.ts';
import type { FunderReport } from './model.ts';

/** The period in words, to be pasted heading by heading: sentences and lists, for forms of the web take no tables. */
export function funderDocument(report: FunderReport, seq: number, language: Language): ReportDocument {
  const { scope } = report.status;
  const voice = voiceOf(language, scope.to);
  const words = voice.reports.funder;
  const title = words.title({ title: report.project?.title ?? '' });
  const unplaced = report.unplaced.map((fact) => funderFactNames[fact][language]).join(', ');
  return {
    language,
    title,
    blocks: [
      heading(1, title),
      paragraph(words.span({ span: reportedSpan(report, voice) })),
      ...report.headings.flatMap(({ heading: text, facts }): Block[] => [
        heading(2, text),
        ...facts.flatMap((fact) => factBlocks[fact](report, voice)),
        ...(facts.length === 0 ? [paragraph(words.own)] : []),
      ]),
      ...(unplaced === ''
        ? []
        : [heading(2, words.unplaced), paragraph(words.unplacedFacts({ facts: unplaced }))]),
      { kind: 'footer', text: voice.words.footer({ day: voice.day(scope.to), seq }) },
    ],
  };
}
