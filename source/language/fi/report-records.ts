import { capital } from '../capital.ts';
import type { reportRecords as english } from '../en/report-records.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
/** One cannot be told of by “of which”: there it is counted instead. */
const openRisks = (p: { open: number; high: number }): string =>
  p.open === 1 && p.high > 0 ? 'Avoimia riskejä 1' : plural(p.open, 'avoin riski', 'avointa riskiä');
const named = (kind: string, title: string): string => (title === '' ? kind : `${kind}: ${title}`);
const sentence = (parts: readonly string[]): string => `${parts.filter((part) => part !== '').join(', ')}.`;

export const reportRecords: typeof english = {
  funder: {
    title: (p) => named('Raportti rahoittajalle', p.title),
    span: (p) => `Maksatuskausi ${p.span}.`,
    soFar: (p) => `${p.span}, tilanne ${p.day}`,
    own: 'Hankesuunnittelija kirjoittaa itse.',
    unplaced: 'Otsikoiden ulkopuolella',
    unplacedFacts: (p) => `Näille ei ole rahoittajan otsikkoa, joten ne jäivät pois: ${p.facts}.`,
    labels: {
      title: 'Hanke',
      code: 'Hankekoodi',
      programme: 'Ohjelma tai rahasto',
      funder: 'Rahoittaja',
      decision: 'Rahoituspäätös',
      organisation: 'Organisaatio',
      partners: 'Kumppanit',
      span: 'Toteutusaika',
      reported: 'Raportoitava kausi',
    },
    objective: (p) =>
      p.total === 0
        ? `${p.what}: ei kirjattuja toimenpiteitä`
        : p.total === 1
          ? `${p.what}: ainoa toimenpide ${p.done === 1 ? 'on valmis' : 'on kesken'}`
          : `${p.what}: ${p.done}/${p.total} toimenpidettä valmiina`,
    noObjectives: 'Tavoitteita ei ole kirjattu.',
    noActivities: 'Toimenpiteistä ei ole kirjattu mitään tällä kaudella.',
    coverage: (p) =>
      p.total === 1
        ? `Ainoassa yksikössä ${p.covered === 1 ? 'on' : 'ei ole'} ${p.word ?? 'vertaistukija'}.`
        : `${capital(p.word ?? 'vertaistukija')} on ${p.covered}/${p.total} yksikössä.`,
    participants: (p) =>
      sentence([
        `Tapaamisiin osallistui ${plural(p.people, 'henkilö', 'eri henkilöä')}`,
        `osallistumisia oli yhteensä ${p.visits}`,
        p.others === 0 ? '' : `lisäksi ${plural(p.others, 'nimeltä kirjaamaton', 'nimeltä kirjaamatonta')}`,
      ]),
    participantsOf: (p) =>
      `${p.group}: ${plural(p.people, 'henkilö', 'henkilöä')}, ${plural(p.visits, 'osallistuminen', 'osallistumista')}`,
    noParticipants: 'Läsnäoloja ei ole kirjattu tällä kaudella.',
    meetings: (p) =>
      `${p.group}: ${[
        `pidetty ${p.held}`,
        p.mean === '' ? '' : `läsnä keskimäärin ${p.mean}`,
        p.cancelled === 0 ? '' : `peruttu ${p.cancelled}`,
      ]
        .filter((part) => part !== '')
        .join(', ')}`,
    noMeetings: 'Tällä kaudella ei pidetty kokouksia.',
    steering: (p) =>
      p.held === 0
        ? 'Ohjausryhmä ei kokoontunut tällä kaudella.'
        : `Ohjausryhmä kokoontui ${p.held === 1 ? 'kerran' : `${p.held} kertaa`} ja teki ${p.decisions === 1 ? 'yhden päätöksen' : `${p.decisions} päätöstä`}.`,
    decision: (p) =>
      `${p.what}${p.text === '' ? '' : `: ${p.text}`} (${[p.meeting, p.day].filter((part) => part !== '').join(', ')})`,
    communication: (p) =>
      p.promised === 0
        ? `Lähetetty ${plural(p.sent, 'viesti', 'viestiä')}.`
        : `Lähetetty ${plural(p.sent, 'viesti', 'viestiä')}; kaudelle luvatuista ${p.kept}/${p.promised}.`,
    sent: (p) =>
      [`${p.day} ${p.what}`.trim(), p.reach === '' ? '' : `tavoitettu ${p.reach}`, p.evidence]
        .filter((part) => part !== '')
        .join(', '),
    risks: (p) =>
      `${openRisks(p)}, ${
        p.high === 0
          ? 'ei yhtään korkeaa'
          : `${p.open === 1 ? 'niistä' : 'joista'} korkeita tai erittäin korkeita ${p.high}`
      }.`,
    topRisks: (p) => `Suurimmat riskiluvun mukaan: ${p.risks}.`,
    dueNow: (p) => `nyt ${p.day}`,
    dropped: (p) => `Luovuttu: ${p.what}${p.reason === '' ? '' : ` (${p.reason})`}`,
    cancelled: (p) => `${p.group}: peruttu ${plural(p.count, 'tapaaminen', 'tapaamista')}`,
    noDeviations: 'Poikkeamia ei ole kirjattu.',
    indicator: (p) =>
      `${p.what}: ${p.value === '' ? 'ei vielä mitattu' : [p.value, p.unit].filter((part) => part !== '').join(' ')}${[
        p.n === null ? '' : `n = ${p.n}`,
        p.day,
        p.baseline === '' ? '' : `lähtöarvo ${p.baseline}`,
        p.target === '' ? '' : `tavoite ${p.target}`,
      ]
        .filter((part) => part !== '')
        .map((part) => `; ${part}`)
        .join('')}`,
    payment: (p) =>
      `${p.what} (${p.span}): ${
        [
          p.budget === '' ? '' : `budjetti ${p.budget}`,
          p.spent === '' ? '' : `toteutunut ${p.spent}`,
          p.applied === '' ? '' : `haettu ${p.applied}`,
          p.paid === '' ? '' : `maksettu ${p.paid}`,
        ]
          .filter((part) => part !== '')
          .join(', ') || 'summia ei ole kirjattu'
      }`,
    noMoney: 'Tälle kaudelle ei ole kirjattu maksatushakemusta.',
    noDiary: 'Tähän tulevat päiväkirjan merkinnät, joilla on tunniste ”raportti”. Tällä kaudella ei ollut.',
  },
  person: {
    title: (p) => `Henkilöstä tallennetut tiedot: ${p.name}`,
    lead: (p) =>
      `Kaikki, mitä hankkeen${p.project === '' ? '' : ` ${p.project}`} tiedostossa on henkilöstä ${p.code} päivänä ${p.day}, myös roskakorissa ja muutoshistoriassa.`,
    inTrash: 'Tietue on roskakorissa.',
    trash: 'roskakorissa',
    record: 'Omat tiedot',
    why: 'Mihin tarvitaan ja mihin asti',
    purposes: {
      recruitment: 'Rekrytointi: henkilö on ilmoittautunut tai häntä on kysytty mukaan.',
      membership: 'Ryhmän toiminta: henkilö on tai on ollut jäsen.',
      attendance: 'Todiste hankkeen toiminnasta: läsnäolot osoitetaan rahoittajalle.',
      named: 'Hankkeen työ: henkilö on nimetty vastuuhenkilöksi, vieraaksi tai muuhun tehtävään.',
    },
    notSet: 'ei ole asetettu',
    openEnded: 'ei ole tiedossa',
    noPurpose: 'Mikään muu tietue ei nimeä henkilöä.',
    projectKeeps: (p) => `Hankkeen asiakirjat on säilytettävä ${p.day} asti.`,
    named: 'Nimetty muissa tietueissa',
    mentions: 'Maininnat teksteissä',
    noMentions: 'Missään tekstissä ei mainita henkilöä.',
    perhaps: (p) => `mahdollisesti: ${p.text}`,
    journal: 'Omien tietojen muutoshistoria',
    journalLead: 'Muutosloki säilyttää jokaisen muutoksen henkilön omiin tietoihin ja sen ajan.',
    operations: {
      add: 'lisätty',
      change: 'muutettu',
      remove: 'siirretty roskakoriin',
      restore: 'palautettu',
    },
    erased: 'poistettu pysyvästi',
    deputyFor: (p) => `sijaisena: ${p.name}`,
    columns: {
      role: 'Rooli hankkeessa',
      purpose: 'Käyttötarkoitus',
      basis: 'Käsittelyperuste',
      until: 'Säilytetään asti',
      session: 'Tapaaminen',
      day: 'Päivä',
      mark: 'Läsnäolo',
      record: 'Tietue',
      as: 'Rooli',
      register: 'Rekisteri',
      field: 'Kenttä',
      text: 'Teksti',
      at: 'Milloin',
      what: 'Mitä',
      values: 'Tiedot',
    },
  },
  handover: {
    title: (p) => named('Hankkeen luovutus', p.title),
    lead: (p) =>
      `Mitä on kesken ${p.day}, mitä tulee seuraavaksi, keneltä kysyä, mitä on päätetty ja mitä seurata.`,
    labels: { funderContact: 'Rahoittajan yhteyshenkilö', keepUntil: 'Asiakirjat säilytettävä' },
    underWay: 'Kesken',
    nothingUnderWay: 'Mitään ei ole kirjattu keskeneräiseksi.',
    rounds: 'Rekrytointikierrokset',
    round: (p) =>
      `${p.what}: ${p.state}${p.closes === '' ? '' : `, sulkeutuu ${p.closes}`}; ilmoittautuneita ${p.interested}, valittuja ${p.selected}`,
    activities: 'Toimenpiteet',
    actions: 'Avoimet tehtävät',
    groups: 'Ryhmät ja niiden seuraavat kokoukset',
    plans: 'Luvattu viestintä',
    due: (p) => `Määräpäivät ${p.day} asti`,
    noDue: 'Määräpäiviä ei ole.',
    contacts: 'Yhteystiedot',
    noContacts: 'Ryhmille ei ole kirjattu jäseniä.',
    decisions: 'Päätökset: avoimet ja kaikki viimeisen vuoden ajalta',
    noDecisions: 'Päätöksiä ei ole kirjattu.',
    risks: 'Avoimet riskit',
    noRisks: 'Avoimia riskejä ei ole kirjattu.',
    diary: 'Päiväkirjan viimeisimmät merkinnät',
    noDiary: 'Päiväkirjassa ei ole merkintöjä.',
    attachments: 'Muualla säilytettävä aineisto',
    attachmentsLead:
      'Nämä on nimetty tietueissa mutta eivät ole tässä kansiossa: varmista, että seuraaja pääsee niihin.',
    files: 'Kansion sisältö',
    fileList: [
      'luovutus.html, luovutus.md ja luovutus.docx: tämä sivu',
      'data/project.json: kaikki tietueet ja linkit; luotsi import data/project.json tekee siitä saman hankkeen',
      'data/project.schema.json: mitä tiedoston kentät ovat',
      'data/csv: jokainen rekisteri taulukkona, joka aukeaa taulukkolaskennassa',
      'data/calendar.ics: kokoukset ja määräpäivät kalenteriin',
      'Muutosloki on hankkeen omassa tiedostossa: luovuta sekin sellaisenaan.',
    ],
    columns: {
      day: 'Päivä',
      what: 'Mitä',
      record: 'Tietue',
      name: 'Nimi',
      jobTitle: 'Nimike',
      group: 'Ryhmä',
      role: 'Rooli',
      email: 'Sähköposti',
      phone: 'Puhelin',
      decision: 'Päätös',
      outcome: 'Tila',
      activity: 'Toimenpide',
      action: 'Tehtävä',
      state: 'Tila',
      due: 'Määräpäivä',
      owner: 'Vastuu',
      kind: 'Laji',
      next: 'Seuraava',
      ahead: 'Tulossa',
      link: 'Linkki',
      audience: 'Kohderyhmä',
      schedule: 'Aikataulu',
      place: 'Missä',
    },
  },
};
