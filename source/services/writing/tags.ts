/** Tags put on records and taken off them: one line of words for one record or many. */
import { identityById } from '../../store/records/records.ts';
import { write } from './write.ts';
import type { Project } from '../project/project.ts';
import type { Written } from './write.ts';

export interface TagChange {
  readonly put: readonly string[];
  readonly taken: readonly string[];
}

/** `klubi, uusi -vanha`: words are put on, those with a minus are taken off. */
export function readTags(line: string): TagChange {
  const words = line
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((word) => /[^-+#]/.test(word));
  const named = (word: string): string => word.replace(/^[-+#]+/, '');
  return {
    put: words.filter((word) => !word.startsWith('-')).map(named),
    taken: words.filter((word) => word.startsWith('-')).map(named),
  };
}

/** As one step; a record that has a tag already, or has not what is taken off, stays as it is. */
export function tagRecords(
  project: Project,
  ids: readonly number[],
  { put, taken }: TagChange,
): Written<void> {
  const register = identityById(project.store, ids[0] ?? 0)?.register ?? '';
  const label = { verb: 'set', register, fields: ['tags'] };
  return write(project, { kind: 'user', label, records: ids.length }, (unit) => {
    for (const id of ids) {
      const old = unit.read(id)['tags'] as readonly string[];
      unit.change(id, { tags: [...new Set([...old, ...put])].filter((tag) => !taken.includes(tag)) });
    }
  });
}
