import { heading, paragraph, table } from '../document.ts';
import { voiceOf } from '../voice.ts';
import type { Language } from '../../language/index.ts';
import type { Block, PlainTable, ReportDocument } from '../document.ts';
import type { ChampionsList } from './model.ts';

/** The list by service area, ready for the intranet. */
export function championsDocument(list: ChampionsList, seq: number, language: Language): ReportDocument {
  const voice = voiceOf(language, list.day);
  const words = voice.reports.champions;
  const title = words.title({ title: list.title ?? '', word: list.word });
  const { columns } = words;
  const areas = list.areas.flatMap(({ area, champions }): Block[] => [
    heading(2, area ?? words.noArea),
    table(
      [
        { heading: columns.unit },
        { heading: columns.name({ word: list.word }) },
        { heading: columns.jobTitle },
        { heading: columns.email },
        { heading: columns.phone },
      ],
      champions.map((champion) => [
        champion.unit ?? words.noUnit,
        champion.name,
        champion.jobTitle ?? '',
        champion.email ?? '',
        champion.phone ?? '',
      ]),
    ),
  ]);
  return {
    language,
    title,
    blocks: [
      heading(1, title),
      paragraph(words.counts({ day: voice.day(list.day), listed: list.listed, unlisted: list.unlisted })),
      ...areas,
      { kind: 'footer', text: voice.words.footer({ day: voice.day(list.day), seq }) },
    ],
  };
}

/** The list as one table, for a spreadsheet: the service area is its first column. */
export function championsTable(list: ChampionsList, language: Language): PlainTable {
  const words = voiceOf(language, list.day).reports.champions;
  const { columns } = words;
  return {
    headings: [
      columns.area,
      columns.unit,
      columns.name({ word: list.word }),
      columns.jobTitle,
      columns.email,
      columns.phone,
    ],
    rows: list.areas.flatMap(({ area, champions }) =>
      champions.map(({ unit, name, jobTitle, email, phone }) =>
        [area, unit, name, jobTitle, email, phone].map((value) => value ?? ''),
      ),
    ),
  };
}
