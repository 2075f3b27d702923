import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeFolder } from '../../services/safety/copies.ts';
import { dayWord } from '../../services/project/clock-words.ts';
import { makeSample, sampleDay } from '../../services/project/sample.ts';
import { foldersOf } from '../../settings/folders.ts';
import { remember } from '../line/problems.ts';
import { printJson, printLines } from '../line/output.ts';
import { openConsoleOn } from './start.ts';
import { today } from '../reading/today.ts';
import type { Call, Command } from '../line/command.ts';

/** The sample project: a private file whose clock stands, made when it is missing or `--fresh` is given. */
export const sample: Command = {
  usage: 'sample [--day DATE] [--fresh] [--path]',
  changes: false,
  options: ['day', 'fresh', 'path'],
  words: [0, 0],
  run: async (call) => {
    const day = dayWord(call.options.value('day'), sampleDay);
    const path = call.file === undefined ? samplePath(call, day) : resolve(call.file);
    if (call.options.has('fresh') || !existsSync(path)) {
      makeFolder(dirname(path));
      makeSample(path, day);
    }
    if (call.options.has('path')) {
      if (call.json) printJson(call, { path });
      else printLines(call, [path]);
      return 0;
    }
    if (call.place.isTerminal && !call.json) return openConsoleOn(call, path);
    await remember(call, path);
    return today.run({ ...call, file: path, options: call.options.without(['day', 'fresh', 'path']) });
  },
};

function samplePath(call: Call, day: string): string {
  return join(foldersOf(call.place.environment, process.platform).data, `sample-${day}.luotsi`);
}
