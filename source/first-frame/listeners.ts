export interface Listeners<Value> {
  add(listener: (value: Value) => void): () => void;
  tell(value: Value): void;
}

/** Whoever is added or leaves while being told is of the next telling. */
export function createListeners<Value>(): Listeners<Value> {
  let listeners: readonly ((value: Value) => void)[] = [];
  return {
    add(listener) {
      listeners = [...listeners, listener];
      return () => {
        listeners = listeners.filter((one) => one !== listener);
      };
    },
    tell(value) {
      for (const listener of listeners) listener(value);
    },
  };
}
