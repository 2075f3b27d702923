/** The two languages of the interface. */
export type Language = 'fi' | 'en';

/** A word or sentence in both languages, where it belongs to a declaration and not to the interface. */
export interface Label {
  readonly fi: string;
  readonly en: string;
}
