import { wrongUsage } from '../../errors.ts';
import { formatDay } from '../../services/reading/days.ts';
import { findRecord } from '../../services/reading/lookup.ts';
import { labelWords, lastSteps, stepsOfWhole } from '../../services/writing/step-words.ts';
import { redo, undo } from '../../services/writing/undo.ts';
import { limitOption, printJson, printLines, styled, table } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import type { Identity } from '../../services/reading/record-view.ts';
import type { StepLine } from '../../services/writing/step-words.ts';
import type { Project } from '../../services/project/project.ts';
import type { Reversed } from '../../services/writing/undo.ts';
import type { Call, Command } from '../line/command.ts';

const usualLimit = 30;

export const undoCommand: Command = {
  usage: 'undo [STEP]',
  changes: true,
  options: [],
  words: [0, 1],
  run: async (call) => withProject(call, (project) => printReversed(call, undo(project, stepGiven(call)))),
};

export const redoCommand: Command = {
  usage: 'redo',
  changes: true,
  options: [],
  words: [0, 0],
  run: async (call) => withProject(call, (project) => printReversed(call, redo(project))),
};

function stepGiven(call: Call): number | undefined {
  const [word] = call.words;
  if (word === undefined) return undefined;
  if (!/^\d{1,9}$/.test(word)) throw wrongUsage('no-such-step', { step: word });
  return Number(word);
}

/** Scripts get the step that was reversed, in English; people hear what came of it. */
function printReversed(call: Call, { reversed, codes, kind }: Reversed): number {
  if (call.json) {
    const label = labelWords(reversed.label, 'user', 'en');
    printJson(call, { step: reversed.seq, label, codes });
  } else {
    const words = labelWords(reversed.label, kind, call.language);
    printLines(call, [call.place.text.safe(words)]);
  }
  return 0;
}

export const historyCommand: Command = {
  usage: 'history [CODE] [--limit N]',
  changes: false,
  options: ['limit'],
  words: [0, 1],
  run: async (call) =>
    withProject(call, (project) => {
      const [word] = call.words;
      printHistory(call, project, word === undefined ? null : findRecord(project, [], word));
      return 0;
    }),
};

/** The steps of the project or of one record, newest first. */
export function printHistory(call: Call, project: Project, record: Identity | null): void {
  const limit = limitOption(call) ?? usualLimit;
  const language = call.json ? 'en' : call.language;
  const lines =
    record === null ? lastSteps(project, limit, language) : stepsOfWhole(project, record, limit, language);
  if (call.json) printJson(call, lines);
  else if (lines.length === 0) printLines(call, [call.say.steps.none]);
  else printLines(call, stepTable(call, lines));
}

function stepTable(call: Call, lines: readonly StepLine[]): string[] {
  const { step, day, what } = call.say.columns;
  const rows = lines.map((line) => [
    String(line.step),
    formatDay(line.day, call.language, 'full'),
    line.undone ? `${line.label} ${call.say.steps.reversed}` : line.label,
  ]);
  const shown = table(call, [{ heading: step, align: 'right' }, { heading: day }, { heading: what }], rows);
  return shown.map((line, index) => (lines[index - 1]?.undone === true ? styled(call, 'dim', line) : line));
}
