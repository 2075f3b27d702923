/** Who has been made anonymous and when, without a word of who they were. */
import { identityByCode } from '../../store/records/records.ts';
import { person } from '../../registers/person.ts';
import type { Day } from '../../domain/days/day.ts';
import type { StepLabel } from '../../store/journal/journal.ts';
import type { Project } from '../project/project.ts';

export interface AnonymiseAct {
  readonly step: number;
  readonly day: Day;
  /** The person's code; null where only texts were put right. */
  readonly person: string | null;
  /** Images that were erased from history. */
  readonly images: number;
  /** Codes of the other records whose texts were put right. */
  readonly others: readonly string[];
}

/** Was somebody made anonymous after a step, but by the steps that were made here? Only later steps are read. */
export function isAnonymisedSince({ store }: Project, step: number, here: Iterable<number> = []): boolean {
  const found = store.sql(
    `SELECT 1 FROM step WHERE seq > ? AND kind = 'anonymise' AND seq NOT IN (SELECT value FROM json_each(?)) LIMIT 1`,
  );
  return found.get(step, JSON.stringify([...here])) !== undefined;
}

/** Newest first. */
export function anonymiseActs({ store }: Project): AnonymiseAct[] {
  const steps =
    store.sql(`SELECT seq, day, label, (SELECT count(*) FROM redaction WHERE step = seq) AS standing
    FROM step WHERE kind = 'anonymise' ORDER BY seq DESC`);
  return steps.all().map(({ seq, day, label, standing }) => {
    const { codes = [], redacted } = JSON.parse(String(label)) as StepLabel;
    const isPerson = (code: string): boolean => identityByCode(store, code)?.register === person.name;
    return {
      step: Number(seq),
      day: String(day),
      person: codes.find(isPerson) ?? null,
      images: redacted?.length ?? Number(standing),
      others: codes.filter((code) => !isPerson(code)),
    };
  });
}
