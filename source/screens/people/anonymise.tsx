/** Taking a person out of the file for good: what goes and what stays is told first, and Cancel is chosen. */
import { setTimeout as rest } from 'node:timers/promises';
import { messages, type Messages } from '../../language/index.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { listCopies } from '../../services/safety/backup.ts';
import { anonymiseCopies, type Whom } from '../../services/safety/anonymise-copies.ts';
import { foreseenRows } from '../../services/safety/anonymise-words.ts';
import * as service from '../../services/safety/anonymise.ts';
import { isUserError } from '../../errors.ts';
import { without } from '../../services/safety/forgetting.ts';
import { changeView } from '../../settings/settings.ts';
import { go, openOverlay, perform, say, type App } from '../app.tsx';
import { capital } from '../record/record-lines.ts';
import { PreviewBox } from '../record/previewed.tsx';
import { forgetting } from '../session/remember.ts';
import { open } from '../session/session.ts';
import type { PreviewRow } from '../../services/writing/preview-words.ts';

type Words = Messages['people']['anonymise'];

const wordsOf = (app: App): Words => messages(app.session.get().language).people.anonymise;

function toldOf(app: App, id: number, foreseen: service.Foreseen): PreviewRow[] {
  const { language } = app.session.get();
  const words = wordsOf(app);
  const { code, heading } = getRecord(app.project, id);
  const { copies } = app.project;
  const count = copies === undefined ? 0 : listCopies(copies).length;
  const person = `${code ?? ''} ${heading}`.trim();
  return [
    { kind: 'heading', text: words.becomes({ person, label: foreseen.label }) },
    ...foreseenRows(foreseen, language, count),
    { kind: 'warning', text: words.final },
  ];
}

export function askAnonymise(app: App, id: number): void {
  const words = wordsOf(app);
  const foreseen = service.foreseeAnonymising(app.project, id, { force: true, texts: false, names: [] });
  const { anonymised, code } = getRecord(app.project, id);
  // Those anonymised before the day of it was kept have still to be given one.
  if (foreseen.fields.length === 0 && foreseen.images === 0 && anonymised !== null)
    return say(app, 'note', words.already);
  const told = {
    title: `${capital(words.title)} · ${code ?? ''}`,
    rows: toldOf(app, id, foreseen),
    canKeepTerms: false,
  };
  const withTexts = foreseen.mentions.length > 0;
  return openOverlay(app, (close) => (
    <PreviewBox
      told={told}
      isFinal
      labels={[words.cancel, words.accept, ...(withTexts ? [words.acceptTexts] : [])]}
      onChoose={(choice) => {
        close();
        if (choice > 0) void anonymise(app, id, { texts: choice === 2, names: [] });
      }}
    />
  ));
}

interface Choice {
  /** Puts the label in place of the name in texts, and in their history. */
  readonly texts: boolean;
  /** Names that the file itself has forgotten already. */
  readonly names: readonly string[];
}

/** Does it in the file, in what the console remembers, and in every copy; then shows the texts that are left to edit. */
export async function anonymise(app: App, id: number, { texts, names }: Choice): Promise<void> {
  const words = wordsOf(app);
  const { project } = app;
  const { uid } = getRecord(project, id);
  const known = [...new Set([...service.namesKnown(project, id), ...names])];
  const beside = service.finderBeside(project, id, names);
  const options = { force: true, texts, names: known };
  const made: service.Anonymised[] = [];
  perform(app, () => made.push(service.anonymise(project, id, options)));
  const [done] = made;
  if (done === undefined) return;
  if (done.step !== null) app.anonymised.add(done.step);
  if (beside !== null) {
    go(app, forgetting(beside));
    await forgetAtOnce(app, beside);
  }
  const left = await clearCopies(app, { uid, label: done.label }, options);
  const isAgain = names.length > 0;
  if (left > 0) say(app, 'warning', words.left(left));
  else if (!done.swept) say(app, 'warning', words.open);
  else say(app, 'done', isAgain ? words.cleared : words.done(done.label), words.final);
  const isLeft = (!texts && done.mentions.length > 0) || done.perhaps.length > 0;
  if (isLeft && !isAgain)
    go(app, open({ kind: 'mentions', id: null, person: id, names: known, cursor: 0, top: 0 }));
}

/** Other windows on the file go by the settings. Settings that can't be written are told of when the console is left. */
async function forgetAtOnce({ environment, project }: App, finder: RegExp): Promise<void> {
  try {
    await changeView(environment, project.store.path, (view) => without(view, finder));
  } catch (error) {
    if (!isUserError(error)) throw error;
  }
}

/** @returns how many could not be changed */
async function clearCopies(app: App, whom: Whom, options: service.AnonymiseOptions): Promise<number> {
  const { project, environment } = app;
  if (project.copies === undefined) return 0;
  const work = anonymiseCopies(project.copies, whom, options, environment);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value.left.length;
    const { done, total } = step.value;
    say(app, 'note', wordsOf(app).copying(done + 1, total ?? 0));
    // A moment for the screen, between two copies.
    await rest(1);
  }
}
