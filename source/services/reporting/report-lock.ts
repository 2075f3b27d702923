/**
 * A report that was handed over stays as it was: only to whom it went, and what is noted of it, may still change. Asked
 * of every step, also of one that takes another back: undoing the handing over makes it a draft again.
 */
import { UserError } from '../../errors.ts';
import { same } from '../../store/journal/images.ts';
import { identityById } from '../../store/records/records.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Store } from '../../store/file/open.ts';
import type { LockedChange } from '../meetings/session-lock.ts';

const openFields = new Set(['title', 'handedOver', 'recipient', 'related', 'attachments', 'tags', 'notes']);

const isKept = (record: AnyRecord | null): boolean =>
  record !== null && record.removedStep === null && (record['files'] ?? null) !== null;

/** `find`: another change of the same step. @throws UserError report-kept */
export function refuseKept(
  store: Store,
  changes: readonly LockedChange[],
  isReversal: boolean,
  find: (id: number) => LockedChange | null,
): void {
  for (const change of changes) {
    const { definition, before, after } = change;
    const refuse = (code: string): never => {
      throw new UserError('report-kept', { code });
    };
    if (definition.name === 'report' && isKept(before) && after.removedStep === null) {
      if (isReversal && !isKept(after)) continue;
      const names = Object.keys(definition.fields).filter((name) => !openFields.has(name));
      if (names.some((name) => !same(before?.[name], after[name]))) refuse(after.code ?? '');
    }
    if (definition.name !== 'reportLine') continue;
    for (const parent of [before?.['report'], after['report']]) {
      const its = find(Number(parent));
      const row = store.sql('SELECT files FROM report WHERE id = ?').get(parent);
      const wasKept = its === null ? (row?.['files'] ?? null) !== null : isKept(its.before);
      const staysKept = its === null || isKept(its.after);
      if (wasKept && staysKept) refuse(identityById(store, Number(parent))?.code ?? '');
    }
  }
}
