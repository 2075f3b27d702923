/**
 * How Ink is drawn over the first paint. The terminal's modes stay with first-frame/terminal.ts; Ink gets neither the
 * alternate screen nor the real standard input (a stream that is no terminal: it then never touches raw mode), and
 * draws through `InkOutput`. What Ink 8 does by itself, and why that is not enough (test/console/mount.test.ts):
 * - It writes its first frame at the cursor and clears nothing, so the ends of the first paint's rows would stay.
 * - To forget a frame it erases it first (`clear()`), which shows as a blank; muted, it forgets without erasing.
 * - On a new size it draws the old tree once more before React has heard of the size.
 * - At the process's exit it draws a last frame after our own clean-up: `InkOutput` is deaf once the screen is given back.
 * Import this file as a whole by `import()`: an `import('react')` of its own gives no named exports once bundled.
 */
import { PassThrough } from 'node:stream';
import { Box, render, type Instance } from 'ink';
import { useEffect, useState, type ReactNode } from 'react';
import type { Terminal, TerminalSize } from '../../first-frame/terminal.ts';
import type { Dispatcher } from '../../keys/dispatcher.ts';
import { groundQuestion } from '../../keys/ground.ts';
import { createKeyReader } from '../../keys/reader.ts';
import { ConsoleProvider } from '../../widgets/console.tsx';
import type { Speaker } from '../../widgets/speech/speech.ts';
import type { Theme } from '../../widgets/lines/theme.ts';
import { InkOutput } from './ink-output.ts';
import { usePart, type State } from '../state.ts';

export interface MountOptions {
  readonly dispatcher: Dispatcher;
  readonly theme: State<Theme>;
  readonly unicode: boolean;
  /** Says what changes, where nothing is to be drawn. */
  readonly speaker?: Speaker | null;
  /** Given where the terminal is to be asked for its background; called when it has answered. */
  readonly onGround?: (ground: 'dark' | 'light') => void;
}

export interface MountedConsole {
  /** Draws all of the screen anew: after an editor, after Ctrl+Z, on Ctrl+L. */
  repaint(): void;
  /** Takes Ink down and gives the screen back. */
  close(): void;
  /** Takes Ink down and keeps the screen, for the next one that is mounted. */
  detach(): void;
  /** Settles when it is closed or detached; rejects with the error when drawing failed. */
  readonly closed: Promise<'closed' | 'detached'>;
}

interface RootProps extends MountOptions {
  readonly terminal: Terminal;
  readonly children: ReactNode;
}

function sameSize(one: TerminalSize, other: TerminalSize): boolean {
  return one.columns === other.columns && one.rows === other.rows;
}

/** What is only said is cut nowhere. */
const spokenSize: TerminalSize = { columns: 240, rows: 60 };

/** Gives the parts below what they need of the terminal. The root is as high as the screen and never wider set. */
function Root({ terminal, dispatcher, theme, unicode, speaker = null, onGround, children }: RootProps) {
  const themeNow = usePart(theme, (value) => value);
  const [size, setSize] = useState(() => terminal.size());
  useEffect(() => {
    const update = (): void => setSize((old) => (sameSize(old, terminal.size()) ? old : terminal.size()));
    update();
    return terminal.onResize(update);
  }, [terminal]);
  // Last of all effects: by now every part listens, and what was typed while loading finds its hearer.
  useEffect(() => {
    const reader = createKeyReader((events) => dispatcher.feed(events), onGround);
    const stop = terminal.onInput((bytes) => reader.receive(bytes));
    if (onGround !== undefined) terminal.stdout.write(groundQuestion);
    return () => {
      stop();
      reader.stop();
    };
  }, [terminal, dispatcher, onGround]);
  return (
    <ConsoleProvider
      facts={{ ...(speaker === null ? size : spokenSize), theme: themeNow, unicode, dispatcher, speaker }}
    >
      <Box height={speaker === null ? size.rows : spokenSize.rows} flexDirection="column" overflow="hidden">
        {children}
      </Box>
    </ConsoleProvider>
  );
}

/** Ink compares each frame with the last; where the screen no longer shows the last, it must forget it. */
function forgetFrame(instance: Instance, output: InkOutput): void {
  output.muted = true;
  instance.clear();
  output.muted = false;
  output.overpaint = true;
}

/** On a new size Ink first draws the old tree once more: that frame is lost, and the next one is drawn whole. */
function resize(instance: Instance, output: InkOutput): void {
  output.muted = true;
  output.emit('resize');
  forgetFrame(instance, output);
  // The root's new height makes a frame by itself; should it not, this draws one.
  setImmediate(() => setImmediate(() => output.overpaint && output.emit('resize')));
}

export function mountConsole(element: ReactNode, terminal: Terminal, options: MountOptions): MountedConsole {
  const output = new InkOutput(terminal);
  output.silent = (options.speaker ?? null) !== null;
  const noKeys = new PassThrough();
  const instance = render(
    <Root terminal={terminal} {...options}>
      {element}
    </Root>,
    {
      stdout: output,
      stdin: noKeys,
      interactive: true,
      isScreenReaderEnabled: false,
      alternateScreen: false,
      incrementalRendering: true,
      maxFps: 60,
      exitOnCtrlC: false,
      patchConsole: false,
    },
  );
  const repaint = (): void => {
    options.speaker?.repeat();
    forgetFrame(instance, output);
    output.emit('resize');
  };
  const stopListening = [terminal.onResize(() => resize(instance, output)), terminal.onResume(repaint)];
  let detached = false;
  const detach = (): void => {
    detached = true;
    for (const stop of stopListening) stop();
    output.muted = true;
    options.speaker?.stop();
    instance.unmount();
  };
  const close = (): void => {
    detach();
    detached = false;
    terminal.close();
  };
  const settle = (): 'closed' | 'detached' => {
    if (detached) return 'detached';
    close();
    return 'closed';
  };
  // A render error unmounts by itself; the screen must be given back before the error is told.
  const closed = instance.waitUntilExit().then(settle, (error: unknown) => {
    close();
    throw error;
  });
  return { repaint, close, detach, closed };
}
