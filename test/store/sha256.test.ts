import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256, sha256ByHand } from '../../source/store/sha256.ts';
import { runs } from '../support/runs.ts';

const known = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

test('What is hashed by hand is as node:crypto has it, at every length around a block', () => {
  for (let length = 0; length <= 200; length += 1) {
    const bytes = Buffer.alloc(length, length);
    expect(sha256ByHand(bytes).toString('hex')).toBe(known(bytes));
  }
});

test('And for any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      expect(sha256ByHand(bytes).toString('hex')).toBe(known(bytes));
    }),
    runs(),
  );
});

test('Texts and bytes are hashed one after the other, little and much', () => {
  const parts = ['ä😀', Buffer.from([0, 255]), 'x'.repeat(30_000)];
  const whole = known(Buffer.concat(parts.map((part) => Buffer.from(part))));
  for (let time = 0; time < 5; time += 1) expect(sha256(parts).toString('hex')).toBe(whole);
});
