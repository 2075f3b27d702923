import { formatSpans } from '../spans.ts';
import type { reportKindErrors as english } from '../en/report-kind-errors.ts';

const list = (words: readonly string[]): string => words.join(', ');

export const reportKindErrors: typeof english = {
  'no-period': {
    message: (p) => `”${p.word}” ei ole maksatuskausi.`,
    hint: (p) =>
      p.periods.length === 0
        ? 'Anna päivät, esimerkiksi --period "1.1.–30.6.2023", tai kirjaa kaudet: luotsi project set HANKE --paymentPeriods "1.1.–30.6.2023; 1.7.–31.12.2023"'
        : `Anna kauden numero, last tai kauden päivät. Hankkeella on nämä: ${formatSpans(p.periods, 'fi')}.`,
  },
  'future-period': {
    message: (p) => `Kausi alkaa ${p.from}, tiedoston oman päivän ${p.today} jälkeen.`,
    hint: () => 'Valitse kausi, joka on jo alkanut.',
  },
  'wrong-funder-heading': {
    message: (p) => `”${p.word}” rivillä ”${p.line}” ei ole mikään, mitä otsikon alla voi kertoa.`,
    hint: (p) =>
      `Yhtäsuuruusmerkin jälkeen tulee jokin näistä, väliin pilkku: ${list(p.names.map(({ fi }) => fi))}; tai ei mitään.`,
  },
  'folder-in-use': {
    message: (p) => `Kansiossa ${p.path} on jo muuta (${p.count}).`,
    hint: () => 'Mitään ei kirjoitettu. Anna uuden tai tyhjän kansion nimi.',
  },
  'not-a-folder': {
    message: (p) => `${p.path} on tiedosto, ei kansio.`,
    hint: () => 'Mitään ei kirjoitettu. Anna uuden tai tyhjän kansion nimi.',
  },
};
