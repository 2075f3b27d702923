import type { palette as english } from '../en/console-palette.ts';

/** Search and commands. */
export const palette: typeof english = {
  theme: (name) => `Teema: ${name}`,
  themes: {
    auto: 'päätteen mukaan',
    dark: 'tumma',
    light: 'vaalea',
    contrast: 'suuri kontrasti',
    colourblind: 'sininen ja oranssi (värisokealle)',
    sixteen: 'kuusitoista väriä',
    none: 'ei värejä',
  },
  more: 'tarkenna hakua',
  title: 'Haku ja komennot',
  placeholder: 'muutama kirjain; > vain komennot',
  empty: 'Mitään ei löytynyt.',
  language: 'Language: English',
  history: 'Mitä on tehty',
  tour: 'Kierros viidessä askeleessa',
  logo: 'Raporttien logo',
  logoHint: 'Kuvatiedosto (PNG, JPEG tai SVG); tyhjä rivi: ei logoa.',
  logoKept: 'Logo on nyt raporttien alussa.',
  logoGone: 'Raporteissa ei ole logoa.',
  linearOn: 'Ruudunlukijalle rivi kerrallaan: päälle',
  linearOff: 'Ruudunlukijalle rivi kerrallaan: pois',
  linearNow: { linearOn: 'Näkymä kerrotaan rivi kerrallaan.', linearOff: 'Näkymä piirretään taas.' },
};
