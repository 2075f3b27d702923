import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UserError } from '../../source/errors.ts';
import { readBehind } from '../../source/screens/earlier-day/read-behind.ts';
import { startOf } from '../../source/screens/session/session.ts';
import { createState } from '../../source/screens/state.ts';
import { makeProject } from '../support/project.ts';
import type { App } from '../../source/screens/app.tsx';
import type { Work } from '../../source/domain/long-work.ts';

let now = 0;

beforeEach(() => {
  now = 0;
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Lets that many turns come. */
const turns = (count: number): void => {
  for (let turn = 0; turn < count; turn += 1) vi.advanceTimersToNextTimer();
};

const looker = () => ({
  project: makeProject(),
  session: createState(startOf('fi')),
  hint: createState(''),
  toast: createState<ReturnType<App['toast']['get']>>(null),
});

/** Each piece takes a tenth of a second. */
function* pieces(total: number, began: number[] = []): Work<void> {
  for (let done = 0; done < total; done += 1) {
    yield { stage: 'search', done, total };
    began.push(done);
    now += 100;
  }
}

test('What takes long is told of while it is read, between lines that are typed, and no longer', () => {
  const app = looker();
  readBehind(app, () => true, pieces(2000));
  turns(4);
  expect(app.hint.get()).toBe('');
  turns(6);
  expect(app.hint.get()).toBe('Tehdään löydettäväksi 10 / 2000');
  app.hint.set(() => 'tila on avoin');
  turns(10);
  expect(app.hint.get()).toBe('tila on avoin');
  app.hint.set(() => '');
  turns(1);
  expect(app.hint.get()).toBe('Tehdään löydettäväksi 21 / 2000');
  turns(1980);
  expect(vi.getTimerCount()).toBe(0);
  expect(app.hint.get()).toBe('');
});

test('Nothing more is read once the day is no longer looked at', () => {
  const app = looker();
  const began: number[] = [];
  let isLookedAt = true;
  readBehind(app, () => isLookedAt, pieces(100, began));
  turns(3);
  const soFar = began.length;
  expect(soFar).toBeGreaterThan(0);
  isLookedAt = false;
  turns(20);
  expect(began.length).toBe(soFar);
});

/** Fails at its second piece. */
function* failing(): Work<void> {
  yield { stage: 'past', done: 0, total: 2 };
  throw new UserError('busy', undefined);
}

test('What goes wrong is said, and no more is tried', () => {
  const app = looker();
  readBehind(app, () => true, failing());
  turns(5);
  expect(app.toast.get()).toMatchObject({ kind: 'error' });
  expect(app.hint.get()).toBe('');
  expect(vi.getTimerCount()).toBe(0);
});
