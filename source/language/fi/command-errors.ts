import type { commandErrors as english } from '../en/command-errors.ts';

const list = (words: readonly string[]): string => words.join(', ');
const meant = (words: readonly string[]): string =>
  words.length > 0 ? `Tarkoititko: ${words.join(' vai ')}?` : '';

export const commandErrors: typeof english = {
  'unknown-option': {
    message: (p) => `Komennolla ${p.command} ei ole valitsinta --${p.option}.`,
    hint: (p) => meant(p.near.map((name) => `--${name}`)) || `${p.command} --help luettelee valitsimet.`,
  },
  'option-value': {
    message: (p) => `Valitsimelta --${p.option} puuttuu arvo.`,
    hint: (p) => `Kirjoita se muodossa --${p.option} ARVO tai --${p.option}=ARVO.`,
  },
  'wrong-option': {
    message: (p) => `Valitsimelle --${p.option} ei käy ”${p.text}”.`,
    hint: (p) => `Nämä käyvät: ${list(p.forms)}.`,
  },
  'missing-word': {
    message: (p) => `Komennosta puuttuu jotakin: ${p.usage}`,
    hint: () => 'luotsi --help näyttää kaikki komennot.',
  },
  'extra-word': {
    message: (p) => `”${p.word}” on yksi sana liikaa: ${p.usage}`,
    hint: () => 'Pane lainausmerkit yhteen kuuluvien sanojen ympärille.',
  },
  'nothing-given': {
    message: (p) => `Yhtään kenttää ei annettu (${p.register}), joten mitään ei muutettu.`,
    hint: (p) => `Anna jokin: --KENTTÄ ARVO; luotsi ${p.register} --help luettelee kentät.`,
  },
  'wrong-filter': {
    message: (p) =>
      p.code === 'noValue'
        ? `Suodattimessa ”${p.text}” ei ole, mihin verrata.`
        : `Suodattimessa ”${p.text}” on sulkematta jäänyt lainausmerkki.`,
    hint: () => 'Esimerkiksi: state:open level>=high owner:"x y" due<+14d -tag:vanha',
  },
  'which-register': {
    message: (p) =>
      p.near.length > 0
        ? `Taulukko voi olla mikä tahansa näistä rekistereistä: ${list(p.near)}.`
        : 'Otsikoista ei selviä, minkä rekisterin taulukko on.',
    hint: (p) =>
      p.near.length > 0
        ? `Kerro se: --as ${p.near.join(' tai --as ')}.`
        : 'Kerro se: --as REKISTERI, ja poikkeavat otsikot valitsimella --map "Sarake=kenttä".',
  },
  'wrong-map': {
    message: (p) => `Valitsimen --map ”${p.text}” saraketta ei ole taulukossa.`,
    hint: () => 'Kirjoita se muodossa --map "Sarake=kenttä", otsikko niin kuin se taulukossa on.',
  },
  'no-columns': {
    message: (p) => `Yksikään sarake ei ole rekisterin ${p.register} kenttä: ${list(p.headings)}.`,
    hint: (p) => `Kerro, mitä ne ovat: --map "Sarake=kenttä"; luotsi ${p.register} --help luettelee kentät.`,
  },
  'double-column': {
    message: (p) => `Useampi sarake on kenttä ${p.field}: ${list(p.headings)}.`,
    hint: (p) => `Jätä yksi pois tuonnista: --map "${p.headings[1] ?? ''}=".`,
  },
  'empty-table': {
    message: (p) => `Tiedostossa ${p.path} ei ole rivejä.`,
    hint: () => 'Ensimmäisellä rivillä pitäisi olla otsikot ja muilla tiedot.',
  },
  'table-too-large': {
    message: (p) => `${p.path} on suurempi kuin ${p.limit}.`,
    hint: () => 'Jaa se osiin ja tuo osat yksi kerrallaan.',
  },
  'broken-table': {
    message: (p) =>
      p.line > 0
        ? `Tiedostoa ${p.path} ei voi lukea taulukkona: rivillä ${p.line} on vikaa.`
        : `Tiedostoa ${p.path} ei voi lukea taulukkona.`,
    hint: () =>
      'Tallenna se Excelissä muotoon CSV (UTF-8). Tavallisin syy on lainausmerkki, jota ei ole suljettu.',
  },
  'ragged-row': {
    message: (p) => `Rivillä on ${p.cells} solua, mutta otsikoita on ${p.headings}.`,
    hint: () => 'Pane lainausmerkit sellaisen solun ympärille, jossa on erotinmerkki.',
  },
  'row-unknown': {
    message: (p) => `Tiedostossa ei ole tietuetta ”${p.text}” (${p.register}).`,
    hint: (p) => `Lisää se (luotsi ${p.register} add) tai tuo valitsimella --create-missing.`,
  },
  'row-same-record': {
    message: (p) => `Rivi on sama tietue kuin rivi ${p.row}.`,
    hint: () => 'Jätä toinen riveistä pois.',
  },
  'row-other-register': {
    message: (p) => `Rivin uid on tietueen ${p.code}, joka on muuta lajia.`,
    hint: () => 'Jätä uid tyhjäksi tai tuo taulukko siihen rekisteriin, josta se on viety.',
  },
  'one-project': {
    message: () => 'Tiedostossa on aina tasan yksi hanke: sitä ei voi poistaa eikä rinnalle lisätä toista.',
    hint: () => 'luotsi init --file TIEDOSTO tekee uuden tiedoston; luotsi hanke set muuttaa tätä hanketta.',
  },
  'not-an-export': {
    message: (p) => `${p.path} ei ole Luotsista viety hanke: ${p.detail} puuttuu tai on väärin.`,
    hint: () => 'Mitään ei kirjoitettu. Vie hanke kokonaan: luotsi export --out TIEDOSTO.json.',
  },
  'newer-export': {
    message: (p) => `${p.path} on viety uudemmasta Luotsista.`,
    hint: () => 'Mitään ei kirjoitettu. Asenna uudempi Luotsi.',
  },
  'other-project': {
    message: () => 'Viety tiedosto on toisesta hankkeesta kuin se, joka on auki.',
    hint: () =>
      'Mitään ei kirjoitettu. Tuo se omaan tiedostoonsa: luotsi import TIEDOSTO.json --file UUSI.luotsi.',
  },
  'wrong-record': {
    message: (p) => `${p.record}: ${p.detail}`,
    hint: () => 'Mitään ei kirjoitettu. Korjaa tietue tiedostoon ja tuo se uudelleen.',
  },
  'console-missing': {
    message: () => 'Konsoli tarvitsee päätteen.',
    hint: () => 'luotsi --help luettelee komennot, jotka toimivat ilmankin.',
  },
};
