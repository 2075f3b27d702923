/** A message to the supervisors of units without a champion: addresses and text to the clipboard, or all to a file. */
import { messages } from '../../language/index.ts';
import { coverageMessage, type CoverageMessage } from '../../services/recruitment/coverage-message.ts';
import type { UnitCoverage } from '../../services/recruitment/coverage.ts';
import { todayOf } from '../../services/project/project.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { openOverlay, say, type App } from '../app.tsx';
import { askFile } from '../prompt/ask-file.tsx';
import { wordsOf } from '../record/change-actions.tsx';

function messageOf(app: App, units: readonly UnitCoverage[]): CoverageMessage | null {
  const { language } = app.session.get();
  const message = coverageMessage(app.project, units, language);
  if (message.units > 0) return message;
  say(app, 'note', messages(language).recruitment.coverage.message.nobody);
  return null;
}

function copy(app: App, text: string, what: string): void {
  app.copy(text);
  say(app, 'done', wordsOf(app).toast.copied(what));
}

export function copyAddresses(app: App, units: readonly UnitCoverage[]): void {
  const message = messageOf(app, units);
  if (message === null) return;
  const { hint } = messages(app.session.get().language).recruitment.coverage.message;
  copy(app, message.to, hint.addresses(message.addresses));
}

export function openMessageMenu(app: App, units: readonly UnitCoverage[]): void {
  const message = messageOf(app, units);
  if (message === null) return;
  const { language } = app.session.get();
  const words = messages(language).recruitment.coverage.message;
  const choices = [
    { value: 'to', label: words.addresses, hint: words.hint.addresses(message.addresses) },
    { value: 'text', label: words.text, hint: words.hint.text },
    { value: 'list', label: words.list, hint: '' },
    { value: 'file', label: words.file, hint: '' },
  ] as const;
  openOverlay(app, (close) => (
    <Picker
      title={words.title(message.units, message.addresses)}
      choices={choices}
      width={70}
      height={choices.length}
      onCancel={close}
      onChoose={(choice) => {
        close();
        if (choice === 'to') copy(app, message.to, words.hint.addresses(message.addresses));
        if (choice === 'text') copy(app, message.text, message.subject);
        if (choice === 'list') copy(app, message.list, message.list.split('\n')[0] ?? '');
        if (choice === 'file')
          askFile(app, words.file, message.whole, `${words.fileName}-${todayOf(app.project)}.txt`);
      }}
    />
  ));
}
