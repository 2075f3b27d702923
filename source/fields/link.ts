import { UserError } from '../errors.ts';
import { cleanText } from './text.ts';
import type { Field, FieldOptions } from './field.ts';

const dangerous = /^\s*(javascript|vbscript|data):/i;

/** Would the address run code if it were followed? */
export const isDangerous = (address: string): boolean => dangerous.test(address);

/** Has the address a scheme that Luotsi opens nothing of? A letter before a colon is a disk, and a word with a port none. */
export const isOddLink = (address: string): boolean =>
  /^\s*[a-z][a-z\d+.-]+:(?!\d+(?:\/|$))/i.test(address) && !/^\s*(?:https?:\/\/|mailto:)/i.test(address);

/**
 * A web address or a path. Nobody types schemes that run code; those that come in a table stay as the text that they are.
 * Nothing is opened by being read.
 */
export function link(options: FieldOptions): Field<string | null> {
  const check = (value: unknown): string | null =>
    value === null || value === undefined ? null : cleanText(String(value), false);
  const read = (text: string): string | null => {
    const address = check(text);
    if (address !== null && isDangerous(address)) throw new UserError('wrong-link', { text: address });
    return address;
  };
  return {
    ...options,
    kind: 'link',
    sqlType: 'TEXT',
    comparison: 'text',
    empty: null,
    check,
    read,
    asText: (text) => (isOddLink(text) ? check(text) : null),
    write: (value) => value ?? '',
  };
}

const address = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]+$/;

/** An e-mail address; a name beside it (`Name <a@b.fi>`) and `mailto:` are taken off. */
export function email(options: FieldOptions): Field<string | null> {
  const check = (value: unknown): string | null => {
    const given = value === null || value === undefined ? null : cleanText(String(value), false);
    if (given === null) return null;
    const bare = (/<([^>]+)>\s*$/.exec(given)?.[1] ?? given).replace(/^mailto:/i, '').trim();
    if (!address.test(bare)) throw new UserError('wrong-email', { text: given });
    return bare;
  };
  return {
    ...options,
    kind: 'email',
    sqlType: 'TEXT',
    comparison: 'text',
    empty: null,
    check,
    read: check,
    write: (value) => value ?? '',
  };
}
