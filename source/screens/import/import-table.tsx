/** A table from her own Excel or Word, a calendar, a project: what it holds, a look at what would come of it, and then the import. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { isUserError } from '../../errors.ts';
import { messages } from '../../language/index.ts';
import { registerOf, registers } from '../../registers/index.ts';
import { openBytes } from '../../services/reading/read-file.ts';
import { importing, registerGuessed, type ImportReport } from '../../services/tables/import.ts';
import { nameKey } from '../../services/tables/import-names.ts';
import { fileHolds } from '../../services/tables/import-kind.ts';
import { readPasted, readSource, sheetsIn, type ImportSource } from '../../services/tables/import-source.ts';
import { readOwnWorkbook } from '../../services/tables/import-sheets.ts';
import { rowsIn } from '../../services/tables/import-sum.ts';
import { Confirm } from '../../widgets/overlays/confirm.tsx';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { safe } from '../../widgets/lines/text.ts';
import { openOverlay, say, type App } from '../app.tsx';
import { workThrough } from '../long-work.tsx';
import { Prompt } from '../prompt/prompt.tsx';
import { capital } from '../record/record-lines.ts';
import { wordsOf } from '../record/change-actions.tsx';
import { sentenceOf } from '../sentence.ts';
import { askMissing, askNames } from './import-asks.tsx';
import { replacedTexts } from './replaced-texts.ts';
import { jobOf, optionsOf, unanswered, type ImportJob } from './import-job.ts';
import { askCalendar, askProject, askSheets } from './import-other.tsx';
import { Mapping } from './mapping.tsx';

const shownRefusals = 6;

function reportText(app: App, report: ImportReport): string[] {
  const words = wordsOf(app).import;
  const said = messages(app.session.get().language).commands.import;
  const bad = report.refused.slice(0, shownRefusals);
  return [
    words.summary({ ...report, refused: rowsIn(report) }),
    ...(report.ignored.length > 0 ? [words.ignored(report.ignored.map(safe).join(', '))] : []),
    ...(report.cleaned > 0 ? [said.cleaned(report.cleaned)] : []),
    ...(report.oddLinks.length > 0
      ? [said.oddLinks(report.oddLinks.map(({ row, column }) => `${row} ${safe(column)}`))]
      : []),
    ...replacedTexts(app, [report]),
    ...bad.map(({ row, column, reason }) => words.refused(row, safe(column ?? ''), safe(reason))),
    ...(report.refused.length > bad.length ? [words.more(report.refused.length - bad.length)] : []),
  ];
}

const problem = (app: App, error: unknown): void =>
  say(app, 'error', sentenceOf(error, app.session.get().language).text);

async function bringIn(app: App, job: ImportJob, skipBad: boolean): Promise<void> {
  const words = wordsOf(app);
  const options = optionsOf(job, app.session.get().language, { dryRun: false, skipBad });
  const done = await workThrough(app, words.import.title, importing(app.project, job.source, options));
  if (done !== null)
    say(app, 'done', words.import.done({ ...done, refused: rowsIn(done) }), words.toast.undoHint);
}

/** Shows what would come of it first: nothing is written before one has seen it. Names that are near are asked. */
async function check(app: App, job: ImportJob, asked: ReadonlySet<string>): Promise<void> {
  const words = wordsOf(app);
  const { language } = app.session.get();
  const options = optionsOf(job, language, { dryRun: true, skipBad: true });
  const plan = await workThrough(app, words.import.title, importing(app.project, job.source, options));
  if (plan === null) return showColumns(app, unanswered(job));
  // An answer can bring up more to ask: whose unit is known now may be unknown themselves.
  const open = plan.unknown.filter(({ register, text }) => !asked.has(nameKey(register, text)));
  if (open.length > 0) {
    const now = new Set([...asked, ...open.map(({ register, text }) => nameKey(register, text))]);
    askNames(app, job, open, {
      onDone: (answered) => void check(app, answered, now),
      onBack: (answered) => showColumns(app, answered),
    });
    return;
  }
  askWhole(app, job, plan);
}

