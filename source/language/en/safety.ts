/** Errors about places where nothing can be kept; in the same form as the others. */
export const safetyErrors = {
  'no-folder': {
    message: (p: { path: string }) =>
      `${p.path} can't be made: a part of its path is a file, not a folder, or can't be entered.`,
    hint: () => 'Nothing was changed. Choose a path that goes through folders only.',
  },
  'settings-unwritable': {
    message: (p: { path: string; reason: string }) =>
      `The settings could not be kept in ${p.path} (${p.reason}).`,
    hint: () => 'All else was done. Check the rights of the folder, or name another with XDG_CONFIG_HOME.',
  },
};

/** What is said when a file is opened: of a run that ended abruptly, of other windows, and of where the file lies. */
export const safety = {
  title: 'On opening',
  goOn: 'Go on',
  ended: (p: { host: string | null; changes: number; until: string | null }) =>
    `The last run${p.host === null ? '' : ` on ${p.host}`} ended abruptly. ${
      p.changes === 0 || p.until === null
        ? 'It had changed nothing.'
        : p.changes === 1
          ? `Its one change, of ${p.until}, is in the file.`
          : `Its ${p.changes} changes up to ${p.until} are in the file.`
    }`,
  /** The same in one line of the console. */
  endedShort: (p: { changes: number; until: string | null }) =>
    p.changes === 0 || p.until === null
      ? 'The last run ended abruptly; it had changed nothing'
      : `Ended abruptly: ${p.changes} ${p.changes === 1 ? 'change' : 'changes'} safe, up to ${p.until}`,
  drafts: (names: readonly string[]) => `Kept as a draft: ${names.join(', ')}.`,
  here: (p: { since: string }) => `Open in another window too, since ${p.since}. That is safe`,
  elsewhere: (p: { host: string; since: string }) =>
    `The file is open on ${p.host} too, since ${p.since}. Close it there first: over a network two at once can damage a file.`,
  place: (p: { path: string; kind: 'synchronised' | 'network'; name: string }) =>
    p.kind === 'synchronised'
      ? `${p.path} is in a folder that is synchronised (${p.name}). It may be sent half-written, or put back older.`
      : `${p.path} is on another computer (${p.name}). Two at once, or a break in the network, can damage it.`,
  placeAdvice:
    'Safe: keep the file on this computer’s own disk and have copies made there instead: luotsi config backup-folder FOLDER.',
  conflict: {
    title: (code: string) => `${code} was changed meanwhile`,
    text: 'Both changed these fields. Which is kept of each?',
    mine: 'mine',
    theirs: 'theirs',
    empty: '(empty)',
    hint: 'Space chooses the other · * all · Enter saves',
    inForm: 'Your text is in the form, as a draft.',
    inFormHint: 'e opens the form',
    leaving: {
      toForm: 'Esc goes back to the form',
      theirs: 'Esc: theirs stays',
      toDraft: 'Esc: theirs stays, and your text is kept in the form',
    },
  },
};
