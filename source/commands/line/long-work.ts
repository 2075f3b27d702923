import { setImmediate as turn } from 'node:timers/promises';
import { messages } from '../../language/index.ts';
import { formatNumber } from '../../services/reading/days.ts';
import { stepByStep } from '../../services/writing/waiting.ts';
import type { Progress, Work } from '../../domain/long-work.ts';
import type { Project } from '../../services/project/project.ts';
import type { Call } from './command.ts';

/** What is done sooner needs no word on the way. */
const quick = 500;
const widest = 78;

/**
 * Does long work while Ctrl+C can stop it; at a terminal a line on standard error tells how far it has come, and is
 * gone when the work is done. Without a project it makes a file that nobody has yet. @throws UserError stopped, and what the work throws
 */
export async function doLong<Result>(
  call: Call,
  project: Project | null,
  work: Work<Result>,
): Promise<Result> {
  const { place } = call;
  let stopped = false;
  let shown = false;
  const began = performance.now();
  const forget = place.onInterrupt(() => {
    stopped = true;
  });
  const tell = (progress: Progress): void => {
    if (!place.showsErrors || call.json || performance.now() - began < quick) return;
    shown = true;
    place.writeError(`\r${place.text.fit(lineOf(call, progress), Math.min(widest, place.columns - 1))}`);
  };
  try {
    const stepping = { tell, isStopped: () => stopped, pause: async () => turn() };
    return await stepByStep(project?.store ?? null, work, stepping);
  } finally {
    forget();
    if (shown) place.writeError(`\r${' '.repeat(Math.min(widest, place.columns - 1))}\r`);
  }
}

function lineOf({ language }: Call, { stage, done, total }: Progress): string {
  const words = messages(language).longWork;
  const number = (value: number): string => formatNumber(value, language);
  const count = words.count(number(done), total === null ? null : number(total));
  const percent = total === null || total === 0 ? '' : `  ${Math.floor((done / total) * 100)} %`;
  return `${words.stages[stage]}…  ${count}${percent}`;
}
