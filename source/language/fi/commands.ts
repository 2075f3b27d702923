import type { commands as english } from '../en/commands.ts';
import { options } from './options.ts';

const list = (words: readonly string[]): string => words.join(', ');
/** The first of many, and how many more. */
const few = (words: readonly string[]): readonly string[] =>
  words.length <= 8 ? words : [...words.slice(0, 8), `+ ${words.length - 8}`];
const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const verbs: Readonly<Record<string, string>> = {
  add: 'Lisätty',
  keep: 'Luovutettu',
  write: 'Kirjoitettu raporttiin',
  mention: 'Nostettu raporttiin:',
  set: 'Muutettu',
  remove: 'Siirretty roskakoriin:',
  restore: 'Palautettu',
  init: 'Perustettu',
  hold: 'Pidetty',
  move: 'Siirretty',
  cancel: 'Peruttu',
  plan: 'Suunniteltu',
  vote: 'Toivottu',
  stage: 'Siirretty uuteen vaiheeseen:',
  prolong: 'Jatkettu',
  assess: 'Arvioitu',
  review: 'Päivitetty ennallaan',
  realise: 'Toteutunut',
  close: 'Suljettu',
  escalate: 'Viety ohjausryhmään:',
  done: 'Merkitty tehdyksi:',
  send: 'Merkitty lähetetyksi:',
  extend: 'Siirretty päättymistä:',
  skip: 'Jätetty väliin',
  layOut: 'Lisätty rytmin mukaan:',
  link: 'Liitetty toiseen:',
  unlink: 'Liitos poistettu:',
  import: 'Tuotu',
  anonymise: 'Anonymisoitu',
  start: 'Aloitettu',
  take: 'Edetty',
  note: 'Kirjattu',
  postpone: 'Siirretty asia:',
  mark: 'Merkitty läsnäoloja:',
  reopen: 'Avattu uudelleen',
  propose: 'Täydennetty esityslistaa:',
  evidence: 'Saatu näyttö:',
  succeed: 'Vaihtunut',
  invitation: 'Lähetetty kutsu:',
  attachments: 'Lähetetty liitteet:',
  minutes: 'Pöytäkirja edennyt:',
};

