/** Keys as people see them in the footer, the help and the README. */
import type { Language } from '../language/language.ts';

const signs: Readonly<Record<string, string>> = {
  Enter: '↵',
  Up: '↑',
  Down: '↓',
  Left: '←',
  Right: '→',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Delete: 'Del',
};

const space: Readonly<Record<Language, string>> = { fi: 'väli', en: 'Space' };

function showKey(key: string, language: Language): string {
  const plus = key.lastIndexOf('+', key.length - 2);
  const base = key.slice(plus + 1);
  const shown = base === 'Space' ? space[language] : (signs[base] ?? base);
  return key.slice(0, plus + 1) + shown;
}

/** `g g` → `gg`, `Ctrl+Left` → `Ctrl+←`, `Space` → `väli`. */
export function showKeys(keys: string, language: Language): string {
  const parts = keys.split(' ');
  const shown = parts.map((key) => showKey(key, language));
  return shown.join(parts.every((key) => key.length === 1) ? '' : ' ');
}
