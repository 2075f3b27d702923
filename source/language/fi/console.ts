import type { en } from '../en/index.ts';

export const console: (typeof en)['console'] = {
  screens: {
    today: 'Tänään',
    recruitment: 'Rekrytointi',
    meetings: 'Kokoukset',
    risks: 'Riskit',
    communication: 'Viestintä',
    reports: 'Raportit',
    people: 'Ihmiset',
    more: 'Lisää',
  },
  header: {
    steering: (days) => `ohjausryhmä ${days}`,
    late: (count) => `▲${count} myöhässä`,
  },
  today: {
    late: 'MYÖHÄSSÄ',
    today: 'TÄNÄÄN',
    week: 'TÄLLÄ VIIKOLLA',
    later: 'SEURAAVAKSI',
    nothingToday: 'Tälle päivälle ei ole mitään.',
    nothing: 'Seuraavaan 30 päivään ei ole mitään.',
    nothingHint: 'Lisää uutta näppäimellä a tai etsi näppäimellä :',
    lateBy: (days) => `${days} myöhässä`,
    more: (count) => `vielä ${count}`,
  },
  record: {
    unassessed: 'Arvioimatta: arvioi näppäimellä r.',
  },
  tooSmall: (columns, rows) => `Luotsi tarvitsee 60 × 20, tässä on ${columns} × ${rows}.`,
};
