/** A table from her own Excel: a path, the register it is for, a look at what would come of it, and then the import. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { registerOf, registers } from '../../registers/index.ts';
import { openBytes } from '../../services/reading/read-file.ts';
import { readSource, type ImportSource } from '../../services/tables/import-source.ts';
import { importing, type ImportReport } from '../../services/tables/import.ts';
import { Confirm } from '../../widgets/confirm.tsx';
import { Picker } from '../../widgets/picker.tsx';
import { safe } from '../../widgets/text.ts';
import { openOverlay, say, type App } from '../app.tsx';
import { workThrough } from '../long-work.tsx';
import { Prompt } from '../prompt/prompt.tsx';
import { capital } from '../record/record-lines.ts';
import { wordsOf } from '../record/change-actions.tsx';
import { sentenceOf } from '../sentence.ts';
import type { Work } from '../../domain/long-work.ts';

const shownRefusals = 6;

function run(
  app: App,
  source: ImportSource,
  register: string,
  dryRun: boolean,
  skipBad: boolean,
): Work<ImportReport> {
  const { language } = app.session.get();
  return importing(app.project, source, {
    register,
    maps: [],
    dryRun,
    skipBad,
    createMissing: false,
    language,
  });
}

function reportText(app: App, report: ImportReport): string[] {
  const words = wordsOf(app).import;
  const bad = report.refused.slice(0, shownRefusals);
  return [
    words.summary({ ...report, refused: new Set(report.refused.map(({ row }) => row)).size }),
    ...(report.ignored.length > 0 ? [words.ignored(report.ignored.map(safe).join(', '))] : []),
    ...bad.map(({ row, column, reason }) => words.refused(row, safe(column ?? ''), safe(reason))),
    ...(report.refused.length > bad.length ? [words.more(report.refused.length - bad.length)] : []),
  ];
}

async function bringIn(app: App, source: ImportSource, register: string, skipBad: boolean): Promise<void> {
  const words = wordsOf(app);
  const done = await workThrough(app, words.import.title, run(app, source, register, false, skipBad));
  if (done === null) return;
  const refused = new Set(done.refused.map(({ row }) => row)).size;
  say(app, 'done', words.import.summary({ ...done, refused }), words.toast.undoHint);
}

/** Shows what would come of it first: nothing is written before one has seen it. */
async function askImport(app: App, path: string, register: string): Promise<void> {
  const words = wordsOf(app).import;
  let source: ImportSource;
  try {
    // Read once: what is imported is what was looked at.
    source = await readSource(openBytes(path), path);
  } catch (error) {
    return say(app, 'error', sentenceOf(error, app.session.get().language).text);
  }
  const plan = await workThrough(app, words.title, run(app, source, register, true, false));
  if (plan === null) return undefined;
  const skipBad = plan.refused.length > 0;
  return openOverlay(app, (close) => (
    <Confirm
      title={`${words.title} · ${capital(registerOf(register).label.many[app.session.get().language])}`}
      text={reportText(app, plan)}
      confirmLabel={skipBad ? words.withoutBad : words.run}
      cancelLabel={wordsOf(app).confirm.cancel}
      onCancel={close}
      onConfirm={() => {
        close();
        void bringIn(app, source, register, skipBad);
      }}
    />
  ));
}

function askRegister(app: App, path: string): void {
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
      onCancel={close}
      onChoose={(register) => {
        close();
        void askImport(app, path, register);
      }}
    />
  ));
}

export function askTable(app: App): void {
  const words = wordsOf(app).import;
  openOverlay(app, (close) => (
    <Prompt
      title={words.title}
      placeholder={words.path}
      understand={() => ({ ok: true, text: words.pathHint })}
      onCancel={close}
      onEnter={(text) => {
        close();
        const given = text.trim();
        if (given !== '') askRegister(app, resolve(given.startsWith('~/') ? join(homedir(), given.slice(2)) : given)); // prettier-ignore
      }}
    />
  ));
}
