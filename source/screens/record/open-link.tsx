/** `O`: opens a link or an attachment of a record in the program that the system has for it; asked first. */
import path from 'node:path';
import { recordView } from '../../services/reading/record-view.ts';
import { Confirm } from '../../widgets/overlays/confirm.tsx';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { openOverlay, say, type App } from '../app.tsx';
import { wordsOf } from './change-actions.tsx';
import { openable, openOutside } from './outside.ts';

interface Outside {
  readonly target: string;
  readonly label: string;
}

/** Links, attachments and evidence that can be opened, in the order of the page. */
function outsideOf(app: App, id: number): readonly Outside[] {
  const { record, facts } = recordView(app.project, id, app.session.get().language, true);
  const folder = path.dirname(app.project.store.path);
  const found = facts
    .filter(({ name, field }) => field.kind === 'link' || name === 'attachments' || name === 'evidence')
    .flatMap(({ name, label }) =>
      [record[name]].flat().map((text) => ({ label, target: openable(String(text), folder) })),
    );
  return found.flatMap(({ label, target }) => (target === null ? [] : [{ label, target }]));
}

/** Opens it when that is said. */
export function askToOpen(app: App, target: string): void {
  const words = wordsOf(app);
  openOverlay(app, (close) => (
    <Confirm
      title={words.outside.title}
      text={[target]}
      confirmLabel={words.outside.open}
      cancelLabel={words.confirm.cancel}
      onCancel={close}
      onConfirm={() => {
        close();
        say(app, 'done', words.outside.opened(target));
        openOutside(target, (opener) => say(app, 'error', words.outside.failed(opener)));
      }}
    />
  ));
}

export function askOpen(app: App, id: number): void {
  const words = wordsOf(app);
  const all = outsideOf(app, id);
  const [only] = all;
  if (only === undefined) return say(app, 'note', words.outside.none);
  if (all.length === 1) return askToOpen(app, only.target);
  return openOverlay(app, (close) => (
    <Picker
      title={words.outside.title}
      choices={all.map(({ target, label }) => ({ value: target, label: target, hint: label }))}
      height={all.length}
      onCancel={close}
      onChoose={(target) => {
        close();
        askToOpen(app, target);
      }}
    />
  ));
}
