import { formatSpan, formatTime } from '../../domain/days/format-day.ts';
import { registerOf } from '../../registers/index.ts';
import { decision as decisionRegister } from '../../registers/decision.ts';
import { membership } from '../../registers/membership.ts';
import { risk as riskRegister } from '../../registers/risk.ts';
import { facts, heading, paragraph, table } from '../document.ts';
import { linesOf } from '../plain-text.ts';
import { choiceWord, fieldLabel, named, voiceOf } from '../voice.ts';
import { underWayBlocks } from './under-way.ts';
import type { Language } from '../../language/index.ts';
import type { Block, Column, ReportDocument, Text } from '../document.ts';
import type { Voice } from '../voice.ts';
import type { HandedDue, HandoverReport } from './model.ts';

/** The page that a successor reads first. */
export function handoverDocument(report: HandoverReport, seq: number, language: Language): ReportDocument {
  const voice = voiceOf(language, report.day);
  const words = voice.reports.handover;
  const title = words.title({ title: report.project?.title ?? '' });
  return {
    language,
    title,
    blocks: [
      heading(1, title),
      paragraph(words.lead({ day: voice.day(report.day) })),
      ...projectBlocks(report, voice),
      heading(2, words.underWay),
      ...underWayBlocks(report, voice),
      ...listed(words.due({ day: voice.day(report.until) }), words.noDue, dueTable(report, voice)),
      ...listed(words.contacts, words.noContacts, contactTable(report, voice)),
      ...listed(words.decisions, words.noDecisions, decisionTable(report, voice)),
      ...listed(words.risks, words.noRisks, riskTable(report, voice)),
      ...listed(words.diary, words.noDiary, diaryTable(report, voice)),
      ...(report.attachments.length === 0
        ? []
        : [heading(2, words.attachments), paragraph(words.attachmentsLead), attachmentTable(report, voice)]),
      heading(2, words.files),
      { kind: 'list', items: words.fileList },
      { kind: 'footer', text: voice.words.footer({ day: voice.day(report.day), seq }) },
    ],
  };
}

const listed = (title: string, otherwise: string, block: Block | null): Block[] => [
  heading(2, title),
  block ?? paragraph(otherwise),
];

/** A table with named columns, or nothing where it would be empty. */
function tableOf(headings: readonly (string | Column)[], rows: readonly (readonly Text[])[]): Block | null {
  const columns = headings.map((one) => (typeof one === 'string' ? { heading: one } : one));
  return rows.length === 0 ? null : table(columns, rows);
}

const right = (text: string): Column => ({ heading: text, align: 'right' });

function projectBlocks({ project }: HandoverReport, voice: Voice): Block[] {
  if (project === null) return [paragraph(voice.words.noProject)];
  const { labels } = voice.reports.handover;
  const { labels: funded } = voice.reports.funder;
  const { start, end } = project;
  const joined = (...parts: readonly (string | null)[]): string =>
    parts.filter((part) => part !== null && part !== '').join(', ');
  return [
    ...facts([
      [funded.title, project.title],
      [funded.code, project.projectCode],
      [funded.programme, project.programme],
      [funded.funder, project.funder],
      [labels.funderContact, joined(project.funderContact, project.funderEmail)],
      [funded.decision, joined(project.decisionDnro, voice.day(project.decisionDay))],
      [funded.organisation, project.organisation],
      [
        funded.span,
        start === null || end === null ? null : formatSpan({ from: start, to: end }, voice.language),
      ],
      [labels.keepUntil, voice.day(project.keepUntil)],
    ]),
    ...linesOf(project.summary).map(paragraph),
  ];
}

function dueTable({ due, day }: HandoverReport, voice: Voice): Block | null {
  const { columns } = voice.reports.handover;
  const late = due.filter((one) => one.day < day).length;
  const rows = due.map((one, index): Text[] => {
    const date = `${voice.day(one.day)}${one.time === null ? '' : ` ${formatTime(one.time, voice.language)}`}`;
    return [
      index < late ? [{ strong: date }] : date,
      dueWords(one, voice.language),
      `${one.code ?? ''} ${one.heading}`.trim(),
    ];
  });
  return tableOf([columns.day, columns.what, columns.record], rows);
}

function dueWords({ register, kind }: HandedDue, language: Language): string {
  const definition = registerOf(register);
  return (definition.due?.find((rule) => rule.kind === kind)?.label ?? definition.label.one)[language];
}

function contactTable({ contacts }: HandoverReport, voice: Voice): Block | null {
  const { columns } = voice.reports.handover;
  return tableOf(
    [columns.name, columns.jobTitle, columns.group, columns.role, columns.email, columns.phone],
    contacts.map((contact) => [
      contact.name,
      contact.jobTitle ?? '',
      contact.group,
      contact.ownRole ?? choiceWord(membership, 'role', contact.role ?? 'member', voice.language),
      contact.email ?? '',
      contact.phone ?? '',
    ]),
  );
}

function decisionTable({ decisions }: HandoverReport, voice: Voice): Block | null {
  const { columns } = voice.reports.handover;
  return tableOf(
    [columns.decision, right(columns.day), columns.group, columns.outcome],
    decisions.map((decision) => {
      const text = linesOf(decision.text).join(' ');
      return [
        text === '' ? named(decision) : `${named(decision)}: ${text}`,
        voice.day(decision.day),
        decision.group ?? '',
        choiceWord(decisionRegister, 'outcome', decision.outcome ?? 'open', voice.language),
      ];
    }),
  );
}

function riskTable({ risks }: HandoverReport, voice: Voice): Block | null {
  const { language } = voice;
  const { columns } = voice.reports.risks;
  return tableOf(
    [
      columns.risk,
      right(columns.score),
      columns.owner,
      fieldLabel(riskRegister, 'handling', language),
      right(columns.review),
    ],
    risks.map((risk) => [
      named(risk),
      risk.score === null
        ? voice.reports.risks.notAssessed
        : `${risk.score} ${choiceWord(riskRegister, 'level', risk.level, language)}`.trim(),
      risk.owner ?? '',
      linesOf(risk.handling).join(' '),
      voice.day(risk.review),
    ]),
  );
}

function diaryTable({ diary }: HandoverReport, voice: Voice): Block | null {
  const { columns } = voice.reports.week;
  return tableOf(
    [columns.day, columns.entry],
    diary.map((line) => [voice.day(line.day), linesOf(line.text).join(' ')]),
  );
}

function attachmentTable({ attachments }: HandoverReport, voice: Voice): Block {
  const { columns } = voice.reports.handover;
  return table(
    [{ heading: columns.record }, { heading: columns.place }],
    attachments.map(({ code, heading: title, place }) => [`${code ?? ''} ${title}`.trim(), place]),
  );
}
