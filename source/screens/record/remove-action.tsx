/** To the trash, once it is told what goes along and what stays. */
import { referrersIn } from '../../services/reading/record-view.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { removeRecords } from '../../services/writing/records.ts';
import { Confirm } from '../../widgets/overlays/confirm.tsx';
import { go, openOverlay, type App } from '../app.tsx';
import { dropPages } from '../session/session.ts';
import { change, wordsOf, type Target } from './change-actions.tsx';
import { goneWith } from './previewed.tsx';

export function askRemove(app: App, target: Target): void {
  const { ids } = target;
  const words = wordsOf(app).confirm;
  const records = ids.map((id) => getRecord(app.project, id));
  const named = records.slice(0, 5).map(({ code, heading }) => `${code ?? ''} ${heading}`.trim());
  const more = records.length - named.length;
  const gone = goneWith(app, target.register, (project) => removeRecords(project, ids, true));
  const staying = ids.flatMap((id) => referrersIn(app.project, id)).filter((code) => !gone.codes.has(code));
  const referrers = [...new Set(staying)];
  openOverlay(app, (close) => (
    <Confirm
      title={words.removeTitle}
      text={[
        ...named,
        ...(more > 0 ? [words.more(more)] : []),
        ...gone.lines,
        ...(referrers.length > 0
          ? [words.referred(referrers.slice(0, 8).join(', '), Math.max(0, referrers.length - 8))]
          : []),
        words.removeText,
      ]}
      confirmLabel={words.remove}
      cancelLabel={words.cancel}
      onCancel={close}
      onConfirm={() => {
        close();
        const trashed = new Set(ids);
        const removed = change(app, target, wordsOf(app).toast.removed, () =>
          removeRecords(app.project, ids, true),
        );
        if (removed)
          go(
            app,
            dropPages((page) => page.kind !== 'form' && page.id !== null && trashed.has(page.id)),
          );
      }}
    />
  ));
}
