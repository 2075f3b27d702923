import type { recruitmentErrors as english } from '../en/recruitment-errors.ts';

export const day = (iso: string): string => {
  const [year, month, date] = iso.split('-');
  return `${Number(date)}.${Number(month)}.${year}`;
};

export const recruitmentErrors: typeof english = {
  'turned-days': {
    message: (p) => `${p.to.fi} (${day(p.ends)}) olisi ennen kuin ${p.from.fi} (${day(p.starts)}).`,
    hint: () => 'Mitään ei muutettu. Anna päivät toisin päin.',
  },
  'terms-overlap': {
    message: (p) =>
      `${p.person} on jo ryhmässä ${p.group}: ${p.other} (${p.starts === null ? '' : day(p.starts)}–${p.ends === null ? '' : day(p.ends)}).`,
    hint: (p) => `Mitään ei muutettu. Päätä ensin ${p.other} tai jatka sitä.`,
  },
  'candidate-twice': {
    message: (p) => `${p.person} on jo tällä kierroksella: ${p.other}.`,
    hint: (p) => `Mitään ei muutettu. Jatka ilmoittautuneella ${p.other}.`,
  },
  'stage-back': {
    message: (p) =>
      p.earlier
        ? `${p.code} on vaiheessa ”${p.from.fi}” ${day(p.day)} alkaen, joten se ei voi palata vaiheeseen ”${p.to.fi}”.`
        : `${p.code} tulee vaiheeseen ”${p.from.fi}” ${day(p.day)}, joten se ei voi sitä ennen olla vaiheessa ”${p.to.fi}”.`,
    hint: () =>
      'Mitään ei muutettu. Jos toinen siirto oli vahinko, kumoa se tai vie sen merkintä roskakoriin.',
  },
  'stage-early': {
    message: (p) => `${p.code} ilmoittautui ${day(p.signedUp)}, joten vaihe ei voi muuttua jo ${day(p.day)}.`,
    hint: () => 'Mitään ei muutettu. Anna myöhempi päivä tai korjaa ensin ilmoittautumispäivä.',
  },
  'sign-up-late': {
    message: (p) =>
      `${p.code} vaihtoi vaihetta ${day(p.day)}, joten ilmoittautumispäivä ei voi olla vasta ${day(p.signedUp)}.`,
    hint: () => 'Mitään ei muutettu. Anna aiempi päivä.',
  },
  'own-successor': {
    message: (p) => `${p.unit} seuraisi itseään, suoraan tai seuraajiensa kautta.`,
    hint: () => 'Mitään ei muutettu. Nimeä yksikkö, joka tuli tämän tilalle.',
  },
  'no-such-area': {
    message: (p) => `Tulosalueella ”${p.area}” ei ole yksiköitä.`,
    hint: () => 'luotsi unit coverage näyttää kaikki tulosalueet; nimen alku riittää.',
  },
  'term-shorter': {
    message: (p) => `Kausi ${p.code} kestää jo ${day(p.ends)} asti; ${day(p.until)} lyhentäisi sitä.`,
    hint: () => 'Mitään ei muutettu. Anna myöhempi päivä; kausi päätetään muuttamalla sen viimeistä päivää.',
  },
  'term-open': {
    message: (p) => `Kaudella ${p.code} ei ole viimeistä päivää, joten sitä ei tarvitse jatkaa.`,
    hint: () => 'Mitään ei muutettu. Kausi ilman viimeistä päivää jatkuu, kunnes se päätetään.',
  },
};
