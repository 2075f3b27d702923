/** All the ways in which a program loses its terminal or its life, so that the screen is given back in each. */
import os from 'node:os';
import process from 'node:process';
import type { EventEmitter } from 'node:events';

export type EndReason = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'hangup';

export interface EndHandlers {
  /** Gives the screen back; may be called more than once. */
  restore(): void;
  /** Tells those who have something to save; after them the process exits. */
  tell(reason: EndReason): void;
  /** Somebody else asks us to stop for a while (kill -TSTP). */
  suspend(): void;
  /** We run again after a stop, ours or somebody else's. */
  continued(): void;
}

export interface EndWatch {
  stop(): void;
  /** Lets SIGTSTP stop us as it stops any program, until `holdBack` is called again. */
  letStop(): void;
  holdBack(): void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const hasJobControl = process.platform !== 'win32';

function exitCode(reason: EndReason): number {
  return 128 + os.constants.signals[reason === 'hangup' ? 'SIGHUP' : reason];
}

export function watchForEnd(streams: readonly EventEmitter[], handlers: EndHandlers): EndWatch {
  const end = (reason: EndReason): void => {
    handlers.restore();
    try {
      handlers.tell(reason);
    } finally {
      process.exit(exitCode(reason));
    }
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    if (signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP') end(signal);
  };
  const onHangup = (): void => end('hangup');
  const onExit = (): void => handlers.restore();
  const onStop = (): void => handlers.suspend();
  const onContinue = (): void => handlers.continued();

  for (const signal of signals) process.on(signal, onSignal);
  process.on('exit', onExit);
  // The monitor, not the handler: the error is still reported as ever, on a screen where it can be read.
  process.on('uncaughtExceptionMonitor', onExit);
  for (const stream of streams) for (const event of ['end', 'close', 'error']) stream.on(event, onHangup);
  const holdBack = (): void => {
    if (hasJobControl && process.listenerCount('SIGTSTP') === 0) process.on('SIGTSTP', onStop);
  };
  const letStop = (): void => void process.off('SIGTSTP', onStop);
  holdBack();
  if (hasJobControl) process.on('SIGCONT', onContinue);

  return {
    letStop,
    holdBack,
    stop() {
      for (const signal of signals) process.off(signal, onSignal);
      process.off('exit', onExit);
      process.off('uncaughtExceptionMonitor', onExit);
      for (const stream of streams)
        for (const event of ['end', 'close', 'error']) stream.off(event, onHangup);
      letStop();
      process.off('SIGCONT', onContinue);
    },
  };
}
