/** What every part of the screen needs of the terminal: size, theme, keys, and the layer it lies on. */
import { createContext, useContext, type ReactNode } from 'react';
import type { Dispatcher } from '../keys/dispatcher.ts';
import type { Speaker } from './speech/speech.ts';
import type { Theme } from './lines/theme.ts';

export interface ConsoleFacts {
  readonly columns: number;
  readonly rows: number;
  readonly theme: Theme;
  /** False where only ASCII can be trusted to show. */
  readonly unicode: boolean;
  readonly dispatcher: Dispatcher;
  /** Where nothing is drawn, and what changes is said instead; else null. */
  readonly speaker?: Speaker | null;
}

const FactsContext = createContext<ConsoleFacts | null>(null);
const LayerContext = createContext(0);

export function ConsoleProvider({
  facts,
  children,
}: {
  readonly facts: ConsoleFacts;
  readonly children: ReactNode;
}) {
  return <FactsContext value={facts}>{children}</FactsContext>;
}

export function useConsole(): ConsoleFacts {
  const facts = useContext(FactsContext);
  if (facts === null) throw new Error('A widget stands outside ConsoleProvider.');
  return facts;
}

/** What lies inside hears keys before everything outside it. */
export function Layer({ children }: { readonly children: ReactNode }) {
  const outer = useContext(LayerContext);
  return <LayerContext value={outer + 1}>{children}</LayerContext>;
}

export function useLayer(): number {
  return useContext(LayerContext);
}
