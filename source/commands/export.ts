import type { Command } from './command.ts';

export const exportCommand: Command = {
  usage: 'export',
  changes: false,
  options: [],
  words: [0, 99],
  run: () => 1,
};
