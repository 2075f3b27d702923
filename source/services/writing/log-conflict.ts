/** Values that are kept by entries of a dated log, changed by two at once: the later one is told, as of fields of the record's own. */
import { registerOf } from '../../registers/index.ts';
import { same, valuesOf } from '../../store/journal/images.ts';
import { changeAt } from '../../store/journal/journal.ts';
import { entriesOf, type Entry } from '../reading/get-record.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Values } from '../../store/journal/images.ts';
import type { Store } from '../../store/file/open.ts';
import type { Routed } from './values.ts';

/** Names of the values that have come to be others since the version that the change was made from. */
export function logClashes(
  store: Store,
  definition: Definition,
  record: AnyRecord,
  logs: Routed['logs'],
  baseVersion: number,
): string[] {
  return [...logs].flatMap(([register, { values }]) => {
    const log = registerOf(register);
    const entries = entriesOf(store, log, record.id);
    if (entries.every(({ version }) => version <= baseVersion)) return [];
    const was = newestAt(store, log, entries, baseVersion);
    return Object.entries(values).flatMap(([field, value]) => {
      const name = nameOf(definition, register, field);
      return same(was[field] ?? null, record[name]) || same(value, record[name]) ? [] : [name];
    });
  });
}

/** What the entry of the latest day said then. */
function newestAt(store: Store, log: Definition, entries: readonly Entry[], seq: number): Values {
  const then = entries.flatMap(({ uid }) => {
    const change = changeAt(store, uid, seq);
    return change === null || change.operation === 'remove' || change.image === null
      ? []
      : [valuesOf(store, log, change.image)];
  });
  const dayOf = (values: Values): string => String(values[log.day ?? '']);
  return (
    then
      .toSorted((one, other) => (dayOf(one) < dayOf(other) ? -1 : Number(dayOf(one) > dayOf(other))))
      .at(-1) ?? {}
  );
}

const nameOf = ({ derived = {} }: Definition, log: string, field: string): string =>
  Object.entries(derived).find(
    ([, { through }]) =>
      through !== undefined && 'log' in through && through.log === log && through.field === field,
  )?.[0] ?? field;
