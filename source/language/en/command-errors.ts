import type { Label, Named } from '../language.ts';

const list = (words: readonly string[]): string => words.join(', ');
const meant = (words: readonly string[]): string =>
  words.length > 0 ? `Did you mean ${words.join(' or ')}?` : '';

const saveAs = 'Open it in Excel, choose Save as → Excel workbook (.xlsx), and import that.';

type OtherFile = 'xls' | 'encrypted' | 'xlsb' | 'ods' | 'word' | 'picture' | 'pdf' | 'archive' | 'truncated';

/** Files that hold no table that can be read: what they are, and what to do. */
const otherFiles: Readonly<Record<OtherFile, { readonly what: string; readonly next: string }>> = {
  xls: { what: 'is a workbook of the old form (.xls)', next: saveAs },
  encrypted: {
    what: 'is protected with a password',
    next: 'Open it in Excel, take the password off (File → Info → Protect workbook), save it, and import it again.',
  },
  xlsb: { what: 'is a binary workbook (.xlsb)', next: saveAs },
  ods: {
    what: 'is a workbook of LibreOffice (.ods)',
    next: 'Save it in LibreOffice as Excel 2007–365 (.xlsx), and import that.',
  },
  word: {
    what: 'is a Word document',
    next: 'Copy the table from Word to Excel, save it as .xlsx, and import that.',
  },
  picture: {
    what: 'is a picture, whatever its name says',
    next: 'Ask for the table itself as .xlsx or CSV.',
  },
  pdf: { what: 'is a PDF document', next: 'Ask for the table itself as .xlsx or CSV.' },
  archive: { what: 'is an archive and no workbook', next: 'Unpack it and import the table that is in it.' },
  truncated: { what: 'is cut short: its end is missing', next: 'Fetch it again from where it came.' },
};

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
    message: (p: { near: readonly Named[] }) =>
      p.near.length > 0
        ? `The table could be of any of these registers: ${list(p.near.map(({ name, label }) => `${label.en} (${name})`))}.`
        : `The headings don't tell which register the table is of.`,
    hint: (p: { near: readonly Named[] }) =>
      p.near.length > 0
        ? `Say it: --as ${p.near.map(({ name }) => name).join(' or --as ')}.`
        : 'Say it: --as REGISTER, and --map "Column=field" where headings differ.',
  },
  'wrong-map': {
    message: (p: { text: string }) => `--map “${p.text}” names no column of the table.`,
    hint: () => 'Write it as --map "Column=field", with the heading as it stands in the table.',
  },
  'no-columns': {
    message: (p: { register: string; many: Label; headings: readonly string[] }) =>
      `None of the columns is a field of ${p.many.en}: ${list(p.headings)}.`,
    hint: (p: { register: string; many: Label; headings: readonly string[] }) =>
      `Say what they are with --map "Column=field"; luotsi ${p.register} --help lists the fields.`,
  },
  'double-column': {
    message: (p: { field: Label; headings: readonly string[] }) =>
      `Several columns are the field ${p.field.en}: ${list(p.headings)}.`,
    hint: (p: { field: Label; headings: readonly string[] }) =>
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
  'too-many-rows': {
    message: (p: { path: string; most: number }) => `${p.path} has more than ${p.most} rows.`,
    hint: () => 'Split it and import the parts one by one.',
  },
  'too-many-cells': {
    message: (p: { path: string; most: number }) => `${p.path} has more than ${p.most} cells.`,
    hint: () =>
      'Take out the columns and rows that are not needed, or split it and import the parts one by one.',
  },
  'not-a-table': {
    message: (p: { path: string; kind: OtherFile }) => `${p.path} ${otherFiles[p.kind].what}.`,
    hint: (p: { path: string; kind: OtherFile }) => otherFiles[p.kind].next,
  },
  'archive-too-large': {
    message: (p: { path: string }) =>
      `${p.path} would unpack to far more than any workbook holds, so it was not opened.`,
    hint: () => 'Open it in Excel, copy the table to a new workbook, and import that.',
  },
  'broken-archive': {
    message: (p: { path: string }) =>
      `${p.path} is broken: not all of it is there, or it was changed on its way.`,
    hint: () => 'Fetch it again, or open it in Excel and save it under another name.',
  },
  'broken-workbook': {
    message: (p: { path: string }) => `${p.path} can't be read as a workbook.`,
    hint: () => 'Open it in Excel and save it under another name as .xlsx, or as CSV (UTF-8).',
  },
  'no-such-sheet': {
    message: (p: { path: string; sheet: string; names: readonly string[] }) =>
      p.sheet === ''
        ? `${p.path} has no sheet that can be seen.`
        : `${p.path} has no sheet called “${p.sheet}”.`,
    hint: (p: { path: string; sheet: string; names: readonly string[] }) => `Its sheets: ${list(p.names)}.`,
  },
  'no-sheets': {
    message: (p: { path: string }) => `${p.path} is no workbook, so it has no sheets.`,
    hint: () => 'Leave out --sheet.',
  },
  'file-changed': {
    message: (p: { path: string }) => `${p.path} has changed since it was looked at.`,
    hint: () => 'Nothing was written. Import it again.',
  },
  'broken-calendar': {
    message: (p: { path: string; event: string | null }) =>
      p.event === null
        ? `${p.path} can't be read as a calendar.`
        : `The event “${p.event}” in ${p.path} can't be read.`,
    hint: () => 'Nothing was written. Save or export it again as .ics.',
  },
  'empty-calendar': {
    message: (p: { path: string }) => `${p.path} has no meetings with an hour.`,
    hint: () => 'Nothing was written. Export the calendar with its events.',
  },
  'calendar-series': {
    message: (p: { path: string; summary: string }) =>
      `The series “${p.summary}” in ${p.path} is no series of meetings: it comes more often than once a day, over a thousand times, or never.`,
    hint: () => 'Nothing was written. End the series in the calendar, or leave it out of what is exported.',
  },
  'calendar-too-large': {
    message: (p: { path: string; most: number }) => `${p.path} has more than ${p.most} meetings.`,
    hint: () => 'Nothing was written. Export a shorter span, or one calendar at a time.',
  },
  'which-group': {
    message: (p: { summary: string; groups: readonly string[] }) =>
      `It is not told which group “${p.summary}” is a meeting of.`,
    hint: (p: { summary: string; groups: readonly string[] }) =>
      p.groups.length > 0
        ? `Nothing was written. Say it: --group CODE. Groups: ${list(p.groups)}.`
        : 'Nothing was written. Add the group first: luotsi group add --title …',
  },
  'code-of-other-project': {
    message: (p: { text: string }) =>
      `“${p.text}” is a code of the project that the table was exported from, not of this one.`,
    hint: () => 'Put the name of the record there instead, or leave the column out: --map "Column=".',
  },
  'no-such-file': {
    message: (p: { path: string }) => `There is no file ${p.path}.`,
    hint: () => 'Check its name and folder.',
  },
  'is-folder': {
    message: (p: { path: string }) => `${p.path} is a folder, not a file.`,
    hint: () => 'Name a file that is in it.',
  },
  'no-right': {
    message: (p: { path: string }) => `You have no right to read ${p.path}.`,
    hint: () => 'Copy it to your own folder, or ask its owner for the right.',
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
      `Cells in the row: ${p.cells}; headings: ${p.headings}.`,
    hint: (p: { cells: number; headings: number }): string =>
      p.cells < p.headings
        ? 'Complete the row: a delimiter follows an empty cell, too.'
        : 'Put cells that hold the delimiter in quotation marks.',
  },
  'row-circle': {
    message: (p: { text: string }): string =>
      `“${p.text}” has a row in this table, but rows name each other, or themselves, in a circle.`,
    hint: (): string => 'Empty the cell on one row of the circle, and add it after the import.',
  },
  'row-unknown': {
    message: (p: { register: string; one: Label; text: string; near: readonly string[] }) =>
      `The file has no ${p.one.en} called “${p.text}”.`,
    hint: (p: { register: string; one: Label; text: string; near: readonly string[] }) =>
      p.near.length > 0
        ? `Near is ${list(p.near)}. Say which is meant: --name "${p.text}=${p.near[0]?.split(' ')[0] ?? ''}", or --name "${p.text}=new" adds it.`
        : `Add it (luotsi ${p.register} add), or import with --create-missing.`,
  },
  'wrong-name': {
    message: (p: { text: string }) => `“${p.text}” doesn't say which record a name means.`,
    hint: () => 'Write it as --name "Name in the table=CODE", or --name "Name in the table=new".',
  },
  'wrong-fixed': {
    message: (p: { text: string }) => `“${p.text}” doesn't give a field for all rows.`,
    hint: () => 'Write it as --set "field=value", such as --set "round=RK-2".',
  },
  'cell-error': {
    message: (p: { text: string }) => `The cell holds the error ${p.text} of a spreadsheet.`,
    hint: () => 'Mend the formula and save the table again.',
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
  'as-of-console': {
    message: (p: { day: string }) => `The console shows the project as it is today, not as of ${p.day}.`,
    hint: (p: { day: string }) => `Commands show an earlier day, for example luotsi today --as-of ${p.day}.`,
  },
  'file-exists': {
    message: (p: { path: string; canForce?: true }) => `${p.path} is there already.`,
    hint: (p: { path: string; canForce?: true }): string =>
      p.canForce === true
        ? 'Nothing was changed. Choose another name with --out; --force writes over it.'
        : 'Nothing was changed. Choose another name with --file or --out.',
  },
  'not-luotsi': {
    message: (p: { path: string }) => `${p.path} is not a Luotsi file.`,
    hint: () => 'Nothing was changed. Tables are read with luotsi import FILE.',
  },
};
