import { dayWords } from '../day-words.ts';
import type { errors as english } from '../en/errors.ts';
import type { Label, Named } from '../language.ts';

const list = (words: readonly string[]): string => words.join(', ');
const because = (reason: Label | null): string => (reason ? `: ${reason.fi}` : '');
const meant = (words: readonly string[]): string =>
  words.length > 0 ? `Tarkoititko: ${words.join(' vai ')}?` : '';
const choices = (all: Readonly<Record<string, Label>>): string =>
  Object.entries(all)
    .map(([word, label]) => (label.fi === word ? word : `${label.fi} (${word})`))
    .join(', ');
/** What people call it, with the word of the command line where that is another. */
const word = ({ name, label }: Named): string =>
  label.fi.toLowerCase() === name ? label.fi : `${label.fi} (${name})`;

/** What the system calls a fault, as people say it. */
const fileFaults: Readonly<Record<string, string>> = {
  ENOENT: 'sitä ei ole',
  EACCES: 'siihen ei ole oikeutta',
  EISDIR: 'se on kansio',
};

export const errors: typeof english = {
  'unknown-register': {
    message: (p) => `Rekisteriä ”${p.word}” ei ole.`,
    hint: (p) => meant(p.near) || 'luotsi --help luettelee rekisterit.',
  },
  'unknown-command': {
    message: (p) => `Komentoa ”${p.word}” ei ole.`,
    hint: (p) => meant(p.near) || 'luotsi --help luettelee komennot.',
  },
  'unknown-action': {
    message: (p) => `Toimintoa ”${p.word}” ei ole.`,
    hint: (p) => meant(p.near) || 'luotsi config keys luettelee toiminnot.',
  },
  'unknown-key': {
    message: (p) => `”${p.key}” ei ole minkään näppäimen nimi.`,
    hint: () =>
      'Näitä on: x, X, ä, F5, Ctrl+X, Alt+x, Enter, Space, PageUp, Down ja ”g x”, kun painetaan peräkkäin.',
  },
  'key-taken': {
    message: (p) => `Näppäin ${p.key} on jo toiminnolla ${p.other}.`,
    hint: (p) => `Valitse toinen tai siirrä se ensin: luotsi config key ${p.other} NÄPPÄIMET…`,
  },
  'unknown-field': {
    message: (p) => `Rekisterissä ${word(p.register)} ei ole kenttää ”${p.word}”.`,
    hint: (p) => meant(p.near.map(word)) || `luotsi ${p.register.name} --help luettelee kentät.`,
  },
  'wrong-thresholds': {
    message: () =>
      'Riskitasojen rajojen pitää nousta: kohtalainen, korkea ja erittäin korkea, kukin edellistä suurempi, väliltä 2–25.',
    hint: () =>
      'Esimerkiksi: kohtalainen 5, korkea 10, erittäin korkea 20. Tasot, joita ei anneta, pysyvät tavallisina.',
  },
  'needed-field': {
    message: (p) => `${p.code}: tilaan ”${p.state.fi}” tarvitaan myös ${p.field.fi.toLowerCase()}.`,
    hint: (p) => `Anna se samalla kertaa: --${p.name} …`,
  },
  'not-assessed': {
    message: (p) => `${p.code} on vielä arvioimatta, joten ei ole mitään, minkä voisi jättää ennalleen.`,
    hint: (p) => `luotsi risk assess ${p.code} --probability N --impact N`,
  },
  'risk-over': {
    message: (p) => `${p.code} on jo tilassa ”${p.state.fi}”.`,
    hint: (p) => `luotsi risk set ${p.code} --state open avaa sen uudelleen.`,
  },
  'derived-field': {
    message: (p) =>
      `Luotsi laskee itse tämän: ${word(p.field)} (rekisteri: ${p.register.label.fi}). Sitä ei voi asettaa.`,
    hint: (p) => `luotsi ${p.register.name} --help kertoo, mistä se lasketaan.`,
  },
  'missing-field': {
    message: (p) =>
      `Uudelta tietueelta (${p.one?.fi ?? p.register}) puuttuu: ${list(p.labels?.map(({ fi }) => fi) ?? p.fields)}.`,
    hint: (p) => `Anna: ${p.fields.map((field) => `--${field} …`).join(' ')}`,
  },
  'wrong-day': {
    message: (p) => `”${p.text}” ei ole päivä${because(p.reason)}.`,
    hint: () => 'Näin käy: 23.3.2022, 23.3., huomenna, pe, ”ensi ma”, +2vk, kkl, vko 23, 2022-03-23.',
  },
  'wrong-week': {
    message: (p) => `”${p.text}” ei ole viikko.`,
    hint: () => 'Näin käy: vko 8, vko 27–31, vko 42/2023; useiden väliin pilkku.',
  },
  'wrong-time': {
    message: (p) => `”${p.text}” ei ole päivä ja kellonaika${because(p.reason)}.`,
    hint: () => 'Näin käy: 30.3.2022 klo 9.00, ”pe 9.30”, 2022-03-30T09:00.',
  },
  'wrong-span': {
    message: (p) => `”${p.text}” ei ole aikaväli${because(p.reason)}.`,
    hint: () => 'Näin käy: 23.3.–8.4.2022, 2022-03-23/2022-04-08.',
  },
  'wrong-rule': {
    message: (p) => `”${p.text}” ei ole rytmi${because(p.reason)}.`,
    hint: () =>
      'Näin käy: viikoittain ke, joka 2. vko ti, kuukausittain 15., 1–2 kk välein, kerran 23.3.2022, tarvittaessa.',
  },
  'no-series': {
    message: (p: { code: string }) => `${p.code} ei kuulu sarjaan, jota voisi muuttaa.`,
    hint: () => 'Muuta vain tätä kertaa: jätä --scope pois.',
  },
  'wrong-number': {
    message: (p) =>
      p.least !== null && p.most !== null
        ? `${p.field.fi} on ${p.whole === true ? 'kokonaisluku' : 'luku'} väliltä ${p.least}–${p.most}, ei ”${p.text}”.`
        : `${p.field.fi} on luku, ei ”${p.text}”.`,
    hint: () => 'Kirjoita se numeroin.',
  },
  'unclear-number': {
    message: (p) =>
      `Luvun ”${p.text}” ${p.text.includes(',') ? 'pilkku' : 'piste'} voi erottaa tuhannet tai desimaalit (${p.field.fi}).`,
    hint: (p) => `Kirjoita se näin: ${p.readings.join(' tai ')}.`,
  },
  'wrong-choice': {
    message: (p) => `${p.field.fi} ei voi olla ”${p.text}”.`,
    hint: (p) => `Vaihtoehdot: ${choices(p.choices)}.`,
  },
  'wrong-link': {
    message: (p) => `”${p.text}” ei ole linkki.`,
    hint: () => 'Linkin alussa on https:// tai http://, tai se on tiedoston polku.',
  },
  'wrong-email': {
    message: (p) => `”${p.text}” ei ole sähköpostiosoite.`,
    hint: () => 'Kirjoita se muodossa nimi@organisaatio.fi.',
  },
  'wrong-value': {
    message: (p) => `Kenttään ${p.field.fi} ei voi kirjoittaa ”${p.text}”.`,
    hint: () => 'Kentän muodon näkee valitsimella --help.',
  },
  'wrong-zone': {
    message: (p) => `Aikavyöhykettä ”${p.text}” ei ole.`,
    hint: () => 'Mitään ei muutettu. Nimeä se paikan mukaan: Europe/Helsinki, Europe/Stockholm.',
  },
  'empty-field': {
    message: (p) => `${p.field.fi} ei voi olla tyhjä.`,
    hint: () => 'Kirjoita siihen jotakin.',
  },
  'link-to-itself': {
    message: () => 'Tietuetta ei voi liittää itseensä.',
    hint: () => 'Nimeä toinen tietue.',
  },
  'no-links': {
    message: (p) => `Kumpikaan näistä ei säilytä liitoksia (${p.register.one.fi}).`,
    hint: () => 'Liitä se tietue, johon ne kuuluvat.',
  },
  'no-such-record': {
    message: (p) => `”${p.text}” ei löydy.`,
    hint: (p) => meant(p.near) || 'luotsi find SANAT hakee kaikista rekistereistä.',
  },
  'several-records': {
    message: (p) => `”${p.text}” voi olla mikä tahansa näistä: ${list(p.codes)}.`,
    hint: () => 'Nimeä se tunnuksella.',
  },
  'record-removed': {
    message: (p) => `${p.code} on roskakorissa.`,
    hint: () => 'luotsi undo tai luotsi history tuo sen takaisin.',
  },
  conflict: {
    message: (p) => `${p.code} on muuttunut sillä välin: ${list(p.labels.map(({ fi }) => fi))}.`,
    hint: () => 'Mitään ei kirjoitettu. Katso se uudelleen ja tee muutos sitten.',
  },
  referred: {
    message: (p) => `Tunnukseen ${p.code} viittaavat ${list(p.codes)}.`,
    hint: () => 'Valitsin --force siirtää sen silti roskakoriin; viittaavat jäävät.',
  },
  'nothing-to-undo': {
    message: () => 'Ei mitään kumottavaa.',
    hint: () => 'luotsi history luettelee vaiheet.',
  },
  'nothing-to-redo': {
    message: () => 'Ei mitään tehtävää uudelleen.',
    hint: () => 'Uudelleen voi tehdä heti kumoamisen jälkeen.',
  },
  'no-such-step': {
    message: (p) => `Vaihetta ${p.step} ei ole.`,
    hint: () => 'luotsi history luettelee vaiheet.',
  },
  'step-reversed': {
    message: (p) => `Vaihe ${p.step} on jo kumottu.`,
    hint: () => 'luotsi redo tekee sen uudelleen.',
  },
  'place-taken': {
    message: (p) => `${p.code} ei voi palata ennalleen: ${p.why.fi} (vaihe ${p.step}).`,
    hint: (p) =>
      `Mitään ei muutettu. Jatka sillä, mikä nyt on; tai kumoa ensin vaihe ${p.step} (luotsi undo ${p.step}) ja yritä sitten uudelleen.`,
  },
  'undo-blocked': {
    message: (p) =>
      `Vaihetta ${p.step} ei voi kumota: vaihe ${p.later} muutti sen jälkeen kenttää ”${p.label.fi}” (${p.code}).`,
    hint: (p) => `Mitään ei muutettu. Kumoa ensin vaihe ${p.later}.`,
  },
  'no-file': {
    message: (p) => `Hanketiedostoa ${p.path} ei ole.`,
    hint: () => 'luotsi init luo sellaisen; luotsi sample avaa esimerkkihankkeen.',
  },
  'no-project': {
    message: () => 'Hanketta ei vielä ole.',
    hint: () => 'luotsi init luo sellaisen; luotsi sample avaa esimerkkihankkeen.',
  },
  'damaged-file': {
    message: (p) => `${p.path} on vioittunut: ${p.detail}.`,
    hint: () => 'Mitään ei muutettu. Tuo varmuuskopio takaisin komennolla luotsi restore.',
  },
  'newer-file': {
    message: (p) =>
      `${p.path} on uudemman Luotsin kirjoittama (muoto ${p.schema}, tämä tuntee muodon ${p.known}).`,
    hint: () => 'Mitään ei muutettu. Asenna uudempi Luotsi.',
  },
  'schema-moved': {
    message: () =>
      'Toinen Luotsi on vienyt tiedoston uudempaan muotoon, joten tämä on lopettanut kirjoittamisen.',
    hint: () => 'Sulje tämä ikkuna ja avaa se uudelleen.',
  },
  'file-moved': {
    message: (p) =>
      `${p.path} ei ole enää se tiedosto, joka avattiin: se on siirretty, poistettu tai korvattu.`,
    hint: () => 'Mitään ei muutettu. Sulje tämä ikkuna ja avaa se uudelleen.',
  },
  'read-only': {
    message: (p) => `Tiedostoon ${p.path} ei voi kirjoittaa: se tai sen kansio on vain luettavissa.`,
    hint: () => 'Mitään ei muutettu. Tarkista kansion oikeudet tai kopioi tiedosto omaan kansioosi.',
  },
  'file-locked': {
    message: (p) => `Toinen ohjelma kirjoittaa tiedostoon ${p.path}.`,
    hint: () => 'Mitään ei muutettu. Yritä hetken päästä uudelleen.',
  },
  'disk-full': {
    message: (p) => `Levy on täynnä: tiedostoon ${p.path} ei voitu kirjoittaa.`,
    hint: () => 'Mitään ei muutettu. Vapauta tilaa ja yritä uudelleen.',
  },
  'unreadable-file': {
    message: (p) => `Tiedostoa ${p.path} ei voi lukea: ${fileFaults[p.detail] ?? p.detail}.`,
    hint: () => 'Tarkista tiedoston nimi ja oikeudet.',
  },
  'sample-too-early': {
    message: (p) =>
      `Esimerkkihanke alkaa ${dayWords(p.first, 'fi')}, vasta päivän ${dayWords(p.day, 'fi')} jälkeen.`,
    hint: () => 'Anna myöhempi päivä: luotsi sample --day 2023-03-22.',
  },
  'report-span': {
    message: (p) =>
      `Raportti alkaisi ${dayWords(p.from, 'fi')}, viimeisen päivänsä ${dayWords(p.to, 'fi')} jälkeen.`,
    hint: () => 'Anna --since-valitsimelle päivä, joka ei ole viimeisen päivän jälkeen.',
  },
  'as-of-future': {
    message: (p) => `--as-of ${p.day} on tiedoston oman päivän ${dayWords(p.today, 'fi')} jälkeen.`,
    hint: () => 'Anna päivä, joka on jo ollut.',
  },
  'as-of-change': {
    message: (p) => `${p.command} muuttaa hanketta, joten sitä ei voi käyttää valitsimen --as-of kanssa.`,
    hint: () => 'Jätä --as-of pois.',
  },
  'outside-day': {
    message: (p) => `Vain uudella tietueella voi olla aiempi päivä (${dayWords(p.day, 'fi')}).`,
    hint: () => 'Tee muutos ilman omaa päivää.',
  },
  stopped: {
    message: () => 'Keskeytetty. Mitään ei muutettu.',
    hint: () => 'Aloita uudelleen, kun sopii.',
  },
  busy: {
    message: () => 'Hankkeelle tehdään juuri jotain pitkää.',
    hint: () => 'Odota, että se valmistuu, tai keskeytä se painamalla Esc.',
  },
};
