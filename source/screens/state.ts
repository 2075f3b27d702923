/** A value that lives outside React and outlasts the screens that show it; changed functionally. */
import { useSyncExternalStore } from 'react';

export interface State<Value> {
  get(): Value;
  set(change: (old: Value) => Value): void;
  /** Stands alone: what asks at each drawing must not look like another to React, which would listen anew. */
  readonly subscribe: (listener: () => void) => () => void;
}

export function createState<Value>(initial: Value): State<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(change) {
      const next = change(value);
      if (next === value) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The part of a state that a component shows; drawn anew only when that part changes. */
export function usePart<Value, Part>(state: State<Value>, part: (value: Value) => Part): Part {
  return useSyncExternalStore(state.subscribe, () => part(state.get()));
}
