import { formatNumber, formatSpan } from '../../domain/days/format-day.ts';
import { delivery as deliveryRegister } from '../../registers/delivery.ts';
import { plan as planRegister } from '../../registers/plan.ts';
import { heading, paragraph, table } from '../document.ts';
import { choiceWord, fieldLabel, named, voiceOf } from '../voice.ts';
import type { Language } from '../../language/index.ts';
import type { Block, ReportDocument } from '../document.ts';
import type { Voice } from '../voice.ts';
import type { CommunicationReport, Delivered, PlanLineReport } from './model.ts';

const planColumns = ['audience', 'goal', 'means', 'content', 'schedule', 'responsible', 'followUp'] as const;

/** The plan in the funders' seven columns, then line by line what was delivered. */
export function communicationDocument(
  report: CommunicationReport,
  seq: number,
  language: Language,
): ReportDocument {
  const voice = voiceOf(language, report.to);
  const words = voice.reports.communication;
  const title = words.title({ title: report.title ?? '' });
  const { lines, promised, sent } = report;
  const body: Block[] =
    lines.length === 0
      ? [paragraph(voice.words.communication.none)]
      : [
          paragraph(words.counts({ promised, sent, missed: promised - sent })),
          heading(2, words.plan),
          table(
            planColumns.map((column) => ({ heading: fieldLabel(planRegister, column, language) })),
            lines.map(({ line }) => [
              `${line.code} ${line.audience}`,
              line.goal ?? '',
              line.means.join(', '),
              line.content ?? '',
              line.schedule ?? '',
              line.responsible.join(', '),
              line.followUp ?? '',
            ]),
          ),
          heading(2, words.delivered),
          ...lines.flatMap((line) => lineDetail(line, voice)),
        ];
  return {
    language,
    title,
    isTurned: true,
    blocks: [
      heading(1, title),
      paragraph(formatSpan({ from: report.from, to: report.to }, language)),
      ...body,
      { kind: 'footer', text: voice.words.footer({ day: voice.day(report.to), seq }) },
    ],
  };
}

function lineDetail({ line, sent, missed, next }: PlanLineReport, voice: Voice): Block[] {
  const words = voice.reports.communication;
  const all = [...sent, ...missed];
  return [
    heading(3, `${line.code} ${line.audience}`),
    ...(all.length === 0 ? [paragraph(words.nothing)] : [deliveredTable(all, voice)]),
    ...(next === null
      ? []
      : [paragraph(words.next({ what: named(next), day: voice.day(next.late ?? next.due) }))]),
  ];
}

function deliveredTable(deliveries: readonly Delivered[], voice: Voice): Block {
  const { columns } = voice.reports.communication;
  return table(
    [
      { heading: columns.delivery },
      { heading: columns.means },
      { heading: columns.day, align: 'right' },
      { heading: columns.state },
      { heading: columns.reach, align: 'right' },
      { heading: columns.evidence },
    ],
    deliveries.map((delivery) => [
      named(delivery),
      delivery.means ?? '',
      voice.day(delivery.state === 'sent' ? delivery.sent : (delivery.late ?? delivery.due)),
      stateOf(delivery, voice),
      reachOf(delivery, voice),
      delivery.evidence ?? '',
    ]),
  );
}

function stateOf({ state, reason }: Delivered, voice: Voice): string {
  if (state === 'planned' || state === 'drafted' || state === null) return voice.reports.communication.late;
  const word = choiceWord(deliveryRegister, 'state', state, voice.language);
  return state === 'skipped' && reason !== null ? `${word}: ${reason}` : word;
}

function reachOf({ reach, reachOf: counted }: Delivered, voice: Voice): string {
  if (reach === null) return '';
  const count = formatNumber(reach, voice.language);
  return counted === null ? count : `${count} ${counted}`;
}
