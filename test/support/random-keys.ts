import { defaultKeys } from '../../source/keys/default-keys.ts';

/** One thing that comes from a terminal: keys, a burst of text, a paste, bytes that are no key, or a new size. */
export type Input =
  | { readonly kind: 'keys'; readonly keys: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'bytes'; readonly text: string }
  | { readonly kind: 'size'; readonly columns: number; readonly rows: number };

/** Leaving the program makes it start anew, which takes long; it comes seldom and by itself. */
const leaving = new Set(['Ctrl+C']);

/** Every key that does something somewhere, as often as it is bound; `g t` is two keys. */
const bound: readonly (readonly string[])[] = Object.values(defaultKeys)
  .flatMap((keys) => Object.values(keys))
  .flat()
  .filter((keys) => !leaving.has(keys))
  .map((keys) => keys.split(' ').filter((key) => key !== ''));

const often = ['j', 'k', 'Down', 'Up', 'Enter', 'Enter', 'Esc', 'Tab', '.', ',', 'PageDown', ':', '/', '?', 'n', 'e', 'a', 'r', 'Space', 'Ctrl+S']; // prettier-ignore
const words = ['riski', 'ohjaus', 'state:', 'tila:avoin', 'huomenna', '44 perustelu', 'ä', '👩‍👧 e\u0301 漢字', '-', '"', '23.3.', 'x'.repeat(70)]; // prettier-ignore
const pastes = ['yksi\nkaksi\n\tkolme', 'Otsikko;Tila\n"a;b";c', '\u001B[31mpunainen\u001B[0m \u0007', '漢字'.repeat(60), 'rivi\n'.repeat(40), '']; // prettier-ignore
/** Broken, unknown and cut-off sequences; mouse, focus and answers that nobody asked for. */
const sequences = ['\u001B[', '\u001B[9', '\u001B[1;5~', '\u001B[<0;10;5M', '\u001B[<64;10;5M', '\u001B[I', '\u001B[O', '\u001B]11;rgb:ffff/ffff/ffff\u0007', '\u001BOZ', '\u001B\u001B\u001B', '\u001B[200~\u001B[200~\u001B[201~', '\u001B[201~', '\u0000', '\u00C3', '\u001B[?62;c', '\u001B[27u']; // prettier-ignore
export const fuzzSizes = [[80, 24], [60, 20], [120, 36], [200, 60], [61, 21], [99, 25], [40, 10]] as const; // prettier-ignore

/** Numbers from 0 up to 1 out of a seed, the same each time (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** As many inputs as asked, the same for the same seed. */
export function randomInputs(count: number, seed: number): Input[] {
  const random = randomOf(seed);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };
  const one = (): Input => {
    const dice = random();
    if (dice < 0.5) return { kind: 'keys', keys: pick(bound) };
    if (dice < 0.78) return { kind: 'keys', keys: [pick(often)] };
    if (dice < 0.82) return { kind: 'keys', keys: Array.from({ length: 6 }, () => pick(often)) };
    if (dice < 0.88) return { kind: 'text', text: pick(words) };
    if (dice < 0.91) return { kind: 'paste', text: pick(pastes) };
    if (dice < 0.95) return { kind: 'bytes', text: pick(sequences) };
    const [columns, rows] = pick(fuzzSizes);
    return { kind: 'size', columns, rows };
  };
  return Array.from({ length: count }, one);
}

export function shown(input: Input): string {
  if (input.kind === 'keys') return input.keys.join(' ');
  if (input.kind === 'size') return `<${input.columns}×${input.rows}>`;
  return `${input.kind} ${JSON.stringify(input.text)}`;
}
