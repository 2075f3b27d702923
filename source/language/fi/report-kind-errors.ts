import { formatSpans } from '../spans.ts';
import type { reportKindErrors as english, TemplateKind } from '../en/report-kind-errors.ts';

const list = (words: readonly string[]): string => words.join(', ');

const templateKinds: Readonly<Record<TemplateKind, string>> = {
  encrypted: 'on suojattu salasanalla',
  old: 'on vanhan muodon Word-asiakirja (.doc)',
  broken: 'ei ole ehjä tai ei ole Word-asiakirja ollenkaan',
  macros: 'sisältää makroja',
  large: 'purkautuu liian suureksi',
  other: 'ei ole Word-asiakirja',
};

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
  'no-logo': {
    message: (p) => `Kuvatiedostoa ${p.path} ei ole.`,
    hint: () => 'Anna logon tiedosto (luotsi config logo TIEDOSTO) tai jätä logo pois: --logo none.',
  },
  'logo-refused': {
    message: (p) =>
      `${p.path} ${
        {
          other: 'ei ole PNG-, JPEG- eikä SVG-kuva',
          large: 'on logoksi liian suuri: enintään 512 kilotavua',
          wide: 'on logoksi liian suuri: enintään 4000 pistettä leveä ja korkea',
          broken: 'on rikkinäinen kuva',
          live: 'sisältää ohjelmakoodia tai linkkejä muualle',
        }[p.what]
      }.`,
    hint: () => 'Mitään ei kirjoitettu. Tallenna logo PNG-kuvana tai jätä se pois: --logo none.',
  },
  'template-unreadable': {
    message: (p) => `${p.path} ${templateKinds[p.what]}.`,
    hint: () =>
      'Mitään ei kirjoitettu. Tallenna pohja Wordissa Word-asiakirjana (.docx) ilman salasanaa ja makroja.',
  },
  'template-unknown': {
    message: (p) => `Pohjassa ${p.path} on täyttökenttiä, joita tällä raportilla ei ole: ${list(p.places)}.`,
    hint: (p) => `Mitään ei kirjoitettu. Täyttökentät luettelee luotsi report ${p.kind} --template-places.`,
  },
  'template-broken': {
    message: (p) =>
      `${p.path}: ${
        {
          unclosed: `${p.place} jää sulkematta`,
          unopened: `${p.place} sulkee paikan, jota ei ole avattu`,
          bracket: `aaltosulje puuttuu kohdasta ”${p.place}”`,
          form: p.place,
          picture: `${p.place} on kuva: sen paikka on tekstissä, ei toisen kuvan vaihtoehtoisessa tekstissä`,
        }[p.why]
      }.`,
    hint: () =>
      'Mitään ei kirjoitettu. Toisto tai ehto on {#nimi} … {/nimi}; jokaisella {-merkillä on }-merkki samassa kappaleessa.',
  },
};
