import type { Command } from './command.ts';

export const importCommand: Command = {
  usage: 'import',
  changes: false,
  options: [],
  words: [0, 99],
  run: () => 1,
};
