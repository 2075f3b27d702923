/** Tags by one line of words: `klubi -vanha`; on many they are put and taken off alike. */
import { readTags, tagRecords } from '../../services/writing/tags.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { openOverlay, type App } from '../app.tsx';
import { Prompt } from '../prompt/prompt.tsx';
import { change, titleOfTarget, wordsOf, type Target } from './change-actions.tsx';

export function askTags(app: App, target: Target): void {
  const words = wordsOf(app).tags;
  const { ids } = target;
  const now = new Set(ids.flatMap((id) => getRecord(app.project, id)['tags'] as readonly string[]));
  openOverlay(app, (close) => (
    <Prompt
      title={words.title(titleOfTarget(app, target))}
      placeholder={words.placeholder}
      understand={(line) => {
        const { put, taken } = readTags(line);
        const told = [words.put(put.join(', ')), words.taken(taken.join(', '))].filter(
          (_, index) => [put, taken][index]?.length !== 0,
        );
        const has = now.size === 0 ? words.none : words.now([...now].join(', '));
        return put.length + taken.length === 0
          ? { ok: false, text: has }
          : { ok: true, text: told.join(' · ') };
      }}
      onCancel={close}
      onEnter={(line) => {
        close();
        change(app, target, words.done, () => tagRecords(app.project, ids, readTags(line)));
      }}
    />
  ));
}