/** The last question; back from it are the columns, and what was answered after them is asked again. */
function askWhole(app: App, job: ImportJob, plan: ImportReport): void {
  const { language } = app.session.get();
  const words = wordsOf(app);
  const skipBad = plan.refused.length > 0;
  openOverlay(app, (close) => (
    <Confirm
      title={`${words.import.title} · ${capital(registerOf(job.register).label.many[language])}`}
      text={reportText(app, plan)}
      confirmLabel={skipBad ? words.import.withoutBad : words.import.run}
      cancelLabel={messages(language).importing.toColumns}
      onCancel={() => {
        close();
        showColumns(app, unanswered(job));
      }}
      onConfirm={() => {
        close();
        void bringIn(app, job, skipBad);
      }}
    />
  ));
}

function showColumns(app: App, begun: ImportJob): void {
  openOverlay(app, (close) => (
    <Mapping
      app={app}
      job={begun}
      onCancel={close}
      onRegister={(told) => {
        close();
        askRegister(app, begun.source, () => showColumns(app, told));
      }}
      onCheck={(job, { missing }) => {
        close();
        askMissing(app, job, missing, {
          onDone: (whole) => void check(app, whole, new Set()),
          onBack: (partly) => showColumns(app, partly),
        });
      }}
    />
  ));
}

function askRegister(app: App, source: ImportSource, onBack: () => void = () => {}): void {
  const { language } = app.session.get();
  const words = wordsOf(app);
  const choices = registers
    .filter(({ code, naturalKey }) => code !== undefined && naturalKey.length > 0)
    .map(({ name, label }) => ({ value: name, label: capital(label.many[language]), keywords: name }));
  openOverlay(app, (close) => (
    <Picker
      title={words.import.register}
      choices={choices}
      empty={words.list.none}
      width={56}
      onCancel={() => {
        close();
        onBack();
      }}
      onChoose={(register) => {
        close();
        showColumns(app, jobOf(source, register));
      }}
    />
  ));
}

/** The register that the headings tell is taken; it can be changed where the columns are looked at. */
function begin(app: App, source: ImportSource): void {
  const guessed = registerGuessed(app.project, source);
  if (guessed === null) askRegister(app, source);
  else showColumns(app, jobOf(source, guessed));
}

async function beginTable(app: App, file: ReturnType<typeof openBytes>, path: string): Promise<void> {
  const sheets = await sheetsIn(file, path);
  if (sheets.length < 2) return begin(app, await readSource(file, path));
  const words = messages(app.session.get().language).importing;
  const own = await readOwnWorkbook(file, path);
  const all = own === null || own.sheets.length < 2 ? null : own;
  const whole = all === null ? [] : [{ value: null, label: words.allSheets(all.sheets.length) }];
  return openOverlay(app, (close) => (
    <Picker
      title={words.sheet}
      choices={[...whole, ...sheets.map((name) => ({ value: name as string | null, label: safe(name) }))]}
      empty={wordsOf(app).list.none}
      width={56}
      onCancel={close}
      onChoose={(sheet) => {
        close();
        if (sheet === null) return all === null ? undefined : askSheets(app, all);
        void readSource(file, path, sheet).then(
          (source) => begin(app, source),
          (error: unknown) => problem(app, error),
        );
      }}
    />
  ));
}

async function openFile(app: App, given: string): Promise<void> {
  const path = resolve(given.startsWith('~/') ? join(homedir(), given.slice(2)) : given);
  try {
    const file = openBytes(path);
    const kind = fileHolds(path, file);
    if (kind === 'calendar') return askCalendar(app, file.read(0, file.size), path);
    if (kind === 'project') return askProject(app, file.read(0, file.size), path);
    return await beginTable(app, file, path);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return problem(app, error);
  }
}

async function openPasted(app: App, text: string): Promise<void> {
  try {
    begin(app, await readPasted(text, messages(app.session.get().language).importing.pasted));
  } catch (error) {
    if (!isUserError(error)) throw error;
    problem(app, error);
  }
}

export function askTable(app: App): void {
  const words = wordsOf(app).import;
  openOverlay(app, (close) => (
    <Prompt
      title={words.title}
      placeholder={words.path}
      understand={() => ({ ok: true, text: words.pathHint })}
      onCancel={close}
      // What has lines is a table and no path.
      onPaste={(text) => {
        if (!/[\t\n\r]/.test(text.trim())) return false;
        close();
        void openPasted(app, text);
        return true;
      }}
      onEnter={(text) => {
        close();
        if (text.trim() !== '') void openFile(app, text.trim());
      }}
    />
  ));
}
