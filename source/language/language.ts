/** The two languages of the interface. */
export type Language = 'fi' | 'en';

/** A word or sentence in both languages, where it belongs to a declaration and not to the interface. */
export interface Label {
  readonly fi: string;
  readonly en: string;
}

/** What people call a register or a field, beside the word that the command line takes. */
export interface Named {
  readonly name: string;
  readonly label: Label;
}
