import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { isRunning, startOf } from '../../source/services/project/running-process.ts';

test.skipIf(process.platform !== 'linux')(
  'A process that was killed runs no more, also before its parent has asked how it ended',
  async () => {
    expect(isRunning({ process: process.pid, started: startOf(process.pid) })).toBe(true);
    // The child of the shell is left to a program that never asks.
    const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const id = await new Promise<number>((resolve) => {
        parent.stdout.once('data', (data: Buffer) => resolve(Number(data)));
      });
      const fields = (): string[] =>
        readFileSync(`/proc/${id}/stat`, 'latin1')
          .replace(/^.*\) /u, '')
          .split(' ');
      await vi.waitFor(() => expect(fields()[0]).toBe('Z'), { timeout: 10_000 });
      expect(isRunning({ process: id, started: fields()[19] ?? '' })).toBe(false);
    } finally {
      parent.kill();
    }
  },
);
