const stages = {
  reading: 'Reading the file',
  checking: 'Checking rows',
  rows: 'Taking rows in',
  keeping: 'Keeping what was changed',
  search: 'Making it findable',
  past: 'Reading how things were',
  words: 'Looking for the words',
  writing: 'Writing the file',
  copying: 'Making a copy',
  proving: 'Reading the copy back',
};

/** What long work says of itself while it goes on. */
export const longWork = {
  stages,
  /** Numbers are grouped by the caller. */
  count: (done: string, total: string | null) => (total === null ? done : `${done} of ${total}`),
  stop: 'Esc stops it; nothing is left half done',
  stopping: 'Stopping, taking back…',
  stopped: 'Stopped. Nothing was changed.',
};
