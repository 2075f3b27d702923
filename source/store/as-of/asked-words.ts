import { formsAsked, isNear, queryWords, wordsAsked } from '../search/search.ts';
import { foldLetters, formsOf } from '../search/stems.ts';

/** What answers a word that was typed: as it was typed, the last one a beginning; each as a beginning; or one slip away too. */
export type Answering = 'typed' | 'begun' | 'near';

/** One thing that was typed: does a word, by its forms, answer it, and is it a word that may have been meant by it? */
interface AskedWord {
  readonly word: string;
  readonly answers: (form: string) => boolean;
  readonly isNear: (form: string) => boolean;
}

/** Bits of a number; what is typed beyond them is asked of the index alone. */
const mostAsked = 30;

/** Letters, and with them signs, that part words in the index as they do here. Of a text with any others the index tells. */
const letters = '0-9a-zß-öø-ÿ';
const beyondKnown = /[^\t\n\r -~\u00a0§«°·»À-ÖØ-öø-ÿ–—‘’“”…•€]/;

/** Tells of texts which of the words that were typed they may have. It may say too much, never too little. */
export class AskedWords {
  readonly answering: Answering;
  /** A text that has every one of them. */
  readonly all: number;
  /** Was a word seen for the first time that the index must know of to tell what else may have been meant? */
  isFresh = false;
  readonly #isEnglish: boolean;
  readonly #asked: readonly AskedWord[];
  /** Words that begin as one that was typed: no others are looked at. */
  readonly #words: RegExp;
  readonly #known = new Map<string, number>();
  #answered = 0;

  constructor(answering: Answering, text: string, isEnglish: boolean) {
    this.answering = answering;
    this.#isEnglish = isEnglish;
    this.#asked = askedOf(answering, text, isEnglish).slice(0, mostAsked);
    this.all = 2 ** this.#asked.length - 1;
    const begin = this.#asked.map(({ word }) => beginningsOf(word)).join('');
    this.#words = new RegExp(`(?<![${letters}])[${begin}][${letters}]*`, 'g');
  }

  /** Of a text, by bits. */
  in(text: string): number {
    if (beyondKnown.test(text)) {
      this.isFresh = true;
      return this.all;
    }
    let found = 0;
    for (const word of text.toLowerCase().match(this.#words) ?? []) found |= this.#inWord(word);
    return found;
  }

  #inWord(word: string): number {
    let found = this.#known.get(word);
    if (found === undefined) {
      found = this.#answersOf(word);
      this.#known.set(word, found);
    }
    return found;
  }

  #answersOf(word: string): number {
    const forms = [word, ...formsOf(word, this.#isEnglish)];
    let found = 0;
    for (const [place, asked] of this.#asked.entries()) {
      const bit = 1 << place;
      if (forms.some(asked.answers)) {
        this.isFresh ||= (this.#answered & bit) === 0;
        this.#answered |= bit;
        found |= bit;
      }
      if (forms.some(asked.isNear)) {
        this.isFresh = true;
        found |= bit;
      }
    }
    return found;
  }
}

/** No form of a word begins with another letter than the word itself, but for the dots of ä, ö and å. */
function beginningsOf(word: string): string {
  const letter = foldLetters(word.charAt(0));
  return (
    letter +
    Array.from('äöåéü')
      .filter((dotted) => foldLetters(dotted) === letter)
      .join('')
  );
}

function askedOf(answering: Answering, text: string, isEnglish: boolean): AskedWord[] {
  const { days, words } = answering === 'near' ? { days: [], words: queryWords(text) } : wordsAsked(text);
  const figures = days.flatMap((day) => day.replaceAll('"', '').split(' '));
  return [
    ...words.map((word, index) => {
      const begins = answering !== 'typed' || index === words.length - 1;
      const { beginnings, whole } = formsAsked(word, begins, isEnglish);
      return {
        word,
        answers: (form: string) =>
          whole.includes(form) || beginnings.some((beginning) => form.startsWith(beginning)),
        isNear: (form: string) => answering === 'near' && isNear(form, word),
      };
    }),
    ...figures.map((figure) => ({
      word: figure,
      answers: (form: string) => form === figure,
      isNear: () => false,
    })),
  ];
}
