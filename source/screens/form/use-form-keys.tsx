/** The keys of a form: moving, typing, choices, saving, leaving. */
import type { ActionHandlers } from '../../keys/dispatcher.ts';
import type { KeyEvent } from '../../keys/events.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { editArea } from '../../widgets/typing/text-area.ts';
import { edit, editing, insertLine, insertText } from '../../widgets/typing/text-editing.ts';
import { ownWordFor } from '../../services/reading/shown.ts';
import { identityCode } from '../../services/reading/record-view.ts';
import { go, openOverlay, say, useApp, type App } from '../app.tsx';
import { editText } from '../editor/edit-text.tsx';
import { recordChoices } from '../palette/record-choices.ts';
import { SearchBox } from '../palette/search-box.tsx';
import { wordsOf } from '../record/change-actions.tsx';
import { back } from '../session/session.ts';
import { isDayField, turnedDay, type DayTurn } from './day-field.ts';
import { changedTexts, piecesOf, withChoice, type FormField } from './form-model.ts';
import { askMake, makeableFrom, makeChoices, makeHere, type FoundHere } from './make-here.tsx';
import { saveForm } from './save-form.tsx';
import type { Form } from './use-form.ts';

const textOf = ({ now }: Form, { name }: FormField): string => now().texts[name]?.text ?? '';

function choose(form: Form, one: FormField, choice: string): void {
  const text = withChoice(one, textOf(form, one), choice);
  form.dispatch({ type: 'edit', name: one.name, state: editing(text) });
}

function openWords(
  app: App,
  form: Form,
  one: FormField,
  choices: NonNullable<FormField['field']['choices']>,
): void {
  const { language } = form;
  openOverlay(app, (close) => (
    <Picker
      title={one.label}
      choices={Object.entries(choices).map(([word, label]) => {
        const named = ownWordFor(app.project, one.field, word, language) ?? label[language];
        return { value: named, label: named, keywords: `${word} ${label[language]}` };
      })}
      empty={wordsOf(app).list.none}
      width={48}
      height={Math.min(12, Object.keys(choices).length)}
      onCancel={close}
      onChoose={(text) => {
        close();
        choose(form, one, text);
      }}
    />
  ));
}

function openChoices(app: App, form: Form, one: FormField): boolean {
  const { language } = form;
  const { choices, to } = one.field;
  if (choices !== undefined) {
    openWords(app, form, one, choices);
    return true;
  }
  if (to === undefined) return false;
  const { begun } = piecesOf(one, textOf(form, one));
  // Words that name nobody are an answer too where free text is.
  if (
    one.field.kind.startsWith('who') &&
    begun !== '' &&
    recordChoices(app.project, to, begun, language).length === 0
  )
    return false;
  const makeable = makeableFrom(one);
  const make = (register: string, text: string, asForm: boolean): void =>
    makeHere(app, form, one, { register, text, asForm });
  openOverlay(app, (close) => (
    <SearchBox<FoundHere>
      title={one.label}
      placeholder={wordsOf(app).prompt.record}
      empty={wordsOf(app).list.none}
      context="picker"
      initial={begun}
      find={(text) => [
        ...recordChoices(app.project, to, text, language),
        ...(text.trim() === '' ? [] : makeChoices(makeable, text, language)),
      ]}
      onCancel={close}
      onChoose={(found, text) => {
        close();
        if (typeof found === 'number') choose(form, one, identityCode(app.project, found));
        else make(found.make, text, false);
      }}
      onForm={(found, text) => {
        const register = typeof found === 'object' ? found.make : makeable[0];
        // A field that names records of any kind makes none: Tab leaves what is open as it is.
        if (register === undefined) return say(app, 'note', wordsOf(app).form.notMade);
        close();
        return make(register, text, true);
      }}
    />
  ));
  return true;
}

function writeInEditor(app: App, { now, fields, dispatch }: Form): void {
  const one = fields[now().focus];
  if (one === undefined) return;
  const text = editText(app, now().texts[one.name]?.text ?? '');
  if (text !== null) dispatch({ type: 'edit', name: one.name, state: editing(text) });
}

function leave(app: App, form: Form): void {
  if (Object.keys(changedTexts(form.fields, form.now())).length > 0)
    say(app, 'note', form.words.draftKept, form.words.draftHint);
  go(app, back);
}

export interface FormKeys {
  readonly handlers: ActionHandlers;
  /** Of the field one is in, where that is for a day. */
  readonly days: ActionHandlers | null;
  readonly onKey: (event: KeyEvent) => boolean;
  readonly onPaste: (text: string) => boolean;
}

export function useFormKeys(form: Form, fieldWidth: number): FormKeys {
  const app = useApp();
  const { fields, focused, now, dispatch } = form;
  const move = (step: number) => () =>
    dispatch({ type: 'focus', index: (now().focus + step + fields.length) % fields.length });
  const handlers: ActionHandlers = {
    'form.save': () => saveForm(app, form),
    'form.next': move(1),
    'form.previous': move(-1),
    'form.enter': () => {
      if (focused !== null && !openChoices(app, form, focused)) move(1)();
    },
    'form.editor': {
      run: () => writeInEditor(app, form),
      whyNot: () => (focused?.field.kind === 'longText' ? null : form.words.notLongText),
    },
    'form.make': {
      run: () => focused !== null && askMake(app, form, focused),
      whyNot: () => (focused !== null && makeableFrom(focused).length > 0 ? null : form.words.notMade),
    },
    'form.leave': () => leave(app, form),
  };
  const current = () => fields[now().focus];
  const onKey = (event: KeyEvent): boolean => {
    const one = current();
    const state = one === undefined ? undefined : now().texts[one.name];
    if (one === undefined || state === undefined) return false;
    const next = one.field.kind === 'longText' ? editArea(state, event, fieldWidth) : edit(state, event);
    if (next === null) return false;
    dispatch({ type: 'edit', name: one.name, state: next });
    return true;
  };
  const onPaste = (text: string): boolean => {
    const one = current();
    const state = one === undefined ? undefined : now().texts[one.name];
    if (one === undefined || state === undefined) return false;
    const insert = one.field.kind === 'longText' ? insertText : insertLine;
    dispatch({ type: 'edit', name: one.name, state: insert(state, text) });
    return true;
  };
  const turn = (name: DayTurn) => () => {
    const one = current();
    if (one === undefined) return;
    const old = textOf(form, one);
    // A page key pressed on the way through the form sets no day.
    if (old.trim() === '' && name.startsWith('month')) return;
    const text = turnedDay(app.project, one, old, { turn: name, language: form.language });
    dispatch({ type: 'edit', name: one.name, state: editing(text) });
  };
  const days: ActionHandlers = {
    'day.later': turn('later'),
    'day.earlier': turn('earlier'),
    'day.monthLater': turn('monthLater'),
    'day.monthEarlier': turn('monthEarlier'),
  };
  return { handlers, days: focused !== null && isDayField(focused) ? days : null, onKey, onPaste };
}
