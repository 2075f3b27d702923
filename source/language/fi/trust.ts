import { dayWords } from '../day-words.ts';
import type { trust as english, trustErrors as englishErrors } from '../en/trust.ts';

export const trustErrors: typeof englishErrors = {
  'unsound-copy': {
    message: (p) => `${p.path} ei ole ehjä varmuuskopio: ${p.detail}.`,
    hint: () => 'Mitään ei muutettu. luotsi backup list näyttää muut varmuuskopiot.',
  },
  'wrong-passphrase': {
    message: (p) => `Salalause ei avaa tiedostoa ${p.path}, tai tiedosto on vioittunut.`,
    hint: () =>
      'Mitään ei muutettu. Ilman salalausetta sitä ei avaa kukaan: käytä salaamatonta varmuuskopiota.',
  },
  'no-key': {
    message: (p) => `Avain, joka avaa tiedoston ${p.path}, ei ole asetuksissa eikä sen vieressä.`,
    hint: () => 'Mitään ei muutettu. Pane varmuuskopioiden kansiosta luotsi-avain-….age.txt sen viereen.',
  },
  'needs-passphrase': {
    message: () => 'Tähän tarvitaan salalause.',
    hint: () =>
      'Anna se ympäristömuuttujassa LUOTSI_PASSPHRASE tai valitsimella --passphrase-fd N, tai tee tämä päätteessä, jossa se kysytään.',
  },
  'short-passphrase': {
    message: (p) => `Salalauseessa on oltava vähintään ${p.fewest} merkkiä.`,
    hint: () => 'Neljä tai viisi toisiinsa liittymätöntä sanaa on helppo muistaa ja vaikea arvata.',
  },
  'passphrases-differ': {
    message: () => 'Salalauseet eivät ole samat.',
    hint: () => 'Mitään ei muutettu. Tee se uudelleen.',
  },
  'no-copy': {
    message: (p) =>
      p.back
        ? 'Mitään tiedostoa ei ole korvattu varmuuskopiolla, joten palauttamista ei voi perua.'
        : p.day === null
          ? `Hankkeesta ei ole varmuuskopioita kansiossa ${p.folder}.`
          : `Päivältä ${dayWords(p.day, 'fi')} ei ole varmuuskopiota.`,
    hint: (p) =>
      p.others > 0
        ? 'Mitään ei muutettu. luotsi backup list näyttää varmuuskopiot.'
        : 'Mitään ei muutettu. Varmuuskopion voi myös nimetä: luotsi restore TIEDOSTO.',
  },
  'open-elsewhere': {
    message: (p) => `${p.path} on auki toisessa Luotsissa.`,
    hint: () => 'Mitään ei muutettu. Sulje se ensin siellä, jottei mitään sen kirjoittamaa katoa.',
  },
  'copy-of-other': {
    message: (p) => `Varmuuskopio on eri hankkeesta kuin ${p.path}.`,
    hint: () => 'Mitään ei muutettu. Nimeä korvattava tiedosto valitsimella --file.',
  },
  'needs-yes': {
    message: (p) => `Palauttaminen korvaisi tiedoston ${p.path}.`,
    hint: () => 'Mitään ei muutettu. Anna --yes; nykyinen tiedosto säilytetään varmuuskopioiden joukossa.',
  },
  'copy-failed': {
    message: (p) => `Varmuuskopiota ei voitu tehdä kansioon ${p.folder} (${p.reason}).`,
    hint: () => 'Työsi jatkuu ja tallentuu. Tarkista kansio: luotsi config näyttää sen.',
  },
  'anonymised-stays': {
    message: (p) => `Vaihe ${p.step} on anonymisointi, eikä sitä voi kumota.`,
    hint: () => 'Mitään ei muutettu. Sitä edeltävän muutoksen voi kumota numerollaan: luotsi undo VAIHE.',
  },
  'undo-anonymised': {
    message: (p) =>
      `Vaihetta ${p.step} ei voi kumota: vaihe ${p.later} anonymisoi henkilön ja muutti tietuetta ${p.code}, ja se jää voimaan.`,
    hint: (p) =>
      `Mitään ei muutettu. Korjaa väärä tieto käsin; luotsi history ${p.code} kertoo, mitä on muutettu.`,
  },
  'anonymise-yes': {
    message: (p) => `Henkilön ${p.code} anonymisointia ei voi kumota.`,
    hint: () => 'Mitään ei muutettu. Anna --yes.',
  },
  'keep-until': {
    message: (p) =>
      `${p.code} on aineistossa, jota on säilytettävä: ${p.counts.map(({ count, what, codes, until }) => `${what.fi} ${count} (${codes.join(', ')}) ${dayWords(until, 'fi')} saakka`).join(', ')}.`,
    hint: () => 'Mitään ei muutettu. Jos nimeä ei enää tarvita tositteena, anna --force.',
  },
};

const megabytes = (bytes: number): string =>
  `${Math.max(0.1, bytes / 1_000_000)
    .toFixed(1)
    .replace('.', ',')} Mt`;

const reasons: Readonly<Record<string, string>> = {
  day: 'päivittäinen',
  import: 'ennen tuontia',
  bulk: 'ennen usean tietueen muutosta',
  repair: 'ennen korjausta',
  form: 'ennen tiedoston uutta muotoa',
  close: 'konsolia suljettaessa',
  own: 'pyydetty',
  replaced: 'korvattu varmuuskopiolla',
};

