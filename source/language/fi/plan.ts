import type { plan as english } from '../en/plan.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

export const plan: typeof english = {
  preview: {
    title: 'Mikä muuttuisi',
    done: 'Tehty',
    end: (p) => `Hanke päättyy ${p.from} → ${p.to}`,
    comes: (count) => `Tulee: ${count}`,
    goes: (count) => `Poistuu: ${count}`,
    moves: (count) => `Siirtyy: ${count}`,
    changes: (count) => `Jatkuu tai muuttuu: ${count}`,
    beyond: (count) => `Jää hankkeen päättymisen jälkeen: ${count}`,
    nothing: 'Mikään muu ei muutu.',
    trial: 'Mitään ei kirjoitettu, tämä oli esikatselu.',
    more: (count) => `… ja ${count} muuta`,
    nothingDay: 'ei päivää',
    accept: 'Tee muutos',
    acceptKeep: 'Tee, kaudet ennallaan',
    cancel: 'Peru',
  },
  count: {
    session: (count) => counted(count, 'tapaaminen', 'tapaamista'),
    delivery: (count) => counted(count, 'viesti', 'viestiä'),
  },
};
