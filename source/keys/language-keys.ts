import type { Language } from '../language/language.ts';
import type { ContextKeys } from './default-keys.ts';

/** Keys that stand for words, in the language whose words they are; the others are as everywhere. The first one is shown. */
export const languageKeys: Readonly<Record<Language, ContextKeys>> = {
  fi: {},
  // `k` is up everywhere else: in English it says yes to nothing.
  en: { 'confirm.yes': ['y'], 'confirm.no': ['n', 'e', 'q', 'Esc'] },
};
