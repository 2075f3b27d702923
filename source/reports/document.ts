import type { Language } from '../language/language.ts';

/** A run of text; plain strings are the user's or our words and never markup. */
export type Inline = string | { readonly strong: string };

export type Text = string | readonly Inline[];

export interface Column {
  readonly heading: string;
  readonly align?: 'left' | 'right' | 'center';
}

/** What a report is made of, whatever it is rendered to. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Text[])[];
    }
  /** Where the first page ends and the detail begins. */
  | { readonly kind: 'break' }
  | { readonly kind: 'footer'; readonly text: string };

export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: Text): Block => ({ kind: 'paragraph', text });

/** A list, or the sentence that stands in for an empty one. */
export function listOr(items: readonly Text[], otherwise: string): Block {
  return items.length > 0 ? { kind: 'list', items } : paragraph(otherwise);
}

export const table = (columns: readonly Column[], rows: readonly (readonly Text[])[]): Block => ({
  kind: 'table',
  columns,
  rows,
});
