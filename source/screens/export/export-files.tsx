/** What the project holds, as a file for another program: the calendar, the whole project, a register as a table. */
import { everyRegister, exportingJson } from '../../services/tables/json-export.ts';
import { writeReport, type Target } from '../../services/reporting/report-file.ts';
import { todayOf } from '../../services/project/project.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { openOverlay, say, type App } from '../app.tsx';
import { workThrough } from '../long-work.tsx';
import { askTarget } from '../prompt/ask-target.tsx';
import { Prompt } from '../prompt/prompt.tsx';
import { capital } from '../record/record-lines.ts';
import { wordsOf } from '../record/change-actions.tsx';
import { sentenceOf } from '../sentence.ts';
import type { Work } from '../../domain/long-work.ts';
import type { Definition } from '../../registers/index.ts';
import type { Exported } from '../../services/tables/export.ts';
import type { Choice } from '../../widgets/overlays/picker-state.ts';

/** What is packed in one call is packed at the end. */
type Write = () => Work<Exported | (() => Promise<Exported>)>;

/** A file that can be made. Its writer is loaded when it is chosen. */
interface FileKind {
  /** Name of the file before its day. */
  readonly name: string;
  readonly ending: string;
  readonly load: () => Promise<Write>;
}

function choicesFor(app: App): Choice<FileKind>[] {
  const { language } = app.session.get();
  const { project } = app;
  const words = wordsOf(app).export;
  const calendar = (tasks: boolean): FileKind => ({
    name: words.calendarFile,
    ending: 'ics',
    load: async () => {
      const { exportingCalendar } = await import('../../services/tables/calendar-export.ts');
      return () => exportingCalendar(project, everyRegister, { language, tasks });
    },
  });
  const workbook = (chosen: readonly Definition[], name: string): FileKind => ({
    name,
    ending: 'xlsx',
    load: async () => {
      const { exportingWorkbook } = await import('../../services/tables/workbook-export.ts');
      return () => exportingWorkbook(project, chosen, language);
    },
  });
  return [
    {
      value: calendar(false),
      label: words.calendar,
      hint: 'ICS',
      keywords: 'ics calendar kalenteri outlook',
    },
    { value: calendar(true), label: words.calendarTasks, hint: 'ICS', keywords: 'ics thunderbird todo' },
    {
      value: {
        name: words.projectFile,
        ending: 'json',
        load: async () => () => exportingJson(project, everyRegister, language),
      },
      label: words.project,
      hint: 'JSON',
      keywords: 'json all kaikki',
    },
    {
      value: workbook(everyRegister, words.projectFile),
      label: words.workbook,
      hint: 'Excel',
      keywords: 'xlsx',
    },
    ...ownChoices(app, workbook),
  ];
}

/** Each register by itself, as a workbook and as CSV. */
function ownChoices(
  app: App,
  workbook: (chosen: readonly Definition[], name: string) => FileKind,
): Choice<FileKind>[] {
  const { language } = app.session.get();
  const own = everyRegister.filter(({ code }) => code !== undefined);
  const table = (definition: Definition): FileKind => ({
    name: definition.label.many[language],
    ending: 'csv',
    load: async () => {
      const { exportingCsv } = await import('../../services/tables/export.ts');
      return () => exportingCsv(app.project, definition, language, language === 'fi' ? ';' : ',');
    },
  });
  const choice = (definition: Definition, hint: string, value: FileKind): Choice<FileKind> => ({
    value,
    label: capital(definition.label.many[language]),
    hint,
    keywords: `${value.ending} ${definition.name}`,
  });
  return [
    ...own.map((one) => choice(one, 'Excel', workbook([one], one.label.many[language]))),
    ...own.map((one) => choice(one, 'CSV', table(one))),
  ];
}

async function writeTo(app: App, target: Target, write: Write): Promise<void> {
  const words = wordsOf(app).export;
  try {
    const made = await workThrough(app, words.title, write());
    if (made === null) return;
    if (typeof made === 'function') say(app, 'note', words.packing);
    const { content, count } = typeof made === 'function' ? await made() : made;
    say(app, 'done', words.written(count, writeReport(target, content)));
  } catch (error) {
    say(app, 'error', sentenceOf(error, app.session.get().language).text);
  }
}

function askPath(app: App, { name, ending }: FileKind, write: Write): void {
  const words = wordsOf(app);
  openOverlay(app, (close) => (
    <Prompt
      title={words.export.title}
      placeholder={words.reports.exportHint}
      initial={`${name}-${todayOf(app.project)}.${ending}`}
      understand={() => ({ ok: true, text: words.reports.exportHint })}
      onCancel={close}
      onEnter={(path) => {
        close();
        askTarget(app, path, (target) => void writeTo(app, target, write));
      }}
    />
  ));
}

export function askExport(app: App): void {
  const words = wordsOf(app);
  openOverlay(app, (close) => (
    <Picker
      title={words.export.title}
      choices={choicesFor(app)}
      empty={words.list.none}
      width={64}
      onCancel={close}
      onChoose={(kind) => {
        close();
        void kind.load().then((write) => askPath(app, kind, write));
      }}
    />
  ));
}
