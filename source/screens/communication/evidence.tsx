/** Evidence of a delivery: a link, a path, words, or the session in whose minutes it stands, found by its code. */
import { messages } from '../../language/index.ts';
import { sessionNamed } from '../../services/communication/communication.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { changeRecords } from '../../services/writing/records.ts';
import { openOverlay, type App } from '../app.tsx';
import { Prompt, type Understood } from '../prompt/prompt.tsx';
import { changeSeen, titleOfTarget, wordsOf, type SeenTarget } from '../record/change-actions.tsx';

export function askEvidence(app: App, target: SeenTarget): void {
  const [first] = target.ids;
  if (first === undefined) return;
  const words = messages(app.session.get().language).plan.evidence;
  const old = getRecord(app.project, first)['evidence'];
  const meant = (text: string): string => sessionNamed(app.project, text) ?? text.trim();
  const understand = (text: string): Understood | null => {
    if (text.trim() === '') return { ok: true, text: words.empty };
    const evidence = meant(text);
    return { ok: true, text: evidence === text.trim() ? words.asWritten : `= ${evidence}` };
  };
  openOverlay(app, (close) => (
    <Prompt
      title={words.title(titleOfTarget(app, target))}
      placeholder={words.placeholder}
      initial={typeof old === 'string' ? old : ''}
      understand={understand}
      onCancel={close}
      onEnter={(text) => {
        close();
        const evidence = text.trim() === '' ? null : meant(text);
        changeSeen(app, target, {
          done: wordsOf(app).toast.changed,
          values: { evidence },
          work: (values, seen) => changeRecords(app.project, target.ids, values, seen),
        });
      }}
    />
  ));
}
