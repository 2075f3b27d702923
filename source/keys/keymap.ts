/** The keymap in force: the defaults with the settings' changes, and the questions asked of it. Pure. */
import type { Language } from '../language/language.ts';
import { actionGroups, actionOf, actions, isActionId, type ActionId } from './actions.ts';
import { contextOrder, contexts, defaultKeys, type Context, type ContextKeys } from './default-keys.ts';
import { languageKeys } from './language-keys.ts';
import { graphemes } from './graphemes.ts';
import { isCharacter } from './key-names.ts';
import { showKeys } from './show-keys.ts';

export interface Binding {
  /** Keys pressed one after another: `['g', 'g']`; most have one. */
  readonly keys: readonly string[];
  readonly action: ActionId;
}

export type Keymap = Readonly<Record<Context, readonly Binding[]>>;

/** Action id → keys, as the settings hold it. An empty list leaves the action to the palette. */
export type KeyOverrides = Readonly<Record<string, readonly string[]>>;

export type KeymapProblem =
  | { readonly kind: 'unknownAction'; readonly action: string }
  | { readonly kind: 'unknownKey'; readonly action: ActionId; readonly key: string }
  /** Where it is wanted, the key is a letter of the text being written. */
  | { readonly kind: 'typed'; readonly action: ActionId; readonly key: string }
  /** Both would answer to the same keys, or one's keys begin the other's; the first one named keeps them. */
  | {
      readonly kind: 'conflict';
      readonly context: Context;
      readonly keys: string;
      readonly kept: ActionId;
      readonly lost: ActionId;
    };

const keyNames =
  /^(Enter|Esc|Tab|Space|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Up|Down|Left|Right|F([1-9]|1\d|20))$/;

/** Is this a key that the decoder can name? */
export function isKeyName(key: string): boolean {
  const base = key.replace(/^(Ctrl\+)?(Alt\+)?(Shift\+)?(?=.)/, '');
  if (keyNames.test(base)) return true;
  if (graphemes(base).length !== 1 || !isCharacter(base) || key.includes('Shift+')) return false;
  return !key.startsWith('Ctrl+') || base === base.toUpperCase();
}

export function begins(start: readonly string[], whole: readonly string[]): boolean {
  return start.length <= whole.length && start.every((key, index) => whole[index] === key);
}

function clash(one: Binding, other: Binding): boolean {
  return begins(one.keys, other.keys) || begins(other.keys, one.keys);
}

/** Lists and pages share most keys: what was found in one of them is not told again of the other. */
function isSame(problem: KeymapProblem, keys: string, kept: ActionId, lost: ActionId): boolean {
  return (
    problem.kind === 'conflict' && problem.keys === keys && problem.kept === kept && problem.lost === lost
  );
}

/** The bindings of one context; what was overridden is placed first, so that it keeps its keys in a conflict. */
function bindContext(
  context: Context,
  keys: ContextKeys,
  chosen: ReadonlyMap<ActionId, readonly string[]>,
  problems: KeymapProblem[],
): readonly Binding[] {
  const own = actions.map((one) => one.id).filter((id) => keys[id] !== undefined);
  const ordered = [...own.filter((id) => chosen.has(id)), ...own.filter((id) => !chosen.has(id))];
  const bindings: Binding[] = [];
  for (const id of ordered) {
    for (const written of chosen.get(id) ?? keys[id] ?? []) {
      const binding: Binding = { keys: written.split(' '), action: id };
      if (keepsForTyping(context, binding.keys[0] ?? '')) {
        if (!problems.some((one) => one.kind === 'typed' && one.action === id && one.key === written))
          problems.push({ kind: 'typed', action: id, key: written });
        continue;
      }
      const rival = bindings.find((one) => clash(one, binding));
      if (rival === undefined) bindings.push(binding);
      else if (rival.action !== id && !problems.some((one) => isSame(one, written, rival.action, id)))
        problems.push({ kind: 'conflict', context, keys: written, kept: rival.action, lost: id });
    }
  }
  return bindings;
}

/** By default the same key already, beside another: it does one thing where that can be done, and the other elsewhere. */
function givesWay(keymap: Keymap, context: Context, own: Binding, outer: Binding): boolean {
  const keys = outer.keys.join(' ');
  return (
    own.keys.join(' ') === keys &&
    defaultKeys[context][own.action]?.includes(keys) === true &&
    defaultKeys.global[outer.action]?.includes(keys) === true &&
    keymap.global.some((other) => other !== outer && other.action === outer.action)
  );
}

/** On a list or a record's page its own keys are asked first: what works anywhere is not reached by a key that is one of them. */
function tellShadowed(
  keymap: Keymap,
  chosen: ReadonlyMap<ActionId, unknown>,
  problems: KeymapProblem[],
): void {
  for (const context of ['list', 'detail'] as const)
    for (const own of keymap[context])
      for (const outer of [...keymap.global, ...keymap.program]) {
        if (own.action === outer.action || !clash(own, outer)) continue;
        if (!chosen.has(own.action) && !chosen.has(outer.action)) continue;
        const keys = outer.keys.join(' ');
        if (givesWay(keymap, context, own, outer)) continue;
        if (!problems.some((one) => isSame(one, keys, own.action, outer.action)))
          problems.push({ kind: 'conflict', context, keys, kept: own.action, lost: outer.action });
      }
}

