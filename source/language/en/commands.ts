import type { Label } from '../language.ts';
import { options } from './options.ts';

const list = (words: readonly string[]): string => words.join(', ');
/** The first of many, and how many more. */
const few = (words: readonly string[]): readonly string[] =>
  words.length <= 8 ? words : [...words.slice(0, 8), `+ ${words.length - 8}`];
const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

type Five = readonly [string, string, string, string, string];

/** What a step did, for history and undo; without a name, for labels hold ids and counts only. */
interface StepWords {
  readonly verb: string;
  readonly register: { readonly one: Label; readonly many: Label } | null;
  readonly codes: readonly string[];
  readonly more: number;
  /** Records that changed because of it. */
  readonly followed: number;
  readonly fields: readonly string[];
}

const verbs: Readonly<Record<string, string>> = {
  add: 'Added',
  keep: 'Handed over',
  write: 'Wrote in',
  mention: 'Put on the report:',
  set: 'Changed',
  remove: 'Moved to the trash:',
  restore: 'Brought back',
  init: 'Began',
  hold: 'Held',
  move: 'Moved',
  cancel: 'Cancelled',
  plan: 'Planned',
  vote: 'A wish for',
  stage: 'Moved to a new stage:',
  prolong: 'Extended',
  assess: 'Assessed',
  review: 'Reviewed, unchanged:',
  realise: 'Realised',
  close: 'Closed',
  escalate: 'Taken to the steering group:',
  done: 'Marked as done:',
  send: 'Marked as sent:',
  extend: 'Moved the end:',
  skip: 'Left out',
  layOut: 'Laid out by rule:',
  link: 'Linked:',
  unlink: 'Link removed:',
  import: 'Imported',
  anonymise: 'Anonymised',
  start: 'Started',
  take: 'Went on with',
  note: 'Noted at',
  postpone: 'Postponed an item of',
  mark: 'Marked attendance of',
  reopen: 'Reopened',
  propose: 'Filled the agenda of',
  evidence: 'Took evidence from',
  succeed: 'Passed on',
  invitation: 'Sent the invitation of',
  attachments: 'Sent the attachments of',
  minutes: 'Moved the minutes of',
};

