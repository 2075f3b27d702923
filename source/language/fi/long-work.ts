import type { en } from '../en/index.ts';

export const longWork: (typeof en)['longWork'] = {
  stages: {
    reading: 'Luetaan tiedostoa',
    checking: 'Tarkistetaan rivejä',
    rows: 'Otetaan rivejä',
    keeping: 'Talletetaan muutokset',
    search: 'Tehdään löydettäväksi',
    past: 'Luetaan silloisia tietoja',
    words: 'Etsitään sanoja',
    writing: 'Kirjoitetaan tiedostoa',
    copying: 'Tehdään varmuuskopiota',
    proving: 'Luetaan varmuuskopio läpi',
  },
  count: (done, total) => (total === null ? done : `${done} / ${total}`),
  stop: 'Esc keskeyttää; mitään ei jää kesken',
  stopping: 'Keskeytetään, perutaan…',
  stopped: 'Keskeytetty. Mitään ei muutettu.',
};
