/**
 * Text in what people see as characters: a letter with its accents, an emoji family. The segmenter is made on first
 * need, since the first Intl object of a process costs about 20 ms, and most text never needs it.
 */
let segmenter: Intl.Segmenter | undefined;

/** Each of these code units is a character of its own: ASCII but CR, and Latin letters. */
const oneUnitEach = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff]*$/;

export function graphemes(text: string): string[] {
  // Splitting by code unit is right here, and faster.
  if (oneUnitEach.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}
