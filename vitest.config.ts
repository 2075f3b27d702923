import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['source/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    globalSetup: 'test/support/whole-run.ts',
    setupFiles: 'test/support/own-folder.ts',
    // `--reporter=…` on the command line replaces this list, and with it the plain total.
    reporters: ['default', './test/support/total-reporter.ts'],
    // Journeys mostly wait for the processes that they start, so a file of them leaves a core half idle.
    maxWorkers: '100%',
    // Journeys start whole processes; on two shared cores a slow second is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Widgets are tested with colours off and at one size, whatever terminal runs the tests.
    env: { FORCE_COLOR: '0', COLUMNS: '120', LINES: '36', TZ: 'Europe/Helsinki' },
  },
});
