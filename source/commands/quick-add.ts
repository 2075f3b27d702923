import { quickAdd as addLine } from '../services/quick-add.ts';
import { registerOf } from '../registers/index.ts';
import { withProject } from './project.ts';
import { printWritten } from './verbs.ts';
import type { Command } from './command.ts';

/** `luotsi add "riski: avainhenkilö vaihtuu"`, `luotsi add "soita Pekalle pe"`. */
export const quickAdd: Command = {
  usage: 'add "one line of plain words"',
  changes: true,
  options: [],
  words: [1, Number.MAX_SAFE_INTEGER],
  run: async (call) =>
    withProject(call, (project) => {
      const { register, id } = addLine(project, call.words.join(' '));
      printWritten(call, project, registerOf(register), [id], 'added');
      return 0;
    }),
};
