import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

const pool = Buffer.alloc(1024);
let left = 0;

/** Chance of the system's. node:crypto takes 10 ms to load; where the system has chance as a file, reading it takes none. */
export function systemBytes(count: number): Buffer {
  if (count > pool.length) return randomBytes(count);
  if (left < count) left = fillPool();
  if (left < count) return randomBytes(count);
  const bytes = Buffer.from(pool.subarray(left - count, left));
  // Given out once.
  pool.fill(0, left - count, left);
  left -= count;
  return bytes;
}

function fillPool(): number {
  try {
    const file = openSync('/dev/urandom', 'r');
    try {
      return readSync(file, pool);
    } finally {
      closeSync(file);
    }
  } catch {
    return 0;
  }
}
