const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Words of the communication plan: previews, the calendar, what was promised and done, silence. */
export const plan = {
  preview: {
    title: 'What would change',
    done: 'Done',
    end: (p: { from: string; to: string }) => `Project ends ${p.from} → ${p.to}`,
    comes: (count: number) => `Comes: ${count}`,
    goes: (count: number) => `Goes: ${count}`,
    moves: (count: number) => `Moves: ${count}`,
    changes: (count: number) => `Goes on or changes: ${count}`,
    beyond: (count: number) => `Stays after the project's end: ${count}`,
    nothing: 'No other record changes.',
    trial: 'Nothing was written: this was a preview.',
    more: (count: number) => `… and ${count} more`,
    nothingDay: 'no day',
    accept: 'Do it',
    acceptKeep: 'Do it, terms as they are',
    cancel: 'Cancel',
  },
  count: {
    session: (count: number) => counted(count, 'session', 'sessions'),
    delivery: (count: number) => counted(count, 'delivery', 'deliveries'),
  } as Readonly<Record<string, (count: number) => string>>,
};
