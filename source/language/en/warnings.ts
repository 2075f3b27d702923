/** What was kept all the same, but may be a slip. */
export const warnings = {
  'outside-span': (p: {
    record: string;
    field: string;
    day: string;
    side: 'before' | 'after';
    limit: string;
    more: number;
  }): string =>
    `Kept, but ${p.record}: ${p.field} ${p.day}; the project ${p.side === 'before' ? 'starts' : 'ends'} ${p.limit}${p.more > 0 ? ` (and ${p.more} more)` : ''}.`,
  'no-term': (p: { records: string }): string =>
    `Kept, but ${p.records} got no term: name the group of the selected in the round.`,
  'no-reason': (p: { records: string }): string => `Kept, but without a reason: ${p.records}.`,
  'same-name': (p: { records: string; name: string; other: string }): string =>
    `Kept, but ${p.other} is called “${p.name}” too: ${p.records} may be the same.`,
  'on-holiday': (p: { records: string; day: string; holiday: string }): string =>
    `Kept, but ${p.day} is a public holiday, ${p.holiday}: ${p.records}.`,
  'day-to-come': (p: { records: string; day: string }): string =>
    `Kept, but the day of ${p.records} is yet to come: ${p.day}.`,
  'done-before': (p: {
    record: string;
    register: 'action' | 'delivery';
    day: string;
    isMoved: boolean;
  }): string =>
    `${p.record} was ${p.register === 'delivery' ? 'sent' : 'done'} before, on ${p.day}: ${p.isMoved ? 'the day was changed' : 'the day is as it was'}.`,
  'marked-guest': (p: { people: string; count: number; day: string }): string =>
    `${p.people} ${p.count === 1 ? 'was no member' : 'were no members'} on ${p.day}: marked as ${p.count === 1 ? 'a guest' : 'guests'}.`,
};
