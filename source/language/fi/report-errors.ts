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
  'unknown-report': {
    message: (p) => `Raporttia ”${p.word}” ei ole.`,
    hint: (p) => `Näitä voi laatia: ${p.kinds.join(', ')}. Säilytetyt näyttää luotsi report list.`,
  },
};
