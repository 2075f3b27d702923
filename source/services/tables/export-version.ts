/** From what state of the file an exported table is: so an import can tell what was changed in the table from what was changed here since. */
import { closeStore } from '../../store/file/open.ts';
import { openAsOf } from '../../store/as-of/as-of.ts';
import { readStep } from '../../store/journal/journal.ts';
import { readRow } from '../../store/records/records.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Store } from '../../store/file/open.ts';
import type { Project } from '../project/project.ts';

const endOfTime = '9999-12-31';

/** Letters of a step's uid by which it is known in a file that was restored, or made anew of an export, from another with its number. */
const tail = 8;

/** `v1284-9c1e3f00`: the step after which the table stands. A letter comes first, so that no spreadsheet takes it for a day. */
export function versionOf({ store, asOf }: Project): string {
  const row = store
    .sql(`SELECT max(seq) AS seq FROM main.step
      WHERE seq < coalesce((SELECT min(seq) FROM main.step WHERE day > :day), :end)`)
    .get({ day: asOf ?? endOfTime, end: Number.MAX_SAFE_INTEGER });
  const step = readStep(store, Number(row?.['seq'] ?? 0));
  return step === null ? '' : `v${step.seq}-${step.uid.slice(-tail)}`;
}

/** Records as they were when tables went out. */
export class EarlierStates {
  readonly #store: Store;
  readonly #steps = new Map<string, number | null>();
  /** One at a time: rows of a table are of one version, unless somebody put tables together. */
  #view: { readonly step: number; readonly store: Store } | null = null;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The step that a version means; null where this file has had no such step. */
  stepOf(version: string): number | null {
    const known = this.#steps.get(version);
    if (known !== undefined) return known;
    const [, seq, end] = /^v(\d{1,12})-([0-9a-f]{8})$/.exec(version) ?? [];
    const step = seq === undefined ? null : readStep(this.#store, Number(seq));
    const found = step !== null && step.uid.slice(-tail) === end ? step.seq : null;
    this.#steps.set(version, found);
    return found;
  }

  /** The record as it was after the step; null where it was not there yet. */
  recordAt(definition: Definition, id: number, step: number): AnyRecord | null {
    if (this.#view?.step !== step) {
      this.close();
      this.#view = { step, store: openAsOf(this.#store.path, endOfTime, step) };
    }
    return readRow(this.#view.store, definition, id);
  }

  close(): void {
    if (this.#view !== null) closeStore(this.#view.store);
    this.#view = null;
  }
}
