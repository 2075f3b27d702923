import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Rows that are packed together. */
const together = 500;

/**
 * Rows of a sheet, packed as they come: a long sheet can be gone through as often as is asked and does not stand in the
 * memory as a text for each of its cells.
 */
export class PackedRows implements Iterable<readonly string[]> {
  readonly #blocks: Buffer[] = [];
  #open: (readonly string[])[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(row: readonly string[]): void {
    this.#open.push(row);
    this.#count += 1;
    if (this.#open.length < together) return;
    this.#blocks.push(deflateRawSync(JSON.stringify(this.#open), { level: 1 }));
    this.#open = [];
  }

  *[Symbol.iterator](): Generator<readonly string[]> {
    for (const block of this.#blocks) yield* JSON.parse(inflateRawSync(block).toString()) as string[][];
    yield* this.#open;
  }
}
