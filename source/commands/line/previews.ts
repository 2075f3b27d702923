/** What a command would do, told and not done. */
import { messages } from '../../language/index.ts';
import { previewOf } from '../../services/writing/preview.ts';
import { previewJson, previewRows, type PreviewRow } from '../../services/writing/preview-words.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { printJson, printLines, styled } from './output.ts';
import type { Project } from '../../services/project/project.ts';
import type { Written } from '../../services/writing/write.ts';
import type { Call } from './command.ts';

/** Rows of a preview as lines for people. */
export function rowLines(call: Call, rows: readonly PreviewRow[]): string[] {
  return rows.flatMap(({ kind, text }) =>
    call.place.text
      .safeLines(text)
      .map((line) =>
        kind === 'item' ? `  ${line}` : styled(call, kind === 'warning' ? 'alarm' : 'bold', line),
      ),
  );
}

/** Prints what `work` would do to other records than those that it changes itself. Nothing is written. */
export function printPreview(
  call: Call,
  project: Project,
  work: (trial: Project) => Written<unknown>,
  ids: readonly number[] = [],
): number {
  const { preview } = previewOf(project, work);
  const of = new Set(ids.map((id) => getRecord(project, id).uid));
  if (call.json) printJson(call, { ...previewJson(project, preview), step: null });
  else {
    const rows = previewRows(project, preview, call.language, of);
    printLines(call, [...rowLines(call, rows), messages(call.language).plan.preview.trial]);
  }
  return 0;
}