export const trust: typeof english = {
  copies: {
    made: (path) => `Varmuuskopio on tehty: ${path}`,
    none: 'Varmuuskopioita ei vielä ole. Sellainen tehdään joka päivän ensimmäisen muutoksen edellä.',
    columns: { day: 'Päivä', time: 'Klo', step: 'Vaihe', size: 'Koko', reason: 'Miksi', path: 'Tiedosto' },
    reason: (reason) => reasons[reason] ?? reason,
    megabytes,
    ask: (p) => `Korvataanko ${p.path} varmuuskopiolla ${p.copy}? Nykyinen tiedosto säilytetään. [k/E] `,
    yes: /^[ky]/i,
    restored: (p) => `${p.path} on nyt niin kuin varmuuskopiossa ${p.from}.`,
    kept: (path) => `Korvattu tiedosto on tallessa: ${path}. luotsi restore --back tuo sen takaisin.`,
    unchanged: 'Mitään ei muutettu.',
    folder: (path) => `Varmuuskopiot pannaan myös kansioon ${path}.`,
    noFolder: 'Varmuuskopiot pidetään vain tällä koneella.',
  },
  doctor: {
    sound: 'Tiedosto on kunnossa.',
    unsound: 'Tiedostossa on vikoja.',
    next: (serious) =>
      serious
        ? 'luotsi backup list näyttää varmuuskopiot, ja luotsi restore palauttaa niistä yhden.'
        : 'luotsi doctor --repair korjaa tämän; ensin otetaan varmuuskopio.',
    fine: 'kunnossa',
    more: (count) => `ja ${count} muuta`,
    copied: (path) => `Varmuuskopio ennen korjausta: ${path}`,
    repaired: (checks) => `Laskettu uudelleen: ${checks.join(', ').toLowerCase()}.`,
    reindex: 'Tee hakuteksti uudelleen',
    reindexed: (count) => `Hakuteksti on tehty uudelleen: haku löytää ${count} tietuetta.`,
    size: 'Koko',
    sizes: (p) => `${megabytes(p.bytes + p.log)}, tietueita ${p.records}, vaiheita ${p.steps}`,
    checks: {
      integrity: 'Tiedoston sivut',
      schema: 'Tiedoston taulut',
      references: 'Viittaukset',
      chain: 'Historian ketju',
      records: 'Tietueet ja historia',
      double: 'Kaksoiskappaleet',
      derived: 'Lasketut arvot',
      due: 'Eräpäivät',
      links: 'Linkit',
      reports: 'Luovutetut raportit',
      search: 'Hakusanasto',
    },
    faults: {
      schema: 'ei ole sellainen, jollaiseksi Luotsi sen tekee',
      gap: 'edellinen vaihe puuttuu',
      previous: 'ei jatka edellistä vaihetta',
      hash: 'vaihetta on muutettu kirjoittamisen jälkeen',
      image: 'muutosta on peukaloitu kirjoittamisen jälkeen',
      missing: 'muutoksen sisältö puuttuu',
      redaction: 'anonymisoidussa muutoksessa on yhä poistetuksi merkitty tieto',
      redacted: 'anonymisoinnin jälkeen jätettyä tietoa on muutettu',
      reference: 'viittaa tietueeseen, jota ei ole',
      reportFile: 'ei ole se, joka luovutettiin',
      rowGone: 'on historiassa mutta ei tietueissa',
      unknownToJournal: 'ei ole historiassa',
      unlikeJournal: 'ei ole sellainen, joksi historia sen jätti',
      double: 'on kahteen kertaan',
      derived: 'ei ole se, mitä laskemalla tulee',
      due: 'eräpäivät eivät ole ne, jotka laskemalla tulevat',
      links: 'linkit eivät ole ne, jotka laskemalla tulevat',
      reports: 'Luovutetut raportit',
      search: 'ei löydy sanoillaan',
    },
  },
  anonymise: {
    ask: (p) =>
      `Poistetaanko henkilön ${p.code} nimi ja yhteystiedot tiedostosta ja historiasta pysyvästi? Tätä ei voi kumota. [k/E] `,
    done: (p) =>
      `${p.code} on nyt ”${p.label}”. Historiasta poistettiin ${p.images === 1 ? '1 aiempi versio' : `${p.images} aiempaa versiota`}.`,
    nothing: (label) => `${label}: mitään poistettavaa ei enää ole.`,
    edited: 'Nimi poistettiin näistä teksteistä ja niiden historiasta:',
    edit: 'Näissä teksteissä on henkilön nimi. Muokkaa ne ja aja tämä sitten uudelleen valitsimilla --name ”…” --texts, niin historiakin puhdistuu:',
    perhaps: (codes) => `Näissä nimi voi olla muussa muodossa: ${codes.join(', ')}`,
    open: 'Tiedosto on auki toisessa Luotsissa, joten siihen voi jäädä jälkiä. Sulje se siellä ja aja tämä uudelleen.',
    copies: (count) => `Nimi poistettiin myös ${count} varmuuskopiosta.`,
    left: (paths) => `Näissä varmuuskopioissa nimi on yhä; poista ne: ${paths.join(', ')}`,
    elsewhere: 'Luotsista jo lähteneet taulukot, raportit ja viestit jäävät sinun siivottaviksesi.',
  },
};
