import type { reportErrors as english } from '../en/report-errors.ts';

export const reportErrors: typeof english = {
  'report-kept': {
    message: (p) => `${p.code} on luovutettu, joten se säilyy sellaisena kuin se oli.`,
    hint: () =>
      'Vain vastaanottajaa, päivää ja muistiinpanoja voi muuttaa. Itse luovutuksen kumoaa luotsi undo; uuden raportin tekee luotsi report keep.',
  },
  'report-not-kept': {
    message: (p) => `Raporttia, jonka laji on ”${p.kind}”, ei säilytetä tiedostossa.`,
    hint: () => 'Sen kirjoittaa tiedostoon luotsi report LAJI --out TIEDOSTO.',
  },
  'no-report-file': {
    message: (p) => `Raporttia ${p.code} ei ole säilytetty muodossa ${p.format}.`,
    hint: () =>
      'luotsi report list kertoo, mitä on säilytetty. Luonnoksesta ei ole vielä mitään: luotsi report keep luovuttaa sen.',
  },
  'damaged-report': {
    message: (p) => `Raportin ${p.code} tiedosto muodossa ${p.format} ei ole enää se, joka luovutettiin.`,
    hint: () => 'Ehjä voi olla hankkeen varmuuskopiossa: luotsi backup list.',
  },
  'not-on-report': {
    message: (p) => `Tietuetta ${p.code} ei voi nostaa raporttiin.`,
    hint: () =>
      'Nosta se, mitä on tehty, mitä on tulossa tai mistä päätetään: tehtävä, päätös, toimenpide, kokous.',
  },
  'report-of': {
    message: (p) =>
      p.of === 'session'
        ? 'Puuttuu kokous, josta raportti tehdään.'
        : 'Puuttuu henkilö, josta raportti tehdään.',
    hint: (p) =>
      p.of === 'session'
        ? `Anna kokous: luotsi report ${p.kind} OR-1`
        : `Anna henkilö: luotsi report ${p.kind} H-1`,
  },
  'unknown-report': {
    message: (p) => `Raporttia ”${p.word}” ei ole.`,
    hint: (p) => `Näitä voi laatia: ${p.kinds.join(', ')}. Säilytetyt näyttää luotsi report list.`,
  },
  'over-project': {
    message: (p) => `${p.path} on Luotsin hanketiedosto, joten sen päälle ei kirjoiteta muuta.`,
    hint: (p) =>
      p.putting === 'copy'
        ? 'Mitään ei muutettu. Anna toinen nimi valitsimella --out. Hankkeen tuo takaisin varmuuskopiosta luotsi restore.'
        : 'Mitään ei muutettu. Anna toinen nimi.',
  },
  'over-folder': {
    message: (p) => `${p.path} on kansio, ja tarvitaan tiedoston nimi.`,
    hint: () => 'Mitään ei kirjoitettu. Lisää kansion perään tiedoston nimi.',
  },
  'folder-meant': {
    message: (p) => `Luovutus on kansio, jossa on monta tiedostoa, mutta ${p.path} on tiedoston nimi.`,
    hint: () =>
      'Mitään ei kirjoitettu. Anna kansion nimi tai pyydä pelkkä sivu valitsimella --format html tai docx.',
  },
  'no-template': {
    message: (p) => `Asiakirjapohjaa ${p.path} ei ole.`,
    hint: () => 'Mitään ei kirjoitettu. Tarkista pohjan nimi ja kansio.',
  },
  'name-too-long': {
    message: (p) => `Nimi ${p.path} on liian pitkä tälle levylle.`,
    hint: () => 'Mitään ei kirjoitettu. Anna lyhyempi nimi.',
  },
};
