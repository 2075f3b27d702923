import { addDays } from '../../source/domain/days/day.ts';
import { chanceFrom, markerWord, pick, writerOf } from './words.ts';
import type { Day } from '../../source/domain/days/day.ts';

/** The day on which generated projects stand, and how many days of history they have. */
export const benchDay: Day = '2026-11-22';
export const historyDays = 900;

/** A record to be made. `key` names it for the rest; values that begin with @ name another's key. */
export interface Entry {
  readonly register: string;
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a list of searched lines shows of an entry: for peers that read text. */
export interface Line {
  readonly title: string;
  readonly notes: string;
  readonly due: Day;
  /** Who does it: what peers call a project. */
  readonly owner: string;
  readonly tag: string;
}

const soonItems = 20;
const markedTitles = 12;
const areas = ['Sivistys', 'Hyvinvointi', 'Elinvoima', 'Konserni', 'Tekninen'] as const;
const firstNames = 'Anna Olli Maija Pekka Liisa Jari Sanna Timo Päivi Mikko Hanna Antti Jäärä Åke'.split(' ');

/** Shares of a thousand records; what is left are actions. */
const shares: readonly (readonly [string, number])[] = [
  ['unit', 15],
  ['person', 90],
  ['risk', 20],
  ['delivery', 60],
  ['session', 50],
  ['attendance', 140],
  ['agenda', 50],
  ['decision', 40],
  ['candidate', 30],
  ['diary', 140],
];

/** `A`, `B` … `Z`, `BA` …: a number in letters, since codes keep their digits for themselves. */
function letters(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26)) + last;
}

/** The records of a project: exactly `count` with the parts that some bring along, the same for the same count. */
export class Entries {
  readonly #chance: () => number;
  readonly #text: (length: number) => string;
  readonly #keys = new Map<string, string[]>();
  readonly #pairs = new Set<string>();
  readonly #count: number;
  readonly #onlyActions: boolean;
  #made = 0;
  #actions = 0;
  #actionsInAll: number;

  constructor(count: number, onlyActions = false) {
    this.#count = count;
    this.#onlyActions = onlyActions;
    this.#chance = chanceFrom(0x5eed1234 ^ count);
    this.#text = writerOf(this.#chance);
    // Titles with the marker and items that fall due soon are spread over the first half of the expected actions.
    this.#actionsInAll = Math.max(soonItems, Math.floor(count * 0.15));
  }

