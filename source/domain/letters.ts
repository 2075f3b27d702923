/**
 * Patterns over all letters are dear: V8 takes half a millisecond to make one and as long again when it is first used, a
 * sixth of what a command has. Where all of a text is ASCII or Latin-1, as Finnish is, a list of letters does the same.
 */
const beyondAscii = /[\u0080-\uffff]/;
const beyondLatin = /[\u0100-\uffff]/;
const latinWord =
  /[0-9A-Za-z\u00aa\u00b2\u00b3\u00b5\u00b9\u00ba\u00bc-\u00be\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]+/g;

export const isAscii = (text: string): boolean => !beyondAscii.test(text);

/** The runs of letters and digits of a text, of any script. */
export const lettersAndDigits = (text: string): string[] =>
  text.match(beyondLatin.test(text) ? /[\p{L}\p{N}]+/gu : latinWord) ?? [];
