/**
 * Brings each key to whoever is on top. Those who listen form a stack by the layer of the screen they lie on; a key
 * goes down the stack until someone takes it. One dispatcher is always there, and it is the only reader.
 *
 * Keys are fed one at a time, and between two of them what is drawn gets its turn (`afterRender`): `n` opens a form, and
 * the letters typed right after it must reach that form and not the list below; a letter goes after the one before it.
 */
import type { ActionId } from './actions.ts';
import { contextOrder, contexts, type Context } from './default-keys.ts';
import type { InputEvent, KeyEvent } from './events.ts';
import { begins, keepsForTyping, type Binding, type Keymap } from './keymap.ts';

export interface ActionHandler {
  run(): void;
  /** Why it can't be done now, in the user's language; null when it can. */
  whyNot?(): string | null;
  /** What it does here, in the user's language, where its own name says less. */
  readonly label?: string;
  /** It can be done, but is not what one would do here: the footer does not offer it. */
  readonly aside?: boolean;
}

export type ActionHandlers = Readonly<Partial<Record<ActionId, ActionHandler | (() => void)>>>;

/** One listener: a context with the actions it can do. Its parts are asked anew at each key, so they may change. */
export interface KeyListener {
  readonly context: Context;
  /** Layer of the screen: an overlay lies above what opened it. */
  readonly layer: number;
  actions(): ActionHandlers;
  /** Keys that are not looked up: text, and moves inside it. True when taken. */
  onKey?(event: KeyEvent): boolean;
  onPaste?(text: string): boolean;
}

export interface AvailableAction {
  readonly action: ActionId;
  readonly context: Context;
  readonly whyNot: string | null;
  readonly label?: string;
  readonly aside?: boolean;
}

export interface Dispatcher {
  listen(listener: KeyListener): () => void;
  feed(events: readonly InputEvent[]): void;
  /** Runs an action as if its key had been pressed: for the palette. False when nobody can do it now. */
  run(action: ActionId): boolean;
  /** Everything that can be done here, the innermost first: for the footer, the help and the palette. */
  available(): readonly AvailableAction[];
  /** The contexts in force, the innermost first. */
  stack(): readonly Context[];
  keymap(): Keymap;
  setKeymap(keymap: Keymap): void;
  /** The keys of a sequence so far, and where it can go; empty when none is under way. Same array until it changes. */
  pending(): readonly Binding[];
  subscribe(listener: () => void): () => void;
}

export interface DispatcherOptions {
  readonly keymap: Keymap;
  /** Why an action can't be done at present, wherever it is asked for; null when it can. */
  readonly whyNot?: (action: ActionId) => string | null;
  /** An action was asked for that can't be done now. */
  readonly onRefused?: (action: ActionId, why: string) => void;
  /** Calls back once what the last key changed has been drawn. */
  readonly afterRender?: (next: () => void) => void;
}

const nothingPending: readonly Binding[] = [];

/**
 * React draws in a task of its own, put in the queue when the key's own task ends. Each turn does at least one task, and
 * on a slow machine no more than one: a few may stand before it (a new size, what follows from the last drawing).
 */
export const turnsToDraw = 8;

function afterTurns(next: () => void, turns = turnsToDraw): void {
  setImmediate(() => (turns > 1 ? afterTurns(next, turns - 1) : next()));
}

/** The inner side of a modal layer hears everything; what lies below it hears nothing but the program's own keys. */
function audible(listeners: readonly KeyListener[]): readonly KeyListener[] {
  const sorted = listeners.toSorted(
    (one, other) =>
      other.layer - one.layer || contextOrder.indexOf(one.context) - contextOrder.indexOf(other.context),
  );
  const modal = sorted.findIndex((one) => contexts[one.context].modal);
  return modal === -1 ? sorted : sorted.filter((one, index) => index <= modal || one.context === 'program');
}

class KeyDispatcher implements Dispatcher {
  private readonly options: DispatcherOptions;
  private map: Keymap;
  private listeners: readonly KeyListener[] = [];
  private readonly subscribers = new Set<() => void>();
  private pressed: readonly string[] = [];
  private next = nothingPending;
  private readonly queue: InputEvent[] = [];
  private waiting = false;

  constructor(options: DispatcherOptions) {
    this.options = options;
    this.map = options.keymap;
  }

  listen(listener: KeyListener): () => void {
    this.listeners = [...this.listeners, listener];
    this.changed();
    return () => {
      this.listeners = this.listeners.filter((one) => one !== listener);
      this.changed();
    };
  }

