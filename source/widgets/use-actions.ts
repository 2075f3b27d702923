import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import type { Context } from '../keys/default-keys.ts';
import type { ActionHandlers, KeyListener } from '../keys/dispatcher.ts';
import type { KeyEvent } from '../keys/events.ts';
import type { Binding } from '../keys/keymap.ts';
import { useConsole, useLayer } from './console.tsx';

export interface ActionOptions {
  /** False: not heard at all. */
  readonly active?: boolean;
  /** Text, and keys of the part's own. True when taken; it is asked before the keymap. */
  readonly onKey?: (event: KeyEvent) => boolean;
  readonly onPaste?: (text: string) => boolean;
}

/**
 * Joins handlers to actions while the component is shown. Handlers may be new at each render: the last ones are used.
 * State must be changed functionally all the same, since two keys may come before the next render.
 */
export function useActions(context: Context, handlers: ActionHandlers, options: ActionOptions = {}): void {
  const { dispatcher } = useConsole();
  const layer = useLayer();
  const latest = useRef({ handlers, options });
  useLayoutEffect(() => {
    latest.current = { handlers, options };
  });
  const { active = true } = options;
  useLayoutEffect(() => {
    if (!active) return undefined;
    const listener: KeyListener = {
      context,
      layer,
      actions: () => latest.current.handlers,
      onKey: (event) => latest.current.options.onKey?.(event) === true,
      onPaste: (text) => latest.current.options.onPaste?.(text) === true,
    };
    return dispatcher.listen(listener);
  }, [dispatcher, context, layer, active]);
}

/** Where a sequence that was begun (`g`) can go; empty when none is under way. */
export function usePendingKeys(): readonly Binding[] {
  const { dispatcher } = useConsole();
  return useSyncExternalStore(
    (listener) => dispatcher.subscribe(listener),
    () => dispatcher.pending(),
  );
}
