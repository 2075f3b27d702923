/** What takes more than a form and a path: the handover's folder, and the organisation's own Word template. */
import { messages } from '../../language/index.ts';
import { readLogo } from '../../services/reporting/logo.ts';
import { writeReport } from '../../services/reporting/report-file.ts';
import { keepLogo } from '../../settings/logo.ts';
import { isUserError } from '../../errors.ts';
import { go, openOverlay, say, type App } from '../app.tsx';
import { logoOption } from './logo-option.ts';
import { wordsOf } from '../record/change-actions.tsx';
import { askTarget } from '../prompt/ask-target.tsx';
import { Prompt } from '../prompt/prompt.tsx';
import { sentenceOf } from '../sentence.ts';
import { changed } from '../session/session.ts';
import { spanOptions, type DrawnReport } from './shown-report.ts';

/** Work that takes its time; what refuses it is said. */
export async function attempt(app: App, work: () => Promise<string>): Promise<void> {
  try {
    const said = await work();
    go(app, changed);
    say(app, 'done', said);
  } catch (error) {
    const { text, hint } = sentenceOf(error, app.session.get().language);
    // What has a way out says it as well.
    say(app, 'error', text, isUserError(error) ? hint : '');
  }
}

/** A path asked on one line. */
function askPath(
  app: App,
  asked: { readonly title: string; readonly hint: string; readonly initial?: string; readonly orNone?: true },
  choose: (path: string) => void,
): void {
  openOverlay(app, (close) => (
    <Prompt
      title={asked.title}
      placeholder={asked.hint}
      {...(asked.initial === undefined ? {} : { initial: asked.initial })}
      understand={() => ({ ok: true, text: asked.hint })}
      onCancel={close}
      onEnter={(typed) => {
        close();
        if (typed.trim() !== '' || asked.orNone === true) choose(typed.trim());
      }}
    />
  ));
}

/** Everything that a successor gets, into a folder of its own. */
export function askHandover(app: App): void {
  const words = wordsOf(app).reports;
  askPath(app, { title: words.handover, hint: words.handoverHint }, (typed) => {
    void attempt(app, async () => {
      // What makes every form at once is loaded when it is asked for.
      const { writeHandover } = await import('../../services/reporting/handover-folder.ts');
      const { language } = app.session.get();
      const { logo = null } = await logoOption(app);
      const { path, files } = await writeHandover(app.project, typed, language, logo);
      return words.handoverDone(path, files.length);
    });
  });
}

/** The report that is shown, poured into a Word document of one's own. */
export function askTemplate(app: App, shown: DrawnReport, name: string): void {
  const words = wordsOf(app).reports;
  askPath(app, { title: words.template, hint: words.templateHint }, (template) => {
    const asked = { title: words.exportTitle, hint: words.exportHint, initial: `${name}.docx` };
    askPath(app, asked, (typed) => {
      askTarget(app, typed, (target) => {
        void attempt(app, async () => {
          const { fillReport } = await import('../../services/reporting/template.ts');
          const { bytes } = await fillReport(
            app.project,
            {
              kind: shown.report,
              language: app.session.get().language,
              ...(await logoOption(app)),
              ...spanOptions(shown.report, shown.span),
            },
            template,
          );
          return words.written(writeReport(target, bytes));
        });
      });
    });
  });
}

/** The picture at the head of reports: a file, or none where the line is left empty. */
export function askLogo(app: App): void {
  const words = messages(app.session.get().language).console.palette;
  askPath(
    app,
    { title: words.logo, hint: words.logoHint, orNone: true },
    (path) =>
      void attempt(app, async () => {
        await keepLogo(app.environment, path === '' ? null : await readLogo(path));
        return path === '' ? words.logoGone : words.logoKept;
      }),
  );
}
