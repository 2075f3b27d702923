/** What the footer, the help and the palette show of the keys that work here and now. */
import type { Language } from '../language/language.ts';
import { actionGroups, actionOf, type ActionId } from './actions.ts';
import type { Context } from './default-keys.ts';
import type { AvailableAction } from './dispatcher.ts';
import { keysOf, type Keymap } from './keymap.ts';
import { showKeys } from './show-keys.ts';

export interface KeyHint {
  readonly action: ActionId;
  /** All its keys, as shown to people. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly help: string;
  readonly group: string;
  /** Place in the footer; null keeps it out. */
  readonly footer: number | null;
  /** Why it can't be done now. */
  readonly whyNot: string | null;
}

const known = new WeakMap<Keymap, Map<string, readonly string[]>>();

/** The footer asks after every key, and a keymap stays as it is. */
function shownKeys(
  keymap: Keymap,
  context: Context,
  action: ActionId,
  language: Language,
): readonly string[] {
  const own = known.get(keymap) ?? new Map<string, readonly string[]>();
  known.set(keymap, own);
  const asked = `${language} ${context} ${action}`;
  const shown = own.get(asked) ?? keysOf(keymap, [context], action).map((keys) => showKeys(keys, language));
  own.set(asked, shown);
  return shown;
}

/** A hint for each action that can be done here, in the order of the stack. */
export function keyHints(
  available: readonly AvailableAction[],
  keymap: Keymap,
  language: Language,
): readonly KeyHint[] {
  return available.map(({ action, context, whyNot, label: here, aside = false }) => {
    const { label, help, group, footer = null } = actionOf(action);
    return {
      action,
      keys: shownKeys(keymap, context, action, language),
      label: here ?? label[language],
      help: help[language],
      group: actionGroups[group][language],
      footer: aside ? null : footer,
      whyNot,
    };
  });
}

/** Without the keys that mean another thing further in: they are listed where they are heard. */
export function asHeard(hints: readonly KeyHint[]): readonly KeyHint[] {
  const taken = new Set<string>();
  return hints.map((hint) => {
    const keys = hint.keys.filter((key) => !taken.has(key));
    for (const key of keys) taken.add(key);
    return { ...hint, keys };
  });
}

/** Those for the footer, the most wanted first; what can't be done now stays out. */
export function footerHints(hints: readonly KeyHint[]): readonly KeyHint[] {
  return hints
    .filter((hint) => hint.footer !== null && hint.whyNot === null && hint.keys.length > 0)
    .toSorted((one, other) => (one.footer ?? 0) - (other.footer ?? 0));
}
