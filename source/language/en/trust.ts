import { dayWords } from '../day-words.ts';
import type { Label } from '../language.ts';

/** Errors about copies and personal data; in the same form as the others. */
export const trustErrors = {
  'unsound-copy': {
    message: (p: { path: string; detail: string }) => `${p.path} is not a sound copy: ${p.detail}.`,
    hint: () => 'Nothing was changed. luotsi backup list shows the other copies.',
  },
  'wrong-passphrase': {
    message: (p: { path: string }) => `The passphrase does not open ${p.path}, or the file is damaged.`,
    hint: () =>
      'Nothing was changed. Without the passphrase nobody can open it: use a copy that is not encrypted.',
  },
  'no-key': {
    message: (p: { path: string }) =>
      `The key that opens ${p.path} is neither in the settings nor beside it.`,
    hint: () => 'Nothing was changed. Put luotsi-avain-….age.txt from the folder of the copies beside it.',
  },
  'needs-passphrase': {
    message: () => 'A passphrase is needed.',
    hint: () =>
      'Give it in LUOTSI_PASSPHRASE or by --passphrase-fd N, or do this at a terminal, where it is asked for.',
  },
  'short-passphrase': {
    message: (p: { fewest: number }) => `A passphrase has at least ${p.fewest} characters.`,
    hint: () => 'Four or five words that do not belong together are easy to remember and hard to guess.',
  },
  'passphrases-differ': {
    message: () => 'The two passphrases are not the same.',
    hint: () => 'Nothing was changed. Do it again.',
  },
  'no-copy': {
    message: (p: { day: string | null; folder: string; back: boolean; others: number }) =>
      p.back
        ? 'No file has been replaced by a copy, so there is nothing to take back.'
        : p.day === null
          ? `There is no copy of this project in ${p.folder}.`
          : `There is no copy from ${dayWords(p.day, 'en')}.`,
    hint: (p: { day: string | null; folder: string; back: boolean; others: number }): string =>
      p.others > 0
        ? 'Nothing was changed. luotsi backup list shows the copies.'
        : 'Nothing was changed. A copy can also be named: luotsi restore FILE.',
  },
  'open-elsewhere': {
    message: (p: { path: string }) => `${p.path} is open in another Luotsi.`,
    hint: () => 'Nothing was changed. Close it there first, so that nothing it writes is lost.',
  },
  'copy-of-other': {
    message: (p: { path: string }) => `The copy is of another project than ${p.path}.`,
    hint: () => 'Nothing was changed. Name the file to be replaced with --file.',
  },
  'needs-yes': {
    message: (p: { path: string }) => `Restoring would replace ${p.path}.`,
    hint: () => 'Nothing was changed. Give --yes; the file as it is now will be kept among the copies.',
  },
  'copy-failed': {
    message: (p: { folder: string; reason: string }) => `No copy could be made in ${p.folder} (${p.reason}).`,
    hint: () => 'Your work goes on and is saved. Check the folder: luotsi config shows it.',
  },
  'anonymised-stays': {
    message: (p: { step: number }) => `Step ${p.step} made somebody anonymous, and that can't be undone.`,
    hint: () => 'Nothing was changed. An earlier change can be undone by its number: luotsi undo STEP.',
  },
  'undo-anonymised': {
    message: (p: { step: number; code: string; later: number }) =>
      `Step ${p.step} can't be undone: step ${p.later} anonymised somebody and changed ${p.code}, and that stays.`,
    hint: (p: { step: number; code: string; later: number }) =>
      `Nothing was changed. What is wrong is put right by hand; luotsi history ${p.code} tells what has been changed.`,
  },
  'anonymise-yes': {
    message: (p: { code: string }) => `Anonymising ${p.code} can't be undone.`,
    hint: () => 'Nothing was changed. Give --yes.',
  },
  'keep-until': {
    message: (p: {
      code: string;
      until: string;
      counts: readonly { count: number; what: Label; until: string; codes: readonly string[] }[];
    }) =>
      `${p.code} stands on records that must be kept: ${p.counts.map(({ count, what, codes, until }) => `${what.en} ${count} (${codes.join(', ')}) until ${dayWords(until, 'en')}`).join(', ')}.`,
    hint: () => 'Nothing was changed. If the name is not needed as evidence any more, give --force.',
  },
};

const megabytes = (bytes: number): string => `${Math.max(0.1, bytes / 1_000_000).toFixed(1)} MB`;

