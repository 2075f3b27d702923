/**
 * A spreadsheet takes a cell that begins with one of these for a formula, and runs it. An apostrophe in front makes it
 * text, as it does when typed in Excel. Cells that have apostrophes there already get one more, so that taking one off
 * always gives the text back.
 */
const formula = /^'*[=+\-@\t\r]/;
const guarded = /^'+[=+\-@\t\r]/;

/** The text of a cell that no spreadsheet takes for a formula. For cells of text only: -7 is a number. */
export function guardCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text that was guarded. */
export function unguardCell(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
