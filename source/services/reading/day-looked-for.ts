import { dayInWords } from '../../domain/day-words/index.ts';
import { dayAsked } from '../../domain/days/day-asked.ts';
import type { Day } from '../../domain/days/day.ts';
import type { DayAsked } from '../../domain/days/day-asked.ts';

const listed = (words: string): string[] => words.split(' ');

/** What words for days begin with, and hardly any others. */
const beginnings = [
  'tänään tanaan huomenna ylihuomenna eilen toissap today tomorrow yesterday',
  'maananta tiista keskiviik torsta perjanta lauanta sunnunta',
  'monday tuesday wednesday thursday friday saturday sunday',
].flatMap(listed);
/** `ensi pe`, `next fri` */
const leads = new Set(listed('ensi viime tämä tama next last this'));
/** `3 pv sitten`, `in 2 weeks` */
const countedBy = new Set(listed('päästä paasta kuluttua sitten ago in'));
/** What the names of months begin with. */
const months = new Set(
  ['tam hel maa huh tou kes hei elo syy lok mar jou', 'jan feb apr may jun jul aug sep oct nov dec'].flatMap(
    listed,
  ),
);
const shortWeekdays = new Set(listed('ma ti ke to pe la su mo tu we th fr sa'));

/** The day that is looked for, in figures or in words, with the words beside it; null where there is none. */
export function dayLookedFor(text: string, today: Day): DayAsked | null {
  const inFigures = dayAsked(text, today);
  return (mayNameDay(text) ? dayInWords(text, today) : null) ?? inFigures;
}

/** Words for days are read from a file of their own, which other words go without. */
function mayNameDay(text: string): boolean {
  const words = text.toLowerCase().split(' ');
  return words.some((word, at) => {
    const [before = '', next = '', later = ''] = [words[at - 1], words[at + 1], words[at + 2]];
    if (word < '0' || word >= ':')
      return beginnings.some((begin) => word.startsWith(begin)) || (leads.has(word) && next !== '');
    if (word.includes('.') && shortWeekdays.has(before.slice(0, 2))) return true;
    return (
      [before, next].some((one) => months.has(one.slice(0, 3))) || [before, next, later].some(isCounting)
    );
  });
}

const isCounting = (word: string): boolean => countedBy.has(word);
