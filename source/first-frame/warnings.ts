/** Node writes its warnings straight to standard error: over the screen, if it is ours. They wait until it is not. */
import process from 'node:process';

/** From now on warnings are kept; what it gives back tells them as Node would have, and lets later ones through. */
export function holdWarnings(): () => void {
  const tellers = process.listeners('warning');
  const held: Error[] = [];
  const hold = (warning: Error): void => void held.push(warning);
  process.removeAllListeners('warning');
  process.on('warning', hold);
  return () => {
    process.off('warning', hold);
    for (const teller of tellers) process.on('warning', teller);
    for (const warning of held) for (const teller of tellers) teller(warning);
  };
}