  feed(events: readonly InputEvent[]): void {
    this.queue.push(...events);
    if (!this.waiting) this.feedNext();
  }

  run(action: ActionId): boolean {
    for (const listener of audible(this.listeners)) if (this.perform(listener, action)) return true;
    return false;
  }

  available(): readonly AvailableAction[] {
    const found = new Map<ActionId, AvailableAction>();
    for (const listener of audible(this.listeners)) {
      for (const [id, handler] of Object.entries(listener.actions())) {
        const action = id as ActionId;
        if (handler === undefined || found.has(action)) continue;
        const own = typeof handler === 'function' ? null : handler;
        found.set(action, {
          action,
          context: listener.context,
          whyNot: this.whyNot(action, handler),
          ...(own?.aside === true && { aside: true }),
          ...(own?.label !== undefined && { label: own.label }),
        });
      }
    }
    return [...found.values()];
  }

  stack(): readonly Context[] {
    return [...new Set(audible(this.listeners).map((one) => one.context))];
  }

  keymap(): Keymap {
    return this.map;
  }

  setKeymap(keymap: Keymap): void {
    this.map = keymap;
    this.changed();
  }

  pending(): readonly Binding[] {
    return this.next;
  }

  subscribe(listener: () => void): () => void {
    this.subscribers.add(listener);
    return () => this.subscribers.delete(listener);
  }

  private changed(): void {
    for (const subscriber of this.subscribers) subscriber();
  }

  private feedNext(): void {
    const event = this.queue.shift();
    if (event === undefined) return;
    try {
      if (event.type === 'paste') this.paste(event.text);
      else this.press(event);
    } finally {
      // Also after the last: the next key may be read before this one has been drawn.
      this.feedAfterRender();
    }
  }

  private feedAfterRender(): void {
    this.waiting = true;
    (this.options.afterRender ?? afterTurns)(() => {
      this.waiting = false;
      this.feedNext();
    });
  }

  private paste(text: string): void {
    this.wait([], nothingPending);
    for (const listener of audible(this.listeners)) if (listener.onPaste?.(text) === true) return;
  }

  private press(event: KeyEvent): void {
    const pressed = [...this.pressed, event.name];
    const next: Binding[] = [];
    let taken = false;
    for (const listener of audible(this.listeners)) {
      taken = pressed.length === 1 && listener.onKey?.(event) === true;
      if (taken) break;
      taken = this.lookUp(listener, pressed, next);
      if (taken) {
        next.length = 0;
        break;
      }
      if (keepsForTyping(listener.context, event.name)) break;
    }
    this.wait(next.length === 0 ? [] : pressed, next.length === 0 ? nothingPending : next);
    if (!taken && next.length === 0) this.pressApart(event);
  }

  /**
   * Esc and a key that came in one burst. Where one writes, Alt and a letter is more likely meant for a sign that the
   * keyboard does not have, and leaving what is being written would be a poor answer.
   */
  private pressApart({ apart }: KeyEvent): void {
    const [innermost] = this.stack();
    if (apart === undefined || (innermost !== undefined && contexts[innermost].typing)) return;
    this.queue.unshift({ type: 'key', name: 'Esc' }, apart);
  }

  /** Performs what the keys mean in the listener's context, or collects where they can go. */
  private lookUp(listener: KeyListener, pressed: readonly string[], next: Binding[]): boolean {
    const able = listener.actions();
    for (const binding of this.map[listener.context]) {
      if (able[binding.action] === undefined || !begins(pressed, binding.keys)) continue;
      if (binding.keys.length > pressed.length) next.push(binding);
      else if (next.length === 0) return this.perform(listener, binding.action);
    }
    return false;
  }

  private perform(listener: KeyListener, action: ActionId): boolean {
    const handler = listener.actions()[action];
    if (handler === undefined) return false;
    // Told before it runs: an action may itself open what waits for keys.
    this.wait([], nothingPending);
    const why = this.whyNot(action, handler);
    if (why !== null) this.options.onRefused?.(action, why);
    else if (typeof handler === 'function') handler();
    else handler.run();
    return true;
  }

  private whyNot(action: ActionId, handler: ActionHandler | (() => void)): string | null {
    const own = typeof handler === 'function' ? null : handler.whyNot?.();
    return this.options.whyNot?.(action) ?? own ?? null;
  }

  private wait(pressed: readonly string[], next: readonly Binding[]): void {
    const changed = this.next !== next;
    this.pressed = pressed;
    this.next = next;
    if (changed) this.changed();
  }
}

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  return new KeyDispatcher(options);
}
