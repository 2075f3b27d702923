// Shows a widget by itself and presses keys on it, without a terminal.
import { Box } from 'ink';
import { render } from 'ink-testing-library';
import { setImmediate as turn } from 'node:timers/promises';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { createDecoder } from '../../source/keys/decode.ts';
import { createDispatcher, turnsToDraw, type Dispatcher } from '../../source/keys/dispatcher.ts';
import { makeKeymap } from '../../source/keys/keymap.ts';
import { ConsoleProvider } from '../../source/widgets/console.tsx';
import { themeNamed, type ThemeName } from '../../source/widgets/lines/theme.ts';
import { keyBytes, pasteBytes } from './keyboard.ts';

export interface WidgetOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly theme?: ThemeName;
  readonly unicode?: boolean;
}

export interface Widget {
  readonly dispatcher: Dispatcher;
  /** The screen without styles, and without the spaces and the empty rows at its end. */
  readonly frame: () => string;
  /** The screen with its escape codes. */
  readonly styled: () => string;
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  paste(text: string): Promise<void>;
}

const styles = /\x1b\[[\d;]*m/g;

export function showWidget(element: ReactNode, options: WidgetOptions = {}): Widget {
  const { columns = 80, rows = 16, theme = 'none', unicode = true } = options;
  const dispatcher = createDispatcher({ keymap: makeKeymap().keymap });
  const facts = { columns, rows, theme: themeNamed(theme), unicode, dispatcher };
  const shown = render(
    <ConsoleProvider facts={facts}>
      <Box height={rows} width={columns} flexDirection="column" overflow="hidden">
        {element}
      </Box>
    </ConsoleProvider>,
  );
  onTestFinished(() => shown.unmount());
  const send = async (bytes: string): Promise<void> => {
    const decoder = createDecoder();
    const events = [...decoder.push(new TextEncoder().encode(bytes)), ...decoder.flush()];
    dispatcher.feed(events.filter((event) => event.type !== 'ground'));
    // Keys are fed so many turns apart, and the last one's change is drawn within as many.
    for (let turns = 0; turns < 4 + (bytes.length + 1) * turnsToDraw; turns++) await turn();
  };
  const styled = (): string => shown.lastFrame() ?? '';
  return {
    dispatcher,
    styled,
    frame: () => styled().replaceAll(styles, '').trimEnd(),
    press: async (...keys) => {
      for (const key of keys) await send(keyBytes(key));
    },
    type: send,
    paste: async (text) => send(pasteBytes(text, true)),
  };
}
