/** Raw bytes in, decoded events out, with the timer that the decoder needs to tell Esc from the start of a sequence. */
import { createDecoder } from './decode.ts';
import type { DecodedEvent, GroundEvent, InputEvent } from './events.ts';

export interface KeyReader {
  receive(bytes: Uint8Array): void;
  stop(): void;
}

export function createKeyReader(
  onEvents: (events: readonly InputEvent[]) => void,
  onGround: (ground: GroundEvent['ground']) => void = () => {},
): KeyReader {
  const decoder = createDecoder();
  let timer: NodeJS.Timeout | undefined;
  const tell = (decoded: readonly DecodedEvent[]): void => {
    const events = decoded.filter((event) => event.type !== 'ground');
    if (events.length > 0) onEvents(events);
    for (const event of decoded) if (event.type === 'ground') onGround(event.ground);
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
