/** Where a text is written to: asked with a name that fits, and said when it is there. */
import { writeReport } from '../../services/reporting/report-file.ts';
import { openOverlay, perform, type App } from '../app.tsx';
import { wordsOf } from '../record/change-actions.tsx';
import { askTarget } from './ask-target.tsx';
import { Prompt } from './prompt.tsx';

export function askFile(app: App, title: string, text: string, name: string): void {
  const words = wordsOf(app).reports;
  openOverlay(app, (close) => (
    <Prompt
      title={title}
      placeholder={words.exportHint}
      initial={name}
      understand={() => ({ ok: true, text: words.exportHint })}
      onCancel={close}
      onEnter={(path) => {
        close();
        askTarget(app, path, (target) =>
          perform(
            app,
            () => writeReport(target, text),
            (written) => ({ kind: 'done', text: words.written(written), hint: '' }),
          ),
        );
      }}
    />
  ));
}
