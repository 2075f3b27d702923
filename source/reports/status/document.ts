import { actionsDetail, changesDetail, communicationDetail, meetingsDetail } from './detail-groups.ts';
import { risksDetail } from './detail-risks.ts';
import { planDetail, recruitmentDetail } from './detail-work.ts';
import { firstPage } from './first-page.ts';
import { voiceOf } from '../voice.ts';
import type { Language } from '../../language/index.ts';
import type { ReportDocument } from '../document.ts';
import type { StatusReport } from './model.ts';

/** The report in words: one page first, then the detail. */
export function statusDocument(report: StatusReport, language: Language): ReportDocument {
  const voice = voiceOf(language, report.scope.to);
  const { words, day } = voice;
  return {
    language,
    title: report.project === null ? words.noTitle : words.title({ title: report.project.title }),
    blocks: [
      ...firstPage(report, voice),
      { kind: 'break' },
      ...planDetail(report, voice),
      ...recruitmentDetail(report, voice),
      ...meetingsDetail(report, voice),
      ...risksDetail(report, voice),
      ...communicationDetail(report, voice),
      ...actionsDetail(report, voice),
      ...changesDetail(report, voice),
      { kind: 'footer', text: words.footer({ day: day(report.scope.to), seq: report.seq }) },
    ],
  };
}
