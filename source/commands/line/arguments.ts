import { wrongUsage } from '../../errors.ts';

/** Options that stand alone; every other takes a value, be it a field of a register or something global. */
export const flags: ReadonlySet<string> = new Set([
  'json',
  'no-color',
  'help',
  'version',
  'force',
  'fresh',
  'path',
  'dry-run',
  'skip-bad',
  'create-missing',
  'reindex',
  'repair',
  'yes',
  'back',
  'texts',
  'encrypt',
  'tasks',
  'schema',
  'template-places',
  'preview',
  'keep-terms',
  'propose',
  'accept',
  'uncovered',
  'message',
]);

const shortFlags: Readonly<Record<string, string>> = { '-h': 'help', '-V': 'version' };

/** The words of a command line and its options, in the order in which they were given. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: Options;
}

/** Options by name, each with all its values. */
export class Options {
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(values: ReadonlyMap<string, readonly string[]>) {
    this.#values = values;
  }

  get names(): readonly string[] {
    return [...this.#values.keys()];
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The value given last; undefined where the option was not given. */
  value(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  without(names: readonly string[]): Options {
    return new Options(new Map([...this.#values].filter(([name]) => !names.includes(name))));
  }
}

/**
 * Takes a command line apart. An option takes the next word as its value whatever that begins with, so that
 * `--where -tag:old` works; a word with a single dash is no option, so that `find -x` works. After `--` all is words.
 * node:util's parseArgs refuses both.
 */
export function parseArguments(line: readonly string[]): Arguments {
  const words: string[] = [];
  const values = new Map<string, string[]>();
  for (let index = 0; index < line.length; index += 1) {
    const word = line[index] ?? '';
    if (word === '--') {
      words.push(...line.slice(index + 1));
      break;
    }
    const short = Object.hasOwn(shortFlags, word) ? shortFlags[word] : undefined;
    if (short === undefined && !word.startsWith('--')) {
      words.push(word);
      continue;
    }
    const [name, attached] = short === undefined ? parted(word.slice(2)) : [short, undefined];
    const known = values.get(name) ?? [];
    values.set(name, known);
    if (flags.has(name) && attached === undefined) known.push('');
    else if (attached !== undefined) known.push(attached);
    else if (index + 1 < line.length) known.push(line[(index += 1)] ?? '');
    else throw wrongUsage('option-value', { option: name });
  }
  return { words, options: new Options(values) };
}

function parted(option: string): [string, string | undefined] {
  const at = option.indexOf('=');
  return at === -1 ? [option, undefined] : [option.slice(0, at), option.slice(at + 1)];
}
