/** What a form holds while it is open, and its draft in the file. */
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from 'react';
import { messages, type Language, type Messages } from '../../language/index.ts';
import type { AnyRecord, Definition } from '../../registers/index.ts';
import { draftOf, dropDraft, keepDraft } from '../../services/writing/drafts.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { go, say, useApp, useWords, type App } from '../app.tsx';
import { sentenceOf } from '../sentence.ts';
import { takeMade, type Page } from '../session/session.ts';
import { draftKeyOf } from './left-texts.ts';
import {
  changedTexts,
  formFields,
  formReducer,
  startForm,
  withChoice,
  type FormEvent,
  type FormField,
  type FormState,
} from './form-model.ts';

type FormPage = Extract<Page, { readonly kind: 'form' }>;

/** So long after the last key the draft is written: what a lost process can cost. */
const draftDelay = 250;

export interface Form {
  readonly page: FormPage;
  readonly definition: Definition;
  readonly language: Language;
  readonly words: Messages['console']['form'];
  /** The record as it was when the form was opened; null for a new one. */
  readonly record: AnyRecord | null;
  readonly fields: readonly FormField[];
  readonly state: FormState;
  readonly focused: FormField | null;
  readonly hasDraft: boolean;
  readonly dispatch: (event: FormEvent) => void;
  /** The state as it is now, between two drawings. */
  readonly now: () => FormState;
  readonly forgetDraft: () => void;
}

function keyOf({ register, id, preset, fills }: FormPage): string {
  if (fills !== undefined) return `${register} new for ${fills}`;
  const parent = Object.values(preset).find((value) => typeof value === 'number');
  return id === null ? `${register} new ${parent ?? ''}`.trim() : draftKeyOf(register, id);
}

function keep(
  app: App,
  form: { page: FormPage; record: AnyRecord | null },
  texts: Record<string, string>,
): void {
  const { page, record } = form;
  const key = keyOf(page);
  try {
    if (Object.keys(texts).length === 0) dropDraft(app.project, key);
    else
      keepDraft(app.project, {
        key,
        register: page.register,
        record: page.id,
        version: record?.version ?? null,
        texts,
      });
  } catch (error) {
    say(app, 'error', sentenceOf(error, app.session.get().language).text);
  }
}

/** Written a moment after the last key, and at once when the form is left. */
function useDraft(
  page: FormPage,
  record: AnyRecord | null,
  texts: () => Record<string, string>,
  state: FormState,
) {
  const app = useApp();
  const live = useRef({ on: true, dirty: false });
  const first = useRef(page.made === undefined ? state.texts : null);
  useEffect(() => {
    if (state.texts === first.current) return undefined;
    live.current.dirty = true;
    const timer = setTimeout(() => {
      if (live.current.on) keep(app, { page, record }, texts());
      live.current.dirty = false;
    }, draftDelay);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react/exhaustive-deps -- when a text changes; `texts` reads what is then there
  }, [state.texts]);
  useEffect(() => {
    const { current } = live;
    return () => {
      if (current.on && current.dirty) keep(app, { page, record }, texts());
    };
    // oxlint-disable-next-line react/exhaustive-deps -- only when the form is left
  }, []);
  return () => {
    live.current.on = false;
    dropDraft(app.project, keyOf(page));
  };
}

/** As the draft left it; come back to from a form that was opened from a field, with what was made there. */
function startOf(
  page: FormPage,
  fields: readonly FormField[],
  drafted: Readonly<Record<string, string>>,
): FormState {
  const focus = fields.findIndex(({ name }) => name === page.field);
  const one = fields[focus];
  const text = drafted[one?.name ?? ''] ?? one?.initial ?? '';
  const filled =
    one === undefined || page.made === undefined ? {} : { [one.name]: withChoice(one, text, page.made) };
  const state = startForm(fields, { ...drafted, ...filled }, Object.keys(page.preset));
  return focus === -1 ? state : { ...state, focus };
}

export function useForm(page: FormPage, definition: Definition): Form {
  const app = useApp();
  const { language } = useWords();
  const [record] = useState(() => (page.id === null ? null : getRecord(app.project, page.id)));
  const [draft] = useState(() => draftOf(app.project, keyOf(page)));
  const fields = useMemo(
    () => formFields(app.project, definition, record, page.preset, language, draft?.texts),
    [app, definition, record, page.preset, language, draft],
  );
  const [state, dispatch] = useReducer<FormState, [FormEvent]>(
    formReducer,
    startOf(page, fields, draft?.texts ?? {}),
  );
  useEffect(() => {
    if (page.made !== undefined) go(app, takeMade);
    // oxlint-disable-next-line react/exhaustive-deps -- once, when the form is come back to
  }, []);
  const latest = useRef({ state, fields });
  useLayoutEffect(() => {
    latest.current = { state, fields };
  });
  const now = (): FormState => latest.current.state;
  const texts = () => changedTexts(latest.current.fields, latest.current.state);
  const forgetDraft = useDraft(page, record, texts, state);
  return {
    page,
    definition,
    language,
    words: messages(language).console.form,
    record,
    fields,
    state,
    focused: fields[state.focus] ?? null,
    hasDraft: draft !== null,
    dispatch,
    now,
    forgetDraft,
  };
}
