import { capital } from '../capital.ts';
import { manyOf } from './noun-forms.ts';
import type { reportKinds as english } from '../en/report-kinds.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
/** One cannot be told of by “of which”: there it is counted instead. */
const openRisks = (p: { open: number; high: number }): string =>
  p.open === 1 && p.high > 0 ? 'avoimia riskejä 1' : plural(p.open, 'avoin riski', 'avointa riskiä');
const named = (kind: string, title: string): string => (title === '' ? kind : `${kind}: ${title}`);
const states = { open: 'avoin', done: 'tehty', dropped: 'rauennut' };

export const reportKinds: typeof english = {
  promise: (p) => `${p.what}: ${p.owner}${p.day === '' ? '' : `, ${p.day}`} (${states[p.state]})`,
  risks: {
    title: (p) => named('Riskirekisteri', p.title),
    counts: (p) =>
      `Tilanne ${p.day}: ${openRisks(p)}, ${
        p.high === 0
          ? 'ei yhtään korkeaa'
          : `${p.open === 1 ? 'niistä' : 'joista'} korkeita tai erittäin korkeita ${p.high}`
      }; suljettuja tai toteutuneita ${p.over}.`,
    standings: 'Kokonaiskuva',
    allOpen: 'Avoimet riskit',
    each: 'Riskit yksitellen',
    over: 'Suljetut ja toteutuneet riskit',
    notAssessed: 'arvioimatta',
    neverAssessed: 'Riskiä ei ole vielä arvioitu.',
    measures: 'Hallintatoimet',
    history: (p) => `Riskiarviot: ${p.risk}`,
    columns: {
      risk: 'Riski',
      score: 'Riskiluku',
      level: 'Taso',
      sinceFirst: 'Muutos ensiarviosta',
      since: (p) => `Muutos ${p.day} jälkeen`,
      owner: 'Omistaja',
      review: 'Seuraava päivitys',
      day: 'Päivä',
      probability: 'Todennäköisyys',
      impact: 'Vaikutus',
      change: 'Muutos',
      reason: 'Perustelu',
      author: 'Arvioija',
    },
    labels: {
      category: 'Luokka',
      state: 'Tila',
      cause: 'Syy',
      event: 'Tapahtuma',
      effect: 'Seuraus',
      owner: 'Omistaja',
      response: 'Suhtautuminen',
      handling: 'Varautuminen',
      proximity: 'Ajankohta',
      target: 'Jäännösriskin tavoite',
      identified: 'Tunnistettu',
    },
  },
  communication: {
    title: (p) => named('Viestintäsuunnitelma ja sen toteutuminen', p.title),
    counts: (p) =>
      `Lähetetty ${plural(p.sent, 'viesti', 'viestiä')}, myöhässä tai jätetty väliin ${p.missed}.`,
    plan: 'Suunnitelma',
    delivered: 'Toteutuminen',
    nothing: 'Ei viestejä tällä jaksolla.',
    late: 'myöhässä',
    next: (p) => `Seuraavaksi: ${p.what}${p.day === '' ? '' : `, ${p.day}`}`,
    columns: {
      delivery: 'Viesti',
      means: 'Keino',
      day: 'Päivä',
      state: 'Tila',
      reach: 'Tavoitettu',
      evidence: 'Näyttö',
    },
  },
  minutes: {
    title: (p) => `Pöytäkirja: ${p.group} ${p.number}`,
    notHeld: (p) => `Kokousta ei ole pidetty: ${p.state}.`,
    labels: {
      project: 'Hanke',
      time: 'Aika',
      place: 'Paikka',
      topic: 'Aihe',
      guest: 'Vieras',
      dnro: 'Dnro',
      minutes: 'Pöytäkirjan vaihe',
    },
    roster: 'Läsnäolijat',
    noRoster: 'Ryhmällä ei ollut jäseniä sinä päivänä.',
    notMarked: 'ei merkitty',
    present: (p) => `Läsnä ${p.present}/${p.members} ${p.members === 1 ? 'jäsen' : 'jäsentä'}.`,
    quorum: (p) =>
      p.isQuorate
        ? `Kokous oli päätösvaltainen (vaaditaan ${p.quorum}).`
        : `Kokous ei ollut päätösvaltainen (vaaditaan ${p.quorum}).`,
    guests: (p) => `Lisäksi läsnä: ${p.names}.`,
    others: (p) => `Muita läsnä ${p.count}.`,
    columns: {
      name: 'Nimi',
      role: 'Rooli',
      mark: 'Läsnäolo',
      action: 'Tehtävä',
      owner: 'Vastuuhenkilö',
      due: 'Määräpäivä',
      state: 'Tila',
    },
    agenda: 'Asiat',
    presenter: (p) => `Esittelijä: ${p.name}`,
    decision: (p) => `Päätös ${p.what}.`,
    decisions: 'Päätökset',
    actions: 'Tehtävät',
    text: 'Muistiinpanot',
    next: 'Seuraava kokous',
  },
  invitation: {
    title: (p) => `Kokouskutsu: ${p.group} ${p.number}`.trim(),
    cancelled: 'Kokous on peruttu.',
    link: 'Kokouslinkki',
    agenda: 'Esityslista',
    background: 'Taustaa',
    invited: 'Kutsutut',
    columns: { item: 'Asia', presenter: 'Esittelijä', minutes: 'Aika, min' },
  },
  champions: {
    title: (p) => {
      const word = p.word ?? 'vertaistukija';
      return named(capital(manyOf(word) ?? `vertaistukijat (${word})`), p.title);
    },
    counts: (p) =>
      `Tilanne ${p.day}: ${plural(p.listed, 'henkilö', 'henkilöä')}.${
        p.unlisted === 0
          ? ''
          : p.unlisted === 1
            ? ' Lisäksi yksi, jonka tietoja ei julkaista.'
            : ` Lisäksi ${p.unlisted}, joiden tietoja ei julkaista.`
      }`,
    noArea: 'Ei tulosaluetta',
    noUnit: 'ei yksikköä',
    columns: {
      unit: 'Yksikkö',
      name: (p) => capital(p.word ?? 'vertaistukija'),
      jobTitle: 'Nimike',
      area: 'Tulosalue',
      email: 'Sähköposti',
      phone: 'Puhelin',
    },
  },
  week: {
    title: (p) => named(`Viikkokooste, ${p.span}`, p.title),
    did: 'Tehty',
    didNothing:
      'Mitään ei ole kirjattu tehdyksi. Tähän tulevat pidetyt tapaamiset, tehdyt tehtävät, lähetetyt viestit ja päiväkirjan merkinnät.',
    diary: 'Hankepäiväkirjasta',
    columns: { day: 'Päivä', entry: 'Merkintä' },
    held: (p) => `${p.what} (${p.day}${p.present === null ? '' : `, läsnä ${p.present}`})`,
    cancelled: (p) => `Peruttu: ${p.what} (${p.day})`,
    done: (p) => (p.outcome === '' ? p.what : `${p.what}. ${p.outcome}`),
    sent: (p) => `Lähetetty: ${p.what} (${p.day})`,
    next: (p) => `Seuraavaksi, ${p.day} mennessä`,
    nextNothing:
      'Päivättyjä suunnitelmia ei ole. Tähän tulevat tapaamiset, tehtävät, viestit ja riskien päivitykset, joilla on päivä.',
    actionDue: (p) => `${p.what}${p.owner === '' ? '' : `, ${p.owner}`}, määräpäivä ${p.day}`,
    deliveryDue: (p) => `Lähetettävä: ${p.what}, ${p.day}`,
    reviewDue: (p) => `Riskin päivitys: ${p.what}, ${p.day}`,
    help: 'Tarvitaan apua',
    helpNothing:
      'Mikään ei ole myöhässä. Tähän tulevat myös päiväkirjan merkinnät, joilla on tunniste ”apua”.',
    actionLate: (p) => `Myöhässä: ${p.what}${p.owner === '' ? '' : `, ${p.owner}`}, määräpäivä oli ${p.day}`,
    deliveryLate: (p) => `Lähettämättä: ${p.what}, määräpäivä oli ${p.day}`,
    reviewLate: (p) =>
      `Riskin päivitys myöhässä: ${p.what}${p.score === null ? '' : `, riskiluku ${p.score}`}, päivä oli ${p.day}`,
  },
};
