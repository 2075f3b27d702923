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
  },
};
