import type { safety as words, safetyErrors as errors } from '../en/safety.ts';

export const safetyErrors: typeof errors = {
  'no-folder': {
    message: (p) =>
      `Paikkaan ${p.path} ei voi tehdä mitään: osa polusta on tiedosto eikä kansio, tai sinne ei pääse.`,
    hint: () => 'Mitään ei muutettu. Valitse polku, jossa on vain kansioita.',
  },
  'settings-unwritable': {
    message: (p) => `Asetuksia ei voitu tallentaa paikkaan ${p.path} (${p.reason}).`,
    hint: () => 'Muu tehtiin. Tarkista kansion oikeudet tai anna toinen kansio muuttujalla XDG_CONFIG_HOME.',
  },
};

export const safety: typeof words = {
  title: 'Avattaessa',
  goOn: 'Jatka',
  ended: (p) =>
    `Edellinen kerta${p.host === null ? '' : ` koneella ${p.host}`} päättyi kesken. ${
      p.changes === 0 || p.until === null
        ? 'Mitään ei ollut muutettu.'
        : p.changes === 1
          ? `Sen ainoa muutos (${p.until}) on tallessa.`
          : `Sen ${p.changes} muutosta ovat tallessa, viimeisin ${p.until}.`
    }`,
  endedShort: (p) =>
    p.changes === 0 || p.until === null
      ? 'Viime kerta katkesi; mitään ei ollut muutettu'
      : `Viime kerta katkesi: ${p.changes} ${p.changes === 1 ? 'muutos' : 'muutosta'} tallessa, ${p.until}`,
  drafts: (names) => `Luonnoksena säilyi: ${names.join(', ')}.`,
  here: (p) => `Auki toisessakin ikkunassa (${p.since} alkaen). Se on turvallista`,
  elsewhere: (p) =>
    `Tiedosto on auki myös koneella ${p.host} (${p.since} alkaen). Sulje se ensin siellä: verkon yli kaksi yhtä aikaa voi vioittaa tiedoston.`,
  place: (p) =>
    p.kind === 'synchronised'
      ? `${p.path} on synkronoitavassa kansiossa (${p.name}). Se voi lähteä keskeneräisenä tai palata vanhempana.`
      : `${p.path} on toisella koneella (${p.name}). Kaksi yhtä aikaa tai verkkokatko voi vioittaa sen.`,
  placeAdvice:
    'Turvallista: pidä tiedosto tämän koneen omalla levyllä ja ohjaa sinne vain varmuuskopiot: luotsi config backup-folder KANSIO.',
  conflict: {
    title: (code) => `${code} on sillä välin muuttunut`,
    text: 'Näitä kenttiä muuttivat molemmat. Kumpi kustakin jää?',
    mine: 'oma',
    theirs: 'toisen',
    empty: '(tyhjä)',
    hint: 'Välilyönti vaihtaa · * kaikki · Enter tallentaa',
    inForm: 'Tekstisi on lomakkeella luonnoksena.',
    inFormHint: 'e avaa lomakkeen',
    leaving: {
      toForm: 'Esc palaa lomakkeelle',
      theirs: 'Esc jättää toisen muutoksen',
      toDraft: 'Esc jättää toisen muutoksen; oma teksti säilyy lomakkeella',
    },
  },
};
