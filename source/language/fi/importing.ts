import type { en } from '../en/index.ts';

export const importing: (typeof en)['importing'] = {
  pasted: 'liitetty taulukko',
  columns: 'Mitä sarakkeissa on',
  intro: (register, rows) => `${register}: ${rows === 1 ? '1 rivi' : `${rows} riviä`}`,
  keys: 'Enter valitsee kentän · d jättää pois · r toinen rekisteri · t tarkistaa ja tuo',
  identity: '(mikä tietue on)',
  out: '(jää pois)',
  guess: (field) => `${field} (arvattu)`,
  missing: (fields) => `Mikään sarake ei vielä anna tätä: ${fields}.`,
  which: (heading) => `Mikä kenttä on ”${heading}”?`,
  leaveOut: '(jätä sarake pois)',
  sheet: 'Mikä taulukkosivu?',
  same: (field) => `Sama kaikille riveille: ${field}`,
  meant: (register, text) => `${register} ”${text}” puuttuu. Mitä tarkoitetaan?`,
  asNew: (text) => `Ei mikään näistä: lisää ”${text}”`,
  refuseRows: 'Jätä tällaiset rivit pois',
  notThere: (count) => (count === 1 ? '1 nimi puuttuu vielä' : `${count} nimeä puuttuu vielä`),
  addAll: (count) => (count === 1 ? 'Lisää se' : 'Lisää ne'),
  group: 'Minkä ryhmän kokouksia?',
  byName: 'Ryhmä, jonka nimellä kukin kokous alkaa',
};
