/** Opens a project file anew for each thing that it adds, as commands do, and says what is on disk: what the race with restoring starts. */
import { writeSync } from 'node:fs';
import { isUserError } from '../../source/errors.ts';
import { closeProject, openProject } from '../../source/services/project/project-file.ts';
import { addRecord } from '../../source/services/writing/records.ts';

const [path = '', count = '0'] = process.argv.slice(2);

for (let nth = 1; nth <= Number(count); nth += 1) {
  try {
    const project = openProject(path, {});
    try {
      const name = `visit-${nth}`;
      addRecord(project, 'unit', { name });
      writeSync(1, `${name}\n`);
    } finally {
      closeProject(project);
    }
  } catch (error) {
    // What is refused in words was not written, and nobody was told that it was.
    if (!isUserError(error)) throw error;
    writeSync(1, `refused ${error.code}\n`);
  }
}
