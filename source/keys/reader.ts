/** Raw bytes in, decoded events out, with the timer that the decoder needs to tell Esc from the start of a sequence. */
import { createDecoder } from './decode.ts';
import type { InputEvent } from './events.ts';

export interface KeyReader {
  receive(bytes: Uint8Array): void;
  stop(): void;
}

export function createKeyReader(onEvents: (events: readonly InputEvent[]) => void): KeyReader {
  const decoder = createDecoder();
  let timer: NodeJS.Timeout | undefined;
  const tell = (events: readonly InputEvent[]): void => {
    if (events.length > 0) onEvents(events);
  };
  return {
    receive(bytes) {
      clearTimeout(timer);
      tell(decoder.push(bytes));
      const { waiting } = decoder;
      if (waiting !== null) timer = setTimeout(() => tell(decoder.flush()), waiting);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
