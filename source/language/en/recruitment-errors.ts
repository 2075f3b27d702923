import type { Label } from '../language.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const day = (iso: string): string => {
  const [year, month, date] = iso.split('-');
  return `${Number(date)} ${months[Number(month) - 1]} ${year}`;
};

/** What a candidate's stages, terms and spans of days can't be; in the same form as the others. */
export const recruitmentErrors = {
  'turned-days': {
    message: (p: { from: Label; to: Label; starts: string; ends: string }) =>
      `${p.to.en} (${day(p.ends)}) would be before ${p.from.en} (${day(p.starts)}).`,
    hint: () => 'Nothing was changed. Give the days the other way round.',
  },
  'terms-overlap': {
    message: (p: {
      person: string;
      group: string;
      other: string;
      starts: string | null;
      ends: string | null;
    }) =>
      `${p.person} is in ${p.group} already: ${p.other} (${p.starts === null ? '…' : day(p.starts)} – ${p.ends === null ? 'for now' : day(p.ends)}).`,
    hint: (p: { other: string }): string =>
      `Nothing was changed. End ${p.other} first, or extend it instead.`,
  },
  'candidate-twice': {
    message: (p: { person: string; other: string }) => `${p.person} is in this round already: ${p.other}.`,
    hint: (p: { other: string }): string => `Nothing was changed. Go on with ${p.other}.`,
  },
  'stage-back': {
    message: (p: { code: string; from: Label; to: Label; day: string; earlier: boolean }) =>
      p.earlier
        ? `${p.code} is at “${p.from.en}” since ${day(p.day)}, so it can't go back to “${p.to.en}”.`
        : `${p.code} comes to “${p.from.en}” on ${day(p.day)}, so it can't be at “${p.to.en}” before that.`,
    hint: () => 'Nothing was changed. If the other move was a slip, undo it or move its entry to the trash.',
  },
  'stage-early': {
    message: (p: { code: string; day: string; signedUp: string }) =>
      `${p.code} signed up on ${day(p.signedUp)}, so its stage can't change on ${day(p.day)}.`,
    hint: () => 'Nothing was changed. Give a later day, or put the day of signing up right first.',
  },
  'sign-up-late': {
    message: (p: { code: string; day: string; signedUp: string }) =>
      `${p.code} changed stage on ${day(p.day)}, so it can't have signed up as late as ${day(p.signedUp)}.`,
    hint: () => 'Nothing was changed. Give an earlier day.',
  },
  'own-successor': {
    message: (p: { unit: string }) => `${p.unit} would follow itself, directly or through its successors.`,
    hint: () => 'Nothing was changed. Name the unit that came in its place.',
  },
  'no-such-area': {
    message: (p: { area: string }) => `No unit is in a service area called “${p.area}”.`,
    hint: () => 'luotsi unit coverage shows all areas; the start of a name is enough.',
  },
  'term-shorter': {
    message: (p: { code: string; ends: string; until: string }) =>
      `${p.code} holds until ${day(p.ends)} already; ${day(p.until)} would make it shorter.`,
    hint: () => 'Nothing was changed. Give a later day; a term is ended by changing its last day.',
  },
  'term-open': {
    message: (p: { code: string }) => `${p.code} has no last day, so there is nothing to extend.`,
    hint: () => 'Nothing was changed. A term without a last day holds until it is ended.',
  },
};
