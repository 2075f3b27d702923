import { firstPage } from './first-page.ts';
import { voiceOf } from './voice.ts';
import type { Language } from '../../language/index.ts';
import type { ReportDocument } from '../document.ts';
import type { StatusReport } from './model.ts';

/** The report in words: one page first, then the detail. */
export function statusDocument(report: StatusReport, language: Language): ReportDocument {
  const voice = voiceOf(language, report.scope.to);
  const { words, day } = voice;
  return {
    language,
    title: report.project?.title ?? words.noTitle,
    blocks: [
      ...firstPage(report, voice),
      { kind: 'footer', text: words.footer({ day: day(report.scope.to), seq: report.seq }) },
    ],
  };
}
