/** Words of personal data: why people are kept, and taking one out of the file. */
export const people = {
  unset: 'purpose not set',
  until: (day: string) => `kept until ${day}`,
  noDay: 'no end set',
  columns: { role: 'What they are', purpose: 'Purpose', basis: 'Legal basis', until: 'Kept until' },
  propose: 'Set the usual purposes of personal data',
  proposed: 'Set the usual purposes; put them right for your organisation:',
  allSet: 'Purposes are set for every kind of people already.',
  anonymise: {
    title: 'Anonymise',
    becomes: (p: { person: string; label: string }) => `${p.person} becomes “${p.label}”`,
    goes: (fields: readonly string[]) => `goes: ${fields.join(', ')}`,
    history: (images: number) => `${images} earlier ${images === 1 ? 'version' : 'versions'} in history, unfinished forms, the memory of imports, filters and saved views`, // prettier-ignore
    copies: (count: number) => `the same in ${count} ${count === 1 ? 'copy' : 'copies'} of the file`,
    reports: (codes: readonly string[]) =>
      `of reports that were handed over, which are kept anew without the name: ${codes.join(', ')}`,
    refrozen: (codes: readonly string[]) =>
      `Reports handed over were kept anew without the name: ${codes.join(', ')}`,
    stays: 'stays: the unit, terms, attendance and every figure',
    kept: (p: { what: string; count: number; codes: string; until: string }) => `Must be kept at least until ${p.until}: ${p.what} ${p.count} (${p.codes})`, // prettier-ignore
    mentions: 'Texts that have the name, for you to edit afterwards',
    perhaps: 'The name may be in another form in',
    final: 'This can’t be undone.',
    cancel: 'Cancel',
    accept: 'Anonymise',
    acceptTexts: 'Take it out of the texts too',
    copying: (done: number, total: number) => `Taking the name out of copies: ${done}/${total}`,
    done: (label: string) => `Now “${label}”.`,
    left: (count: number) => `${count} copies could not be changed: luotsi backup list`,
    open: 'Another program has the file open, so traces may be left in it: close it there and do this again.',
    already: 'This person is anonymous already.',
    none: 'No text has the name any more.',
    listTitle: (label: string) => `Texts that name ${label}`,
    crumb: (person: string) => `Texts that name ${person}`,
    listHint: (key: string) => `Edit them; then ${key} takes the name out of their history too.`,
    maybe: 'perhaps',
    cleared: 'The name is gone from the texts and their history.',
    noneYet: 'Nobody has been anonymised.',
    columns: { step: 'Step', day: 'Day', person: 'Person', images: 'Versions erased', others: 'Texts put right' }, // prettier-ignore
  },
};
