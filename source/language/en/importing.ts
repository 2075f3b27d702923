/** What the console asks and shows while a table is brought in. */
export const importing = {
  pasted: 'the pasted table',
  columns: 'What the columns are',
  intro: (register: string, rows: number) => `${register}: ${rows === 1 ? '1 row' : `${rows} rows`}`,
  keys: 'Enter chooses a field · d leaves out · r another register · t checks and imports',
  identity: '(which record it is)',
  out: '(left out)',
  guess: (field: string) => `${field} (guessed)`,
  missing: (fields: string) => `No column gives this yet: ${fields}.`,
  which: (heading: string) => `Which field is “${heading}”?`,
  leaveOut: '(leave the column out)',
  sheet: 'Which sheet?',
  same: (field: string) => `The same for all rows: ${field}`,
  meant: (register: string, text: string) => `${register} “${text}” is not there. Which is meant?`,
  asNew: (text: string) => `None of these: add “${text}”`,
  refuseRows: 'Leave such rows out',
  notThere: (count: number): string =>
    count === 1 ? '1 name is not there yet' : `${count} names are not there yet`,
  addAll: (count: number): string => (count === 1 ? 'Add it' : 'Add them'),
  group: 'Which group meets?',
  byName: 'The group with whose name each meeting begins',
};
