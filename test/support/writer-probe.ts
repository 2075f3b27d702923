/** Writes to a project file until it is killed, and says each step once it is on disk: what the crash tests start. */
import { writeSync } from 'node:fs';
import { keepDraft } from '../../source/services/writing/drafts.ts';
import { addRecord, changeRecord, removeRecords } from '../../source/services/writing/records.ts';
import { openProject } from '../../source/services/project/project-file.ts';
import { undo } from '../../source/services/writing/undo.ts';
import type { Written } from '../../source/services/writing/write.ts';

const [path = '', name = '', count = '1000000', drafts] = process.argv.slice(2);
const project = openProject(path, {});
const say = ({ step }: Written<unknown>): void => {
  writeSync(1, `${step}\n`);
};

for (let nth = 1; nth <= Number(count); nth += 1) {
  if (drafts !== undefined) {
    const texts = { title: name, number: String(nth) };
    keepDraft(project, { key: 'storm', register: 'risk', record: null, version: null, texts });
    writeSync(1, `draft ${nth}\n`);
  }
  const added = addRecord(project, 'risk', { title: `${name} ${nth}`, probability: 3, impact: 4 });
  say(added);
  say(addRecord(project, 'action', { title: `${name} ${nth}`, source: added.result, due: '2022-03-20' }));
  say(changeRecord(project, added.result, { impact: 5, state: 'handled', notes: 'x'.repeat(20_000) }));
  if (nth % 3 === 0) say(removeRecords(project, [added.result], true));
  if (nth % 5 === 0) say(undo(project));
}
