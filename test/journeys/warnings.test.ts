import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { consoleHome, live, openConsole } from './console-home.ts';

/** Run by Node before Luotsi: warns when the first file comes, and makes the second once Node has told of it. */
const warner = (asked: string, told: string): string => `
const { existsSync, writeFileSync } = require('node:fs');
const timer = setInterval(() => {
  if (!existsSync(${JSON.stringify(asked)})) return;
  clearInterval(timer);
  process.emitWarning('Jokin vuotaa');
  setImmediate(() => writeFileSync(${JSON.stringify(told)}, ''));
}, 20);
timer.unref();
`;

test("a warning of Node's never breaks the screen; it is told once the screen has been given back", async () => {
  const here = await consoleHome();
  const [asked, told, preload] = ['asked', 'told', 'warner.cjs'].map((name) =>
    path.join(here.home.folder, name),
  ) as [string, string, string];
  writeFileSync(preload, warner(asked, told));
  const terminal = openConsole(here, { environment: { NODE_OPTIONS: `--require "${preload}"` } });
  await live(terminal);
  writeFileSync(asked, '');
  await expect.poll(() => existsSync(told), { timeout: 20_000 }).toBe(true);
  terminal.press('4');
  await terminal.expect('Lämpökartta');
  expect(terminal.screen()[0]).toContain('Luotsi');
  expect(terminal.output).not.toContain('Jokin vuotaa');
  terminal.press('Ctrl+C');
  await terminal.expect('Jokin vuotaa');
  expect(await terminal.exitCode()).toBe(0);
});
