import { dayWords } from '../day-words.ts';
import type { Label, Named } from '../language.ts';

const list = (words: readonly string[]): string => words.join(', ');
const because = (reason: Label | null): string => (reason ? `: ${reason.en}` : '');
const meant = (words: readonly string[]): string =>
  words.length > 0 ? `Did you mean ${words.join(' or ')}?` : '';

const choices = (all: Readonly<Record<string, Label>>): string =>
  Object.entries(all)
    .map(([one, label]) => (label.en === one ? one : `${label.en} (${one})`))
    .join(', ');

/** What people call it, with the word of the command line where that is another. */
const word = ({ name, label }: Named): string =>
  label.en.toLowerCase() === name ? label.en : `${label.en} (${name})`;

interface MissingField {
  readonly register: string;
  /** What people call the register and the fields, where that is known. */
  readonly one?: Label;
  readonly fields: readonly string[];
  readonly labels?: readonly Label[];
}

/** One entry an error: what is wrong and where, then what to do next. */
export const errors = {
  'unknown-register': {
    message: (p: { word: string; near: readonly string[] }) => `There is no register called “${p.word}”.`,
    hint: (p: { word: string; near: readonly string[] }) =>
      meant(p.near) || 'luotsi --help lists the registers.',
  },
  'unknown-command': {
    message: (p: { word: string; near: readonly string[] }) => `There is no command called “${p.word}”.`,
    hint: (p: { word: string; near: readonly string[] }) =>
      meant(p.near) || 'luotsi --help lists the commands.',
  },
  'unknown-action': {
    message: (p: { word: string; near: readonly string[] }) => `There is no action called “${p.word}”.`,
    hint: (p: { word: string; near: readonly string[] }) =>
      meant(p.near) || 'luotsi config keys lists the actions.',
  },
  'unknown-key': {
    message: (p: { key: string }) => `“${p.key}” is not the name of a key.`,
    hint: () =>
      'These are: x, X, ä, F5, Ctrl+X, Alt+x, Enter, Space, PageUp, Down, and “g x” for one after another.',
  },
  'key-taken': {
    message: (p: { key: string; other: string }) => `The key ${p.key} belongs to ${p.other}.`,
    hint: (p: { key: string; other: string }) =>
      `Choose another, or first move it: luotsi config key ${p.other} KEYS…`,
  },
  'unknown-field': {
    message: (p: { register: Named; word: string; near: readonly Named[] }) =>
      `The register ${word(p.register)} has no field called “${p.word}”.`,
    hint: (p: { register: Named; word: string; near: readonly Named[] }) =>
      meant(p.near.map(word)) || `luotsi ${p.register.name} --help lists its fields.`,
  },
  'wrong-thresholds': {
    message: () =>
      'The thresholds of risk levels must rise: moderate, high, very high, each greater than the one before, from 2 to 25.',
    hint: () => 'Such as: moderate 5, high 10, very high 20. Levels that are not given stay as usual.',
  },
  'needed-field': {
    message: (p: { code: string; field: Label; state: Label; name: string }) =>
      `${p.code} can't be “${p.state.en}” without this: ${p.field.en}.`,
    hint: (p: { code: string; field: Label; state: Label; name: string }) =>
      `Give it with the same change: --${p.name} …`,
  },
  'not-assessed': {
    message: (p: { code: string }) =>
      `${p.code} has not been assessed yet, so there is nothing to leave as it was.`,
    hint: (p: { code: string }) => `luotsi risk assess ${p.code} --probability N --impact N`,
  },
  'risk-over': {
    message: (p: { code: string; state: Label }) => `${p.code} is already ${p.state.en}.`,
    hint: (p: { code: string; state: Label }) => `luotsi risk set ${p.code} --state open opens it again.`,
  },
  'derived-field': {
    message: (p: { register: Named; field: Named }) =>
      `${word(p.field)} of ${p.register.label.en} is worked out by Luotsi and can't be set.`,
    hint: (p: { register: Named; field: Named }) =>
      `luotsi ${p.register.name} --help shows what it is worked out from.`,
  },
  'missing-field': {
    message: (p: MissingField) =>
      `A new ${p.one?.en ?? p.register} needs: ${list(p.labels?.map(({ en }) => en) ?? p.fields)}.`,
    hint: (p: MissingField) => `Give it: ${p.fields.map((field) => `--${field} …`).join(' ')}`,
  },
  'wrong-day': {
    message: (p: { text: string; reason: Label | null }) => `“${p.text}” is not a day${because(p.reason)}.`,
    hint: () => 'These work: 23.3.2022, 23.3., tomorrow, fri, “next mon”, +2w, eom, w23, 2022-03-23.',
  },
  'wrong-week': {
    message: (p: { text: string }) => `“${p.text}” is not a week.`,
    hint: () => 'These work: w8, w27–31, w42/2023; commas between several.',
  },
  'wrong-time': {
    message: (p: { text: string; reason: Label | null }) =>
      `“${p.text}” is not a day and time${because(p.reason)}.`,
    hint: () => 'These work: 30.3.2022 9.00, “fri 9:30”, 2022-03-30T09:00.',
  },
  'wrong-span': {
    message: (p: { text: string; reason: Label | null }) =>
      `“${p.text}” is not a span of days${because(p.reason)}.`,
    hint: () => 'These work: 23.3.–8.4.2022, 2022-03-23/2022-04-08.',
  },
  'wrong-rule': {
    message: (p: { text: string; reason: Label | null }) =>
      `“${p.text}” is not a schedule${because(p.reason)}.`,
    hint: () =>
      'These work: weekly wed, every 2 weeks tue, monthly 15., every 1–2 months, once 23.3.2022, as needed.',
  },
  'no-series': {
    message: (p: { code: string }) => `${p.code} is of no series that could be changed.`,
    hint: () => 'Change the session alone: leave out --scope.',
  },
  'wrong-number': {
    message: (p: {
      text: string;
      field: Label;
      least: number | null;
      most: number | null;
      whole?: boolean;
    }) =>
      p.least !== null && p.most !== null
        ? `${p.field.en} is a ${p.whole === true ? 'whole ' : ''}number from ${p.least} to ${p.most}, not “${p.text}”.`
        : `${p.field.en} is a number, not “${p.text}”.`,
    hint: () => 'Write it in figures.',
  },
  'unclear-number': {
    message: (p: { text: string; field: Label; readings: readonly string[] }) =>
      `The ${p.text.includes(',') ? 'comma' : 'point'} of “${p.text}” may part thousands or decimals (${p.field.en}).`,
    hint: (p: { readings: readonly string[] }) => `Write it as ${p.readings.join(' or ')}.`,
  },
  'wrong-choice': {
    message: (p: { text: string; field: Label; choices: Readonly<Record<string, Label>> }) =>
      `${p.field.en} can't be “${p.text}”.`,
    hint: (p: { text: string; field: Label; choices: Readonly<Record<string, Label>> }) =>
      `It is one of: ${choices(p.choices)}.`,
  },
  'wrong-link': {
    message: (p: { text: string }) => `“${p.text}” is not a link.`,
    hint: () => 'A link starts with https:// or http:// or is a path to a file.',
  },
  'wrong-email': {
    message: (p: { text: string }) => `“${p.text}” is not an e-mail address.`,
    hint: () => 'Write it as name@organisation.fi.',
  },
  'wrong-value': {
    message: (p: { field: Label; text: string }) => `${p.field.en} can't hold “${p.text}”.`,
    hint: () => 'See the form of the field with --help.',
  },
  'wrong-zone': {
    message: (p: { text: string }) => `There is no time zone “${p.text}”.`,
    hint: () => 'Nothing was changed. Name it by its place: Europe/Helsinki, Europe/Stockholm.',
  },
  'empty-field': {
    message: (p: { field: Label }) => `${p.field.en} can't be empty.`,
    hint: () => 'Write something in it.',
  },
  'link-to-itself': {
    message: () => 'A record can’t be linked to itself.',
    hint: () => 'Name another record.',
  },
  'no-links': {
    message: (p: { register: { one: Label } }) => `Neither of these keeps links (${p.register.one.en}).`,
    hint: () => 'Link the record that they belong to.',
  },
  'no-such-record': {
    message: (p: { register: string; text: string; near: readonly string[] }) =>
      p.register ? `No ${p.register} is called “${p.text}”.` : `No record is called “${p.text}”.`,
    hint: (p: { register: string; text: string; near: readonly string[] }) =>
      meant(p.near) || 'luotsi find WORDS looks in every register.',
  },
  'several-records': {
    message: (p: { text: string; codes: readonly string[] }) =>
      `“${p.text}” could be any of these: ${list(p.codes)}.`,
    hint: () => 'Name it by its code.',
  },
  'record-removed': {
    message: (p: { code: string }) => `${p.code} is in the trash.`,
    hint: () => 'luotsi undo or luotsi history brings it back.',
  },
  conflict: {
    message: (p: { code: string; fields: readonly string[]; labels: readonly Label[] }) =>
      `${p.code} was changed meanwhile: ${list(p.labels.map(({ en }) => en))}.`,
    hint: () => 'Nothing was written. Look at it again and make the change once more.',
  },
  referred: {
    message: (p: { code: string; codes: readonly string[] }) =>
      `${p.code} is referred to by ${list(p.codes)}.`,
    hint: () => 'Give --force to move it to the trash all the same; what refers to it stays.',
  },
  'nothing-to-undo': {
    message: () => 'There is nothing to undo.',
    hint: () => 'luotsi history lists the steps.',
  },
  'nothing-to-redo': {
    message: () => 'There is nothing to redo.',
    hint: () => 'Redo works right after an undo.',
  },
  'no-such-step': {
    message: (p: { step: string }) => `There is no step ${p.step}.`,
    hint: () => 'luotsi history lists the steps.',
  },
  'step-reversed': {
    message: (p: { step: number }) => `Step ${p.step} has been undone already.`,
    hint: () => 'luotsi redo does it again.',
  },
  'place-taken': {
    message: (p: { code: string; why: Label; step: number }) =>
      `${p.code} can't come back as it was: ${p.why.en} (step ${p.step}).`,
    hint: (p: { code: string; why: Label; step: number }) =>
      `Nothing was changed. Go on with what is there; or undo step ${p.step} first (luotsi undo ${p.step}) and then try again.`,
  },
  'undo-blocked': {
    message: (p: { step: number; code: string; field: string; label: Label; later: number }) =>
      `Step ${p.step} can't be undone: step ${p.later} changed “${p.label.en}” of ${p.code} after it.`,
    hint: (p: { step: number; code: string; field: string; label: Label; later: number }) =>
      `Nothing was changed. Undo step ${p.later} first.`,
  },
  'no-file': {
    message: (p: { path: string }) => `There is no project file ${p.path}.`,
    hint: () => 'luotsi init makes one; luotsi sample opens the sample project.',
  },
  'no-project': {
    message: () => 'There is no project yet.',
    hint: () => 'luotsi init makes one; luotsi sample opens the sample project.',
  },
  'damaged-file': {
    message: (p: { path: string; detail: string }) => `${p.path} is damaged: ${p.detail}.`,
    hint: () => 'Nothing was changed. Bring back a copy with luotsi restore.',
  },
  'newer-file': {
    message: (p: { path: string; schema: number; known: number }) =>
      `${p.path} was written by a newer Luotsi (form ${p.schema}; this one knows ${p.known}).`,
    hint: () => 'Nothing was changed. Install the newer Luotsi.',
  },
  'schema-moved': {
    message: () => 'Another Luotsi has taken this file to a newer form, so this one has stopped writing.',
    hint: () => 'Close this window and open it again.',
  },
  'file-moved': {
    message: (p: { path: string }) =>
      `${p.path} is no longer the file that was opened: it has been moved, removed or replaced.`,
    hint: () => 'Nothing was changed. Close this window and open it again.',
  },
  'read-only': {
    message: (p: { path: string }) => `${p.path} can't be written: the file or its folder is read-only.`,
    hint: () => 'Nothing was changed. Check the rights of the folder or copy the file to your own folder.',
  },
  'file-locked': {
    message: (p: { path: string }) => `Another program is writing ${p.path}.`,
    hint: () => 'Nothing was changed. Try again in a moment.',
  },
  'disk-full': {
    message: (p: { path: string }) => `The disk is full: ${p.path} could not be written.`,
    hint: () => 'Nothing was changed. Make room and try again.',
  },
  'unreadable-file': {
    message: (p: { path: string; detail: string }) => `${p.path} can't be read: ${p.detail}.`,
    hint: () => 'Check the name and the rights of the file.',
  },
  'sample-too-early': {
    message: (p: { day: string; first: string }) =>
      `The sample project begins on ${dayWords(p.first, 'en')}, after ${dayWords(p.day, 'en')}.`,
    hint: () => 'Give a later day: luotsi sample --day 2023-03-22.',
  },
  'report-span': {
    message: (p: { from: string; to: string }) =>
      `The report would begin ${dayWords(p.from, 'en')}, after its last day ${dayWords(p.to, 'en')}.`,
    hint: () => 'Give --since a day that is not after the last one.',
  },
  'as-of-future': {
    message: (p: { day: string; today: string }) =>
      `--as-of ${p.day} is after the file's own day ${dayWords(p.today, 'en')}.`,
    hint: () => 'Give a day that has been.',
  },
  'as-of-change': {
    message: (p: { command: string }) =>
      `${p.command} changes the project, so it can't be used with --as-of.`,
    hint: () => 'Leave out --as-of.',
  },
  'outside-day': {
    message: (p: { day: string }) => `Only new records may carry an earlier day (${dayWords(p.day, 'en')}).`,
    hint: () => 'Make the change without a day of its own.',
  },
  stopped: {
    message: () => 'Stopped. Nothing was changed.',
    hint: () => 'Begin again when it suits you.',
  },
  busy: {
    message: () => 'Something long is being done to the project just now.',
    hint: () => 'Wait until it is ready, or stop it with Esc.',
  },
};
