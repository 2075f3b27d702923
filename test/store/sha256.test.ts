import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256 } from '../../source/store/journal/sha256.ts';

test('Texts and bytes are hashed one after the other, little and much', () => {
  const parts = ['ä😀', Buffer.from([0, 255]), 'x'.repeat(30_000)];
  const whole = createHash('sha256')
    .update(Buffer.concat(parts.map((part) => Buffer.from(part))))
    .digest('hex');
  for (let time = 0; time < 5; time += 1) expect(sha256(parts).toString('hex')).toBe(whole);
});
