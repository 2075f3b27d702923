import type { Day } from '../../domain/days/day.ts';

export interface ChampionsSnapshot {
  readonly title: string | null;
  readonly word: string | null;
  readonly champions: readonly {
    readonly person: number;
    readonly name: string;
    readonly jobTitle: string | null;
    readonly email: string | null;
    readonly phone: string | null;
    readonly unit: string | null;
    readonly area: string | null;
    /** 1 where the person may be published. */
    readonly consents: number | null;
  }[];
}

export interface ListedChampion {
  readonly name: string;
  readonly jobTitle: string | null;
  readonly unit: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** The list of champions that may be published: only of people who have agreed to it. */
export interface ChampionsList {
  readonly title: string | null;
  readonly word: string | null;
  readonly day: Day;
  readonly areas: readonly { readonly area: string | null; readonly champions: readonly ListedChampion[] }[];
  readonly listed: number;
  /** How many are left out because they have not agreed. */
  readonly unlisted: number;
}

export function championsList(snapshot: ChampionsSnapshot, day: Day): ChampionsList {
  const all = snapshot.champions;
  const agreed = all.filter(({ consents }) => consents === 1);
  const areas = [...new Set(agreed.map(({ area }) => area))];
  return {
    title: snapshot.title,
    word: snapshot.word,
    day,
    areas: areas.map((area) => ({
      area,
      champions: agreed
        .filter((champion) => champion.area === area)
        .map(({ name, jobTitle, unit, email, phone }) => ({ name, jobTitle, unit, email, phone })),
    })),
    listed: new Set(agreed.map(({ person }) => person)).size,
    unlisted: new Set(all.filter(({ consents }) => consents !== 1).map(({ person }) => person)).size,
  };
}
