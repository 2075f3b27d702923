/** What a field is to name, made on the spot: a new person or unit out of a candidate's form. A step of its own. */
import type { Language } from '../../language/index.ts';
import { registerOf, type Definition } from '../../registers/index.ts';
import { titleField } from '../../services/quick-add/quick-fields.ts';
import { identityCode } from '../../services/reading/record-view.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { addAsked } from '../../services/writing/records.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import type { Choice } from '../../widgets/overlays/picker-state.ts';
import { editing } from '../../widgets/typing/text-editing.ts';
import { go, openOverlay, perform, type App } from '../app.tsx';
import { projectRegister } from '../overrides.ts';
import { wordsOf } from '../record/change-actions.tsx';
import { capital } from '../record/record-lines.ts';
import { formPage, openFormFor } from '../session/session.ts';
import { piecesOf, withChoice, type FormField } from './form-model.ts';
import type { Form } from './use-form.ts';

/** A record, or a register of which one is to be made. */
export type FoundHere = number | { readonly make: string };

/** Registers whose records the field names; none where it can name anything. */
export function makeableFrom({ field }: FormField): readonly string[] {
  return (field.to ?? []).filter(
    (register) => register !== projectRegister && registerOf(register).code !== undefined,
  );
}

/** Is a name all that it needs? */
function isNameEnough(definition: Definition): boolean {
  const title = titleField(definition);
  if (title === null) return false;
  return Object.entries(definition.fields).every(
    ([name, { required, initial }]) => name === title || required !== true || initial !== undefined,
  );
}

export function makeChoices(
  registers: readonly string[],
  text: string,
  language: Language,
): Choice<FoundHere>[] {
  return registers.map((register) => ({
    value: { make: register },
    label: `+ ${text.trim()}`,
    hint: `+ ${registerOf(register).label.one[language]}`,
  }));
}

interface Making {
  readonly register: string;
  /** Its name, as typed. */
  readonly text: string;
  /** In a form of its own, though a name would do. */
  readonly asForm: boolean;
}

export function makeHere(app: App, form: Form, one: FormField, { register, text, asForm }: Making): void {
  const definition = registerOf(register);
  const name = titleField(definition);
  const preset = text.trim() === '' || name === null ? {} : { [name]: text.trim() };
  if (asForm || text.trim() === '' || !isNameEnough(definition)) {
    go(app, openFormFor(one.name, formPage(register, null, preset)));
    return;
  }
  perform(
    app,
    () => addAsked(app.project, register, preset, app.session.get().language),
    ({ result }) => {
      const code = identityCode(app.project, result);
      const held = withChoice(one, form.now().texts[one.name]?.text ?? '', code);
      form.dispatch({ type: 'edit', name: one.name, state: editing(held) });
      const { heading } = getRecord(app.project, result);
      return { kind: 'done', text: `${wordsOf(app).toast.added} ${code} ${heading}`, hint: '' };
    },
  );
}

/** Makes what the field is to name by what is typed in it; of which kind is asked where there are several. */
export function askMake(app: App, form: Form, one: FormField): void {
  const makeable = makeableFrom(one);
  const { begun: text } = piecesOf(one, form.now().texts[one.name]?.text ?? '');
  const [only, ...others] = makeable;
  if (only === undefined) return;
  if (others.length === 0) return makeHere(app, form, one, { register: only, text, asForm: false });
  const choices = makeable.map((register) => ({
    value: register,
    label: capital(registerOf(register).label.one[form.language]),
    keywords: register,
  }));
  openOverlay(app, (close) => (
    <Picker
      title={wordsOf(app).prompt.newTitle}
      choices={choices}
      empty={wordsOf(app).list.none}
      width={48}
      height={Math.min(12, choices.length)}
      onCancel={close}
      onChoose={(register) => {
        close();
        makeHere(app, form, one, { register, text, asForm: false });
      }}
    />
  ));
}
