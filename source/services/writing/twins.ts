/** Another live record that is what only one may be: found for what is added or changed, and for what comes back. */
import { dayOrNull } from '../../domain/days/day.ts';
import { takesSeat } from '../../domain/meetings/roster.ts';
import { overlap } from '../../domain/days/term.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Store } from '../../store/file/open.ts';

export interface Twin {
  readonly id: number;
  readonly starts?: string | null;
  readonly ends?: string | null;
}

const seated = ({ role }: Readonly<Record<string, unknown>>): boolean =>
  takesSeat(typeof role === 'string' ? role : null);

/** Nobody has the same role, or two seats, in the same group at once; checking minutes or presenting takes no seat. */
function otherTerm(store: Store, record: AnyRecord): Twin | undefined {
  const termOf = (row: Readonly<Record<string, unknown>>) => ({
    starts: dayOrNull(row['starts']),
    ends: dayOrNull(row['ends']),
  });
  const row = store
    .sql(`SELECT id, role, starts, ends FROM membership WHERE person = :person AND "group" = :group
      AND id <> :id AND removedStep IS NULL`)
    .all({ person: record['person'], group: record['group'], id: record.id })
    .find(
      (other) =>
        (other['role'] === record['role'] || (seated(other) && seated(record))) &&
        overlap(termOf(other), termOf(record)),
    );
  return row === undefined ? undefined : { id: Number(row['id']), ...termOf(row) };
}

/** A person is in a round once. */
const otherCandidate = (store: Store, { id, ...record }: AnyRecord): Twin | undefined =>
  store
    .sql<{ id: number }>(
      'SELECT id FROM candidate WHERE person = :person AND round = :round AND id <> :id AND removedStep IS NULL',
    )
    .get({ person: record['person'], round: record['round'], id });

/** A person is marked once at a session. */
const otherMark = (store: Store, { id, ...record }: AnyRecord): Twin | undefined =>
  store
    .sql<{ id: number }>(
      'SELECT id FROM attendance WHERE session = :session AND person = :person AND id <> :id AND removedStep IS NULL',
    )
    .get({ session: record['session'], person: record['person'], id });

/** A number is that of one session of a group. */
const otherNumber = (store: Store, { id, ...record }: AnyRecord): Twin | undefined =>
  record['number'] === null
    ? undefined
    : store
        .sql<{ id: number }>(
          'SELECT id FROM session WHERE "group" = :group AND number = :number AND id <> :id AND removedStep IS NULL',
        )
        .get({ group: record['group'], number: record['number'], id });

/** By register: the fields on which it turns, and how another one is found. */
export const twins = {
  attendance: { fields: ['session', 'person'], find: otherMark },
  candidate: { fields: ['round', 'person'], find: otherCandidate },
  membership: { fields: ['group', 'person', 'role', 'starts', 'ends'], find: otherTerm },
  session: { fields: ['group', 'number'], find: otherNumber },
} as const satisfies Record<
  string,
  { fields: readonly string[]; find: (store: Store, record: AnyRecord) => Twin | undefined }
>;
