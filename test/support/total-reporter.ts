import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Says the total as the very last line of the run, in a form that a machine reads: `12 passed, 0 failed`. */
export default class TotalReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const total = countTests(modules);
    total.failed += unhandledErrors.length;
    // Vitest and the other reporters still write after this hook; at exit nobody does.
    process.once('exit', () => process.stdout.write(`${describeTotal(total)}\n`));
  }
}

export type Total = { passed: number; failed: number; skipped: number };

export function describeTotal({ passed, failed, skipped }: Total): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function countTests(modules: readonly TestModule[]): Total {
  const total: Total = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    // A file that can't be loaded, or whose hook fails, has errors of its own beside its tests' results.
    if (module.errors().length > 0) total.failed += 1;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'pending') total.failed += 1;
      else total[state] += 1;
    }
    for (const suite of module.children.allSuites()) if (suite.errors().length > 0) total.failed += 1;
  }
  return total;
}
