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
 * Each voice counts once: a deputy who is there stands for the first of their members who is not, and a person with two
 * roles is one person.
 */
export function standingOf(seats: readonly Seat[], quorum: number | null): Standing {
  const voters = [
    ...new Map(seats.filter(({ role }) => hasVote(role)).map((seat) => [seat.person, seat])).values(),
  ];
  const isHere = ({ mark }: Seat): boolean => mark === 'present' || mark === 'deputy';
  const here = voters.filter(isHere).length;
  const free = new Set(
    seats.filter(({ role, mark }) => role === 'deputy' && mark === 'present').map(({ person }) => person),
  );
  let stoodFor = 0;
  for (const seat of voters) {
    const deputy = isHere(seat) ? undefined : seat.deputies?.find((person) => free.has(person));
    if (deputy === undefined) continue;
    free.delete(deputy);
    stoodFor += 1;
  }
  const present = here + stoodFor;
  return { voters: voters.length, present, isQuorate: quorum === null ? null : present >= quorum };
}
