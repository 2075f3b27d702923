import type { clubs as english } from '../en/clubs.ts';

export const clubs: typeof english = {
  topics: {
    vote: 'Yksi toive lisää',
    nobody: 'toive, ei väliä kenen',
    by: 'kenen toive: muutama kirjain nimestä',
    voted: 'Toivottu:',
    take: 'Aihe varastosta',
    votes: (count: number) => `${count} ${count === 1 ? 'toive' : 'toivetta'}`,
    emptyStock: 'Ryhmällä ei ole aiheita varastossa: välilehdellä Aiheet n lisää niitä.',
    plan: 'Mikä kerta ottaa sen?',
    noSession: 'Ryhmälle ei ole suunniteltu kertoja.',
  },
  scope: {
    title: 'Mitä muutos koskee?',
    this: 'vain tätä kertaa',
    following: 'tätä ja seuraavia',
    all: 'kaikkia tulevia',
    ahead: (count: number) => `${count} tulossa`,
  },
};
