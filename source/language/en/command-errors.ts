const list = (words: readonly string[]): string => words.join(', ');
const meant = (words: readonly string[]): string =>
  words.length > 0 ? `Did you mean ${words.join(' or ')}?` : '';

/** Errors of the command line, of importing and exporting; in the same form as the others. */
export const commandErrors = {
  'unknown-option': {
    message: (p: { option: string; command: string; near: readonly string[] }) =>
      `${p.command} has no option --${p.option}.`,
    hint: (p: { option: string; command: string; near: readonly string[] }) =>
      meant(p.near.map((name) => `--${name}`)) || `${p.command} --help lists them.`,
  },
  'option-value': {
    message: (p: { option: string }) => `--${p.option} needs a value.`,
    hint: (p: { option: string }) => `Write it as --${p.option} VALUE or --${p.option}=VALUE.`,
  },
  'wrong-option': {
    message: (p: { option: string; text: string; forms: readonly string[] }) =>
      `--${p.option} can't be “${p.text}”.`,
    hint: (p: { option: string; text: string; forms: readonly string[] }) => `These work: ${list(p.forms)}.`,
  },
  'missing-word': {
    message: (p: { usage: string }) => `Something is missing: ${p.usage}`,
    hint: () => 'luotsi --help shows every command.',
  },
  'extra-word': {
    message: (p: { word: string; usage: string }) => `“${p.word}” is one word too many: ${p.usage}`,
    hint: () => 'Put quotation marks around words that belong together.',
  },
  'nothing-given': {
    message: (p: { register: string }) => `No field of ${p.register} was given, so nothing was changed.`,
    hint: (p: { register: string }) => `Give one: --FIELD VALUE; luotsi ${p.register} --help lists them.`,
  },
  'wrong-filter': {
    message: (p: { text: string; code: 'unclosedQuote' | 'noValue' }) =>
      p.code === 'noValue'
        ? `The filter “${p.text}” compares with nothing.`
        : `The filter “${p.text}” has a quotation mark that is not closed.`,
    hint: () => 'For example: state:open level>=high owner:"x y" due<+14d -tag:old',
  },
  'which-register': {
    message: (p: { near: readonly string[] }) =>
      p.near.length > 0
        ? `The table could be of any of these registers: ${list(p.near)}.`
        : `The headings don't tell which register the table is of.`,
    hint: (p: { near: readonly string[] }) =>
      p.near.length > 0
        ? `Say it: --as ${p.near.join(' or --as ')}.`
        : 'Say it: --as REGISTER, and --map "Column=field" where headings differ.',
  },
  'wrong-map': {
    message: (p: { text: string }) => `--map “${p.text}” names no column of the table.`,
    hint: () => 'Write it as --map "Column=field", with the heading as it stands in the table.',
  },
  'no-columns': {
    message: (p: { register: string; headings: readonly string[] }) =>
      `None of the columns is a field of ${p.register}: ${list(p.headings)}.`,
    hint: (p: { register: string; headings: readonly string[] }) =>
      `Say what they are with --map "Column=field"; luotsi ${p.register} --help lists the fields.`,
  },
  'double-column': {
    message: (p: { field: string; headings: readonly string[] }) =>
      `Several columns are the field ${p.field}: ${list(p.headings)}.`,
    hint: (p: { field: string; headings: readonly string[] }) =>
      `Leave one out of the import: --map "${p.headings[1] ?? ''}=".`,
  },
  'empty-table': {
    message: (p: { path: string }) => `${p.path} has no rows.`,
    hint: () => 'The first line should hold the headings, the others the rows.',
  },
  'table-too-large': {
    message: (p: { path: string; limit: string }) => `${p.path} is larger than ${p.limit}.`,
    hint: () => 'Split it and import the parts one by one.',
  },
  'broken-table': {
    message: (p: { path: string; line: number }) =>
      p.line > 0
        ? `${p.path} can't be read as a table: something is wrong on line ${p.line}.`
        : `${p.path} can't be read as a table.`,
    hint: () => 'Save it as CSV (UTF-8) in Excel. A quotation mark that is never closed is the usual cause.',
  },
  'ragged-row': {
    message: (p: { cells: number; headings: number }) =>
      `The row has ${p.cells} cells and the headings are ${p.headings}.`,
    hint: () => 'Put cells that hold the delimiter in quotation marks.',
  },
  'row-unknown': {
    message: (p: { register: string; text: string }) => `The file has no ${p.register} called “${p.text}”.`,
    hint: (p: { register: string; text: string }) =>
      `Add it (luotsi ${p.register} add), or import with --create-missing.`,
  },
  'row-same-record': {
    message: (p: { row: number }) => `The row is the same record as row ${p.row}.`,
    hint: () => 'Leave one of the rows out.',
  },
  'row-other-register': {
    message: (p: { code: string }) =>
      `The uid in the row is that of ${p.code}, which is another kind of record.`,
    hint: () => 'Leave the uid empty, or import into the register that the table was exported from.',
  },
  'one-project': {
    message: () => 'A file holds exactly one project: it can be neither removed nor joined by another.',
    hint: () => 'luotsi init --file FILE makes another file; luotsi project set changes this project.',
  },
  'not-an-export': {
    message: (p: { path: string; detail: string }) =>
      `${p.path} is not a project that Luotsi exported: ${p.detail} is missing or wrong.`,
    hint: () => 'Nothing was written. Export it whole: luotsi export --out FILE.json.',
  },
  'newer-export': {
    message: (p: { path: string }) => `${p.path} was exported by a newer Luotsi.`,
    hint: () => 'Nothing was written. Install the newer Luotsi.',
  },
  'other-project': {
    message: () => 'The file that was exported is of another project than the one that is open.',
    hint: () =>
      'Nothing was written. Bring it into a file of its own: luotsi import FILE.json --file NEW.luotsi.',
  },
  'wrong-record': {
    message: (p: { record: string; detail: string }) => `${p.record}: ${p.detail}`,
    hint: () => 'Nothing was written. Put the record right in the file and import it again.',
  },
  'console-missing': {
    message: () => 'The console needs a terminal.',
    hint: () => 'luotsi --help lists the commands that work without one.',
  },
};
