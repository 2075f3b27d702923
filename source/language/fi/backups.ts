import type { backups as english } from '../en/backups.ts';

export const backups: typeof english = {
  columns: { when: 'Milloin', why: 'Miksi', size: 'Koko', state: 'Tarkistettu', where: 'Missä' },
  here: 'tämä kone',
  own: 'oma kansio',
  whenMade: 'tehtäessä',
  sound: 'ehjä',
  unsound: 'viallinen',
  none: 'Varmuuskopioita ei vielä ole: n tekee sellaisen.',
  noPlace: 'Tästä tiedostosta ei tehdä varmuuskopioita.',
  made: 'Varmuuskopio on tehty.',
  making: 'Varmuuskopio',
  check: 'Tarkista varmuuskopio',
  restore: 'Palauta tiedosto tästä …',
  isSound: (step) => `Varmuuskopio on ehjä, vaiheeseen ${step} asti.`,
  restoreTitle: 'Palauta varmuuskopio',
  restoreText: (when) => `Tiedosto palautetaan sellaiseksi kuin se oli ${when}.`,
  later: (steps) => (steps === 1 ? 'Yksi myöhempi vaihe jää pois.' : `${steps} myöhempää vaihetta jää pois.`),
  keptText:
    'Nykyinen tiedosto säilytetään varmuuskopioiden joukossa, ja sen saa takaisin samalla tavalla. Konsoli avautuu uudelleen.',
  restoreNow: 'Palauta',
  cancel: 'Peru',
  restored: 'Tiedosto on palautettu varmuuskopiosta.',
  sealed: 'salattu',
  askedOutside: 'Varmuuskopio on salattu, ja sen salalause kysytään komentorivillä.',
  encryptionOn:
    'Omaan kansioosi menevät varmuuskopiot salataan tästä lähtien; tämän koneen kopioita ei, sillä itse tiedosto on niiden vieressä.',
  encryptionOff: 'Omaan kansioosi meneviä varmuuskopioita ei enää salata; salatut pysyvät salattuina.',
  lost: 'Pidä salalause tallessa: ilman sitä salattuja varmuuskopioita ei avaa kukaan, eikä sitä saa selville.',
  passphrase: {
    ask: 'Salalause: ',
    choose: 'Uusi salalause: ',
    again: 'Sama uudelleen: ',
  },
  restoredHint: 'korvattu tiedosto on varmuuskopioiden joukossa',
};
