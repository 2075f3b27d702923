/** `E` and Ctrl+E: long texts in the user's own editor. */
import { registerOf } from '../../registers/index.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { changeRecords } from '../../services/writing/records.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { openOverlay, say, type App } from '../app.tsx';
import { changeSeen, titleOfTarget, wordsOf, type SeenTarget } from '../record/change-actions.tsx';
import { leaveInForm } from '../form/left-texts.ts';
import { editorOf, runEditor } from './run-editor.ts';

/** The text as the editor left it; null when nothing is to be changed, which has been said. */
export function editText(app: App, text: string): string | null {
  const words = wordsOf(app).editor;
  const editor = editorOf(app.environment);
  if (editor === null) {
    say(app, 'note', words.unset, words.unsetHint);
    return null;
  }
  const edited = app.lend(() => runEditor(editor, text));
  if (edited.kind === 'text') return edited.text;
  if (edited.kind === 'failed') say(app, 'error', words.failed(edited.editor), words.kept);
  else say(app, 'note', words.same);
  return null;
}

function longTextsOf(register: string): string[] {
  const { fields } = registerOf(register);
  return Object.keys(fields).filter((name) => fields[name]?.kind === 'longText');
}

export function hasLongText(register: string): boolean {
  return longTextsOf(register).length > 0;
}

/** Edits one long text of a record without its form; which one, is asked where there are several. */
export function editLongText(app: App, target: SeenTarget): void {
  const [id] = target.ids;
  if (id === undefined) return;
  const { language } = app.session.get();
  const { fields } = registerOf(target.register);
  const only = { ...target, ids: [id] };
  const write = (name: string): void => {
    const old = getRecord(app.project, id)[name];
    const text = editText(app, typeof old === 'string' ? old : '');
    if (text !== null)
      changeSeen(app, only, {
        done: wordsOf(app).toast.changed,
        values: { [name]: text === '' ? null : text },
        work: (values, seen) => changeRecords(app.project, [id], values, seen),
        leave: (told) => leaveInForm(app, { register: target.register, id, texts: { [name]: text } }, told),
      });
  };
  const names = longTextsOf(target.register);
  const [first] = names;
  if (names.length === 1 && first !== undefined) return write(first);
  openOverlay(app, (close) => (
    <Picker
      title={`${wordsOf(app).editor.which} · ${titleOfTarget(app, only)}`}
      choices={names.map((name) => ({
        value: name,
        label: fields[name]?.label[language] ?? name,
        keywords: name,
      }))}
      empty={wordsOf(app).list.none}
      width={48}
      height={Math.min(12, names.length)}
      onCancel={close}
      onChoose={(name) => {
        close();
        write(name);
      }}
    />
  ));
}
