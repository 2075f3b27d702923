import { commands as commandsInEnglish } from './en/commands.ts';
import { en } from './en/index.ts';
import { commands as commandsInFinnish } from './fi/commands.ts';
import { fi } from './fi/index.ts';
import type { Language } from './language.ts';

export type { Language } from './language.ts';

/** The interface's words: `en` gives the shape, and a missing or differing key in `fi` is a compile error. */
export type Messages = typeof en;

const tables: Record<Language, Messages> = { fi, en };

/** The message table of a language. */
export function messages(language: Language): Messages {
  return tables[language];
}

const commandTables: Record<Language, Messages['commands']> = {
  fi: commandsInFinnish,
  en: commandsInEnglish,
};

/** What commands say, by itself: most need no other words, and all of a language take a start 3 ms. */
export function commandWords(language: Language): Messages['commands'] {
  return commandTables[language];
}

/** The language of a locale such as `fi_FI.UTF-8`: Finnish where it says so, English elsewhere. */
export function languageOf(locale: string | undefined): Language {
  return /^(fi|se)\b|^fi_/i.test(locale ?? '') ? 'fi' : 'en';
}
