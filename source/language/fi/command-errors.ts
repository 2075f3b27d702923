import type { commandErrors as english } from '../en/command-errors.ts';

const list = (words: readonly string[]): string => words.join(', ');
const meant = (words: readonly string[]): string =>
  words.length > 0 ? `Tarkoititko: ${words.join(' vai ')}?` : '';

const saveAs = 'Avaa se Excelissä, valitse Tallenna nimellä → Excel-työkirja (.xlsx) ja tuo se.';

/** Files that hold no table that can be read: what they are, and what to do. */
const otherFiles = {
  xls: { what: 'on vanhan muodon työkirja (.xls)', next: saveAs },
  encrypted: {
    what: 'on suojattu salasanalla',
    next: 'Avaa se Excelissä, poista salasana (Tiedosto → Tiedot → Suojaa työkirja), tallenna ja tuo uudelleen.',
  },
  xlsb: { what: 'on binaarityökirja (.xlsb)', next: saveAs },
  ods: {
    what: 'on LibreOfficen työkirja (.ods)',
    next: 'Tallenna se LibreOfficessa muotoon Excel 2007–365 (.xlsx) ja tuo se.',
  },
  word: {
    what: 'on Word-asiakirja',
    next: 'Kopioi taulukko Wordista Exceliin, tallenna .xlsx-muodossa ja tuo se.',
  },
  picture: { what: 'on kuva, sanoi nimi mitä tahansa', next: 'Pyydä itse taulukko .xlsx- tai CSV-muodossa.' },
  pdf: { what: 'on PDF-asiakirja', next: 'Pyydä itse taulukko .xlsx- tai CSV-muodossa.' },
  archive: { what: 'on pakattu kansio eikä työkirja', next: 'Pura se ja tuo siinä oleva taulukko.' },
  truncated: { what: 'on katkennut: sen loppu puuttuu', next: 'Hae se uudelleen sieltä, mistä se tuli.' },
} as const;

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
        ? `Taulukko voi olla mikä tahansa näistä rekistereistä: ${list(p.near.map(({ name, label }) => `${label.fi} (${name})`))}.`
        : 'Otsikoista ei selviä, minkä rekisterin taulukko on.',
    hint: (p) =>
      p.near.length > 0
        ? `Kerro se: --as ${p.near.map(({ name }) => name).join(' tai --as ')}.`
        : 'Kerro se: --as REKISTERI, ja poikkeavat otsikot valitsimella --map "Sarake=kenttä".',
  },
  'wrong-map': {
    message: (p) => `Valitsimen --map ”${p.text}” saraketta ei ole taulukossa.`,
    hint: () => 'Kirjoita se muodossa --map "Sarake=kenttä", otsikko niin kuin se taulukossa on.',
  },
  'no-columns': {
    message: (p) =>
      `Yksikään sarake ei ole mikään näiden kentistä: ${p.many.fi}. Sarakkeet: ${list(p.headings)}.`,
    hint: (p) => `Kerro, mitä ne ovat: --map "Sarake=kenttä"; luotsi ${p.register} --help luettelee kentät.`,
  },
  'double-column': {
    message: (p) => `Useampi sarake on kenttä ${p.field.fi}: ${list(p.headings)}.`,
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
  'too-many-rows': {
    message: (p) => `Tiedostossa ${p.path} on yli ${p.most} riviä.`,
    hint: () => 'Jaa se osiin ja tuo osat yksi kerrallaan.',
  },
  'too-many-cells': {
    message: (p) => `Tiedostossa ${p.path} on yli ${p.most} solua.`,
    hint: () => 'Poista tarpeettomat sarakkeet ja rivit, tai jaa taulukko osiin ja tuo osat yksi kerrallaan.',
  },
  'not-a-table': {
    message: (p) => `${p.path} ${otherFiles[p.kind].what}.`,
    hint: (p) => otherFiles[p.kind].next,
  },
  'archive-too-large': {
    message: (p) => `${p.path} purkautuisi paljon suuremmaksi kuin mikään työkirja, joten sitä ei avattu.`,
    hint: () => 'Avaa se Excelissä, kopioi taulukko uuteen työkirjaan ja tuo se.',
  },
  'broken-archive': {
    message: (p) => `${p.path} on rikki: siitä puuttuu osa tai se on muuttunut matkalla.`,
    hint: () => 'Hae se uudelleen, tai avaa se Excelissä ja tallenna toisella nimellä.',
  },
  'broken-workbook': {
    message: (p) => `Tiedostoa ${p.path} ei voi lukea työkirjana.`,
    hint: () => 'Avaa se Excelissä ja tallenna toisella nimellä .xlsx-muodossa tai CSV-muodossa (UTF-8).',
  },
  'no-such-sheet': {
    message: (p) =>
      p.sheet === ''
        ? `Tiedostossa ${p.path} ei ole näkyvää taulukkoa.`
        : `Tiedostossa ${p.path} ei ole taulukkoa ”${p.sheet}”.`,
    hint: (p) => `Sen taulukot: ${list(p.names)}.`,
  },
  'no-sheets': {
    message: (p) => `${p.path} ei ole työkirja, joten siinä ei ole taulukoita.`,
    hint: () => 'Jätä --sheet pois.',
  },
  'file-changed': {
    message: (p) => `${p.path} on muuttunut sen jälkeen, kun sitä katsottiin.`,
    hint: () => 'Mitään ei kirjoitettu. Tuo se uudelleen.',
  },
  'broken-calendar': {
    message: (p) =>
      p.event === null
        ? `Tiedostoa ${p.path} ei voi lukea kalenterina.`
        : `Tapahtumaa ”${p.event}” tiedostossa ${p.path} ei voi lukea.`,
    hint: () => 'Mitään ei kirjoitettu. Tallenna tai vie se uudelleen .ics-muodossa.',
  },
  'empty-calendar': {
    message: (p) => `Kalenterissa ${p.path} ei ole kokouksia, joilla on kellonaika.`,
    hint: () => 'Mitään ei kirjoitettu. Vie kalenteri tapahtumineen.',
  },
  'calendar-series': {
    message: (p) =>
      `Sarja ”${p.summary}” tiedostossa ${p.path} ei ole kokoussarja: se toistuu useammin kuin kerran päivässä, yli tuhat kertaa tai ei koskaan.`,
    hint: () => 'Mitään ei kirjoitettu. Päätä sarja kalenterissa tai jätä se pois viennistä.',
  },
  'calendar-too-large': {
    message: (p) => `Kalenterissa ${p.path} on yli ${p.most} kokousta.`,
    hint: () => 'Mitään ei kirjoitettu. Vie lyhyempi aika tai yksi kalenteri kerrallaan.',
  },
  'which-group': {
    message: (p) => `Kalenteri ei kerro, minkä ryhmän kokous ”${p.summary}” on.`,
    hint: (p) =>
      p.groups.length > 0
        ? `Mitään ei kirjoitettu. Kerro se: --group TUNNUS. Ryhmät: ${list(p.groups)}.`
        : 'Mitään ei kirjoitettu. Lisää ensin ryhmä: luotsi group add --title …',
  },
  'code-of-other-project': {
    message: (p) => `”${p.text}” on sen hankkeen tunnus, josta taulukko on viety, ei tämän.`,
    hint: () => 'Kirjoita tilalle tietueen nimi tai jätä sarake pois: --map "Sarake=".',
  },
  'no-such-file': {
    message: (p) => `Tiedostoa ${p.path} ei ole.`,
    hint: () => 'Tarkista nimi ja kansio.',
  },
  'is-folder': {
    message: (p) => `${p.path} on kansio, ei tiedosto.`,
    hint: () => 'Anna siinä olevan tiedoston nimi.',
  },
  'no-right': {
    message: (p) => `Sinulla ei ole oikeutta lukea tiedostoa ${p.path}.`,
    hint: () => 'Kopioi se omaan kansioosi tai pyydä oikeus sen omistajalta.',
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
    message: (p) => `Soluja on rivillä ${p.cells}, otsikoita ${p.headings}.`,
    hint: (p) =>
      p.cells < p.headings
        ? 'Täydennä rivi: tyhjänkin solun jälkeen tulee erotinmerkki.'
        : 'Pane lainausmerkit sellaisen solun ympärille, jossa on erotinmerkki.',
  },
  'row-circle': {
    message: (p) => `”${p.text}” on tässä taulukossa, mutta rivit nimeävät toisensa tai itsensä kehässä.`,
    hint: () => 'Tyhjennä solu yhdeltä kehän riviltä ja lisää tieto tuonnin jälkeen.',
  },
  'row-unknown': {
    message: (p) => `Hankkeesta puuttuu ${p.one.fi} ”${p.text}”.`,
    hint: (p) =>
      p.near.length > 0
        ? `Lähellä on ${list(p.near)}. Kerro, mitä tarkoitetaan: --name "${p.text}=${p.near[0]?.split(' ')[0] ?? ''}", tai --name "${p.text}=new" lisää uuden.`
        : `Lisää se (luotsi ${p.register} add) tai tuo valitsimella --create-missing.`,
  },
  'wrong-name': {
    message: (p) => `”${p.text}” ei kerro, mitä tietuetta nimi tarkoittaa.`,
    hint: () => 'Kirjoita --name "Nimi taulukossa=TUNNUS" tai --name "Nimi taulukossa=new".',
  },
  'wrong-fixed': {
    message: (p) => `”${p.text}” ei anna kenttää kaikille riveille.`,
    hint: () => 'Kirjoita --set "kenttä=arvo", esimerkiksi --set "round=RK-2".',
  },
  'cell-error': {
    message: (p) => `Solussa on taulukkolaskennan virhe ${p.text}.`,
    hint: () => 'Korjaa kaava ja tallenna taulukko uudelleen.',
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
  'as-of-console': {
    message: (p) => `Konsoli näyttää tämän päivän tilanteen, ei tilannetta ${p.day}.`,
    hint: (p) => `Aiemman päivän näyttävät komennot, esimerkiksi luotsi today --as-of ${p.day}.`,
  },
  'file-exists': {
    message: (p) => `${p.path} on jo olemassa.`,
    hint: (p) =>
      p.canForce === true
        ? 'Mitään ei muutettu. Valitse toinen nimi valitsimella --out; --force kirjoittaa sen päälle.'
        : 'Mitään ei muutettu. Valitse toinen nimi valitsimella --file tai --out.',
  },
  'not-luotsi': {
    message: (p) => `${p.path} ei ole Luotsin tiedosto.`,
    hint: () => 'Mitään ei muutettu. Taulukot luetaan komennolla luotsi import TIEDOSTO.',
  },
};
