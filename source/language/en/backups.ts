/** Words of the screen of copies. */
export const backups = {
  columns: { when: 'When', why: 'Why', size: 'Size', state: 'Looked over', where: 'Where' },
  here: 'this computer',
  own: 'your folder',
  whenMade: 'when made',
  sound: 'sound',
  unsound: 'unsound',
  none: 'There are no copies yet: n makes one.',
  noPlace: 'No copies are made of this file.',
  made: 'A copy was made.',
  making: 'Copy of the file',
  check: 'Look the copy over',
  restore: 'Put this copy in place of the file …',
  isSound: (step: number) => `The copy is sound, up to step ${step}.`,
  restoreTitle: 'Put a copy in place of the file',
  restoreText: (when: string) => `The file will be as it was on ${when}.`,
  later: (steps: number) =>
    steps === 1 ? 'One later step goes out of sight.' : `${steps} later steps go out of sight.`,
  keptText:
    'The file as it is now is kept among the copies, and comes back the same way. The console opens again.',
  restoreNow: 'Put it back',
  cancel: 'Cancel',
  restored: 'The copy is in place of the file.',
  sealed: 'encrypted',
  askedOutside: 'This copy is encrypted, and its passphrase is asked for on the command line.',
  encryptionOn:
    'Copies in your own folder are encrypted from now on; those on this computer are not, for the file lies beside them.',
  encryptionOff: 'Copies in your own folder are no longer encrypted; those that are stay so.',
  lost: 'Keep the passphrase: nobody can open encrypted copies without it, and it can’t be found out.',
  passphrase: {
    ask: 'Passphrase: ',
    choose: 'New passphrase: ',
    again: 'The same again: ',
  },
  restoredHint: 'what it replaced is among the copies',
};
