import { stemmer as englishStemmer } from '@orama/stemmers/english';
import { stemmer } from '@orama/stemmers/finnish';
import { lettersAndDigits } from '../../domain/letters.ts';

/** The words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return lettersAndDigits(text.normalize('NFC').toLowerCase());
}

/**
 * The stem under which a Finnish word and its inflected forms meet: Snowball's stem without its final vowels and the j
 * of the plural, with the s of the nominative where other forms have ks, d or t (kokous – kokouksen, oikeus – oikeuden), and without the as that only
 * some forms have (asiakas – asiakkaan).
 */
export function stemOf(word: string): string {
  if (word.length < 4 || hasDigit(word)) return word;
  const snowball = stemmer(word);
  const stem = snowball.length >= 7 ? withoutPlural(snowball) : snowball;
  const bare = withoutEnding(withoutVowels(stem));
  if (bare.length < 3) return stem;
  if (bare.length < 5 || !/[uy][dt]$/.test(bare)) return bare;
  return `${bare.slice(0, -1)}s`;
}

// Every word of a text comes by here, of which an added record has forty: patterns would be most of what it takes.

function hasDigit(word: string): boolean {
  for (let place = 0; place < word.length; place += 1) {
    const sign = word.charCodeAt(place);
    if (sign >= 0x30 && sign <= 0x39) return true;
  }
  return false;
}

const vowels = 'aeiouyäö';
const isVowelAt = (word: string, place: number): boolean => vowels.includes(word.charAt(place));

/** j, id or it after a vowel. */
function withoutPlural(word: string): string {
  const length = word.endsWith('j') ? 1 : word.endsWith('id') || word.endsWith('it') ? 2 : 0;
  const end = word.length - length;
  return length > 0 && end > 0 && isVowelAt(word, end - 1) ? word.slice(0, end) : word;
}

function withoutVowels(word: string): string {
  let end = word.length;
  while (end > 0 && isVowelAt(word, end - 1)) end -= 1;
  return word.slice(0, end);
}

/** ks after a vowel other than i and ä becomes s; then as or äs goes after a k that something stands before. */
function withoutEnding(word: string): string {
  if (!word.endsWith('s')) return word;
  const isPlain = word.endsWith('ks') && 'uyoöea'.includes(word.at(-3) ?? '-');
  const bare = isPlain ? `${word.slice(0, -2)}s` : word;
  return /..k[aä]s$/u.test(bare) ? bare.slice(0, -2) : bare;
}

/**
 * Consonant gradation at the end of a stem, strong and weak: kauppa – kaupan, katu – kadun, ranta – rannan. Snowball
 * makes a double consonant at the end single, so the weak grade of nt stands there as n: rekrytointi – rekrytoin(n)in.
 */
const gradation: readonly (readonly [string, string])[] = [
  ['pp', 'p'],
  ['tt', 't'],
  ['kk', 'k'],
  ['mp', 'mm'],
  ['nt', 'nn'],
  ['lt', 'll'],
  ['rt', 'rr'],
  ['nk', 'ng'],
  ['mp', 'm'],
  ['nt', 'n'],
  ['lt', 'l'],
  ['rt', 'r'],
  ['t', 'd'],
  ['p', 'v'],
];

/** What verbs are called by stands in three stems: sitoutumin(en), sitoutumis(en), sitoutum(ista). */
function verbalStems(stem: string): string[] {
  const [, verb] = /^(.{3,}[aeiouyäö]m)(?:in|is)?$/u.exec(stem) ?? [];
  return verb === undefined ? [] : [verb, `${verb}in`, `${verb}is`];
}

/** A short word keeps the plural's mark in its partitive alone: riskejä, beside riskien and riskeistä. */
const shortPlural = (stem: string): string[] =>
  stem.length > 6 ? [] : [stem.endsWith('ej') ? stem.slice(0, -2) : `${stem}ej`];

/** The stem and what it may be in the other grade, or where its word's forms have several. */
export function gradesOf(stem: string): string[] {
  if (stem.length < 3) return [stem];
  const others = gradation.flatMap(([strong, weak]) => {
    const forms: string[] = [];
    if (stem.endsWith(strong)) forms.push(stem.slice(0, -strong.length) + weak);
    if (stem.endsWith(weak)) forms.push(stem.slice(0, -weak.length) + strong);
    return forms;
  });
  const more = [...others, ...verbalStems(stem), ...shortPlural(stem)];
  return [...new Set([stem, ...more.filter((form) => form.length >= 3)])];
}

const dotted = 'äöåéü';
const bare = 'aoaeu';

/** ä, ö and å as a keyboard without them writes the word. */
export function foldLetters(word: string): string {
  let folded = '';
  let from = 0;
  for (let place = 0; place < word.length; place += 1) {
    // Those before ä in the order of signs are as they are.
    const letter = word.charCodeAt(place) < 0xe4 ? -1 : dotted.indexOf(word.charAt(place));
    if (letter === -1) continue;
    folded += word.slice(from, place) + bare.charAt(letter);
    from = place + 1;
  }
  return from === 0 ? word : folded + word.slice(from);
}

/** The stem under which an English word and its inflected forms meet: meeting, meetings, meets. */
export const englishStemOf = (word: string): string =>
  word.length < 4 || /[^a-z]/.test(word) ? word : englishStemmer(word);

/** Texts repeat their words, so a fill of the index asks for the same ones again and again. */
const known = new Map<string, readonly string[]>();
const mostKnown = 50_000;

/** What a word is found by beside itself: its stem, and both as a keyboard without ä, ö and å writes them. */
export const formsOf = (word: string, isEnglish: boolean): readonly string[] =>
  isEnglish ? [...finnishForms(word), englishStemOf(word)] : finnishForms(word);

function finnishForms(word: string): readonly string[] {
  const before = known.get(word);
  if (before !== undefined) return before;
  const stem = stemOf(word);
  const made: string[] = [];
  for (const form of [stem, foldLetters(word), foldLetters(stem)])
    if (form !== word && !made.includes(form)) made.push(form);
  if (known.size >= mostKnown) known.clear();
  known.set(word, made);
  return made;
}

/**
 * A text as the index holds it: as written, and below it what its words are found by that it does not have itself. In a
 * project in English that are English stems as well as Finnish ones: names and quotations stay what they are.
 */
export function indexedText(text: string, isEnglish: boolean): string {
  const words = new Set(wordsOf(text));
  const forms = new Set<string>();
  for (const word of words) {
    for (const form of formsOf(word, isEnglish)) if (!words.has(form)) forms.add(form);
  }
  return forms.size === 0 ? text : `${text}\n${[...forms].join(' ')}`;
}
