/** Saving: what is wrong is said beside its field; what somebody else changed meanwhile is asked about, never lost. */
import { UserError } from '../../errors.ts';
import { addAsked, getRecord } from '../../services/writing/records.ts';
import type { Project } from '../../services/project/project.ts';
import { identityCode } from '../../services/reading/record-view.ts';
import { shownIn } from '../../services/reading/shown.ts';
import type { Written } from '../../services/writing/write.ts';
import { go, openOverlay, say, type App } from '../app.tsx';
import { sentenceOf } from '../sentence.ts';
import { changed as changeOf, toastOf, wordsOf } from '../record/change-actions.tsx';
import { withPreview, type Work } from '../record/previewed.tsx';
import { withScope } from '../record/scope.tsx';
import { overrideOf, type Scope } from '../overrides.ts';
import { back, backWith, changed, openRecord } from '../session.ts';
import { capital } from '../record/record-lines.ts';
import { Conflict } from './conflict.tsx';
import { checkForm } from './form-model.ts';
import type { Form } from './use-form.ts';

type Values = Readonly<Record<string, unknown>>;

interface Saving {
  readonly values: Values;
  readonly version: number | undefined;
  readonly scope: Scope;
  /** Terms that end with the project end as they did. */
  readonly keepTerms?: boolean;
}

function write(project: Project, form: Form, saving: Saving): Written<unknown> {
  const { values, version, scope, keepTerms = false } = saving;
  const { page } = form;
  if (page.id !== null)
    return changeOf({ project }, { register: page.register, ids: [page.id] }, values, { scope, keepTerms, baseVersion: version }); // prettier-ignore
  return addAsked(project, page.register, { ...fixed(form), ...values }, form.language);
}

/** Values that are given from outside and not asked: the parent of a part. */
function fixed({ page, fields }: Form): Values {
  return Object.fromEntries(
    Object.entries(page.preset).filter(([name]) => !fields.some((one) => one.name === name)),
  );
}

function done(app: App, form: Form, written: Written<unknown>): void {
  form.forgetDraft();
  const words = wordsOf(app).toast;
  const isNew = form.page.id === null;
  const { result } = written;
  if (form.page.fills !== undefined && typeof result === 'number') {
    go(app, backWith(identityCode(app.project, result)));
    go(app, changed);
    app.toast.set(() => toastOf(app, words.added, written));
    return;
  }
  go(app, back);
  go(app, changed);
  // What was just made is looked at next; a part is seen on its parent's page, from which it was made.
  if (isNew && form.definition.code !== undefined && typeof result === 'number') go(app, openRecord(result));
  if (written.step === null) say(app, 'note', words.same);
  else app.toast.set(() => toastOf(app, isNew ? words.added : words.changed, written));
}

export function saveForm(app: App, form: Form): void {
  const { fields, language, dispatch } = form;
  const { values, problems } = checkForm(app.project, fields, form.now(), form.page.id === null, language);
  const wrong = fields.findIndex(({ name }) => problems[name] !== undefined);
  if (wrong !== -1) {
    dispatch({ type: 'problems', problems, focus: wrong });
    say(app, 'warning', wordsOf(app).form.wrong(Object.keys(problems).length));
    return;
  }
  const { id, register } = form.page;
  const save = (scope: Scope): void => {
    const saving = { values, version: form.record?.version, scope };
    // What a new one would lay out is read below its fields already: it is not asked about again.
    if (id === null && overrideOf(register).formPreview !== undefined) return attempt(app, form, saving);
    const work: Work = (project, keepTerms) => write(project, form, { ...saving, keepTerms });
    withPreview(app, { register, values }, work, (keepTerms) => attempt(app, form, { ...saving, keepTerms })); // prettier-ignore
  };
  if (id === null) save('this');
  else withScope(app, { register, ids: [id] }, values, save);
}

const isConflict = (error: unknown): error is UserError<'conflict'> =>
  error instanceof UserError && (error as UserError).code === 'conflict';

function attempt(app: App, form: Form, saving: Saving): void {
  try {
    done(app, form, write(app.project, form, saving));
  } catch (error) {
    if (isConflict(error)) return askConflict(app, form, saving, error.parameters.fields);
    const { text } = sentenceOf(error, form.language);
    say(app, 'error', text);
  }
}

/** Fields that both changed, each with both values: of each one's own is kept, or the other's. */
function askConflict(app: App, form: Form, saving: Saving, names: readonly string[]): void {
  const { page, record, fields, language } = form;
  const { values } = saving;
  if (page.id === null || record === null) return;
  const theirs = getRecord(app.project, page.id);
  const shown = shownIn(app.project, language);
  const clashes = fields
    .filter(({ name }) => names.includes(name))
    .map(({ name, label, field }) => ({
      name,
      label,
      mine: shown.full(field, values[name]),
      theirs: shown.full(field, theirs[name]),
    }));
  openOverlay(app, (close) => (
    <Conflict
      language={language}
      code={record.code ?? capital(form.definition.label.one[language])}
      clashes={clashes}
      onCancel={close}
      onChoose={(mine) => {
        close();
        const kept = Object.entries(values).filter(([name]) => !names.includes(name) || mine.has(name));
        attempt(app, form, { ...saving, values: Object.fromEntries(kept), version: theirs.version });
      }}
    />
  ));
}
