/** Who of a group's members has a vote, and whether enough of them are there. */
/** Roles from the head of the table to its foot: the order in which a roster is read. */
const order = [
  'chair',
  'viceChair',
  'secretary',
  'member',
  'champion',
  'deputy',
  'presenter',
  'checker',
  'expert',
];

export function placeOfRole(role: string | null): number {
  const place = order.indexOf(role ?? 'member');
  return place === -1 ? order.length : place;
}

const withoutVote: ReadonlySet<string> = new Set(['deputy', 'presenter', 'expert']);

export function hasVote(role: string | null): boolean {
  return !withoutVote.has(role ?? 'member');
}

/** Tasks that one may have beside a seat of one's own: they take no seat. */
const besideSeat: ReadonlySet<string> = new Set(['champion', 'presenter', 'checker']);

export function takesSeat(role: string | null): boolean {
  return !besideSeat.has(role ?? 'member');
}

/** A seat of the roster: whose it is, how they are marked, and who may sit in for them. */
export interface Seat {
  readonly person: number;
  readonly role: string | null;
  readonly mark: string | null;
  /** Who is said to have sat in, where the mark is that a deputy did; null where nobody said who. */
  readonly deputy?: number | null;
  /** People whose membership is to be this one's deputy. */
  readonly deputies?: readonly number[];
}

export interface Standing {
  /** Members with a vote, and how many of them are there themselves or by deputy. */
  readonly voters: number;
  readonly present: number;
  /** Null where the group asks for no number. */
  readonly isQuorate: boolean | null;
}

/**
 * Each person counts once, however many seats and marks they have: members who are there themselves first, then each
 * deputy for one of those they may stand for, so that as many as can be are stood for. A deputy whom nobody named and
 * who is none of those here is somebody else.
 */
export function standingOf(seats: readonly Seat[], quorum: number | null): Standing {
  const voters = voicesOf(seats);
  const here = new Set(voters.filter(({ mark }) => mark === 'present').map(({ person }) => person));
  const away = voters.filter(({ person }) => !here.has(person));
  const named = new Set(away.map(deputyNamed));
  const present = new Set(seats.filter(({ mark }) => mark === 'present').map(({ person }) => person));
  const mayStand = new Map(
    away.map((seat) => {
      const name = deputyNamed(seat);
      const own = (seat.deputies ?? []).filter((person) => present.has(person));
      const others = seat.mark === 'deputy' && name === null ? own.filter((one) => !named.has(one)) : own;
      const able = name === null ? others : [name, ...others];
      return [seat, able.filter((person) => !here.has(person))] as const;
    }),
  );
  const unnamed = away.filter(
    (seat) => seat.mark === 'deputy' && deputyNamed(seat) === null && mayStand.get(seat)?.length === 0,
  );
  const count = here.size + unnamed.length + stoodFor(mayStand);
  return { voters: voters.length, present: count, isQuorate: quorum === null ? null : count >= quorum };
}

const deputyNamed = ({ mark, deputy }: Seat): number | null => (mark === 'deputy' ? (deputy ?? null) : null);

/** One seat a person with a vote, with the deputies of all their seats. */
function voicesOf(seats: readonly Seat[]): Seat[] {
  const voices = new Map<number, Seat>();
  for (const seat of seats) {
    if (!hasVote(seat.role)) continue;
    const known = voices.get(seat.person)?.deputies ?? [];
    voices.set(seat.person, { ...seat, deputies: [...known, ...(seat.deputies ?? [])] });
  }
  return [...voices.values()];
}

/** For how many at the most one of those who may stand for them does, none of whom does so twice. */
function stoodFor(mayStand: ReadonlyMap<Seat, readonly number[]>): number {
  const standsFor = new Map<number, Seat>();
  /** Finds somebody for the seat, moving those who stand for others where they can be stood for otherwise. */
  const place = (seat: Seat, tried: Set<number>): boolean =>
    (mayStand.get(seat) ?? []).some((person) => {
      if (tried.has(person)) return false;
      tried.add(person);
      const other = standsFor.get(person);
      if (other !== undefined && !place(other, tried)) return false;
      standsFor.set(person, seat);
      return true;
    });
  return [...mayStand.keys()].filter((seat) => place(seat, new Set())).length;
}
