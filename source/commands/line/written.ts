import { callNameOf, isNumbered } from '../../services/reading/part-names.ts';
import { jsonCalled } from '../../services/reading/outward.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { printJson, printLines } from './output.ts';
import type { Project } from '../../services/project/project.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import type { Call } from './command.ts';

function namedInFull(project: Project, definition: Definition, { id, code, heading }: AnyRecord): string {
  const called = isNumbered(definition)
    ? callNameOf(project, { id, code, heading, register: definition.name })
    : code;
  return `${called ?? ''} ${heading}`.trim();
}

/** What was written: the records for scripts (one as an object), a line for people. */
export function printWritten(
  call: Call,
  project: Project,
  definition: Definition,
  ids: readonly number[],
  what: 'added' | 'changed' | 'same',
): void {
  const records = ids.map((id) => getRecord(project, id));
  if (call.json) {
    const objects = records.map((record) => jsonCalled(project, definition, record));
    printJson(call, objects.length === 1 ? objects[0] : objects);
    return;
  }
  const { safe } = call.place.text;
  printLines(
    call,
    records.map((record) => call.say.written[what](safe(namedInFull(project, definition, record)))),
  );
}
