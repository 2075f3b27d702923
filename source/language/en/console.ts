import { palette } from './console-palette.ts';
import { risks } from './console-risks.ts';
import { spoken } from './console-spoken.ts';

/** Words of the console: everything on the screen that is no action, register or field. */
/** What can be wrong with keys of one's own; keys/keymap.ts finds it. */
type KeyProblem =
  | { readonly kind: 'unknownAction'; readonly action: string }
  | { readonly kind: 'typed'; readonly action: string; readonly key: string }
  | { readonly kind: 'unknownKey'; readonly action: string; readonly key: string }
  | { readonly kind: 'conflict'; readonly keys: string; readonly kept: string; readonly lost: string };

export const console = {
  screens: {
    today: 'Today',
    recruitment: 'Recruitment',
    meetings: 'Meetings',
    risks: 'Risks',
    communication: 'Communication',
    reports: 'Reports',
    people: 'People',
    more: 'More',
  },
  header: {
    steering: (days: string) => `steering group ${days}`,
    late: (count: number) => `▲${count} late`,
  },
  today: {
    late: 'LATE',
    today: 'TODAY',
    week: 'THIS WEEK',
    later: 'NEXT',
    nothingToday: 'Nothing for today.',
    nothing: 'Nothing is due in the next 30 days.',
    first: 'FIRST STEPS',
    firstSteps: [
      { register: 'group', text: 'n, group: the steering group or a club, and its members' },
      { register: 'session', text: 'n, session: the next time it meets' },
      { register: 'risk', text: 'n, risk: what could throw the project off its course' },
      { register: 'round', text: 'n, recruitment round: a call, and who signed up' },
      { register: 'plan', text: 'n, plan line: who hears what, and when' },
      { register: 'person', text: ': import  people, units or risks out of a table' },
    ],
    nothingHint: 'Press a to add something, or : to find a record.',
  },
  list: {
    emptyUnder: (kind: string) => `Nothing here yet. Press n to add the first; you choose the ${kind} first.`,
    empty: (kind: string) => `Nothing here yet. Press n to add the first ${kind}.`,
    none: 'Nothing matches.',
    found: (count: number) => `${count} found`,
    filterHint: 'words, or field:value, such as state:open due<+14d',
    marked: (count: number) => `✓ ${count} marked`,
    range: 'range from here …',
    sortTitle: 'Sort by',
    ownOrder: 'Usual order',
    ascending: '↑ again turns it round',
    descending: '↓',
    now: 'now',
  },
  editor: {
    which: 'Which text',
    unset: 'No editor is set.',
    unsetHint: 'set EDITOR, such as EDITOR=nano, and start again',
    failed: (editor: string) => `${editor} did not end well: nothing was changed.`,
    kept: 'the text is as it was',
    same: 'Nothing was changed.',
  },
  atHand: {
    champion: 'champion',
    supervisor: 'Supervisor',
    noChampion: 'none',
    until: (name: string, day: string) => `not now; ${name} until ${day}`,
    open: 'Open',
    member: 'Member of',
    attendance: 'Attended',
    attended: (present: number, marked: number, last: string | null) =>
      `${present}/${marked}${last === null ? '' : `, last on ${last}`}`,
    next: 'Next',
  },
  calendar: {
    week: 'wk',
    monthHint: 'w week',
    weekHint: 'w month',
    inBreak: 'break',
    today: 'today',
    nothing: 'Nothing.',
    more: (count: number) => `+${count} more`,
  },
  record: {
    facts: 'Details',
    inTrash: 'in the trash',
    unassessed: 'Not assessed yet: press r.',
  },
  history: {
    none: 'Nothing has been done yet.',
  },
  form: {
    more: (rows: number, key: string) => `… +${rows} lines${key === '' ? '' : `, ${key} opens`}`,
    newOne: (kind: string) => `New: ${kind.toLowerCase()}`,
    draft: 'continued from a draft',
    draftKept: 'Not saved; what you typed is kept as a draft.',
    draftHint: 'it comes back when you open the form',
    needed: 'Needed.',
    notMade: 'This field names nothing that could be made here.',
    notLongText: 'Only long texts open in the editor.',
    wrong: (count: number) =>
      count === 1 ? 'One field needs another look.' : `${count} fields need another look.`,
    kinds: {
      text: 'A line of text.',
      longText: 'Text of several lines; Tab goes to the next field.',
      day: 'A day: 23.3.2023, 23.3., tomorrow, fri, +2w, w23.',
      localTime: 'A day and a time: 23.3. 9:00, fri 9:00.',
      span: 'Two days: 23.3.–8.4.2023.',
      rule: 'A rhythm: weekly wed, every 2 weeks tue, monthly 15., once 23.3.2023.',
      whole: 'A whole number.',
      decimal: 'A number.',
      choice: 'Enter opens the choices.',
      choices: 'Enter opens the choices; several with commas between.',
      reference: 'A code or the beginning of a name; Enter searches.',
      references: 'Codes or names with commas between; Enter searches.',
      who: 'A person of the register or free text; Enter searches.',
      whos: 'People or free text with commas between; Enter searches.',
      link: 'A web address or a path.',
      email: 'An e-mail address.',
      tags: 'Words with commas between.',
      data: 'In words, with commas between.',
    },
  },
  prompt: {
    day: 'a day',
    dayHint: (example: string) => `Such as tomorrow, fri, +1w (= ${example}), 23.3.`,
    person: 'a few letters of a name, or free text',
    record: 'a few letters',
    linkTitle: (code: string) => `Link: ${code}`,
    linkEmpty: 'Type a few letters of what this is about.',
    unlink: 'Enter takes the link away',
    asWritten: 'as written',
    newTitle: 'What is to be added?',
    contact: 'Copy',
    diaryTitle: 'Diary, today',
    diary: 'what was done',
    add: 'add',
    newForEach: (count: number) => `new for ${count} marked`,
    oneAtATime: 'For these N adds to one row at a time: take the marks off (Esc).',
    quickTitle: 'Quick add',
    quick: 'Call the IT desk fri',
    quickKeys: 'Enter adds it, Tab opens the form.',
    quickNeeded: (fields: string) => `Still needed: ${fields}. Enter opens the form.`,
    diaryHint: 'Codes such as R-4 become links of the entry.',
    quickHint:
      'A task: Call the IT desk @maija #budget fri. Another register first: risk: support fades p4 i5 next mon.',
  },
  confirm: {
    removeTitle: 'Move to the trash?',
    removeText: 'It can be undone with u.',
    more: (count: number) => `and ${count} more`,
    referred: (codes: string, more: number) =>
      `Referred to by ${codes}${more > 0 ? ` and ${more} more` : ''}; they stay.`,
    remove: 'Move to the trash',
    cancel: 'Cancel',
  },
  stages: {
    title: 'Stage',
    people: (count: number) => (count === 1 ? '1 candidate' : `${count} candidates`),
    onward: 'To the next stage',
    nowhere: 'They have nowhere to go on to: m moves to any stage.',
    terms: (count: number) => (count === 1 ? '1 term began' : `${count} terms began`),
    confirmTitle: (count: number) => `Move ${count} candidates?`,
    termsBegin: 'Those who start get a term as a champion.',
    undoable: 'It is one step: u takes it back.',
    confirm: 'Move',
    needsReason: 'write why',
    reasonHint: 'why; a day may stand before it: 28.3. changes jobs',
    consentHint: 'where the consent is from; a day may stand before it',
    dayHint: 'Enter: today; or the day, and why',
    extendTitle: 'Extend the term',
    extended: 'Extended:',
    openTerm: 'This term has no last day: it holds until it is ended with d.',
  },
  whyNot: {
    under: 'Nothing is linked to this kind.',
    done: 'This is not the kind of thing that gets done.',
    settled: 'This is done already, or over.',
    field: 'This has no such field.',
    longText: 'This has no long text.',
    only: (registers: string) => `This is for: ${registers}.`,
  },
  outside: {
    title: 'Open this?',
    open: 'Open',
    opened: (target: string) => `Opened: ${target}`,
    failed: (opener: string) => `There is no ${opener} here; copy the address with c.`,
    none: 'There is no link or attachment to open here; add one by editing (e).',
  },
  tags: {
    title: (what: string) => `Tags · ${what}`,
    placeholder: 'club new -old',
    put: (names: string) => `to be put on: ${names}`,
    taken: (names: string) => `to be taken off: ${names}`,
    now: (names: string) => `Now: ${names}. A minus before a word takes it off.`,
    none: 'No tags yet. A minus before a word takes it off.',
    done: 'Tags:',
  },
  toast: {
    added: 'Added:',
    changed: 'Changed:',
    done: 'Done:',
    linked: 'Linked:',
    unlinked: 'Link removed:',
    both: (one: string, other: string) => `${one} and ${other}`,
    removed: 'Moved to the trash:',
    same: 'Nothing changed.',
    along: (count: number) => (count === 1 ? '1 other changed with it' : `${count} others changed with it`),
    many: (count: number) => `${count} records`,
    attendanceHint: 'W mark attendance',
    undoHint: 'u undoes',
    redoHint: 'U does it again',
    copied: (text: string) => `Copied: ${text}`,
    noContact: 'There is no phone, e-mail or link here.',
    /** A code says nothing to whom it goes to. */
    reminder: (kind: string, title: string, day: string | null) =>
      `Hello! A friendly reminder${kind === 'action' ? ` of “${title}”` : `: ${title}`}${day === null ? '' : `, due ${day}`}. Could you let me know how it stands? Thank you!`,
    meetingReminder: (p: { title: string; when: string; place: string; link: string }) =>
      [`Hello! A reminder: ${p.title}, ${p.when}${p.place === '' ? '' : `, ${p.place}`}. Welcome!`, p.link]
        .filter((part) => part !== '')
        .join('\n'),
  },
  risks,
  palette,
  help: {
    title: 'What the keys do here',
    placeholder: 'type to narrow',
    empty: 'No key does that here.',
  },
  more: {
    trashEmpty: 'The trash is empty. What is removed (D) comes here, and P brings it back.',
    restored: 'Brought back:',
  },
  welcome: {
    title: 'the project planner’s console',
    text: 'There is no project yet. Everything is kept in one file on this computer. You can look at the sample project first: nothing you do there touches a project of your own.',
    choose: 'How shall we begin?',
    new: 'Make a new project',
    newHint: 'five questions, one needed',
    newTitle: 'New project',
    sample: 'Look at the sample project',
    sampleHint: 'a whole project to try things on',
    file: 'Open a project file',
    fileHint: 'The path of a .luotsi file.',
    path: '/path/to/project.luotsi',
    table: 'Begin from a table of your own',
    tableHint: 'Excel, CSV, or pasted',
    skip: 'Enter passes over; it can be filled in later.',
  },
  import: {
    title: 'Import a table',
    path: '/path/table.xlsx',
    pathHint: 'A file: .xlsx, .csv, .ics or .json. Or paste a table here, as copied from Excel or Word.',
    register: 'What does the table hold?',
    summary: (p: { added: number; changed: number; same: number; conflict: number; refused: number }) =>
      `${p.added} to add, ${p.changed} to change, ${p.same} the same, ${p.conflict} in conflict, ${p.refused} refused`,
    done: (p: { added: number; alongside: number; changed: number; conflict: number; refused: number }) =>
      [`${p.added} added`, ...(p.alongside > 0 ? [`${p.alongside} new along with them`] : []), ...(p.changed > 0 ? [`${p.changed} changed`] : []), ...(p.refused > 0 ? [`${p.refused} refused`] : []), ...(p.conflict > 0 ? [`${p.conflict} in conflict`] : [])].join(', '), // prettier-ignore
    ignored: (headings: string) => `Columns left out: ${headings}`,
    refused: (row: number, column: string, reason: string) =>
      `Row ${row}${column === '' ? '' : `, ${column}`}: ${reason}`,
    more: (count: number) => `and ${count} more`,
    run: 'Import',
    withoutBad: 'Import without the refused rows',
  },
  export: {
    title: 'Export to a file',
    calendar: 'Calendar: meetings, deadlines as days',
    calendarTasks: 'Calendar: meetings, deadlines as tasks',
    project: 'The whole project as open data',
    workbook: 'Every register, each on a sheet of its own',
    calendarFile: 'calendar',
    projectFile: 'project',
    packing: 'Packing the workbook. This can no longer be stopped.',
    written: (count: number, path: string) => `Exported ${count}: ${path}`,
  },
  ...spoken,
  keyProblem: (problem: KeyProblem) =>
    problem.kind === 'unknownAction'
      ? `The settings give keys to “${problem.action}”, which is no action.`
      : problem.kind === 'typed'
        ? `The settings give ${problem.action} the key “${problem.key}”, which writes a letter there: it can't be reached.`
        : problem.kind === 'unknownKey'
          ? `The settings give ${problem.action} the key “${problem.key}”, which is no key.`
          : `${problem.lost} goes without ${problem.keys}: ${problem.kept} has that key.`,
  keyProblemHint: 'luotsi config keys',
  tooSmall: (columns: number, rows: number) => `Luotsi needs 60 × 20, this is ${columns} × ${rows}.`,
};