const reasons: Readonly<Record<string, string>> = {
  day: 'daily',
  import: 'before an import',
  bulk: 'before changing many records',
  repair: 'before a repair',
  form: 'before a new form of the file',
  close: 'on leaving the console',
  own: 'asked for',
  replaced: 'replaced by a copy',
};

/** Words of copies, of looking the file over, and of anonymising. */
export const trust = {
  copies: {
    made: (path: string) => `Made a copy: ${path}`,
    none: 'There are no copies yet. One is made on the first change of each day.',
    columns: { day: 'Day', time: 'Time', step: 'Step', size: 'Size', reason: 'Why', path: 'File' },
    reason: (reason: string) => reasons[reason] ?? reason,
    megabytes,
    ask: (p: { path: string; copy: string }) =>
      `Replace ${p.path} by ${p.copy}? The file as it is now will be kept. [y/N] `,
    yes: /^y/i,
    restored: (p: { path: string; from: string }) => `${p.path} is now as in ${p.from}.`,
    kept: (path: string) => `What was replaced is kept: ${path}. luotsi restore --back brings it back.`,
    unchanged: 'Nothing was changed.',
    folder: (path: string) => `Copies will also be put in ${path}.`,
    noFolder: 'Copies are kept on this computer only.',
  },
  doctor: {
    sound: 'The file is sound.',
    unsound: 'The file has faults.',
    next: (serious: boolean): string =>
      serious
        ? 'luotsi backup list shows the copies, and luotsi restore brings one back.'
        : 'luotsi doctor --repair puts this right; a copy is made first.',
    fine: 'in order',
    more: (count: number) => `and ${count} more`,
    copied: (path: string) => `A copy as it was: ${path}`,
    repaired: (checks: readonly string[]) => `Worked out anew: ${checks.join(', ').toLowerCase()}.`,
    reindex: 'Make the search text anew',
    reindexed: (count: number) => `The search text is made anew: ${count} records can be found.`,
    size: 'Size',
    sizes: (p: { bytes: number; log: number; records: number; steps: number }) =>
      `${megabytes(p.bytes + p.log)}, records ${p.records}, steps ${p.steps}`,
    checks: {
      integrity: 'Pages of the file',
      schema: 'Tables of the file',
      references: 'References',
      chain: 'Chain of history',
      records: 'Records against history',
      double: 'Doubles',
      derived: 'Worked-out values',
      due: 'Due days',
      links: 'Links',
      reports: 'Reports handed over',
      search: 'Search index',
    },
    faults: {
      schema: 'is not as Luotsi makes it',
      gap: 'the step before it is missing',
      previous: 'does not follow from the step before it',
      hash: 'the step has been changed after it was written',
      image: 'a change has been altered after it was written',
      missing: 'what was changed is missing',
      redaction: 'an anonymised change still holds what was erased',
      redacted: 'what anonymising left in its place has been altered',
      reference: 'names a record that is not there',
      reportFile: 'is not what was handed over',
      rowGone: 'is in the history but not among the records',
      unknownToJournal: 'is not in the history',
      unlikeJournal: 'is not as the history last left it',
      double: 'is there twice',
      derived: 'is not what it is worked out to be',
      due: 'due days are not what they are worked out to be',
      links: 'links are not what they are worked out to be',
      reports: 'Reports handed over',
      search: 'is not found by its words',
    } as Readonly<Record<string, string>>,
  },
  anonymise: {
    ask: (p: { code: string }) =>
      `Take the name and contacts of ${p.code} out of the file and its history for good? This can't be undone. [y/N] `,
    done: (p: { code: string; label: string; images: number }) =>
      `${p.code} is now “${p.label}”. ${p.images} earlier versions were erased from history.`,
    nothing: (label: string) => `${label}: there is nothing left to take out.`,
    edited: 'The name was taken out of these texts and their history:',
    edit: 'These texts name the person. Edit them, then run this again with --name “…” --texts to clear their history too:',
    perhaps: (codes: readonly string[]) => `These may name the person in another form: ${codes.join(', ')}`,
    open: 'Another Luotsi has the file open, so traces may stay in it. Close it there and run this again.',
    copies: (count: number) => `The name was taken out of ${count} copies as well.`,
    left: (paths: readonly string[]) => `These copies still hold the name; delete them: ${paths.join(', ')}`,
    elsewhere: 'Tables, reports and e-mails that have left Luotsi are for you to clear.',
  },
};
