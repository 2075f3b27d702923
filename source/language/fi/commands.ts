import type { commands as english } from '../en/commands.ts';

const list = (words: readonly string[]): string => words.join(', ');
const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const verbs: Readonly<Record<string, string>> = {
  add: 'Lisätty',
  set: 'Muutettu',
  remove: 'Siirretty roskakoriin:',
  restore: 'Palautettu',
  init: 'Perustettu',
  hold: 'Pidetty',
  move: 'Siirretty',
  cancel: 'Peruttu',
  stage: 'Siirretty uuteen vaiheeseen:',
  assess: 'Arvioitu',
  done: 'Merkitty tehdyksi:',
  send: 'Merkitty lähetetyksi:',
  skip: 'Jätetty väliin',
  link: 'Liitetty toiseen:',
  unlink: 'Liitos poistettu:',
  import: 'Tuotu',
  anonymise: 'Anonymisoitu',
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
    sections: { late: 'MYÖHÄSSÄ', today: 'TÄNÄÄN', week: 'TÄLLÄ VIIKOLLA', later: 'TULOSSA' },
  },
  find: {
    nothing: (text) => `Hakusanoilla ”${text}” ei löytynyt mitään. Vähemmillä kirjaimilla löytyy enemmän.`,
  },
  list: {
    empty: (p) =>
      p.where === undefined
        ? `Täällä ei ole vielä mitään (${p.label.fi}). Lisää ensimmäinen: luotsi ${p.register} add --help`
        : `Suodattimeen ei sovi mikään (${p.label.fi}). luotsi ${p.register} list näyttää kaikki.`,
  },
  written: {
    added: (name) => `Lisätty: ${name}`,
    changed: (name) => `Muutettu: ${name}`,
    same: (name) => `Ei muutettavaa: ${name}`,
    removed: (name) => `Siirretty roskakoriin: ${name}. luotsi undo palauttaa sen.`,
    inTrash: 'Roskakorissa',
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
    label: ({ verb, register, codes, more, fields }) => {
      const names = list(codes) + (more > 0 ? ` ja ${more} muuta` : '');
      const kind = register === null ? '' : codes.length > 1 ? register.many.fi : register.one.fi;
      const changed = fields.length > 0 ? ` (${list(fields)})` : '';
      return [verbs[verb] ?? verb, kind, names].filter(Boolean).join(' ') + changed;
    },
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
    labels: {
      settings: 'Asetukset',
      project: 'Hanke',
      data: 'Tiedostot',
      backups: 'Varmuuskopiot',
      backupFolder: 'Varmuuskopiot myös',
      log: 'Loki',
      language: 'Kieli',
      theme: 'Teema',
    },
  },
  import: {
    dry: 'Mitään ei kirjoitettu: tämä oli kokeilu.',
    refused: 'Mitään ei kirjoitettu. Korjaa rivit tai jätä ne pois valitsimella --skip-bad.',
    summary: (p) =>
      `${p.added} lisätty, ${p.changed} muutettu, ${p.same} ennallaan, ${p.conflict} ristiriidassa, ${p.refused} hylätty`,
    into: (p) => `${p.path}: ${p.register.fi}`,
    ignored: (headings) => `Pois jätetyt sarakkeet: ${list(headings)}`,
    conflicts: (codes) => `Muutettu sekä täällä että taulukossa, jätetty niin kuin täällä: ${list(codes)}`,
    worked: (headings) => `Luotsi laskee itse, joten ei luettu: ${list(headings)}`,
    undo: (step) => `luotsi undo ${step} peruu tuonnin.`,
  },
  export: {
    done: (p) =>
      p.count === 1 ? `Kirjoitettu 1 tietue: ${p.path}` : `Kirjoitettu ${p.count} tietuetta: ${p.path}`,
  },
  report: { done: (path) => `Raportti on kirjoitettu: ${path}` },
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
      link: 'liittää tietueen toisiin: R-4 TK-15',
      unlink: 'poistaa liitoksen',
      undo: 'kumoaa viimeisen vaiheen tai nimetyn',
      redo: 'tekee uudelleen kumotun',
      history: 'mitä hankkeelle tai tietueelle on tehty',
      init: 'perustaa hankkeen tiedoston',
      sample: 'esimerkkihanke',
      import: 'tuo taulukon (CSV)',
      export: 'vie rekisterit JSON- tai CSV-muodossa, päivät ja kokoukset kalenterina (ICS)',
      report: 'tilannekatsaus, pöytäkirjat ja muut raportit',
      backup: 'ottaa tiedostosta varmuuskopion tai luettelee ne',
      restore: 'palauttaa varmuuskopion; korvattu tiedosto säilytetään',
      doctor: 'tarkistaa tiedoston; --repair laskee johdetut tiedot uudelleen',
      config: 'asetukset ja missä mikin on',
    },
    verbs: {
      list: 'monta tietuetta: suodatettuna, lajiteltuna, valitut kentät',
      show: 'yksi tietue',
      history: 'mitä sille on tehty',
      add: 'uusi tietue',
      set: 'muuttaa kenttiä',
      remove: 'siirtää roskakoriin',
    },
    own: {
      days: 'miten monta päivää eteenpäin katsotaan',
      limit: 'montako enintään',
      day: 'mihin päivään esimerkki etenee',
      fresh: 'tekee tiedoston uudelleen',
      path: 'kertoo, missä tiedosto on',
      as: 'rekisteri, jos se ei selviä otsikoista',
      map: 'mikä kenttä sarake on; jos = jälkeen ei tule mitään, sarake jää pois',
      'dry-run': 'kertoo, mitä tapahtuisi, eikä kirjoita mitään',
      'skip-bad': 'ottaa kelvolliset rivit ja jättää muut pois',
      'create-missing': 'lisää yksiköt ja henkilöt, joita ei vielä ole',
      dated: 'aiempi päivä, jona taulukko piti paikkansa',
      format: 'missä muodossa kirjoitetaan',
      out: 'tiedosto, johon kirjoitetaan',
      delimiter: 'solujen erotin: suomeksi ; ja englanniksi ,',
      force: 'kirjoittaa olemassa olevan tiedoston päälle',
      tasks: 'kalenterissa: määräajat tehtävinä (Thunderbird) eikä päivinä (Outlook)',
      since: 'ensimmäinen päivä tai viime ohjausryhmästä (last)',
      until: 'viimeinen päivä',
      reindex: 'laskee johdetut arvot ja hakusanat uudelleen',
    },
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
