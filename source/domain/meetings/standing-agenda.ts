/** A group's standing agenda, a line an item: “Talous 15 min”. */
export interface StandingItem {
  readonly title: string;
  readonly minutes: number | null;
}

export function readStandingAgenda(text: string | null): StandingItem[] {
  return (text ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d+[.)]|[-–*])\s*/u, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const match = /^(.*\S)[\s,(]+(\d{1,3})\s*min\.?\)?$/iu.exec(line);
      return match === null
        ? { title: line, minutes: null }
        : { title: match[1] ?? line, minutes: Number(match[2]) };
    });
}

/** A title as it is held against others. */
export const folded = (title: string): string => title.trim().toLowerCase();

/** Are they one matter of an agenda? */
export const isSameItem = (one: string, other: string): boolean => folded(one) === folded(other);

/** What is known of an item, and below it what comes to it, unless that is told already. */
export function joinedBackground(known: string | null, more: string | null): string | null {
  const isTold = known !== null && more !== null && known.includes(more);
  return [known, isTold ? null : more].filter((text) => text !== null && text !== '').join('\n') || null;
}

/** What an item of an agenda is about, told from its title; null for any other. */
export type Topic = 'actions' | 'risks' | 'communication' | 'reports' | 'ending';

const words: Readonly<Record<Topic, RegExp>> = {
  risks: /\brisk/iu,
  communication: /viestin|communication/iu,
  actions: /tehtäv|edellinen pöytäkirja|edellisen pöytäkirjan|actions|previous minutes|last minutes/iu,
  reports: /talous|rahoit|raport|maksatus|finance|funding|report/iu,
  ending:
    /muut asiat|any other|other (?:matters|business)|seuraava kokous|next meeting|päättäminen|closing/iu,
};

export function isAbout(title: string, topic: Topic): boolean {
  return words[topic].test(title);
}
