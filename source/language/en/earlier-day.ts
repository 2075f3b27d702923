/** Words for looking at the project as of an earlier day. */
export const earlierDay = {
  title: 'As of a day',
  placeholder: '15.3. · 2 weeks ago · 31.12.2022',
  steering: (day: string) => `Empty: the steering group’s last meeting, ${day}`,
  weekAgo: (day: string) => `Empty: a week ago, ${day}`,
  notAhead: 'Only an earlier day can be looked at.',
  head: (day: string) => `AS OF ${day}`,
  refused: (day: string) =>
    `This is the project as of ${day}: it can only be looked at. Esc comes back to today.`,
  out: 'Esc comes back to today',
  outShort: 'Esc leaves',
  back: 'to today',
  came: 'This is today again.',
  forgotten: 'Somebody was made anonymous in another window: this is today again.',
  empty: 'There was nothing here yet.',
  drawn: (day: string) => `as of ${day}`,
};