export const commands: typeof english = {
  columns: {
    code: 'Koodi',
    heading: 'Nimi',
    register: 'Rekisteri',
    step: 'Vaihe',
    day: 'Päivä',
    what: 'Mitä tehtiin',
    row: 'Rivi',
    column: 'Sarake',
    reason: 'Syy',
  },
  today: {
    week: (week) => `vko ${week}`,
    late: (count) => `${count} myöhässä`,
    daysLate: (count) => `${count} pv myöhässä`,
    nothing: 'Mikään ei odota tekijäänsä. luotsi today --days 60 katsoo pidemmälle.',
    sections: { late: 'MYÖHÄSSÄ', today: 'TÄNÄÄN', week: 'TÄLLÄ VIIKOLLA', later: 'SEURAAVAKSI' },
  },
  find: {
    nothing: (text) => `Hakusanoilla ”${text}” ei löytynyt mitään. Vähemmillä kirjaimilla löytyy enemmän.`,
    more: (p) =>
      p.all === null
        ? `Ensimmäiset ${p.shown}; löytyi yli ${p.counted}. Lisäsana tarkentaa hakua, --limit näyttää useampia.`
        : `Ensimmäiset ${p.shown}; löytyi ${p.all}. Lisäsana tarkentaa hakua, --limit ${p.all} näyttää kaikki.`,
  },
  list: {
    empty: (p) =>
      p.where === undefined
        ? p.isEarlier
          ? `Silloin täällä ei ollut vielä mitään (${p.label.fi}).`
          : `Täällä ei ole vielä mitään (${p.label.fi}). Lisää ensimmäinen: luotsi ${p.register} add --help`
        : `Suodattimeen ei sovi mikään (${p.label.fi}). luotsi ${p.register} list näyttää kaikki.`,
  },
  written: {
    would: (kind) => `Lisättäisiin: ${kind}`,
    missing: (fields) => `Vielä tarvitaan: ${fields}`,
    noDay: (p) => `”${p.text}” jäi otsikkoon, koska ${p.reason}.`,
    added: (name) => `Lisätty: ${name}`,
    changed: (name) => `Muutettu: ${name}`,
    same: (name) => `Ei muutettavaa: ${name}`,
    removed: (name) => `Siirretty roskakoriin: ${name}. luotsi undo palauttaa sen.`,
    inTrash: 'Roskakorissa',
  },
  calendar: {
    inBreak: 'tauko',
    nothing: (days) =>
      `Ei mitään: ${days}. Näin voi kysyä: luotsi calendar ”vko 12”, ”maaliskuu 2023”, 22.3.`,
  },
  links: {
    link: (code, others) => `Liitetty: ${code} ja ${others}`,
    unlink: (code, others) => `Liitos poistettu: ${code} ja ${others}`,
    same: (code, others) => `Ennallaan: ${code} ja ${others}`,
  },
  steps: {
    none: 'Mitään ei ole vielä tehty.',
    reversed: '(kumottu)',
    undone: (what) => `Kumottu: ${lower(what)}`,
    redone: (what) => `Tehty uudelleen: ${lower(what)}`,
    label: ({ verb, register, codes, more, followed, fields }) => {
      const names = list(codes) + (more > 0 ? ` ja ${more} muuta` : '');
      const kind = register === null ? '' : codes.length > 1 ? register.many.fi : register.one.fi;
      const changed = fields.length > 0 ? ` (${list(fields)})` : '';
      const also = followed > 0 ? `; samalla ${followed} muuta` : '';
      return [verbs[verb] ?? verb, kind, names].filter(Boolean).join(' ') + changed + also;
    },
  },
  risks: {
    axes: 'Vaikutus / todennäköisyys',
    unassessed: 'Arvioimatta',
    moved: (day, count) => `Siirtyneet ${day} jälkeen (${count})`,
    none: 'Ei mitään näytettävää.',
    warnings: 'Huomiot',
    top: { title: 'Riski', score: 'Riskiluku', level: 'Taso', movement: 'Muutos', owner: 'Omistaja' },
  },
  init: {
    made: (p) => `Hanke ”${p.title}” on perustettu: ${p.path}`,
    next: 'luotsi avaa sen. luotsi import TIEDOSTO tuo taulukkosi.',
    ask: (label) => `${label}: `,
  },
  config: {
    written: 'Tehty.',
    columns: { keys: 'Näppäimet', help: 'Mitä ne tekevät', action: 'Toiminto' },
    byPalette: '(vain haulla :)',
    values: { on: 'päällä', off: 'pois', auto: 'automaattinen' },
    labels: {
      settings: 'Asetukset',
      project: 'Hanke',
      data: 'Tiedostot',
      backups: 'Varmuuskopiot',
      backupFolder: 'Varmuuskopiot myös',
      backupEncryption: 'Salataan siellä',
      logo: 'Raporttien logo',
      log: 'Loki',
      language: 'Kieli',
      theme: 'Teema',
      title: 'Päätteen otsikko',
      bell: 'Äänimerkki',
      linear: 'Luetaan ääneen',
    },
  },
  import: {
    dry: 'Mitään ei kirjoitettu: tämä oli kokeilu.',
    refused: 'Mitään ei kirjoitettu. Korjaa rivit tai jätä ne pois valitsimella --skip-bad.',
    summary: (p) =>
      `${p.added} lisätty, ${p.changed} muutettu, ${p.same} ennallaan, ${p.conflict} ristiriidassa, ${p.refused} hylätty`,
    lacking: (p) =>
      `Mikään sarake ei ole ”${p.field}”. Sama kaikille riveille: --set "${p.name}=…"; sarakkeesta: --map "Sarake=${p.name}".`,
    pasted: 'liitetty taulukko',
    into: (p) => `${p.path}: ${p.register.fi}`,
    ignored: (headings) => `Pois jätetyt sarakkeet: ${list(headings)}`,
    cleaned: (count) => `Ohjausmerkkejä poistettiin: ${count === 1 ? '1 solusta' : `${count} solusta`}.`,
    oddLinks: (cells) =>
      `Säilytetty tekstinä, koska Luotsi ei avaa tällaisia linkkejä: ${cells.length === 1 ? 'rivi' : 'rivit'} ${list(few(cells))}`,
    guessed: (columns) => `Arvoistaan tunnistetut sarakkeet: ${list(columns)}`,
    conflicts: (codes) =>
      `Toisin kuin taulukossa, eikä voi tietää, kumpi on oikein; jätetty niin kuin täällä: ${list(codes)}`,
    worked: (headings) => `Luotsi laskee itse, joten ei luettu: ${list(headings)}`,
    unread: (sheets) =>
      `Lukematta jäävät taulukot: ${list(sheets)}. Valitsin --sheet NIMI lukee niistä yhden.`,
    workbook: (path, count) => `${path}: ${count} taulukkoa`,
    sheet: 'Taulukko',
    counts: ['Lisätty', 'Muutettu', 'Ennallaan', 'Ristiriita', 'Hylätty'],
    replaced: 'Taulukko korvaa nämä:',
    replacing: (p) =>
      `${p.code} · ${p.field}: ${p.from ?? '(tyhjä)'} → ${p.to ?? '(tyhjä)'} (muutettu täällä viimeksi ${p.since})`,
    more: (count) => `ja ${count} muuta`,
    undo: (step) => `luotsi undo ${step} peruu tuonnin.`,
    made: (path) => `Luotu hanketiedosto ${path}. Sen historia alkaa tästä.`,
    beside: (path) => `Muut komennot koskevat edelleen tätä hanketta: ${path}. Uuden avaa valitsin --file.`,
    allDay: (names) => `Pois jätetty, koska kellonaika puuttuu: ${list(names)}`,
  },
  export: {
    done: (p) =>
      p.count === 1 ? `Kirjoitettu 1 tietue: ${p.path}` : `Kirjoitettu ${p.count} tietuetta: ${p.path}`,
  },
  report: {
    template: {
      places: (p) => `Raportin ”${p.kind}” täyttökentät:`,
      loop: 'toistuu joka riville; sen sisällä:',
      use: 'Toisto on {#nimi} … {/nimi}. Mikä tahansa täyttökenttä käy samoin ehdoksi: väliin jäävä jätetään pois, kun kenttä on tyhjä.',
    },
    done: (path) => `Raportti on kirjoitettu: ${path}`,
    handedOver: (p) => `Kansioon kirjoitettiin ${p.count} tiedostoa: ${p.path}`,
  },
  bug: {
    message: () => 'Luotsissa itsessään meni jotakin vikaan.',
    hint: (p) =>
      p.log === null
        ? 'Tietosi ovat niin kuin viimeisen tehdyksi kerrotun muutoksen jälkeen.'
        : `Tietosi ovat niin kuin viimeisen tehdyksi kerrotun muutoksen jälkeen. Lisätietoja: ${p.log}`,
  },
  help: {
    usage: 'Käyttö',
    commands: 'Komennot',
    registers: 'Rekisterit',
    parts: 'Mikä kuuluu niiden tietueisiin',
    options: 'Valitsimet kaikkialla',
    fields: 'Kentät (valitsin, laji, mikä se on)',
    derived: 'Luotsi laskee itse',
    also: 'Myös nimellä',
    required: 'pakollinen',
    more: 'luotsi REKISTERI --help kertoo rekisterin kentät. Pelkkä luotsi avaa konsolin.',
    filter: 'Suodatin: state:open level>=high owner:"x" due<+14d -tag:vanha vapaita sanoja',
    days: 'Päivät: 23.3.2022 23.3. huomenna pe ”ensi ma” +2vk kkl vko 23 2022-03-23',
    start: 'avaa konsolin (ilman päätettä: tulostaa tämän päivän)',
    summaries: {
      today: 'mitä on tehtävä, kaikista rekistereistä',
      find: 'hakee kaikista rekistereistä muutamalla kirjaimella',
      add: 'lisää yhdestä rivistä: "riski: otsikko", "soita Pekalle pe"',
      calendar: 'päivät ja mitä niissä on: kuukausi, viikko tai päivä',
      link: 'liittää tietueen toisiin: R-4 TK-15',
      unlink: 'poistaa liitoksen',
      undo: 'kumoaa viimeisen vaiheen tai nimetyn',
      redo: 'tekee uudelleen kumotun',
      history: 'mitä hankkeelle tai tietueelle on tehty',
      init: 'perustaa hankkeen tiedoston',
      sample: 'esimerkkihanke',
      import: 'tuo taulukon (Excel, CSV), kalenterin (ICS) tai viedyn hankkeen (JSON)',
      export: 'vie rekisterit JSON-, Excel- tai CSV-muodossa, päivät ja kokoukset kalenterina (ICS)',
      report: 'tilannekatsaus, pöytäkirjat ja muut raportit',
      backup: 'ottaa tiedostosta varmuuskopion tai luettelee ne',
      restore: 'palauttaa varmuuskopion; korvattu tiedosto säilytetään',
      doctor: 'tarkistaa tiedoston; --repair laskee johdetut tiedot uudelleen, --reindex hakutekstin',
      config: 'asetukset ja missä mikin on',
      completion: 'komentotulkin täydennys: luotsi completion bash >> ~/.bashrc',
    },
    verbs: {
      list: 'monta tietuetta: suodatettuna, lajiteltuna, valitut kentät',
      show: 'yksi tietue',
      history: 'mitä sille on tehty',
      add: 'uusi tietue',
      set: 'muuttaa kenttiä',
      remove: 'siirtää roskakoriin',
    },
    own: options,
    globals: {
      file: 'hankkeen tiedosto, jos muu kuin viimeksi avattu',
      'as-of': 'niin kuin hanke tunnettiin sen päivän lopussa',
      language: 'fi tai en',
      json: 'tulostaa JSONia skripteille',
      'no-color': 'ei värejä (myös NO_COLOR)',
      help: 'tämä ohje tai rekisterin ohje',
      version: 'versio',
    },
    kinds: {
      text: 'teksti',
      longText: 'monirivinen teksti',
      day: 'päivä',
      localTime: 'päivä ja kellonaika',
      span: 'päivästä päivään',
      rule: 'rytmi',
      whole: 'kokonaisluku',
      decimal: 'luku',
      choice: 'yksi näistä',
      choices: 'mitkä tahansa näistä',
      reference: 'koodi',
      references: 'koodeja',
      who: 'henkilö tai teksti',
      whos: 'henkilöitä tai tekstejä',
      link: 'linkki',
      email: 'sähköposti',
      tags: 'sanoja',
      data: 'JSON',
    },
  },
};
