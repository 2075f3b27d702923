import { actionsDetail, changesDetail, communicationDetail, meetingsDetail } from './detail-groups.ts';
import { indicatorsDetail, moneyDetail, resultsDetail } from './detail-funder.ts';
import { risksDetail } from './detail-risks.ts';
import { planDetail, recruitmentDetail } from './detail-work.ts';
import { firstPage } from './first-page.ts';
import { voiceOf } from '../voice.ts';
import type { Language } from '../../language/index.ts';
import type { Block, ReportDocument } from '../document.ts';
import type { StatusReport } from './model.ts';
import type { Voice } from '../voice.ts';

/** What follows the first page, part by part: a draft may ask for some of them only. */
const details: readonly (readonly [part: string, detail: (report: StatusReport, voice: Voice) => Block[]])[] =
  [
    ['plan', planDetail],
    ['indicators', indicatorsDetail],
    ['money', moneyDetail],
    ['recruitment', recruitmentDetail],
    ['meetings', meetingsDetail],
    ['risks', risksDetail],
    ['communication', communicationDetail],
    ['actions', actionsDetail],
    ['results', resultsDetail],
    ['changes', changesDetail],
  ];

/** The report in words: one page first, then the detail. */
export function statusDocument(report: StatusReport, language: Language): ReportDocument {
  const voice = voiceOf(language, report.scope.to);
  const { words, day } = voice;
  const parts = report.written?.parts ?? [];
  const isWanted = (part: string): boolean => parts.length === 0 || parts.includes(part);
  return {
    language,
    title: report.project === null ? words.noTitle : words.title({ title: report.project.title }),
    blocks: [
      ...firstPage(report, voice),
      { kind: 'break' },
      ...details.flatMap(([part, detail]) => (isWanted(part) ? detail(report, voice) : [])),
      { kind: 'footer', text: words.footer({ day: day(report.scope.to), seq: report.seq }) },
    ],
  };
}