/** The defaults of a context, in the letters of a language. */
function defaultsOf(context: Context, language: Language | undefined): ContextKeys {
  const own = Object.entries(language === undefined ? {} : languageKeys[language]);
  const here = own.filter(([action]) => defaultKeys[context][action as ActionId] !== undefined);
  return { ...defaultKeys[context], ...Object.fromEntries(here) };
}

/** The defaults as they stand: that they go together is for a test to find out, not for every start. */
function boundAsGiven(keys: ContextKeys): readonly Binding[] {
  return actions.flatMap(({ id }) =>
    (keys[id] ?? []).map((written) => ({ keys: written.split(' '), action: id })),
  );
}

/** The first frame asks for two contexts of a dozen. */
function boundWhenAsked(context: Context, language: Language | undefined): PropertyDescriptor {
  let bound: readonly Binding[] | undefined;
  return { enumerable: true, get: () => (bound ??= boundAsGiven(defaultsOf(context, language))) };
}

/** Without a language, the keys of every one. */
export function makeKeymap(
  overrides: KeyOverrides = {},
  language?: Language,
  isLookedOver = Object.keys(overrides).length > 0,
): {
  readonly keymap: Keymap;
  readonly problems: readonly KeymapProblem[];
} {
  if (!isLookedOver) {
    const given = contextOrder.map((context): [Context, PropertyDescriptor] => [
      context,
      boundWhenAsked(context, language),
    ]);
    // Every context has its bindings.
    return {
      keymap: Object.defineProperties({}, Object.fromEntries<PropertyDescriptor>(given)) as Keymap,
      problems: [],
    };
  }
  const problems: KeymapProblem[] = [];
  const chosen = new Map<ActionId, readonly string[]>();
  for (const [action, written] of Object.entries(overrides)) {
    if (!isActionId(action)) {
      problems.push({ kind: 'unknownAction', action });
      continue;
    }
    const unknown = written.filter((keys) => !keys.split(' ').every(isKeyName));
    for (const key of unknown) problems.push({ kind: 'unknownKey', action, key });
    const known = written.filter((keys) => !unknown.includes(keys));
    // Of keys that were all mistyped nothing would be left: the defaults are the better guess.
    if (known.length > 0 || written.length === 0) chosen.set(action, known);
  }
  const bound = contextOrder.map((context) => [
    context,
    bindContext(context, defaultsOf(context, language), chosen, problems),
  ]);
  // Every context has its bindings.
  const keymap = Object.fromEntries(bound) as Keymap;
  tellShadowed(keymap, chosen, problems);
  return { keymap, problems };
}

export type Resolution =
  | { readonly kind: 'action'; readonly action: ActionId; readonly context: Context }
  /** The keys so far begin longer ones; `next` says where they can go. */
  | { readonly kind: 'pending'; readonly next: readonly Binding[] };

/** Would this context take the key for text? */
export function keepsForTyping(context: Context, key: string): boolean {
  return contexts[context].typing && isCharacter(key);
}

/** What the pressed keys mean where we are: `stack` from the innermost context outwards. Null: nothing. */
export function resolve(
  keymap: Keymap,
  stack: readonly Context[],
  pressed: readonly string[],
): Resolution | null {
  const next: Binding[] = [];
  let open = true;
  for (const context of stack) {
    if (!open && context !== 'program') continue;
    for (const binding of keymap[context]) {
      if (!begins(pressed, binding.keys)) continue;
      if (binding.keys.length > pressed.length) next.push(binding);
      else if (next.length === 0) return { kind: 'action', action: binding.action, context };
    }
    if (contexts[context].modal || keepsForTyping(context, pressed[0] ?? '')) open = false;
  }
  return next.length === 0 ? null : { kind: 'pending', next };
}

/** The keys of an action, as bound in the innermost context of the stack that has it. */
export function keysOf(keymap: Keymap, stack: readonly Context[], action: ActionId): readonly string[] {
  for (const context of stack) {
    const found = keymap[context].filter((binding) => binding.action === action);
    if (found.length > 0) return found.map((binding) => binding.keys.join(' '));
  }
  return [];
}

export interface KeyRow {
  readonly action: ActionId;
  readonly group: string;
  readonly label: string;
  readonly help: string;
  /** As shown to people: `↵ l →`. */
  readonly keys: string;
  readonly contexts: readonly Context[];
}

/** Every action with its keys, in the table's order: for `?` and the README. */
export function keyTable(
  language: Language,
  keymap: Keymap = makeKeymap({}, language).keymap,
): readonly KeyRow[] {
  return actions.map(({ id }) => {
    const { group, label, help } = actionOf(id);
    const where = contextOrder.filter((context) => keymap[context].some((binding) => binding.action === id));
    const keys = new Set(where.flatMap((context) => keysOf(keymap, [context], id)));
    const shown = [...keys].map((one) => showKeys(one, language)).join('  ');
    return {
      action: id,
      group: actionGroups[group][language],
      label: label[language],
      help: help[language],
      keys: shown,
      contexts: where,
    };
  });
}
