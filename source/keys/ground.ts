/** The background as the terminal tells it: `11;rgb:1e1e/1e1e/2e2e`, with one to four digits a colour. */

/** Asks the terminal for its background; one that knows the question answers on the keyboard. */
export const groundQuestion = '\x1b]11;?\x07';

/** How bright each colour looks, of 1 together (ITU-R BT.709). */
const weights = [0.2126, 0.7152, 0.0722] as const;

/** @returns null for any other string */
export function groundOf(answer: string): 'dark' | 'light' | null {
  const digits = /^11;rgba?:([\da-f]{1,4})\/([\da-f]{1,4})\/([\da-f]{1,4})/i.exec(answer)?.slice(1);
  if (digits === undefined) return null;
  const parts = digits.map((hex) => Number.parseInt(hex, 16) / (16 ** hex.length - 1));
  const brightness = parts.reduce((sum, part, index) => sum + part * (weights[index] ?? 0), 0);
  return brightness > 0.5 ? 'light' : 'dark';
}
