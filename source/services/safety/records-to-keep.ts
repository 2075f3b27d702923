/** Records that must be kept as evidence until a day that is counted from the funding decision. */
import { registerOf } from '../../registers/index.ts';
import { evidence } from '../../registers/project.ts';
import { readRow } from '../../store/records.ts';
import { todayOf } from '../project/project.ts';
import type { Day } from '../../domain/day.ts';
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
  return Object.entries(evidence).flatMap(([kind, { registers }]) =>
    registers.flatMap((name): Kept[] => {
      const definition = registerOf(name);
      const until = lastDay(project, kind, definition);
      if (until === null || until <= today) return [];
      const records = namingIn(project, definition, id);
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

function namingIn({ store }: Project, definition: Definition, id: number): AnyRecord[] {
  const conditions = Object.entries(definition.fields)
    .filter(([, { to }]) => to?.includes('person') === true)
    .map(([name, { kind }]) =>
      kind === 'references' || kind === 'whos'
        ? `EXISTS (SELECT 1 FROM json_each(t."${name}") AS one WHERE one.type = 'integer' AND one.value = :id)`
        : `t."${name}" = :id`,
    );
  if (conditions.length === 0) return [];
  return store
    .sql(
      `SELECT t.id FROM "${definition.name}" AS t WHERE t.removedStep IS NULL AND (${conditions.join(' OR ')}) ORDER BY t.id`,
    )
    .all({ id })
    .flatMap((row) => readRow(store, definition, Number(row['id'])) ?? []);
}

/** The record's code, or that of what it belongs to. */
export function calledIn({ store }: Project, definition: Definition, record: AnyRecord): string {
  if (record.code !== null) return record.code;
  const parent = definition.parent === undefined ? null : record[definition.parent];
  const code = store.sql('SELECT code FROM record WHERE id = ?').get(parent)?.['code'];
  return typeof code === 'string' ? code : record.heading;
}
