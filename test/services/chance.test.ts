import { expect, test } from 'vitest';
import { systemBytes } from '../../source/services/project/chance.ts';

test('Bytes are as many as asked for, and none is given out twice', () => {
  const known = new Set<string>();
  for (let time = 0; time < 500; time += 1) {
    const bytes = systemBytes(16);
    expect(bytes).toHaveLength(16);
    known.add(bytes.toString('hex'));
  }
  expect(known.size).toBe(500);
  expect(systemBytes(5000).equals(Buffer.alloc(5000))).toBe(false);
});
