/** Lines of plain words from anywhere: a record by quick add, and the diary. What is understood is shown as one types. */
import { messages } from '../../language/index.ts';
import { registerOf } from '../../registers/index.ts';
import {
  factsOf,
  keep,
  understand,
  understandAs,
  type Understood,
} from '../../services/quick-add/quick-add.ts';
import { titleField } from '../../services/quick-add/quick-fields.ts';
import { linkFieldOf } from '../../services/writing/links.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { recordIdentity } from '../../services/reading/record-view.ts';
import type { Written } from '../../services/writing/write.ts';
import { go, openOverlay, perform, type App, type Toast } from '../app.tsx';
import { diary } from '../overrides.ts';
import { capital } from '../record/record-lines.ts';
import { toastOf, wordsOf } from '../record/change-actions.tsx';
import { formPage, open, topPage } from '../session/session.ts';
import { Prompt } from './prompt.tsx';

/** `Riski: Johdon tuki heikkenee`, below it the fields, and what is still needed. */
function noteOf(app: App, understood: Understood, hint: string): { ok: boolean; text: string } {
  const { language } = app.session.get();
  const words = messages(language).console.prompt;
  const { definition, title, missing, noDay } = understood;
  const own = titleField(definition);
  const facts = factsOf(app.project, understood, language)
    .filter(({ name }) => name !== own)
    .map(({ label, value }) => `${label} ${value}`);
  const needed = missing.map((label) => label[language].toLowerCase()).join(', ');
  const lines = [
    `${capital(definition.label.one[language])}: ${title}`,
    ...(facts.length > 0 ? [facts.join(' · ')] : []),
    ...(noDay === null
      ? []
      : [messages(language).commands.written.noDay({ text: noDay.text, reason: noDay.reason[language] })]),
    needed === '' ? hint : words.quickNeeded(needed),
  ];
  return { ok: true, text: lines.join('\n') };
}

function openForm(app: App, { definition, values }: Understood): void {
  go(app, open(formPage(definition.name, null, values)));
}

/** What was typed and left by Esc comes back when the line is opened again. */
const unsent = new WeakMap<App, string>();

export function addQuickly(app: App): void {
  const words = wordsOf(app);
  const { language } = app.session.get();
  const read = (text: string): Understood => understand(app.project, text, language);
  openOverlay(app, (close) => (
    <Prompt
      title={words.prompt.quickTitle}
      placeholder={words.prompt.quick}
      rows={5}
      enter={words.prompt.add}
      initial={unsent.get(app) ?? ''}
      understand={(text) =>
        text.trim() === ''
          ? { ok: true, text: words.prompt.quickHint }
          : noteOf(app, read(text), words.prompt.quickKeys)
      }
      onCancel={(text) => {
        unsent.set(app, text);
        close();
      }}
      onForm={(text) => {
        unsent.delete(app);
        close();
        openForm(app, read(text));
      }}
      onEnter={(text) => {
        unsent.delete(app);
        close();
        if (text.trim() === '') return;
        const understood = read(text);
        if (understood.missing.length > 0) openForm(app, understood);
        else
          perform(
            app,
            () => keep(app.project, understood, app.session.get().language),
            (written) => addedToast(app, written),
          );
      }}
    />
  ));
}

/** What was added, by its name too: it may stand on another screen than this. */
function addedToast(app: App, written: Written<number>): Toast {
  const { code, heading } = getRecord(app.project, written.result);
  return toastOf(app, wordsOf(app).toast.added, written, `${code ?? ''} ${heading}`);
}

/** The record whose page is open is what a diary line is about. */
function recordHere(app: App): number | null {
  const page = topPage(app.session.get());
  const id = page?.kind === 'record' || page?.kind === 'history' ? page.id : null;
  return id !== null && recordIdentity(app.project, id)?.register !== diary.register ? id : null;
}

/** A diary line with links to the records that it names by their codes, and to the one whose page is open. */
function readDiary(app: App, text: string): Understood {
  const definition = registerOf(diary.register);
  const understood = understandAs(app.project, definition, text, app.session.get().language);
  const [here, field] = [recordHere(app), linkFieldOf(definition)];
  if (here === null || field === null) return understood;
  const ids = (understood.values[field] as readonly number[] | undefined) ?? [];
  return { ...understood, values: { ...understood.values, [field]: [...new Set([here, ...ids])] } };
}

export function writeDiary(app: App): void {
  const words = wordsOf(app);
  const { language } = app.session.get();
  const field = linkFieldOf(registerOf(diary.register));
  const aboutOf = (text: string): string =>
    factsOf(app.project, readDiary(app, text), language)
      .filter(({ name }) => name === field)
      .map(({ label, value }) => `${label} ${value}`)
      .join('');
  openOverlay(app, (close) => (
    <Prompt
      title={words.prompt.diaryTitle}
      placeholder={words.prompt.diary}
      rows={3}
      enter={words.prompt.add}
      understand={(text) => ({ ok: true, text: aboutOf(text) || words.prompt.diaryHint })}
      onCancel={close}
      onForm={(text) => {
        close();
        openForm(app, readDiary(app, text));
      }}
      onEnter={(text) => {
        close();
        if (text.trim() === '') return;
        perform(
          app,
          () => keep(app.project, readDiary(app, text), app.session.get().language),
          (written) => addedToast(app, written),
        );
      }}
    />
  ));
}
