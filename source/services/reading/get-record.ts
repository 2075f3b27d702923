/** A record as it is now, with the version that it shows. */
import { registerOf } from '../../registers/index.ts';
import { definitionOf, readRecord } from '../../store/records/records.ts';
import { todayOf } from '../project/project.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';

export interface Entry {
  readonly uid: string;
  readonly version: number;
}

/** The record as it is on the project's day, with its derived values; also from the trash. */
export function getRecord(project: Project, id: number): AnyRecord {
  const definition = definitionOf(project.store, id);
  const record = readRecord(project.store, definition, id, todayOf(project));
  if (record === null) throw new Error(`No record ${id}`);
  return { ...record, version: versionShown(project.store, definition, record) };
}

/** Entries of one of the record's logs, also those in the trash, as they came. */
export function entriesOf(store: Store, log: Definition, record: number): Entry[] {
  return store
    .sql<Entry>(`SELECT r.uid, r.version FROM "${log.name}" AS t JOIN record AS r ON r.id = t.id
      WHERE t."${log.parent}" = ? ORDER BY t.id`)
    .all(record);
}

const logsOf = ({ derived = {} }: Definition): Definition[] => [
  ...new Set(
    Object.values(derived).flatMap(({ through }) =>
      through !== undefined && 'log' in through ? [registerOf(through.log)] : [],
    ),
  ),
];

/** The newest step that the record shows: its own, or that of an entry of its logs. */
function versionShown(store: Store, definition: Definition, { id, version }: AnyRecord): number {
  const entries = logsOf(definition).flatMap((log) => entriesOf(store, log, id));
  return Math.max(version, ...entries.map((entry) => entry.version));
}
