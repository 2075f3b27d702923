/** Who belonged to a group stays so as long as a closed session of it says that they were on its roster. */
import { UserError } from '../../errors.ts';
import { changeAt, changesOfRecord } from '../../store/journal/journal.ts';
import { closedInTerm } from '../../store/queries/roster.ts';
import { identityById } from '../../store/records/records.ts';
import type { Store } from '../../store/file/open.ts';
import type { Changed } from '../writing/changed.ts';

/**
 * A membership that came when the session was closed already may go again: it was not there when the roster was closed.
 * @throws UserError membership-minuted
 */
export function refuseMinuted(store: Store, { id, definition, before, after }: Changed): void {
  if (definition.name !== 'membership' || before?.removedStep !== null || after.removedStep === null) return;
  const closed = store.sql<{ id: number; uid: string }>(closedInTerm).all({ membership: id });
  if (closed.length === 0) return;
  const came = changesOfRecord(store, after.uid)[0]?.step ?? 0;
  const minuted = closed.find(
    ({ uid }) => (changeAt(store, uid, came)?.image?.['closedOn'] ?? null) === null,
  );
  if (minuted === undefined) return;
  throw new UserError('membership-minuted', {
    code: before.code ?? before.heading,
    person: identityById(store, Number(before['person']))?.heading ?? '',
    session: identityById(store, minuted.id)?.code ?? '',
  });
}