  *all(): Generator<Entry> {
    yield this.#entry('project', {
      title: 'Digituen vahvistaminen kunnissa',
      shortName: 'Mittahanke',
      start: addDays(benchDay, -historyDays),
      end: addDays(benchDay, 400),
    });
    for (const title of ['Osaaminen kasvaa', 'Tuki on lähellä', 'Verkosto toimii'])
      yield this.#entry('objective', { title });
    for (let number = 1; number <= 4; number += 1) {
      yield this.#entry('group', {
        title: `${this.#text(14)} klubi`,
        kind: 'club',
        prefix: `KA${letters(number)}`,
      });
      yield this.#entry('unit', { name: `${this.#text(12)} yksikkö`, area: pick(this.#chance, areas) });
      yield this.#entry('person', this.#valuesOf('person'));
      yield this.#entry('plan', { audience: this.#text(24), goal: this.#text(80) });
      yield this.#entry('round', { title: `Kierros ${number}` });
      yield this.#entry('session', this.#valuesOf('session'));
    }
    while (this.#made < this.#count) {
      const register = this.#register();
      yield this.#entry(register, this.#valuesOf(register));
    }
  }

  /** A later value of one of the entry's fields, as an edit gives it; null where entries like it are left alone. */
  edit(entry: Entry): Readonly<Record<string, unknown>> | null {
    switch (entry.register) {
      case 'action':
      case 'risk':
      case 'decision':
      case 'delivery':
      case 'session':
        return { notes: this.#text(150 + this.#chance() * 80) };
      case 'diary':
        return { text: this.#text(150 + this.#chance() * 60) };
      case 'person':
        return { phone: this.#phone() };
      default:
        return null;
    }
  }

  #entry(register: string, values: Entry['values']): Entry {
    const keys = this.#keys.get(register) ?? [];
    const key = `${register}-${keys.length + 1}`;
    keys.push(key);
    this.#keys.set(register, keys);
    // A risk brings its assessment along, a candidate the change of its stage.
    this.#made += register === 'risk' || register === 'candidate' ? 2 : 1;
    return { register, key, values };
  }

  #register(): string {
    let wanted = this.#chance() * 1000;
    if (this.#onlyActions || this.#actions < soonItems || this.#count - this.#made < 2) return 'action';
    for (const [register, share] of shares) {
      wanted -= share;
      if (wanted < 0) return register;
    }
    return 'action';
  }

  #one = (register: string): string => `@${pick(this.#chance, this.#keys.get(register) ?? [])}`;
  /** Nobody is marked at a session twice, nor twice in a round. */
  #pair(first: string, second: string): Entry['values'] {
    for (;;) {
      const pair = { [first]: this.#one(first), [second]: this.#one(second) };
      const name = Object.values(pair).join(' ');
      if (this.#pairs.has(name)) continue;
      this.#pairs.add(name);
      return pair;
    }
  }

  #within = (from: number, to: number): Day =>
    addDays(benchDay, from + Math.floor(this.#chance() * (to - from)));
  #phone = (): string => `0${40 + Math.floor(this.#chance() * 10)} ${Math.floor(1e6 + this.#chance() * 9e6)}`;

  #valuesOf(register: string): Entry['values'] {
    const text = this.#text;
    const one = this.#one;
    switch (register) {
      case 'unit':
        return { name: `${text(14)} yksikkö`, area: pick(this.#chance, areas) };
      case 'person':
        return this.#person();
      case 'risk':
        return this.#risk();
      case 'delivery':
        return { plan: one('plan'), title: text(50), due: this.#within(60, 900), text: text(180) };
      case 'session':
        return this.#session();
      case 'attendance':
        return { ...this.#pair('session', 'person'), mark: 'present' };
      case 'agenda':
        return { session: one('session'), title: text(45), outcome: text(90) };
      case 'decision':
        return { title: text(55), session: one('session'), day: this.#within(-800, 0), text: text(160) };
      case 'candidate':
        return {
          ...this.#pair('round', 'person'),
          unit: one('unit'),
          stage: 'contacted',
          notes: text(100),
        };
      case 'diary':
        return { day: this.#within(-historyDays, 0), text: text(200), about: [one('action')] };
      default:
        return this.#action();
    }
  }

  #person(): Entry['values'] {
    const name = `${pick(this.#chance, firstNames)} ${this.#text(7).split(' ')[0]}nen`;
    return {
      name,
      jobTitle: this.#text(14),
      unit: this.#one('unit'),
      email: `${this.#keys.get('person')?.length ?? 0}.${this.#text(5).split(' ')[0]?.toLowerCase()}@esimerkki.fi`,
      phone: this.#phone(),
      notes: this.#text(60),
    };
  }

  #risk(): Entry['values'] {
    return {
      title: this.#text(55),
      category: 'schedule',
      cause: this.#text(90),
      effect: this.#text(90),
      owner: this.#one('person'),
      probability: 1 + Math.floor(this.#chance() * 5),
      impact: 1 + Math.floor(this.#chance() * 5),
      reviewBy: this.#within(60, 900),
    };
  }

  #session(): Entry['values'] {
    return {
      group: this.#one('group'),
      startsAt: `${this.#within(60, 900)}T09:00`,
      minutes: 45,
      topic: this.#text(40),
      minutesText: this.#text(180),
    };
  }

  /** Twenty fall due within the week, at any size; of the rest those that are past are done. */
  #action(): Entry['values'] {
    this.#actions += 1;
    const spread = Math.floor(this.#actionsInAll / soonItems);
    const soon = this.#actions <= soonItems * spread && this.#actions % spread === 0;
    const markSpread = Math.floor(this.#actionsInAll / markedTitles);
    const marked = this.#actions <= markedTitles * markSpread && this.#actions % markSpread === 0;
    const title = marked ? `${this.#text(34)} ${markerWord}` : this.#text(48 + this.#chance() * 24);
    const later = this.#onlyActions ? this.#within(14, 1014) : this.#within(-800, 900);
    const due = soon ? addDays(benchDay, 1 + (this.#actions % 7)) : later;
    const past = due < addDays(benchDay, 60);
    const day = past && !soon && due > benchDay ? addDays(due, 60) : due;
    const done = day <= benchDay ? { state: 'done', doneOn: day } : {};
    return {
      title,
      notes: this.#text(160 + this.#chance() * 80),
      owner: this.#one('person'),
      due: day,
      tags: [`tagi${Math.floor(this.#chance() * 12)}`],
      ...done,
    };
  }
}

/** The entry as a line of text, for peers: every entry gives one, so that they hold as many as Luotsi's file. */
export function lineOf({ values }: Entry): Line {
  const texts = Object.values(values).filter(
    (value): value is string => typeof value === 'string' && !value.startsWith('@'),
  );
  const { due, owner, tags } = values;
  const [title = '', ...rest] = texts;
  // All of a peer's lines are open, so that what is past here must not come first there.
  const isAhead = typeof due === 'string' && due > benchDay;
  return {
    title,
    notes: rest.join(' '),
    due: isAhead ? due : addDays(benchDay, 300),
    owner: typeof owner === 'string' ? owner.slice(1) : 'kaikki',
    tag: Array.isArray(tags) ? tags.join() : 'muu',
  };
}
