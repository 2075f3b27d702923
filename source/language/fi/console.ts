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
    next: 'SEURAAVAKSI',
    nothingToday: 'Tälle päivälle ei ole mitään.',
    nothing: 'Seuraavaan 30 päivään ei ole mitään.',
    nothingHint: 'Lisää uutta näppäimellä a tai etsi näppäimellä :',
    lateBy: (days) => `${days} myöh.`,
    more: (count) => `vielä ${count}`,
  },
  tooSmall: (columns, rows) => `Luotsi tarvitsee 60 × 20, tässä on ${columns} × ${rows}.`,
};
