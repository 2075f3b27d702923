import type { report as english } from '../en/report.ts';
import { capital } from '../capital.ts';
import { afterNumber, someOfMany } from './noun-forms.ts';
import { reports } from './reports.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
const sentence = (parts: readonly string[]): string => {
  const text = parts.filter((part) => part !== '').join('; ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** What a plural refers to is no single thing. */
const ofThem = (count: number): string => (count === 1 ? 'niistä' : 'joista');

const champion = (word: string | null): string => word ?? 'vertaistukija';
const champions = (word: string | null): string =>
  capital(someOfMany(champion(word)) ?? `vertaistukijoita (${word})`);

export const report: typeof english = {
  all: reports,
  title: (p) => `Tilannekatsaus: ${p.title}`,
  noTitle: 'Tilannekatsaus',
  noProject: 'Hankkeelle ei ole vielä kirjattu nimeä eikä kestoa.',
  spanSinceMeeting: (p) =>
    p.number === ''
      ? `${p.span}, ohjausryhmän edellisestä kokouksesta lähtien`
      : `${p.span}, ohjausryhmän kokouksesta ${p.number} lähtien`,
  spanSinceStart: (p) => `${p.span}, hankkeen alusta lähtien`,
  nextMeeting: (p) => `ohjausryhmän seuraava kokous ${p.day}`,
  endMoved: (p) => `Hankkeen päättymispäivä siirtyi: ennen ${p.from}, nyt ${p.to}.`,
  byRules: (p) => `(Sääntöjen mukaan ${p.colour}.)`,
  draftTitle: (p) => `Tilannekatsaus ${p.day}`,
  overall: 'Kokonaistilanne',
  timeGone: (p) => `Hankkeen ajasta on kulunut ${p.percent} %.`,
  colours: { green: 'vihreä', amber: 'keltainen', red: 'punainen', none: 'ei vielä arvioitavissa' },
  areas: { schedule: 'Aikataulu', money: 'Talous', results: 'Tulokset', people: 'Ihmiset', risks: 'Riskit' },
  lightCaption: 'Tilanne osa-alueittain',
  lightHeadings: { area: 'Osa-alue', light: 'Liikennevalo', why: 'Miksi' },
  why: {
    noDates: 'Toimenpiteille ei ole kirjattu määräpäiviä.',
    onSchedule: (p) =>
      p.total === 1
        ? 'Ainoa määräpäivällinen toimenpide on aikataulussa.'
        : `Yksikään ${p.total} toimenpiteestä ei ole myöhässä.`,
    late: (p) =>
      `Myöhässä ${p.late}/${p.total} ${p.total === 1 ? 'toimenpide' : 'toimenpidettä'}${
        p.late === 1 ? '' : ', eniten'
      }: ${p.worst}, ${plural(p.days, 'päivä', 'päivää')}.`,
    money: (p) =>
      sentence([
        p.budget === ''
          ? 'päättyneiltä kausilta ei ole vielä toteumaa'
          : `päättyneillä kausilla käytetty ${p.spent}, budjetti ${p.budget}`,
        p.share === '' ? '' : `koko budjetista ${p.share}`,
        p.late === '' ? '' : `maksatushakemus myöhässä: ${p.late}`,
      ]),
    noMoney: 'Maksatuskausia ei ole kirjattu.',
    noResults: 'Mitattavaa ei vielä ole: yksikään haku ei ole päättynyt.',
    results: (p) =>
      sentence([
        p.units === 0 ? '' : `${champion(p.word)} ${p.covered}/${p.units} yksikössä`,
        p.target === null ? '' : `hausta valittiin ${p.selected}, tavoite ${p.target}`,
      ]),
    noPeople: (p) => `${champions(p.word)} ei vielä ole.`,
    people: (p) =>
      sentence([
        p.count,
        p.left === 0 || p.came === 0 ? '' : `lopettaneita ${p.left}, uusia ${p.came}`,
        p.attendance,
      ]),
    attendance: (p) =>
      `${p.group}: ${p.sessions === 1 ? 'yhdellä kerralla' : `${p.sessions} kerralla keskimäärin`} ${p.mean} läsnä${
        p.before === null ? '' : ` (aiemmin ${p.before})`
      }`,
    noRisks: 'Avoimia riskejä ei ole kirjattu.',
    risks: (p) =>
      sentence([
        p.top ?? '',
        p.high === 0 ? 'ei korkeita riskejä' : plural(p.high, 'korkea riski', 'korkeaa riskiä'),
        p.late === 0 ? '' : plural(p.late, 'päivitys myöhässä', 'päivitystä myöhässä'),
        p.unassessed === 0 ? '' : `arvioimatta ${p.unassessed}`,
      ]),
  },
  topRisk: (p) => `suurin ${p.risk}, riskiluku ${p.score}${p.before === null ? '' : ` (oli ${p.before})`}`,
  champions: (p) =>
    `${plural(p.count, champion(p.word), afterNumber(champion(p.word)) ?? 'vertaistukijaa')}${
      p.before === null
        ? ''
        : p.before === p.count
          ? ', kuten edellisellä kerralla'
          : ` (edellisellä kerralla ${p.before})`
    }`,
  figures: {
    heading: 'Luvut',
    columns: { figure: 'Luku', now: 'Nyt', change: 'Muutos' },
    activities: 'Toimenpiteitä tehty',
    champions: (p) => champions(p.word),
    coverage: (p) => `Yksiköitä, joissa on ${champion(p.word)}`,
    candidates: (p) => `Kiinnostuneita, haku ${p.code}`,
    sessions: 'Tapaamisia pidetty',
    deliveries: 'Viestejä lähetetty',
    risks: 'Avoimia riskejä',
    actions: 'Avoimia tehtäviä',
    ofThemHigh: (p) => `${p.count}, ${ofThem(p.count)} korkeita ${p.part}`,
    ofThemLate: (p) => `${p.count}, ${ofThem(p.count)} myöhässä ${p.part}`,
    asBefore: 'ennallaan',
  },
  decisions: {
    heading: (p) =>
      p.number === ''
        ? `Edellisen kokouksen päätökset (${p.day})`
        : `Edellisen kokouksen päätökset (${p.number}, ${p.day})`,
    none: 'Edellisessä kokouksessa ei tehty päätöksiä.',
    actions: (p) => `tehtävistä tehty ${p.done}/${p.total}`,
    earlier: (p) => `Aiempia päätöksiä kesken ${p.count}: ${p.codes}.`,
  },
  done: {
    heading: 'Tehty',
    none: 'Jaksolta ei ole kirjattu mitään tehdyksi.',
    sessions: (p) => `Pidetty ${plural(p.count, 'tapaaminen', 'tapaamista')}: ${p.groups}`,
    counts: (p) => {
      const parts = [
        p.deliveries === 0 ? '' : `lähetetty ${plural(p.deliveries, 'viesti', 'viestiä')}`,
        p.actions === 0 ? '' : `tehty ${plural(p.actions, 'tehtävä', 'tehtävää')}`,
      ];
      const line = parts.filter((part) => part !== '').join(', ');
      return `${line.charAt(0).toUpperCase()}${line.slice(1)}`;
    },
    round: (p) => `${p.what}: kiinnostuneita ${p.interested}, valittuja ${p.selected}`,
  },
  next: {
    heading: (p) => `Seuraavaksi, ${p.day} mennessä`,
    none: 'Päivättyjä suunnitelmia ei ole.',
    activity: (p) => `${p.what}, määräpäivä ${p.day}`,
    opens: (p) => `${p.what} alkaa ${p.day}`,
    closes: (p) => `${p.what} päättyy ${p.day}`,
    sessions: (p) => `${plural(p.count, 'tapaaminen', 'tapaamista')}: ${p.groups}`,
    rest: (p) =>
      [
        p.deliveries === 0 ? '' : plural(p.deliveries, 'viesti', 'viestiä'),
        p.actions === 0 ? '' : plural(p.actions, 'tehtävän määräpäivä', 'tehtävän määräpäivää'),
      ]
        .filter((part) => part !== '')
        .join(', '),
  },
  asked: {
    heading: 'Pyydetään päätöstä',
    none: 'Esityslistalla ei ole päätettävää vakioasioiden lisäksi.',
    noAgenda: 'Seuraavaa kokousta ei ole vielä sovittu.',
  },
  more: (p) => `ja ${p.count} muuta`,
  plan: {
    heading: 'Tavoitteet ja työpaketit',
    none: 'Toimenpiteitä ei ole kirjattu.',
    columns: { activity: 'Toimenpide', state: 'Tila', due: 'Määräpäivä', change: 'Muutos' },
    progress: (p) => `tehty ${p.done}/${p.total}`,
    withoutPackage: 'Ilman työpakettia',
    objectives: 'Tavoitteittain',
    objectiveColumns: { objective: 'Tavoite', done: 'Tehty' },
    finished: (p) => `valmistui ${p.day}`.trim(),
    begun: 'aloitettu',
    was: (p) => `aiemmin ${p.state}`,
    dueMoved: (p) => `määräpäivä oli ${p.day}`,
    lateBy: (p) => `myöhässä ${plural(p.days, 'päivä', 'päivää')}`,
  },
  recruitment: {
    heading: 'Rekrytointi',
    none: 'Rekrytointikierroksia ei ole kirjattu.',
    stageColumns: { stage: 'Saavutettu vaihe', now: 'Henkilöitä', change: 'Muutos' },
    yield: (p) => `${p.interested} kiinnostuneesta valittiin ${p.selected} eli ${p.percent} %.`,
    target: (p) => `Tavoite ${p.target}.`,
    lost: (p) =>
      sentence([
        p.withdrawn === 0 ? '' : `vetäytyneitä ${p.withdrawn}`,
        p.notSelected === 0 ? '' : `valitsematta jääneitä ${p.notSelected}`,
      ]),
    earlierRound: (p) => `${p.what}: kiinnostuneita ${p.interested}, valittuja ${p.selected}; ei uutta.`,
    coverage: 'Kattavuus tulosalueittain',
    coverageColumns: { area: 'Tulosalue', units: 'Yksiköitä katettu', change: 'Muutos' },
    noArea: 'ei tulosaluetta',
    all: 'Kaikki',
  },
  meetings: {
    heading: 'Klubit ja ryhmät',
    none: 'Ryhmiä ei ole kirjattu.',
    columns: {
      group: 'Ryhmä',
      held: 'Pidetty',
      all: 'Kaikkiaan',
      cancelled: 'Peruttu',
      ahead: 'Suunniteltu',
      next: 'Seuraava',
      attendance: 'Läsnä keskimäärin (n)',
      before: 'Aiemmin',
    },
    meanOf: (p) => `${p.mean} (${p.sessions})`,
    topics: (p) => `${p.group}, aiheet: ${p.topics}`,
    note: 'Aiemmin: edeltänyt yhtä pitkä jakso.',
  },
  risks: {
    heading: 'Riskit',
    matrix: (p) => `Riskimatriisi: ${plural(p.count, 'arvioitu avoin riski', 'arvioitua avointa riskiä')}`,
    corner: 'Vaikutus \u2193 todennäköisyys \u2192',
    top: 'Suurimmat',
    columns: { risk: 'Riski', score: 'Riskiluku', target: 'Tavoite', change: 'Muutos', owner: 'Omistaja' },
    isNew: 'uusi',
    notAssessed: 'arvioimatta',
    moved: 'Muuttuneet',
    movedItem: (p) => `${p.risk}: ${p.before} → ${p.after}${p.reason === '' ? '' : `. ${p.reason}`}`,
    notMoved: 'Yksikään riskiluku ei ole muuttunut.',
    appeared: 'Uudet',
    realised: 'Toteutuneet',
    escalated: 'Viety ohjausryhmään',
    closed: 'Suljetut',
  },
  communication: {
    heading: 'Viestintä',
    none: 'Viestintäsuunnitelmaa ei ole kirjattu.',
    columns: {
      audience: 'Kohderyhmä',
      promised: 'Luvattu',
      kept: 'Näistä lähetetty',
      sent: 'Lähetetty kaikkiaan',
      late: 'Myöhässä',
      last: 'Viimeksi',
      next: 'Seuraava',
    },
    before: (p) => `Jaksolla lähetetty ${p.sent}, sitä edeltäneellä yhtä pitkällä jaksolla ${p.before}.`,
    skipped: (p) => `Jätetty väliin: ${p.what}${p.reason === '' ? '' : ` (${p.reason})`}`,
    late: (p) => `Myöhässä: ${p.what}, ${plural(p.days, 'päivä', 'päivää')}`,
  },
  money: {
    heading: 'Talous maksatuskausittain',
    columns: {
      period: 'Maksatuskausi',
      budget: 'Budjetti',
      spent: 'Toteutunut',
      share: 'Budjetista',
      applied: 'Haettu',
      paid: 'Maksettu',
    },
    all: 'Koko hanke',
    share: (p) =>
      `Budjetista on käytetty ${p.share}${p.time === null ? '' : `; ajasta on kulunut ${p.time} %`}.`,
  },
  indicators: {
    heading: 'Mittarit',
    columns: {
      indicator: 'Mittari',
      baseline: 'Lähtöarvo',
      target: 'Tavoite',
      now: 'Nyt',
      day: 'Päivä',
      before: 'Viimeksi',
    },
    notYet: 'ei vielä mitattu',
    few: (p) => `Vain suuntaa antava, alle 50 vastaajaa: ${p.codes}.`,
  },
  results: {
    heading: 'Mitä tulosten jatkuminen vaatii',
    columns: { result: 'Tulos', state: 'Tila', keeper: 'Omistaja hankkeen jälkeen', needs: 'Jatko vaatii' },
    noKeeper: 'sopimatta',
  },
  actions: {
    heading: 'Tehtävät',
    none: 'Tehtäviä ei ole kirjattu.',
    counts: (p) =>
      `Avoinna ${p.open}, ${p.late === 0 ? 'yksikään ei myöhässä' : `${ofThem(p.open)} myöhässä ${p.late}`}; jaksolla tehty ${p.done}.`,
    columns: { action: 'Myöhässä oleva tehtävä', owner: 'Vastuuhenkilö', due: 'Määräpäivä', days: 'Päiviä' },
    noOwner: 'ei nimetty',
    doneList: (p) => `Tehty: ${p.titles}`,
  },
  changes: {
    heading: 'Muutokset edellisestä',
    none: 'Tiedot eivät ole muuttuneet.',
    columns: { register: 'Rekisteri', added: 'Uusia', changed: 'Muuttuneita', removed: 'Poistettuja' },
  },
  nobody: '–',
  footer: (p) => `Laadittu Luotsilla: tiedot ${p.day}, historian vaihe ${p.seq}.`,
};
