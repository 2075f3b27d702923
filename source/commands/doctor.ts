import { examine } from '../services/doctor.ts';
import { pairs, printJson, printLines, styled } from './output.ts';
import { withProject } from './project.ts';
import type { Command } from './command.ts';

export const doctor: Command = {
  usage: 'doctor [--repair]',
  changes: true,
  options: ['repair'],
  words: [0, 0],
  run: async (call) =>
    withProject(call, (project) => {
      const mend = call.options.has('repair');
      const findings = examine(project, mend);
      const unsound = findings.filter(
        ({ check, faults }) => faults.length > 0 && !(mend && check === 'derived'),
      );
      const sound = unsound.length === 0;
      if (call.json) printJson(call, { sound, findings });
      else {
        const { checks, fine } = call.say.doctor;
        const lines = pairs(
          call,
          findings.map(({ check, faults }) => [
            checks[check] ?? check,
            faults.length === 0 ? fine : faults.join('\n'),
          ]),
        );
        if (mend) lines.push(call.say.doctor.reindexed);
        lines.push(
          styled(call, sound ? 'bold' : 'alarm', sound ? call.say.doctor.sound : call.say.doctor.unsound),
        );
        printLines(call, lines);
      }
      return sound ? 0 : 1;
    }),
};
