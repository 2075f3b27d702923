import { oneLine } from './plain-text.ts';

/** Text that is markup already; anything else that goes into a template is text and is escaped. */
export class Markup {
  readonly #source: string;

  constructor(text: string) {
    this.#source = text;
  }

  toString(): string {
    return this.#source;
  }
}

type Part = string | number | Markup | readonly Markup[];

/** HTML or SVG from a template: what is filled in is escaped, for text and quoted attributes alike, unless it is markup. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(String.raw({ raw: strings }, ...parts.map(source)));
}

/** Markup without parts, or nothing. */
export const nothing = new Markup('');

export const joined = (parts: readonly Markup[], between = ''): Markup =>
  new Markup(parts.map(String).join(between));

function source(part: Part): string {
  if (typeof part === 'number') return `${part}`;
  if (part instanceof Markup) return part.toString();
  return typeof part === 'string' ? escaped(part) : part.map(String).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string =>
  oneLine(text).replaceAll(/[&<>"']/gu, (character) => entities[character] ?? '');
