interface TourStep {
  readonly title: string;
  readonly lines: readonly string[];
}

/** The actions whose keys the tour names. */
type TourKey =
  | 'list.down'
  | 'list.up'
  | 'list.open'
  | 'record.done'
  | 'record.date'
  | 'palette.open'
  | 'calendar.open'
  | 'list.filter'
  | 'list.sort'
  | 'list.views'
  | 'tab.previous'
  | 'tab.next'
  | 'list.mark'
  | 'record.quickAdd'
  | 'record.new'
  | 'record.edit'
  | 'diary.add'
  | 'undo'
  | 'redo'
  | 'help.open'
  | 'screen.reports'
  | 'app.quit';

/** Where one is, what becomes due, and what is said where nothing is drawn. */
export const spoken = {
  crumbs: {
    edit: 'Edit',
    history: 'History',
    agenda: 'Run',
    attendance: 'Attendance',
    minutes: 'Minutes',
    invitation: 'Invitation',
  },
  due: (what: string) => `Now: ${what}`,
  linear: {
    needed: 'needed',
    position: (nth: number, count: number) => `${nth} of ${count}`,
    toast: { done: '', note: '', warning: 'Note: ', error: 'Not done: ' },
    states: { happened: 'done', late: 'late', due: 'now', planned: 'to come' },
    things: (count: number) => (count === 1 ? '1 thing' : `${count} things`),
    marked: 'marked',
    unmarked: 'not marked',
  },
  tour: {
    offer: 'New here? : and “tour” shows five steps.',
    title: 'Tour',
    later: (key: string): string => `Later: ${key} and “tour”`,
    steps: (key: (action: TourKey) => string): readonly TourStep[] => [
      {
        title: 'Today',
        lines: [
          'The first screen tells what is late, what is done today and what comes, from every register.',
          `${key('list.down')} and ${key('list.up')} move, ${key('list.open')} opens the row, ${key('record.done')} marks it done, ${key('record.date')} moves its day. The digits 1–8 change the screen.`,
        ],
      },
      {
        title: 'Everything is a few letters away',
        lines: [
          `${key('palette.open')} finds records and commands in one list, by inflected words too. Nothing happens before Enter.`,
          `${key('calendar.open')} opens the calendar.`,
        ],
      },
      {
        title: 'Lists',
        lines: [
          `${key('list.filter')} narrows: words, or field:value. ${key('list.sort')} sorts, ${key('list.views')} keeps a view as a tab. ${key('tab.previous')} and ${key('tab.next')} change the tab.`,
          `${key('list.mark')} marks rows: an action then takes all marked ones, as one step.`,
        ],
      },
      {
        title: 'Add, edit, undo',
        lines: [
          `${key('record.quickAdd')} adds by one line of plain words, ${key('record.new')} by a form; ${key('record.edit')} edits. ${key('diary.add')} writes a diary line from anywhere.`,
          `${key('undo')} undoes a change (anonymising alone is final), ${key('redo')} does it again. A form that was left is kept as a draft.`,
        ],
      },
      {
        title: 'Help and reports',
        lines: [
          `${key('help.open')} shows what the keys do where you are; the bottom row tells the main ones.`,
          `${key('screen.reports')} opens the reports: the status report for the steering group is made of what you have kept. All is in one file, and ${key('app.quit')} leaves: nothing is lost.`,
        ],
      },
    ],
  },
};
