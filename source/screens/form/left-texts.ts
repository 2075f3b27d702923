/** Texts that were written without a form and could not be saved: they are put in the record's form, as its draft. */
import { draftOf, keepDraft } from '../../services/writing/drafts.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { messages } from '../../language/index.ts';
import { sentenceOf } from '../sentence.ts';
import { say, type App } from '../app.tsx';

/** Under what the draft of a record's form is kept. */
export const draftKeyOf = (register: string, id: number): string => `${register} ${id}`;

export interface LeftTexts {
  readonly register: string;
  readonly id: number;
  /** By field, as the form has them. */
  readonly texts: Readonly<Record<string, string>>;
}

/** What else the draft has stays. Where it was told why nothing was saved, that stays told. */
export function leaveInForm(app: App, { register, id, texts }: LeftTexts, told: 'told' | 'untold'): void {
  const { language } = app.session.get();
  const words = messages(language).safety.conflict;
  const key = draftKeyOf(register, id);
  try {
    const { version } = getRecord(app.project, id);
    const before = draftOf(app.project, key);
    const record = { key, register, record: id, version: before?.version ?? version };
    keepDraft(app.project, { ...record, texts: { ...before?.texts, ...texts } });
  } catch (error) {
    return say(app, 'error', sentenceOf(error, language).text);
  }
  if (told === 'untold') return say(app, 'note', words.inForm, words.inFormHint);
  app.toast.set((toast) =>
    toast === null ? null : { ...toast, hint: `${words.inForm} ${words.inFormHint}` },
  );
}
