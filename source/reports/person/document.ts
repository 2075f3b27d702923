import { facts, heading, paragraph, table, withoutEmpty } from '../document.ts';
import { voiceOf } from '../voice.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Language } from '../../language/index.ts';
import type { Block, ReportDocument } from '../document.ts';
import type { Voice } from '../voice.ts';

type Fact = readonly [label: string, text: string];

/** Rows under headings; the first column names the row. */
export interface ToldTable {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A record that is about the person and nobody else, with what belongs to it. */
export interface OwnRecord {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly parts: readonly ToldTable[];
}

/** Everything that a file holds on one person, in words already. */
export interface PersonTold {
  readonly name: string;
  readonly code: string;
  readonly project: string;
  readonly day: Day;
  readonly inTrash: boolean;
  readonly facts: readonly Fact[];
  /** What the data are held for, as far as the records tell. */
  readonly purposes: readonly ('recruitment' | 'membership' | 'attendance' | 'named')[];
  /** What the person is to the project, and what the project has set for such people. */
  readonly roles: readonly {
    readonly role: string;
    readonly purpose: string | null;
    readonly basis: string | null;
    readonly until: Day | null;
  }[];
  readonly keepUntil: Day | null;
  readonly own: readonly { readonly title: string; readonly records: readonly OwnRecord[] }[];
  readonly attendance: ToldTable | null;
  /** Records of other things that name the person by reference: what they are, as what, and which register. */
  readonly named: readonly { readonly record: string; readonly as: string; readonly register: string }[];
  readonly mentions: readonly {
    readonly record: string;
    readonly field: string;
    readonly text: string;
    readonly isPerhaps: boolean;
  }[];
  readonly journal: readonly { readonly at: string; readonly what: string; readonly values: string }[];
}

/** The answer to a person who asks what is held on them. */
export function personDocument(told: PersonTold, seq: number, language: Language): ReportDocument {
  const voice = voiceOf(language, told.day);
  const words = voice.reports.person;
  const title = words.title({ name: told.name });
  return {
    language,
    title,
    blocks: [
      heading(1, title),
      paragraph(words.lead({ code: told.code, project: told.project, day: voice.day(told.day) })),
      ...(told.inTrash ? [paragraph(words.inTrash)] : []),
      heading(2, words.record),
      ...facts(told.facts),
      ...purposeBlocks(told, voice),
      ...told.own.flatMap(({ title: register, records }) => [
        heading(2, register),
        ...records.flatMap((record) => ownBlocks(record)),
      ]),
      ...(told.attendance === null
        ? []
        : [heading(2, told.attendance.title), tableBlock(told.attendance, false)]),
      ...namedBlocks(told, voice),
      ...mentionBlocks(told, voice),
      ...journalBlocks(told, voice),
      { kind: 'footer', text: voice.words.footer({ day: voice.day(told.day), seq }) },
    ],
  };
}

/** Why and until when, as the project has set it for such people; before it has, what the records tell. */
function purposeBlocks({ purposes, roles, keepUntil }: PersonTold, voice: Voice): Block[] {
  const words = voice.reports.person;
  const { columns } = words;
  const items = purposes.map((purpose) => words.purposes[purpose]);
  const isSet = roles.some(({ purpose }) => purpose !== null);
  return [
    heading(2, words.why),
    isSet
      ? table(
          [
            { heading: columns.role },
            { heading: columns.purpose },
            { heading: columns.basis },
            { heading: columns.until, align: 'right' },
          ],
          roles.map(({ role, purpose, basis, until }) => [
            role,
            purpose ?? words.notSet,
            basis ?? '',
            until === null ? words.openEnded : voice.day(until),
          ]),
        )
      : items.length === 0
        ? paragraph(words.noPurpose)
        : { kind: 'list', items },
    ...(keepUntil === null ? [] : [paragraph(words.projectKeeps({ day: voice.day(keepUntil) }))]),
  ];
}

function ownBlocks({ title, facts: known, parts }: OwnRecord): Block[] {
  return [heading(3, title), ...facts(known), ...parts.map((part) => tableBlock(part, true))];
}

const tableBlock = ({ title, headings, rows }: ToldTable, isCaptioned: boolean): Block =>
  withoutEmpty(
    table(
      headings.map((text) => ({ heading: text })),
      rows,
      isCaptioned ? title : undefined,
    ),
  );

function namedBlocks({ named }: PersonTold, voice: Voice): Block[] {
  const words = voice.reports.person;
  if (named.length === 0) return [];
  const { columns } = words;
  return [
    heading(2, words.named),
    table(
      [{ heading: columns.record }, { heading: columns.as }, { heading: columns.register }],
      named.map(({ record, as, register }) => [record, as, register]),
    ),
  ];
}

function mentionBlocks({ mentions }: PersonTold, voice: Voice): Block[] {
  const words = voice.reports.person;
  const { columns } = words;
  return [
    heading(2, words.mentions),
    ...(mentions.length === 0
      ? [paragraph(words.noMentions)]
      : [
          table(
            [{ heading: columns.record }, { heading: columns.field }, { heading: columns.text }],
            mentions.map(({ record, field, text, isPerhaps }) => [
              record,
              field,
              isPerhaps ? words.perhaps({ text }) : text,
            ]),
          ),
        ]),
  ];
}

function journalBlocks({ journal }: PersonTold, voice: Voice): Block[] {
  const words = voice.reports.person;
  const { columns } = words;
  return [
    heading(2, words.journal),
    paragraph(words.journalLead),
    table(
      [{ heading: columns.at }, { heading: columns.what }, { heading: columns.values }],
      journal.map(({ at, what, values }) => [at, what, values]),
    ),
  ];
}
