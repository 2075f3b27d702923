import type { consoleReports as english } from '../en/console-reports.ts';

export const consoleReports: typeof english = {
  reports: {
    which: 'Mikä raportti?',
    drawnNow: 'tämän hetken tiedoista',
    handedOver: (day) => `luovutettu ${day}`,
    span: 'Miltä ajalta?',
    last: 'edellisestä ohjausryhmän kokouksesta',
    whole: 'hankkeen alusta',
    period: (number) => `${number}. maksatuskausi`,
    ownDays: 'muulta ajalta…',
    days: 'Mistä päivästä mihin?',
    daysHint: '1.1.–31.3. tai pelkkä alkupäivä',
    wrongDays:
      'Anna ensimmäinen ja viimeinen päivä, esimerkiksi 1.1.–31.3.2023. Kumpikaan ei voi olla tulevaisuudessa.',
    exportTitle: 'Kirjoita raportti tiedostoon',
    exportHint: 'Polku; samanniminen tiedosto korvataan.',
    formats: {
      md: 'teksti (Markdown)',
      html: 'verkkosivu',
      docx: 'Word-asiakirja',
      json: 'ohjelmille (JSON)',
    },
    written: (path) => `Kirjoitettu: ${path}`,
    file: 'raportti',
    keepTitle: 'Luovuta raportti: kenelle?',
    recipient: 'ohjausryhmälle sähköpostilla',
    keepHint: 'Säilyy tällaisena joka muodossa. Saa jäädä tyhjäksi; u kumoaa.',
    kept: (codes) => `Luovutettu: ${codes}`,
    keptAsWas: 'sellaisena kuin luovutettiin',
    isKept: 'Tämä on luovutettu ja säilyy ennallaan. Toisen voi valita painamalla m.',
    mention: (what) => `Tulevaan raporttiin: ${what}`,
    mentionHint: 'Kohdan voi valita rivin alussa: ”seuraavaksi:”, ”päätettäväksi:” tai ”tehty:”.',
    mentionPlace: (place, line) => `${place}: ${line}`,
    mentioned: 'Raportissa:',
    notThis: 'Tätä ei nosteta raporttiin.',
  },
};
