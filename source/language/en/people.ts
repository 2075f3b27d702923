/** Words of personal data: why people are kept, and taking one out of the file. */
export const people = {
  unset: 'purpose not set',
  until: (day: string) => `kept until ${day}`,
  noDay: 'no end set',
  columns: { role: 'What they are', purpose: 'Purpose', basis: 'Legal basis', until: 'Kept until' },
  propose: 'Set the usual purposes of personal data',
  proposed: 'Set the usual purposes; put them right for your organisation:',
  allSet: 'Purposes are set for every kind of people already.',
  recordsKept: (codes: string, more: number, until: string) =>
    `must be kept until ${until}: ${codes}${more > 0 ? ` and ${more} more` : ''}`,
};
