/** What an import has to ask: names that are near others, and what all rows have in common. */
import { messages } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import { listOf } from '../../services/reading/listing.ts';
import { nameKey, type NameAnswer, type UnknownName } from '../../services/tables/import-names.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { safe } from '../../widgets/lines/text.ts';
import { openOverlay, type App } from '../app.tsx';
import { capital } from '../record/record-lines.ts';
import type { ShownTable } from '../../services/tables/import-view.ts';
import type { ImportJob } from './import-job.ts';

/** What comes of the answers; `onBack`: not answered, so back to the columns with what was told so far. */
export interface Asking {
  readonly onDone: (job: ImportJob) => void;
  readonly onBack: (job: ImportJob) => void;
}

/** Which record of those the rows need is the same for all of them: the round of the candidates. */
export function askMissing(
  app: App,
  job: ImportJob,
  missing: ShownTable['missing'],
  { onDone, onBack }: Asking,
): void {
  const { language } = app.session.get();
  const words = messages(language);
  const next = missing.find(({ name, to }) => to !== null && !job.fixed.has(name));
  if (next?.to == null) return onDone(job);
  const { name, label, to } = next;
  // What is open comes first: the round that people sign up for now.
  const records = listOf(app.project, registerOf(to), {}, language);
  const choices = records
    .toSorted((one, other) => Number(other['state'] === 'open') - Number(one['state'] === 'open'))
    .map(({ code, heading }) => ({ value: code ?? '', label: heading, hint: code ?? '' }));
  return openOverlay(app, (close) => (
    <Picker
      title={words.importing.same(label[language].toLowerCase())}
      choices={choices}
      empty={words.console.list.none}
      width={64}
      onCancel={() => {
        close();
        onBack(job);
      }}
      onChoose={(code) => {
        close();
        askMissing(app, { ...job, fixed: new Map([...job.fixed, [name, code]]) }, missing, {
          onDone,
          onBack,
        });
      }}
    />
  ));
}

/** Asks of each name that is near others which is meant; then once of all that are near none whether they are new. */
export function askNames(app: App, job: ImportJob, unknown: readonly UnknownName[], asking: Asking): void {
  const next = unknown.find(({ near }) => near.length > 0);
  if (next === undefined) return askNew(app, job, unknown, asking);
  const { language } = app.session.get();
  const words = messages(language);
  const rest = unknown.filter((one) => one !== next);
  const answered = (answer: NameAnswer | null): void => {
    const key = nameKey(next.register, next.text);
    askNames(
      app,
      answer === null ? job : { ...job, answers: new Map([...job.answers, [key, answer]]) },
      rest,
      asking,
    );
  };
  const choices = [
    ...next.near.map(({ id, code, heading }) => ({
      value: { record: id } as NameAnswer | null,
      label: heading,
      hint: code,
    })),
    ...(next.canCreate ? [{ value: 'new' as const, label: words.importing.asNew(safe(next.text)) }] : []),
    { value: null, label: words.importing.refuseRows },
  ];
  return openOverlay(app, (close) => (
    <Picker
      title={words.importing.meant(capital(registerOf(next.register).label.one[language]), safe(next.text))}
      choices={choices}
      empty={words.console.list.none}
      width={76}
      onCancel={() => {
        close();
        asking.onBack(job);
      }}
      onChoose={(answer) => {
        close();
        answered(answer);
      }}
    />
  ));
}

const shownNames = 6;

function askNew(app: App, job: ImportJob, unknown: readonly UnknownName[], { onDone, onBack }: Asking): void {
  const names = unknown.filter(({ near, canCreate }) => near.length === 0 && canCreate);
  if (names.length === 0) return onDone(job);
  const words = messages(app.session.get().language);
  const shown = names
    .slice(0, shownNames)
    .map(({ text }) => safe(text))
    .join(', ');
  return openOverlay(app, (close) => (
    <Picker
      title={words.importing.notThere(names.length)}
      choices={[
        { value: true, label: `${words.importing.addAll(names.length)}: ${shown}` },
        { value: false, label: words.importing.refuseRows },
      ]}
      empty={words.console.list.none}
      width={76}
      onCancel={() => {
        close();
        onBack(job);
      }}
      onChoose={(isNew) => {
        close();
        onDone({ ...job, createMissing: isNew });
      }}
    />
  ));
}
