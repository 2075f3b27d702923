/** A calendar becomes sessions of a group, an exported project fills what the file lacks of it. */
import { messages } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { listOf } from '../../services/reading/listing.ts';
import { importingCalendar, type CalendarImport } from '../../services/tables/calendar-import.ts';
import { readProjectDocument } from '../../services/tables/json-document.ts';
import { importingDocument, type JsonReport } from '../../services/tables/json-import.ts';
import { rowsIn, sumOf } from '../../services/tables/import-sum.ts';
import { importingSheets, type SheetReport } from '../../services/tables/import.ts';
import { Confirm } from '../../widgets/overlays/confirm.tsx';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { safe } from '../../widgets/lines/text.ts';
import { openOverlay, say, type App } from '../app.tsx';
import { workThrough } from '../long-work.tsx';
import { wordsOf } from '../record/change-actions.tsx';
import { replacedTexts } from './replaced-texts.ts';
import type { Work } from '../../domain/long-work.ts';
import type { OwnWorkbook } from '../../services/tables/import-sheets.ts';

interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly conflict: number;
  readonly refused: number;
}

/** What an import does, tried or in earnest, and what is told of it. */
interface Bringing<Report> {
  readonly work: (dryRun: boolean) => Work<Report>;
  readonly counts: (report: Report) => Counts;
  /** Lines below the counts. */
  readonly text: (report: Report) => string[];
}

/** A look at what would come of it, and the import on a yes; both under a bar where they take long. */
async function confirmed<Report>(app: App, { work, counts, text }: Bringing<Report>): Promise<void> {
  const words = wordsOf(app);
  const { title } = words.import;
  const trial = await workThrough(app, title, work(true));
  if (trial === null) return;
  const found = counts(trial);
  openOverlay(app, (close) => (
    <Confirm
      title={title}
      text={[words.import.summary(found), ...text(trial)]}
      confirmLabel={found.refused > 0 ? words.import.withoutBad : words.import.run}
      cancelLabel={words.confirm.cancel}
      onCancel={close}
      onConfirm={() => {
        close();
        void bringIn(app, { work, counts, text });
      }}
    />
  ));
}

async function bringIn<Report>(app: App, { work, counts }: Bringing<Report>): Promise<void> {
  const words = wordsOf(app);
  const done = await workThrough(app, words.import.title, work(false));
  if (done !== null)
    say(app, 'done', words.import.done({ ...counts(done), alongside: 0 }), words.toast.undoHint);
}

/** The days and the rows of a calendar that are no meetings. */
function leftOut(app: App, { allDay, refused }: CalendarImport): string[] {
  const words = messages(app.session.get().language);
  const days = allDay.length === 0 ? [] : [words.commands.import.allDay(allDay.slice(0, 8).map(safe))];
  const bad = refused
    .slice(0, 4)
    .map(({ row, column, reason }) => words.console.import.refused(row, safe(column ?? ''), safe(reason)));
  return [...days, ...bad];
}

export function askCalendar(app: App, bytes: Uint8Array, path: string): void {
  const { language } = app.session.get();
  const words = messages(language);
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
        void confirmed<CalendarImport>(app, {
          work: (dryRun) =>
            importingCalendar(app.project, bytes, path, { group, dryRun, skipBad: true, language }),
          counts: (report) => ({ ...report, refused: new Set(report.refused.map(({ row }) => row)).size }),
          text: (report) => leftOut(app, report),
        });
      }}
    />
  ));
}

const shownSheets = 8;

/** All sheets of a workbook that Luotsi wrote, as one step. */
export function askSheets(app: App, { sheets, unread }: OwnWorkbook): void {
  const { language } = app.session.get();
  const words = messages(language);
  const text = (reports: readonly SheetReport[]): string[] => {
    const touched = reports.filter((one) => one.added + one.changed + one.conflict + one.refused.length > 0);
    const bad = reports.flatMap((one) => one.refused.map((fault) => ({ ...fault, sheet: one.sheet })));
    return [
      ...touched
        .slice(0, shownSheets)
        .map(
          (one) => `${safe(one.sheet)}: ${words.console.import.summary({ ...one, refused: rowsIn(one) })}`,
        ),
      ...(touched.length > shownSheets ? [words.console.import.more(touched.length - shownSheets)] : []),
      ...replacedTexts(app, reports),
      ...bad
        .slice(0, 4)
        .map(
          ({ sheet, row, column, reason }) =>
            `${safe(sheet)} · ${words.console.import.refused(row, safe(column ?? ''), safe(reason))}`,
        ),
      ...(unread.length > 0 ? [words.importing.unread(unread.map(safe))] : []),
    ];
  };
  void confirmed<readonly SheetReport[]>(app, {
    work: (dryRun) =>
      importingSheets(app.project, sheets, {
        maps: [],
        dryRun,
        skipBad: true,
        createMissing: false,
        language,
      }),
    counts: (reports) => {
      const sum = sumOf(reports);
      return { ...sum, refused: sum.refusedRows };
    },
    text,
  });
}

export function askProject(app: App, bytes: Uint8Array, path: string): void {
  const { language } = app.session.get();
  const document = readProjectDocument(bytes, path);
  void confirmed<JsonReport>(app, {
    work: (dryRun) => importingDocument(app.project, document, { language, dryRun }),
    counts: ({ added, same, conflicts }) => ({
      added,
      changed: 0,
      same,
      conflict: conflicts.length,
      refused: 0,
    }),
    text: () => [],
  });
}
