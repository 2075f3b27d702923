import { hash } from 'node:crypto';

/**
 * node:crypto takes 10 ms to load, a third of what a command may take, to hash the kilobyte that one step is. So the
 * first bytes are hashed here, and what hashes more, which is quicker there, asks for it. test/store/sha256.test.ts
 * holds the two to the same.
 */
const mostByHand = 64 * 1024;
let byHand = 0;

/** SHA-256 of the parts one after the other. */
export function sha256(parts: readonly (string | Uint8Array)[]): Buffer {
  const bytes = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  byHand += bytes.length;
  return byHand > mostByHand ? hash('sha256', bytes, 'buffer') : sha256ByHand(bytes);
}

/** The first 32 bits behind the point of a number. */
const fraction = (value: number): number => ((value - Math.floor(value)) * 2 ** 32) | 0;

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return primes;
}

/** Where FIPS 180-4 has them from: roots of the first primes. */
const roundConstants = Int32Array.from(firstPrimes(64), (prime) => fraction(Math.cbrt(prime)));
const firstState = Int32Array.from(firstPrimes(8), (prime) => fraction(Math.sqrt(prime)));

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** FIPS 180-4 in its own letters. */
export function sha256ByHand(bytes: Uint8Array): Buffer {
  const padded = Buffer.alloc(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  padded.writeBigUInt64BE(BigInt(bytes.length) * 8n, padded.length - 8);
  const state = firstState.slice();
  const words = new Int32Array(64);
  for (let at = 0; at < padded.length; at += 64) addBlock(state, words, padded, at);
  const digest = Buffer.alloc(32);
  for (const [index, word] of state.entries()) digest.writeInt32BE(word, index * 4);
  return digest;
}

function addBlock(state: Int32Array, words: Int32Array, bytes: Buffer, at: number): void {
  for (let t = 0; t < 16; t += 1) words[t] = bytes.readInt32BE(at + t * 4);
  for (let t = 16; t < 64; t += 1) {
    const [early = 0, late = 0] = [words[t - 15], words[t - 2]];
    const sigma0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const sigma1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[t] = (words[t - 16] ?? 0) + sigma0 + (words[t - 7] ?? 0) + sigma1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const sum1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const sum0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const one = (h + sum1 + choice + (roundConstants[t] ?? 0) + (words[t] ?? 0)) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + sum0 + majority) | 0;
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word;
}
