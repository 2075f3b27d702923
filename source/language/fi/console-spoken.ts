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
  },
};
