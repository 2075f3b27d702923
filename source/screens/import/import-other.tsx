/** A calendar becomes sessions of a group, an exported project fills what the file lacks of it. */
import { isUserError } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { listOf } from '../../services/reading/listing.ts';
import { importCalendar } from '../../services/tables/calendar-import.ts';
import { importDocument, readProjectDocument } from '../../services/tables/json-import.ts';
import { Confirm } from '../../widgets/confirm.tsx';
import { Picker } from '../../widgets/picker.tsx';
import { safe } from '../../widgets/text.ts';
import { openOverlay, perform, say, type App } from '../app.tsx';
import { wordsOf } from '../record/change-actions.tsx';
import { sentenceOf } from '../sentence.ts';

interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly conflict: number;
  readonly refused: number;
}

/** A look at what would come of it, and the import on a yes. */
function confirmed(app: App, trial: () => { counts: Counts; text: string[] }, run: () => Counts): void {
  const words = wordsOf(app);
  try {
    const { counts, text } = trial();
    openOverlay(app, (close) => (
      <Confirm
        title={words.import.title}
        text={[words.import.summary(counts), ...text]}
        confirmLabel={counts.refused > 0 ? words.import.withoutBad : words.import.run}
        cancelLabel={words.confirm.cancel}
        onCancel={close}
        onConfirm={() => {
          close();
          perform(app, run, (done) => ({ kind: 'done', text: words.import.summary(done), hint: words.toast.undoHint })); // prettier-ignore
        }}
      />
    ));
  } catch (error) {
    if (!isUserError(error)) throw error;
    say(app, 'error', sentenceOf(error, app.session.get().language).text);
  }
}

export function askCalendar(app: App, bytes: Uint8Array, path: string): void {
  const { language } = app.session.get();
  const words = messages(language);
  const bring = (group: number | null, dryRun: boolean) =>
    importCalendar(app.project, bytes, path, { group, dryRun, skipBad: true, language });
  const counted = (report: ReturnType<typeof bring>): Counts => ({
    ...report,
    refused: new Set(report.refused.map(({ row }) => row)).size,
  });
  const groups = listOf(app.project, registerOf('group'), {}, language);
  openOverlay(app, (close) => (
    <Picker
      title={words.importing.group}
      choices={[
        { value: null, label: words.importing.byName },
        ...groups.map(({ id, heading, code }) => ({
          value: id as number | null,
          label: heading,
          hint: code ?? '',
        })),
      ]}
      empty={words.console.list.none}
      width={64}
      onCancel={close}
      onChoose={(group) => {
        close();
        confirmed(
          app,
          () => {
            const report = bring(group, true);
            const { allDay, refused } = report;
            const days =
              allDay.length === 0 ? [] : [words.commands.import.allDay(allDay.slice(0, 8).map(safe))];
            const bad = refused.slice(0, 4).map(({ row, column, reason }) => words.console.import.refused(row, safe(column ?? ''), safe(reason))); // prettier-ignore
            return { counts: counted(report), text: [...days, ...bad] };
          },
          () => counted(bring(group, false)),
        );
      }}
    />
  ));
}

export function askProject(app: App, bytes: Uint8Array, path: string): void {
  const { language } = app.session.get();
  const bring = (dryRun: boolean): Counts => {
    const document = readProjectDocument(bytes, path);
    const { added, same, conflicts } = importDocument(app.project, document, { language, dryRun });
    return { added, changed: 0, same, conflict: conflicts.length, refused: 0 };
  };
  confirmed(
    app,
    () => ({ counts: bring(true), text: [] }),
    () => bring(false),
  );
}
