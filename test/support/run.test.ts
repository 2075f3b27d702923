import { expect, test } from 'vitest';
import { runLuotsi, runProgram } from './run.ts';

test('gives what a program wrote and how it ended', async () => {
  const script = `
    process.stdin.on('data', (bytes) => process.stdout.write(String(bytes).toUpperCase()));
    process.stdin.on('end', () => { console.error(process.env.SAUNA); process.exitCode = 5 })`;
  const outcome = await runProgram(process.execPath, ['-e', script], {
    input: 'hei',
    environment: { SAUNA: 'lämmin' },
  });
  expect(outcome).toEqual({ code: 5, stdout: 'HEI', stderr: 'lämmin\n' });
});

test('runs the built program', async () => {
  const { code, stdout, stderr } = await runLuotsi(['--version']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
