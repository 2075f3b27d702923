/** Words of the console: everything on the screen that is no action, register or field. */
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
    nothingHint: 'Press a to add something, or : to find a record.',
    lateBy: (days: string) => `${days} late`,
    more: (count: number) => `${count} more`,
  },
  record: {
    unassessed: 'Not assessed yet: press r.',
  },
  tooSmall: (columns: number, rows: number) => `Luotsi needs 60 × 20, this is ${columns} × ${rows}.`,
};
