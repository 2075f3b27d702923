const escapeSequence = /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]?/gu;
const blank = /[\p{Cc}\p{Zl}\p{Zp}\s]+/gu;
/** Invisible formatting: also what turns text around. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** The text as one line without control characters, whatever the user wrote; safe to be escaped for any format. */
export function oneLine(text: string): string {
  // A no-break space stays one: it holds a number together.
  return text
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(escapeSequence, '')
    .replaceAll(blank, (gap) => (gap === '\u00A0' ? gap : ' '))
    .replaceAll(invisible, '')
    .replaceAll(/[\uFFFE\uFFFF]/gu, '');
}

/** Lines of a text of several lines, empty ones left out. */
export function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => oneLine(line).trim())
    .filter((line) => line !== '');
}
