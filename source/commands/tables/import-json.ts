import { existsSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { makeFolder } from '../../services/safety/copies.ts';
import { readProjectDocument } from '../../services/tables/json-document.ts';
import { importingDocument, makingFromDocument, timeAndChance } from '../../services/tables/json-import.ts';
import { doLong } from '../line/long-work.ts';
import { remember } from '../line/problems.ts';
import { printJson, printLines } from '../line/output.ts';
import { defaultPath, projectPath, withProject } from '../project/project.ts';
import type { JsonReport } from '../../services/tables/json-import.ts';
import type { Call } from '../line/command.ts';

/** Brings in an exported project: into a new file, or what the project's own file lacks of it. */
export async function importJson(call: Call, path: string, bytes: Uint8Array): Promise<number> {
  const document = readProjectDocument(bytes, path);
  const dryRun = call.options.has('dry-run');
  const named = call.file === undefined ? projectPath(call) : resolve(call.file);
  const file = named ?? defaultPath(call);
  if (existsSync(file)) {
    const report = await withProject(call, async (project) =>
      doLong(call, project, importingDocument(project, document, { language: call.language, dryRun })),
    );
    print(call, path, report, null);
    return 0;
  }
  const target = dryRun ? `${file}.${process.pid}.trial` : file;
  makeFolder(dirname(target));
  try {
    const chance = timeAndChance(call.place.environment);
    const report = await doLong(call, null, makingFromDocument(target, document, call.language, chance));
    print(call, path, dryRun ? { ...report, step: null } : report, dryRun ? null : file);
  } finally {
    if (dryRun) for (const ending of ['', '-wal', '-shm']) rmSync(target + ending, { force: true });
  }
  if (dryRun) return 0;
  // A copy made beside the project that is at work does not take its place.
  const atWork = projectPath({ ...call, file: undefined });
  if (atWork === null || resolve(atWork) === resolve(file)) await remember(call, file);
  else if (!call.json) printLines(call, [call.say.import.beside(call.place.text.safe(atWork))]);
  return 0;
}

function print(call: Call, path: string, report: JsonReport, made: string | null): void {
  const { added, same, conflicts, step } = report;
  const counts = { added, changed: 0, same, conflict: conflicts.length };
  if (call.json) {
    printJson(call, { ...counts, refused: [], ...(made === null ? {} : { path: made }) });
    return;
  }
  const say = call.say.import;
  const { safe } = call.place.text;
  const lines = [`${safe(path)}: ${say.summary({ ...counts, refused: 0 })}`];
  if (conflicts.length > 0) lines.push(say.conflicts(conflicts.map(safe)));
  if (call.options.has('dry-run')) lines.push(say.dry);
  else if (made !== null) lines.push(say.made(safe(made)));
  else if (step !== null) lines.push(say.undo(step));
  printLines(call, lines);
}
