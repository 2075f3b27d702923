import { expect, test } from 'vitest';
import { makePrivateHome } from '../support/private-home.ts';
import { runLuotsi } from '../support/run.ts';

const home = makePrivateHome();

/** The sample replayed to a day, where it lies. */
async function sampleOf(day: string): Promise<string> {
  const { stdout } = await runLuotsi(['sample', '--day', day, '--path'], { home });
  return stdout.trim();
}

async function round(file: string, ...options: string[]): Promise<Record<string, unknown>> {
  const { code, stdout } = await runLuotsi(['round', 'show', 'RK-1', '--json', '--file', file, ...options], {
    home,
  });
  expect(code).toBe(0);
  return JSON.parse(stdout) as Record<string, unknown>;
}

test('The round of the sample ends with 32 interested and 18 selected, and had fewer on an earlier day', async () => {
  const whole = await sampleOf('2023-12-31');
  expect(await round(whole)).toMatchObject({ interested: 32, selected: 18, state: 'decided' });
  const then = await round(whole, '--as-of', '2022-03-30');
  expect(then).toMatchObject({ interested: 17, selected: 0, state: 'open', daysLeft: 9 });
  // What the file knew on that day is what a file knows that was replayed no further.
  const { uid: _, ...replayed } = await round(await sampleOf('2022-03-30'));
  expect(then).toMatchObject(replayed);
});

test('A sample before its first day is refused in words', async () => {
  const { code, stderr } = await runLuotsi(['sample', '--day', '2020-01-01', '--path'], { home });
  expect(code).toBe(1);
  expect(stderr).toContain('11.10.2021');
});
