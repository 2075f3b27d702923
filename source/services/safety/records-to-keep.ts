/** Records that must be kept as evidence until a day that is counted from the funding decision. */
import { registerOf } from '../../registers/index.ts';
import { evidence } from '../../registers/project.ts';
import { namingsOf, type Naming } from '../../store/safety/person-data.ts';
import { readRow } from '../../store/records/records.ts';
import { todayOf } from '../project/project.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Label } from '../../language/language.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Project } from '../project/project.ts';

/** Records of one kind that name a person and whose day has not come. */
export interface Kept {
  readonly what: Label;
  readonly count: number;
  readonly until: Day;
  /** The first few, by their own codes or those of what they belong to. */
  readonly codes: readonly string[];
}

const mostNamed = 5;

/** What of the project's evidence names the person, kind by kind; nothing once its days are past. */
export function recordsToKeep(project: Project, id: number): Kept[] {
  const today = todayOf(project);
  const namings = namingsOf(project.store, id);
  return Object.entries(evidence).flatMap(([kind, { registers }]) =>
    registers.flatMap((name): Kept[] => {
      const definition = registerOf(name);
      const until = lastDay(project, kind, definition);
      if (until === null || until <= today) return [];
      const records = naming(project, definition, namings);
      if (records.length === 0) return [];
      const codes = [...new Set(records.map((record) => calledIn(project, definition, record)))];
      return [
        { what: definition.label.many, count: records.length, until, codes: codes.slice(0, mostNamed) },
      ];
    }),
  );
}

/** Years after the funding decision where the project says how many; else, for what is about one person, the project's own day. */
function lastDay({ store }: Project, kind: string, { fields }: Definition): Day | null {
  const [row] = store
    .sql(`SELECT date(decisionDay, '+' || (recordYears ->> :kind) || ' years') AS own, keepUntil
      FROM project WHERE removedStep IS NULL LIMIT 1`)
    .all({ kind });
  const day = row?.['own'] ?? (fields['person']?.required === true ? row?.['keepUntil'] : null);
  return typeof day === 'string' ? day : null;
}

/** Those of a register's records, not in the trash, of which a field for people names the person. */
function naming({ store }: Project, definition: Definition, namings: readonly Naming[]): AnyRecord[] {
  const ids = namings
    .filter(
      (one) => one.definition === definition && definition.fields[one.field]?.to?.includes('person') === true,
    )
    .map(({ id }) => id);
  return [...new Set(ids)]
    .toSorted((one, other) => one - other)
    .flatMap((id) => readRow(store, definition, id) ?? [])
    .filter(({ removedStep }) => removedStep === null);
}

/** The record's code, or that of what it belongs to. */
export function calledIn({ store }: Project, definition: Definition, record: AnyRecord): string {
  if (record.code !== null) return record.code;
  const parent = definition.parent === undefined ? null : record[definition.parent];
  const code = store.sql('SELECT code FROM record WHERE id = ?').get(parent)?.['code'];
  return typeof code === 'string' ? code : record.heading;
}
