import type { people as english } from '../en/people.ts';

export const people: typeof english = {
  unset: 'käyttötarkoitus määrittämättä',
  until: (day) => `säilytetään ${day} asti`,
  noDay: 'säilytysajalla ei ole loppua',
  columns: {
    role: 'Missä osassa',
    purpose: 'Käyttötarkoitus',
    basis: 'Käsittelyperuste',
    until: 'Säilytetään',
  },
  propose: 'Ehdota henkilötietojen käyttötarkoitukset',
  proposed: 'Tavalliset käyttötarkoitukset on lisätty; muokkaa ne organisaatiosi mukaisiksi:',
  allSet: 'Käyttötarkoitukset on jo määritetty kaikille.',
  recordsKept: (codes, more, until) =>
    `säilytettävä ${until} saakka: ${codes}${more > 0 ? ` ja ${more} muuta` : ''}`,
};
