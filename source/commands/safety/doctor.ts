import { messages } from '../../language/index.ts';
import { examineProject, reindexProject } from '../../services/safety/doctor.ts';
import { doLong } from '../line/long-work.ts';
import { pairs, printJson, printLines, styled } from '../line/output.ts';
import { tellPlace } from '../line/problems.ts';
import { withProject } from '../project/project.ts';
import type { Examination, Finding } from '../../services/safety/doctor.ts';
import type { Project } from '../../services/project/project.ts';
import type { Call, Command } from '../line/command.ts';

/** Looks the file over; exit code 1 when something is wrong and stays so. */
export const doctor: Command = {
  usage: 'doctor [--repair | --reindex]',
  changes: true,
  options: ['repair', 'reindex'],
  words: [0, 0],
  run: async (call) =>
    withProject(call, async (project) => {
      await tellPlace(call, project.store.path);
      if (call.options.has('reindex')) return reindex(call, project);
      const examination = examineProject(project, call.options.has('repair'));
      if (call.json) printJson(call, examination);
      else printLines(call, examinationLines(call, examination));
      return examination.sound ? 0 : 1;
    }),
};

async function reindex(call: Call, project: Project): Promise<number> {
  const found = await doLong(call, project, reindexProject(project));
  if (call.json) printJson(call, { found });
  else printLines(call, [messages(call.language).trust.doctor.reindexed(found)]);
  return 0;
}

function examinationLines(call: Call, { sound, findings, repaired, copy, sizes }: Examination): string[] {
  const say = messages(call.language).trust.doctor;
  const lines = pairs(
    call,
    findings.map((finding) => [say.checks[finding.check], findingWords(call, finding)]),
  );
  if (sizes !== null) lines.push(...pairs(call, [[say.size, say.sizes(sizes)]]));
  lines.push('');
  if (copy !== null) lines.push(say.copied(call.place.text.safe(copy)));
  if (repaired.length > 0) lines.push(say.repaired(repaired.map((check) => say.checks[check])));
  lines.push(styled(call, sound ? 'bold' : 'alarm', sound ? say.sound : say.unsound));
  if (!sound) lines.push(say.next(findings.some(({ check, count }) => count > 0 && serious.has(check))));
  return lines;
}

/** What can't be worked out anew: a copy is the way back. */
const serious = new Set<string>(['integrity', 'schema', 'references', 'chain', 'records', 'double']);

function findingWords(call: Call, { count, faults }: Finding): string {
  const say = messages(call.language).trust.doctor;
  if (count === 0) return say.fine;
  const words = faults.map(({ where, what }) => {
    const said = say.faults[what] ?? what;
    return where === '' ? said : `${where}: ${said}`;
  });
  return [...words, ...(count > faults.length ? [say.more(count - faults.length)] : [])].join('\n');
}
