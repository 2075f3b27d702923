/** Sanat, joilla hanketta katsotaan aiemman päivän tilanteessa. */
import type { en } from '../en/index.ts';

export const earlierDay: typeof en.earlierDay = {
  title: 'Tilanne päivänä',
  placeholder: '15.3. · 2 viikkoa sitten · 31.12.2022',
  steering: (day) => `Tyhjä: ohjausryhmän viime kokous, ${day}`,
  weekAgo: (day) => `Tyhjä: viikko sitten, ${day}`,
  notAhead: 'Vain aiemman päivän tilanteen voi katsoa.',
  head: (day) => `TILANNE ${day}`,
  refused: (day) => `Tämä on tilanne ${day}: sitä voi vain katsella. Esc palaa tähän päivään.`,
  out: 'Esc palaa tähän päivään',
  outShort: 'Esc palaa',
  back: 'tähän päivään',
  came: 'Näkyvissä on taas tämä päivä.',
  forgotten: 'Joku anonymisoitiin toisessa ikkunassa: näkyvissä on taas tämä päivä.',
  empty: 'Silloin täällä ei ollut vielä mitään.',
  drawn: (day) => `tilanne ${day}`,
};
