/** Where a file goes, as it was typed: what it would replace is asked about first. */
import { targetAt, type Target } from '../../services/reporting/report-file.ts';
import { Confirm } from '../../widgets/overlays/confirm.tsx';
import { openOverlay, say, type App } from '../app.tsx';
import { wordsOf } from '../record/change-actions.tsx';
import { sentenceOf } from '../sentence.ts';

export function askTarget(app: App, typed: string, write: (target: Target) => void): void {
  const words = wordsOf(app);
  let target: Target;
  try {
    target = targetAt(typed);
  } catch (error) {
    const { text, hint } = sentenceOf(error, app.session.get().language);
    return say(app, 'error', text, hint);
  }
  if (!target.replaces) return write(target);
  return openOverlay(app, (close) => (
    <Confirm
      title={words.reports.replaceTitle}
      text={[target.path, words.reports.replaceText]}
      confirmLabel={words.reports.replace}
      cancelLabel={words.confirm.cancel}
      onCancel={close}
      onConfirm={() => {
        close();
        write(target);
      }}
    />
  ));
}
