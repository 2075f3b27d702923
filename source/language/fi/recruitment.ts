import { capital } from '../capital.ts';
import { afterNumber } from './noun-forms.ts';
import type { recruitment as english } from '../en/recruitment.ts';

export const recruitment: typeof english = {
  funnel: {
    all: 'Kaikki kierrokset',
    nobody:
      'Kukaan ei ole vielä ilmoittautunut. Lisää välilehdellä Ilmoittautuneet näppäimellä n tai tuo taulukko.',
    noRounds: 'Kierroksia ei vielä ole. Lisää ensimmäinen välilehdellä Rekrytointikierrokset näppäimellä n.',
    columns: {
      stage: 'Vaihe',
      reached: 'Tavoitti',
      share: 'Osuus',
      now: 'Nyt',
      days: 'Päiviä (mediaani)',
      daysShort: 'Päiviä',
    },
    days: (count) => `${count} pv`,
    daysLeft: (count) =>
      count === 0 ? 'päättyy tänään' : count === 1 ? '1 päivä jäljellä' : `${count} päivää jäljellä`,
    yield: (selected, interested, percent) =>
      `Saanto ${percent}: ${selected} valittua, ${interested} ${interested === 1 ? 'kiinnostunut' : 'kiinnostunutta'}`,
    target: (selected, target, percent) => `Tavoite ${target}, täyttynyt ${percent} (${selected})`,
    toSelected: (days) => `ilmoittautumisesta valintaan ${days}`,
    toStarted: (days) => `aloitukseen ${days}`,
    medians: 'Mediaani',
    losses: (count) => `Menetetyt ${count}`,
    leavers: (count) => `Lopettaneet ${count}`,
    sources: 'Mistä kuulivat',
    source: (interested, selected) =>
      `${interested} ${interested === 1 ? 'kiinnostunut' : 'kiinnostunutta'}, ${selected} valittua`,
    unknown: 'ei tiedossa',
    more: 'j k toinen kierros',
  },
  coverage: {
    columns: { unit: 'Yksikkö', who: 'Kuka on tai on ehdolla', supervisor: 'Esihenkilö', covered: 'Katettu' },
    all: 'Kaikki yksiköt',
    keys: 'R viesti  c osoitteet ',
    noArea: 'Ei tulosaluetta',
    none: 'Yksiköitä ei vielä ole. Lisää näkymän 7 välilehdellä Yksiköt näppäimellä n tai tuo taulukko.',
    allCovered: 'Jokaisessa yksikössä on tekijä.',
    covered: (covered, units, percent) => `${covered}/${units} katettu ${percent}`,
    until: (name, day) => `${name}, ${day} asti`,
    message: {
      title: (units, people) =>
        `Viesti: ${units} ${units === 1 ? 'yksikkö' : 'yksikköä'}, ${people} ${people === 1 ? 'esihenkilö' : 'esihenkilöä'}`,
      addresses: 'Kopioi osoitteet vastaanottajariville',
      text: 'Kopioi viesti',
      list: 'Kopioi luettelo: yksikkö, esihenkilö, sähköposti',
      file: 'Kirjoita kaikki tiedostoon',
      hint: {
        addresses: (count) => (count === 1 ? '1 osoite' : `${count} osoitetta`),
        text: 'kohtelias, yksiköt mukana',
      },
      nobody: 'Täällä kaikki yksiköt on katettu.',
      missing: (units) => `Osoite puuttuu: ${units}`,
      subject: (word) => `Löytyisikö yksiköstänne ${word}?`,
      body: (p) =>
        [
          'Hei!',
          '',
          `Näissä yksiköissä ei ole juuri nyt omaa ${afterNumber(p.word) ?? `vertaistukijaa (${p.word})`}:`,
          ...p.units.map((unit) => `- ${unit}`),
          '',
          `${capital(p.word)} auttaa työkavereita digiasioissa oman työnsä ohella ja saa itse viikoittain tukea muilta.`,
          p.round === null
            ? 'Olisiko yksikössänne joku, jolle tämä sopisi? Vastaukseksi riittää nimi, sovitaan lopuista yhdessä.'
            : `${p.round} on auki${p.closes === null ? '' : ` ${p.closes} asti`}. Olisiko yksikössänne joku, jolle tämä sopisi?`,
          '',
          'Kiitos! Kerron mielelläni lisää.',
        ].join('\n'),
      word: 'vertaistukija',
      to: 'Vastaanottajat',
      fileName: 'kattamattomat-yksikot',
      subjectLabel: 'Aihe',
    },
  },
};
