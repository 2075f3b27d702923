/** Whether the process that has a file open is there. It stands by itself: commands ask it at every start of theirs. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Lease } from '../../store/file/lease.ts';

/** Tells a process from a later one that got its number. Only Linux says it for nothing. */
export function startOf(process: number): string {
  try {
    const stat = readFileSync(`/proc/${process}/stat`, 'latin1');
    // The second field is the program's name, which may hold anything.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // One that was killed is there until its parent has asked how it ended, and does nothing.
    return state === 'Z' ? '' : (fields[18] ?? '');
  } catch {
    return '';
  }
}

type Process = Pick<Lease, 'process' | 'started'>;

export function isRunning({ process: id, started }: Process): boolean {
  try {
    process.kill(id, 0);
  } catch (error) {
    // Somebody else's process may not be asked, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return started === '' || started === startOf(id);
}

/** On this computer, and running. */
export function isRunningHere(lease: Process & Pick<Lease, 'host'>): boolean {
  return lease.host === hostname() && isRunning(lease);
}
