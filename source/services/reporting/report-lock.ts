/**
 * A report that was handed over stays as it was: only to whom it went, and what is noted of it, may still change. Asked
 * of every step, also of one that takes another back: undoing the handing over makes it a draft again.
 */
import { UserError } from '../../errors.ts';
import { same } from '../../store/journal/images.ts';
import { identityById } from '../../store/records/records.ts';
import type { AnyRecord } from '../../registers/index.ts';
import type { Guard, MadeStep } from '../writing/step-rule.ts';

const openFields = new Set(['title', 'handedOver', 'recipient', 'related', 'attachments', 'tags', 'notes']);

const isKept = (record: AnyRecord | null): boolean =>
  record !== null && record.removedStep === null && (record['files'] ?? null) !== null;

/** @throws UserError report-kept */
function refuseKept({ project: { store }, heard, reverses, changeOf }: MadeStep): void {
  for (const change of heard) {
    const { definition, before, after } = change;
    const refuse = (code: string): never => {
      throw new UserError('report-kept', { code });
    };
    if (definition.name === 'report' && isKept(before) && after.removedStep === null) {
      if (reverses !== undefined && !isKept(after)) continue;
      const names = Object.keys(definition.fields).filter((name) => !openFields.has(name));
      if (names.some((name) => !same(before?.[name], after[name]))) refuse(after.code ?? '');
    }
    if (definition.name !== 'reportLine') continue;
    for (const parent of [before?.['report'], after['report']]) {
      const its = changeOf(Number(parent));
      const row = store.sql('SELECT files FROM report WHERE id = ?').get(parent);
      const wasKept = its === null ? (row?.['files'] ?? null) !== null : isKept(its.before);
      const staysKept = its === null || isKept(its.after);
      if (wasKept && staysKept) refuse(identityById(store, Number(parent))?.code ?? '');
    }
  }
}

export const reportLock: Guard = { hears: ['report', 'reportLine'], refuse: refuseKept };
