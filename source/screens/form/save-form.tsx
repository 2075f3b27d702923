/** Saving: what is wrong is said beside its field; what somebody else changed meanwhile is asked about, never lost. */
import { addAsked } from '../../services/writing/records.ts';
import type { Project } from '../../services/project/project.ts';
import { identityCode } from '../../services/reading/record-view.ts';
import type { Written } from '../../services/writing/write.ts';
import { go, say, type App } from '../app.tsx';
import { sentenceOf } from '../sentence.ts';
import { changed as changeOf, toastOf, wordsOf } from '../record/change-actions.tsx';
import { withPreview, type Work } from '../record/previewed.tsx';
import { withScope } from '../record/scope.tsx';
import { overrideOf, type Scope } from '../overrides.ts';
import { back, backWith, changed, openRecord } from '../session/session.ts';
import { askClashes, isConflict } from './ask-clashes.tsx';
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
    return changeOf({ project }, { register: page.register, ids: [page.id] }, values, {
      scope,
      keepTerms,
      baseVersion: version,
    });
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
    withPreview(app, { register, values }, work, (keepTerms) => attempt(app, form, { ...saving, keepTerms }));
  };
  if (id === null) save('this');
  else withScope(app, { register, ids: [id] }, values, save);
}

function attempt(app: App, form: Form, saving: Saving): void {
  const { id, register } = form.page;
  const { values } = saving;
  try {
    done(app, form, write(app.project, form, saving));
  } catch (error) {
    if (isConflict(error) && id !== null)
      return askClashes(app, { register, id, values, conflict: error, leaving: 'toForm' }, (kept, version) =>
        attempt(app, form, { ...saving, values: kept, version }),
      );
    const { text } = sentenceOf(error, form.language);
    say(app, 'error', text);
  }
}
