/** Forms that were left unfinished. They are not part of the journal: gone when saved or thrown away. */
import { UserError } from '../../errors.ts';
import * as drafts from '../../store/kept/drafts.ts';
import { storeError } from '../../store/file/store-error.ts';
import type { StoredDraft } from '../../store/kept/drafts.ts';
import type { Project } from '../project/project.ts';

export type { StoredDraft } from '../../store/kept/drafts.ts';

export function draftOf(project: Project, key: string): StoredDraft | null {
  return drafts.readDraft(project.store, key);
}

/** @throws UserError where the file can't be written */
export function keepDraft(project: Project, draft: StoredDraft): void {
  if (!project.store.isInPlace()) throw new UserError('file-moved', { path: project.store.path });
  try {
    drafts.writeDraft(project.store, draft, project.clock.now());
  } catch (error) {
    throw storeError(error, project.store.path);
  }
}

export function dropDraft(project: Project, key: string): void {
  drafts.deleteDraft(project.store, key);
}