/** Words of the command line. */
export const commands = {
  columns: {
    code: 'Code',
    heading: 'Name',
    register: 'Register',
    step: 'Step',
    day: 'Day',
    what: 'What was done',
    row: 'Row',
    column: 'Column',
    reason: 'Reason',
  },
  today: {
    week: (week: number) => `week ${week}`,
    late: (count: number) => `${count} late`,
    daysLate: (count: number) => (count === 1 ? '1 day late' : `${count} days late`),
    nothing: 'Nothing is due. luotsi today --days 60 looks further ahead.',
    sections: { late: 'LATE', today: 'TODAY', week: 'THIS WEEK', later: 'NEXT' },
  },
  find: {
    nothing: (text: string) => `Nothing was found with “${text}”. Fewer letters find more.`,
    /** `all`: how many were found, where they could be counted. */
    more: (p: { shown: string; counted: string; all: string | null }) =>
      p.all === null
        ? `The first ${p.shown} of more than ${p.counted}. Another word narrows it down; --limit shows more.`
        : `The first ${p.shown} of ${p.all}. Another word narrows it down; --limit ${p.all} shows all.`,
  },
  list: {
    empty: (p: { register: string; label: Label; where: string | undefined; isEarlier: boolean }) =>
      p.where === undefined
        ? p.isEarlier
          ? `There were no ${p.label.en} yet.`
          : `No ${p.label.en} yet. Add one: luotsi ${p.register} add --help`
        : `No ${p.label.en} fit the filter. luotsi ${p.register} list shows all.`,
  },
  written: {
    would: (kind: string) => `This would be added: ${kind}`,
    missing: (fields: string) => `Still needed: ${fields}`,
    noDay: (p: { text: string; reason: string }) => `“${p.text}” was left in the title: ${p.reason}.`,
    added: (name: string) => `Added ${name}`,
    changed: (name: string) => `Changed ${name}`,
    same: (name: string) => `Nothing to change: ${name}`,
    removed: (name: string) => `Moved to the trash: ${name}. luotsi undo brings it back.`,
    inTrash: 'In the trash',
  },
  calendar: {
    inBreak: 'break',
    nothing: (days: string) =>
      `Nothing: ${days}. You can ask: luotsi calendar “week 12”, “march 2023”, 22.3.`,
  },
  links: {
    link: (code: string, others: string) => `Linked: ${code} and ${others}`,
    unlink: (code: string, others: string) => `Link removed: ${code} and ${others}`,
    same: (code: string, others: string) => `As before: ${code} and ${others}`,
  },
  steps: {
    none: 'Nothing has been done yet.',
    reversed: '(undone)',
    undone: (what: string) => `Undone: ${lower(what)}`,
    redone: (what: string) => `Done again: ${lower(what)}`,
    label: ({ verb, register, codes, more, followed, fields }: StepWords) => {
      const names = list(codes) + (more > 0 ? ` and ${more} more` : '');
      const kind = register === null ? '' : codes.length > 1 ? register.many.en : register.one.en;
      const changed = fields.length > 0 ? ` (${list(fields)})` : '';
      const also = followed > 0 ? `; ${followed} more changed with it` : '';
      return [verbs[verb] ?? verb, kind, names].filter(Boolean).join(' ') + changed + also;
    },
  },
  risks: {
    axes: 'Impact / probability',
    unassessed: 'Not assessed',
    moved: (day: string, count: number) => `Moved since ${day} (${count})`,
    none: 'Nothing to show.',
    warnings: 'Warnings',
    top: { title: 'Risk', score: 'Score', level: 'Level', movement: 'Change', owner: 'Owner' },
  },
  init: {
    made: (p: { title: string; path: string }) => `Made the project “${p.title}”: ${p.path}`,
    next: 'luotsi opens it. luotsi import FILE brings in your tables.',
    ask: (label: string) => `${label}: `,
  },
  config: {
    written: 'Done.',
    columns: { keys: 'Keys', help: 'What they do', action: 'Action' },
    byPalette: '(by : only)',
    values: { on: 'on', off: 'off', auto: 'automatic' },
    labels: {
      settings: 'Settings',
      project: 'Project',
      data: 'Data',
      backups: 'Copies',
      backupFolder: 'Copies also in',
      backupEncryption: 'Encrypted there',
      logo: 'Logo of reports',
      log: 'Log',
      language: 'Language',
      theme: 'Theme',
      title: 'Terminal title',
      bell: 'Bell',
      linear: 'Read aloud',
    },
  },
  import: {
    dry: 'Nothing was written: this was a trial.',
    refused: 'Nothing was written. Put the rows right, or leave them out with --skip-bad.',
    summary: (p: { added: number; changed: number; same: number; conflict: number; refused: number }) =>
      `${p.added} added, ${p.changed} changed, ${p.same} as before, ${p.conflict} in conflict, ${p.refused} refused`,
    lacking: (p: { field: string; name: string }) =>
      `No column is “${p.field}”. The same for all rows: --set "${p.name}=…"; from a column: --map "Column=${p.name}".`,
    pasted: 'pasted table',
    into: (p: { register: Label; path: string }) => `${p.path}: ${p.register.en}`,
    ignored: (headings: readonly string[]) => `Columns left out: ${list(headings)}`,
    cleaned: (count: number) =>
      `Control characters were taken out of ${count === 1 ? '1 cell' : `${count} cells`}.`,
    oddLinks: (cells: readonly string[]) =>
      `Kept as text, since Luotsi opens no links of such kinds: ${cells.length === 1 ? 'row' : 'rows'} ${list(few(cells))}`,
    guessed: (columns: readonly string[]) => `Columns known by their values: ${list(columns)}`,
    conflicts: (codes: readonly string[]) =>
      `Not as in the table, and which is right can't be told; kept as here: ${list(codes)}`,
    worked: (headings: readonly string[]) => `Worked out by Luotsi, so not read: ${list(headings)}`,
    unread: (sheets: readonly string[]) =>
      `Sheets that were not read: ${list(sheets)}. --sheet NAME reads one of them.`,
    workbook: (path: string, count: number) => `${path}: ${count} sheets`,
    sheet: 'Sheet',
    counts: ['Added', 'Changed', 'As before', 'In conflict', 'Refused'] as Five,
    replaced: 'The table puts these in place of what is here:',
    replacing: (p: { code: string; field: string; from: string | null; to: string | null; since: string }) =>
      `${p.code} · ${p.field}: ${p.from ?? '(empty)'} → ${p.to ?? '(empty)'} (last changed here ${p.since})`,
    more: (count: number) => `and ${count} more`,
    undo: (step: number) => `luotsi undo ${step} takes the import back.`,
    made: (path: string) => `Made the project file ${path}. Its history begins here.`,
    beside: (path: string) =>
      `Other commands still mean this project: ${path}. The new one opens with --file.`,
    allDay: (names: readonly string[]) => `Left out, since they have no hour: ${list(names)}`,
  },
  export: {
    done: (p: { count: number; path: string }) =>
      p.count === 1 ? `Wrote 1 record: ${p.path}` : `Wrote ${p.count} records: ${p.path}`,
  },
  report: {
    template: {
      places: (p: { kind: string }) => `Places of a template for the report “${p.kind}”:`,
      loop: 'repeated for each row; within it:',
      use: 'A loop is {#name} … {/name}. Any place is a condition in the same way: what stands between is left out where it is empty.',
    },
    done: (path: string) => `Wrote the report: ${path}`,
    handedOver: (p: { path: string; count: number }) => `Wrote ${p.count} files: ${p.path}`,
  },
  bug: {
    message: () => 'Something went wrong in Luotsi itself.',
    hint: (p: { log: string | null }) =>
      p.log === null
        ? 'Your data is as it was after the last change that was told as done.'
        : `Your data is as it was after the last change that was told as done. Details: ${p.log}`,
  },
  help: {
    usage: 'Usage',
    commands: 'Commands',
    registers: 'Registers',
    parts: 'What belongs to their records',
    options: 'Options everywhere',
    fields: 'Fields (option, kind, what it is)',
    derived: 'Worked out by Luotsi',
    also: 'Also called',
    required: 'needed',
    more: 'luotsi REGISTER --help tells the fields of a register. luotsi alone opens the console.',
    filter: 'Filter words: state:open level>=high owner:"x" due<+14d -tag:old free words',
    days: 'Days: 23.3.2022 23.3. tomorrow fri “next mon” +2w eom w23 2022-03-23',
    start: 'open the console (no terminal: print today)',
    summaries: {
      today: 'what is due, from every register',
      find: 'records of any register by a few letters',
      add: 'add from one line: "risk: title", "call Pekka fri"',
      calendar: 'days and what is on them: a month, a week or a day',
      link: 'links a record to others: R-4 TK-15',
      unlink: 'takes the link away',
      undo: 'take back the last step, or the one named',
      redo: 'do again what undo took back',
      history: 'what was done, to the project or to a record',
      init: 'make a project file',
      sample: 'the sample project',
      import: 'bring in a table (Excel, CSV), a calendar (ICS) or an exported project (JSON)',
      export: 'write registers as JSON, Excel or CSV, days and meetings as a calendar (ICS)',
      report: 'the status report, minutes and other reports',
      backup: 'copy the file, or list its copies',
      restore: 'put a copy in place of the file; what is replaced is kept',
      doctor:
        'look the file over; --repair works out anew what follows from the rest, --reindex the search text',
      config: 'settings and where things lie',
      completion: 'completion of words as you type: luotsi completion bash >> ~/.bashrc',
    } as Readonly<Record<string, string>>,
    verbs: {
      list: 'many records: filtered, sorted, chosen fields',
      show: 'one record',
      history: 'what was done to it',
      add: 'a new record',
      set: 'change fields',
      remove: 'to the trash',
    } as Readonly<Record<string, string>>,
    own: options,
    globals: {
      file: 'the project file, if not the one last opened',
      'as-of': 'as the project was known at the end of that day',
      language: 'fi or en',
      json: 'print JSON for scripts',
      'no-color': 'no colours (also NO_COLOR)',
      help: 'this help, or that of a register',
      version: 'the version',
    },
    kinds: {
      text: 'text',
      longText: 'text of several lines',
      day: 'day',
      localTime: 'day and time',
      span: 'days from–to',
      rule: 'schedule',
      whole: 'whole number',
      decimal: 'number',
      choice: 'one of',
      choices: 'any of',
      reference: 'code',
      references: 'codes',
      who: 'person or text',
      whos: 'people or texts',
      link: 'link',
      email: 'e-mail',
      tags: 'words',
      data: 'JSON',
    },
  },
};
