/**
 * Waits for the console to be left. What a handler did not foresee ends it in good order, and is thrown on, to be told of
 * and logged as any fault of ours is: never as a trace on the screen.
 */
export async function untilClosed(closed: Promise<void>, quit: () => void): Promise<void> {
  const faults: unknown[] = [];
  const onFault = (fault: unknown): void => {
    faults.push(fault);
    quit();
  };
  process.on('unhandledRejection', onFault);
  try {
    await closed;
  } finally {
    process.off('unhandledRejection', onFault);
  }
  if (faults.length > 0) throw faults[0];
}
