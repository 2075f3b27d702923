import { day } from './recruitment-errors.ts';

const span = ({ starts, ends }: { starts: string; ends: string }): string =>
  `${starts === '' ? '…' : day(starts)} – ${ends === '' ? 'for now' : day(ends)}`;

/** Refusals around sessions: running them, who was there, who belongs to a group. */
export const meetingErrors = {
  'session-closed': {
    message: (p: { code: string }) => `${p.code} is closed, so it can only be read.`,
    hint: (p: { code: string }) =>
      `Nothing was changed. Reopen it first: luotsi session reopen ${p.code} --reason "…" (in the console: V, then r).`,
  },
  'membership-minuted': {
    message: (p: { code: string; person: string; session: string }) =>
      `${p.code} stays: ${p.person} was on the roster of ${p.session}, which is closed.`,
    hint: (p: { code: string; person: string; session: string }) =>
      `Nothing was changed. Let it end instead: luotsi membership set ${p.code} --ends today. If it never was right, reopen the session first: luotsi session reopen ${p.session} --reason "…".`,
  },
  'session-not-closed': {
    message: (p: { code: string }) => `${p.code} is not closed, so there is nothing to reopen.`,
    hint: () => 'It can be changed as it is.',
  },
  'session-cancelled': {
    message: (p: { code: string }) => `${p.code} was cancelled, so it has no attendance and is not held.`,
    hint: (p: { code: string }) => `If it is held after all: luotsi session set ${p.code} --state planned`,
  },
  'session-held': {
    message: (p: { code: string }) => `${p.code} has been held already.`,
    hint: (p: { code: string }) => `luotsi session show ${p.code} tells when and who was there.`,
  },
  'session-not-running': {
    message: (p: { code: string }) => `${p.code} is not under way.`,
    hint: (p: { code: string }) => `Start it first: luotsi session start ${p.code} (in the console: Enter).`,
  },
  'reopen-reason': {
    message: (p: { code: string }) => `${p.code} is reopened only with a reason.`,
    hint: (p: { code: string }) => `luotsi session reopen ${p.code} --reason "what has to be corrected"`,
  },
  'approved-elsewhere': {
    message: (p: { code: string; other: string }) =>
      `The minutes of ${p.code} can't be approved in ${p.other}: it is not a later session of the same group.`,
    hint: () => 'Give a later session of the group.',
  },
  'approved-where': {
    message: (p: { code: string; codes: readonly string[] }) =>
      `In which meeting the minutes of ${p.code} were approved is missing.`,
    hint: (p: { codes: readonly string[] }) => `Name it with --in: ${p.codes.join(', ')}.`,
  },
  'marked-twice': {
    message: (p: { code: string; person: string }) => `${p.person} is already marked at ${p.code}.`,
    hint: (p: { code: string; person: string }) =>
      `Change the mark: luotsi session mark ${p.code} --apology ${p.person}`,
  },
  'deputy-for-nobody': {
    message: (p: { code: string; person: string }) =>
      `${p.person} would sit in for nobody at ${p.code}: a deputy stands for a member of that day.`,
    hint: (p: { code: string; person: string }) =>
      `Mark the member: --deputy MEMBER. A guest is marked present: luotsi session mark ${p.code} --present ${p.person}`,
  },
  'deputy-of-nobody': {
    message: (p: { person: string }) => `${p.person} would be nobody's deputy in the group.`,
    hint: () =>
      'Name the membership of the member they stand in for: --deputyOf CODE. luotsi membership list shows the codes.',
  },
  'succeeds-outside': {
    message: (p: { code: string; day: string; starts: string; ends: string }) =>
      `A successor of ${p.code} can't begin on ${day(p.day)}: the term is ${span(p)}.`,
    hint: () => 'Give a day within the term, after its first day.',
  },
  'wrong-prefix': {
    message: (p: { text: string }) => `Codes can't begin with “${p.text}”.`,
    hint: () => 'Nothing was changed. Give one to six letters, such as TK.',
  },
  'no-such-item': {
    message: (p: { code: string; text: string }) => `The agenda of ${p.code} has no item ${p.text}.`,
    hint: (p: { code: string; text: string }) => `luotsi session agenda ${p.code} lists the items.`,
  },
  'nothing-promised': {
    message: (p: { text: string }) => `“${p.text}” doesn't say what is to be done.`,
    hint: () => 'For example: Maija sends the invitations next mon',
  },
  'no-next-session': {
    message: (p: { code: string }) => `The group has no session planned after ${p.code}.`,
    hint: () => 'Add one; until then the item waits as postponed and is proposed for the next agenda.',
  },
};
