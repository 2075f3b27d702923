import type { reports as english } from '../en/reports.ts';
import { reportKinds } from './report-kinds.ts';
import { reportRecords } from './report-records.ts';

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const reports: typeof english = {
  ...reportKinds,
  ...reportRecords,
  page: {
    skip: 'Siirry sisältöön',
    contents: 'Sisällys',
    logo: 'Logo',
    chartTable: 'Kuvion luvut',
  },
  charts: {
    heatMap: {
      title: 'Riskit todennäköisyyden ja vaikutuksen mukaan',
      probability: 'Todennäköisyys',
      impact: 'Vaikutus',
      description: (p) =>
        `${plural(p.count, 'arvioitu riski', 'arvioitua riskiä')}, ${
          p.high === 0 ? 'ei yhtään korkeaa' : `joista korkeita tai erittäin korkeita ${p.high}`
        }.`,
    },
    funnel: {
      title: (p) => `Rekrytoinnin vaiheet: ${p.round}`,
      description: (p) => `Kiinnostuneita ${p.first}, aloittaneita ${p.last}.`,
    },
    trend: {
      title: (p) => `Läsnäolo: ${p.group}`,
      description: (p) =>
        `Läsnä ${p.times === 1 ? 'viimeksi' : `${p.times} viime kerralla`}: ${
          p.least === p.most ? `aina ${p.most}` : `${p.least}–${p.most}`
        }.`,
      columns: { day: 'Päivä', present: 'Läsnä' },
      notCounted: 'ei laskettu',
    },
    timeline: {
      title: 'Toimenpiteet työpaketeittain',
      description: (p) =>
        `${p.span}, kukin toimenpide päivänään: valmiina ${p.done}, myöhässä ${p.late}, tulossa ${p.toCome}, luovuttu ${p.dropped}.`,
      columns: { activity: 'Toimenpide', package: 'Työpaketti', day: 'Päivä', state: 'Tila' },
      marks: { sent: 'valmis', late: 'myöhässä', skipped: 'luovuttu', toCome: 'tulossa' },
      now: 'nyt',
    },
    strip: {
      title: 'Viestit kohderyhmittäin',
      description: (p) =>
        `${p.span}: lähetetty ${p.sent}, myöhässä ${p.late}, jätetty väliin ${p.skipped}, tulossa ${p.toCome}.`,
      columns: { delivery: 'Viesti', audience: 'Kohderyhmä', day: 'Päivä', state: 'Tila' },
      marks: { sent: 'lähetetty', toCome: 'tulossa', late: 'myöhässä', skipped: 'jätetty väliin' },
    },
  },
};
