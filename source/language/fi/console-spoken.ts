import type { spoken as en } from '../en/console-spoken.ts';

export const spoken: typeof en = {
  crumbs: {
    edit: 'Muokkaa',
    history: 'Historia',
    agenda: 'Pidä',
    attendance: 'Läsnäolo',
    minutes: 'Pöytäkirja',
    invitation: 'Kutsu',
  },
  due: (what: string) => `Nyt: ${what}`,
  linear: {
    needed: 'tarvitaan',
    position: (nth: number, count: number) => `${nth} / ${count}`,
    toast: { done: '', note: '', warning: 'Huomaa: ', error: 'Ei onnistunut: ' },
    states: { happened: 'tapahtunut', late: 'myöhässä', due: 'nyt', planned: 'tulossa' },
    things: (count: number) => (count === 1 ? '1 asia' : `${count} asiaa`),
    marked: 'merkitty',
    unmarked: 'merkitsemättä',
  },
  tour: {
    offer: 'Ensi kertaa? : ja ”kierros” näyttää viisi askelta.',
    title: 'Kierros',
    later: (key) => `Myöhemmin: ${key} ja ”kierros”`,
    steps: (key) => [
      {
        title: 'Tänään',
        lines: [
          'Ensimmäinen näkymä kertoo, mikä on myöhässä, mitä tehdään tänään ja mitä on tulossa, kaikista rekistereistä.',
          `${key('list.down')} ja ${key('list.up')} liikkuvat, ${key('list.open')} avaa rivin, ${key('record.done')} merkitsee tehdyksi, ${key('record.date')} siirtää päivää. Numerot 1–8 vaihtavat näkymää.`,
        ],
      },
      {
        title: 'Kaikki löytyy muutamalla kirjaimella',
        lines: [
          `${key('palette.open')} etsii yhdestä luettelosta sekä tietueet että komennot, myös taivutetuilla sanoilla. Mitään ei tapahdu ennen rivinvaihtoa.`,
          `${key('calendar.open')} avaa kalenterin.`,
        ],
      },
      {
        title: 'Luettelot',
        lines: [
          `${key('list.filter')} rajaa: sanoja tai kenttä:arvo. ${key('list.sort')} järjestää, ${key('list.views')} tallentaa näkymän välilehdeksi. ${key('tab.previous')} ja ${key('tab.next')} vaihtavat välilehteä.`,
          `${key('list.mark')} merkitsee rivejä: toiminto koskee silloin kaikkia merkittyjä ja on yksi vaihe.`,
        ],
      },
      {
        title: 'Lisää, muokkaa, kumoa',
        lines: [
          `${key('record.quickAdd')} lisää yhdellä rivillä tavallista tekstiä, ${key('record.new')} lomakkeella; ${key('record.edit')} muokkaa. ${key('diary.add')} kirjaa rivin päiväkirjaan mistä tahansa.`,
          `${key('undo')} kumoaa muutoksen (vain anonymisointi on lopullinen), ${key('redo')} tekee sen uudelleen. Kesken jäänyt lomake säilyy luonnoksena.`,
        ],
      },
      {
        title: 'Ohje ja raportit',
        lines: [
          `${key('help.open')} näyttää, mitä näppäimet tekevät siinä missä olet; alarivi kertoo tärkeimmät.`,
          `${key('screen.reports')} avaa raportit: tilannekatsaus ohjausryhmälle syntyy siitä, mitä olet kirjannut. Kaikki on yhdessä tiedostossa, ja ${key('app.quit')} lopettaa: mitään ei häviä.`,
        ],
      },
    ],
  },
};
