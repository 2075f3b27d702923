import { hash } from 'node:crypto';
import { sha256 as sha256InScript } from '@noble/hashes/sha2.js';

/**
 * node:crypto takes 10 ms to load, a third of what a command may take, to hash the kilobyte that one step is. So the
 * first bytes are hashed without it, and what hashes more, which is quicker there, asks for it.
 */
const mostInScript = 64 * 1024;
let inScript = 0;

/** SHA-256 of the parts one after the other. */
export function sha256(parts: readonly (string | Uint8Array)[]): Buffer {
  const bytes = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  inScript += bytes.length;
  return inScript > mostInScript ? hash('sha256', bytes, 'buffer') : Buffer.from(sha256InScript(bytes));
}
