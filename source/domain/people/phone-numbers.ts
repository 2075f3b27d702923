/** Fewer digits would be in too many numbers. */
const fewest = 5;

/**
 * The numbers in a text as digits, a space between them, however they are grouped; Finnish ones as they are dialled at
 * home: `+358 (0)40 123 4567` is `0401234567`.
 */
export const digitsOf = (text: string): string =>
  // Thousands are asked for at once, and nearly all of them are plain.
  /^[\d -]*$/.test(text) ? dialled(text.replaceAll(/[ -]/g, '')) : numbersIn(text);

const numbersIn = (text: string): string =>
  text
    .split(/[,;]|\s\/\s|\p{L}+|(?=\+)/u)
    .map((part) => dialled(part.replaceAll(/[^\d+]/gu, '')))
    .filter((number) => number !== '')
    .join(' ');

/**
 * The digits that a text asks for when it is a telephone number or a part of one, and nothing else: several where it can be
 * read in several ways, none where it is something else.
 */
export function numbersAsked(text: string): string[] {
  const bare = text.replaceAll(/[\s\-\u2010-\u2015.()]/gu, '');
  if (!/^\+?\d+$/u.test(bare)) return [];
  // Without the sign, 358 and 00 may as well be of the middle of a number.
  const national = dialled(bare.startsWith('358') ? `+${bare}` : bare);
  const readings = bare.startsWith('+') ? [national] : [bare, national];
  return [...new Set(readings)].filter(({ length }) => length >= fewest);
}

function dialled(number: string): string {
  const [, abroad, digits = ''] = /^(\+|00)?(\d*)/.exec(number) ?? [];
  if (abroad === undefined && !digits.startsWith('358')) return digits;
  const isFinnish = digits.startsWith('358') && (abroad !== undefined || digits.length > 9);
  return isFinnish ? digits.replace(/^3580?/u, '0') : digits;
}
