import { factsOf, jsonValues, keep, understand } from '../../services/quick-add/quick-add.ts';
import { pairs, printJson, printLines, printWarning } from '../line/output.ts';
import { withProject } from '../project/project.ts';
import { printWritten } from '../line/written.ts';
import type { Understood } from '../../services/quick-add/quick-add.ts';
import type { Project } from '../../services/project/project.ts';
import type { Call, Command } from '../line/command.ts';

/** `luotsi add "riski: avainhenkilö vaihtuu p3 v4"`, `luotsi add "soita Pekalle pe @maija #talous"`. */
export const quickAdd: Command = {
  usage: 'add "one line of plain words" [--dry-run]',
  changes: true,
  options: ['dry-run'],
  words: [1, Number.MAX_SAFE_INTEGER],
  run: async (call) =>
    withProject(call, (project) => {
      const understood = understand(project, call.words.join(' '), call.language);
      const { definition } = understood;
      if (call.options.has('dry-run')) return shown(call, project, understood);
      const { result: id } = keep(project, understood, call.language);
      printWritten(call, project, definition, [id], 'added');
      if (!call.json) printLines(call, factLines(call, project, understood));
      warnOfNoDay(call, understood);
      return 0;
    }),
};

function factLines(call: Call, project: Project, understood: Understood): string[] {
  return pairs(
    call,
    factsOf(project, understood, call.language).map(({ label, value }) => [`  ${label}`, value]),
  );
}

/** A day that the calendar has not stays in the title; who meant it for one is told, a script as well. */
function warnOfNoDay(call: Call, { noDay }: Understood): void {
  if (noDay === null) return;
  const reason = noDay.reason[call.language];
  printWarning(call, 'no-day', call.say.written.noDay({ text: noDay.text, reason }));
}

/** What the line means, with nothing kept. */
function shown(call: Call, project: Project, understood: Understood): number {
  const { definition, missing } = understood;
  const names = missing.map((label) => label[call.language]);
  if (call.json) {
    const needed = Object.keys(definition.fields).filter((name) =>
      missing.includes(definition.fields[name]?.label ?? { fi: '', en: '' }),
    );
    printJson(call, { register: definition.name, values: jsonValues(project, understood), missing: needed });
  } else {
    printLines(call, [
      call.say.written.would(definition.label.one[call.language]),
      ...factLines(call, project, understood),
      ...(names.length > 0 ? [call.say.written.missing(names.join(', '))] : []),
    ]);
  }
  warnOfNoDay(call, understood);
  return 0;
}
