/** Changes of one field without a form: day, state, owner, done. */
import { messages } from '../../language/index.ts';
import type { UserError } from '../../errors.ts';
import { registerOf } from '../../registers/index.ts';
import { moveProjectEnd } from '../../services/project/project-end.ts';
import { getRecord } from '../../services/reading/get-record.ts';
import { changeRecords } from '../../services/writing/records.ts';
import type { Written } from '../../services/writing/write.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { go, openOverlay, perform, type App, type Toast } from '../app.tsx';
import { overrideOf, projectRegister, type Scope } from '../overrides.ts';
import { recordChoices } from '../palette/record-choices.ts';
import { SearchBox } from '../palette/search-box.tsx';
import { Prompt } from '../prompt/prompt.tsx';
import { askClashes, isConflict } from '../form/ask-clashes.tsx';
import { fieldNamed } from '../register/columns.ts';
import { changeList, openRecord, topPage } from '../session/session.ts';
import { withPreview, type Work } from './previewed.tsx';
import { withScope } from './scope.tsx';
import { clearMarks } from '../../widgets/lists/list-state.ts';

/** The records that an action takes: the marked ones of a list, else the one of the cursor. */
export interface Target {
  readonly register: string;
  readonly ids: readonly number[];
  /** The list whose marks they are. */
  readonly list?: string;
  /** What a new one of that list names: a measure names a risk. */
  readonly naming?: { readonly field: string; readonly register: string };
  /** What Today wants of the record: done is then that. */
  readonly kind?: string;
}

/** What an action was asked for from: a step after this one is another's, which nobody here had seen. */
export interface SeenTarget extends Target {
  readonly seen: number;
}

export function wordsOf(app: App) {
  return messages(app.session.get().language).console;
}

/** What was done, named by its codes, and how to take it back. */
export function toastOf(app: App, done: string, { codes }: Written<unknown>, named?: string): Toast {
  const words = wordsOf(app);
  const names = codes.length > mostNamed ? words.toast.many(codes.length) : codes.join(', ');
  return { kind: 'done', text: `${done} ${named ?? names}`.trimEnd(), hint: words.toast.undoHint };
}

/** Few are named one by one. */
const mostNamed = 4;

function codesOf({ project }: App, { ids }: Target): readonly string[] {
  return ids.length > mostNamed ? [] : ids.flatMap((id) => getRecord(project, id).code ?? []);
}

const lettersOf = (code: string): string => code.split('-')[0] ?? '';

/**
 * Names what was meant, and counts what a rule brought or moved along with it: others of the same kind. Undefined where
 * there is no such: the action that a risk became is named by its own code.
 */
function alongside(app: App, meant: readonly string[], { codes }: Written<unknown>): string | undefined {
  const others = codes.filter((code) => !meant.includes(code));
  const kinds = new Set(meant.map(lettersOf));
  if (others.length === 0 || !others.every((code) => kinds.has(lettersOf(code)))) return undefined;
  return `${meant.join(', ')} · ${wordsOf(app).toast.along(others.length)}`;
}

export function change(
  app: App,
  target: Target,
  done: string,
  work: () => Written<unknown>,
  named?: string,
): boolean {
  const meant = codesOf(app, target);
  const ok = perform(app, work, (written) =>
    written.step === null
      ? { kind: 'note', text: wordsOf(app).toast.same, hint: '' }
      : toastOf(app, done, written, named ?? alongside(app, meant, written)),
  );
  const { list } = target;
  if (ok && list !== undefined)
    go(
      app,
      changeList(list, (old) => ({ ...old, list: clearMarks(old.list) })),
    );
  return ok;
}

export function setValues(app: App, target: SeenTarget, values: Values): void {
  withScope(app, target, values, (scope) => {
    const of =
      (given: Values, baseVersion: number): Work =>
      (project, keepTerms) =>
        changed({ project }, target, given, { scope, keepTerms, baseVersion });
    withPreview(app, { register: target.register, values }, of(values, target.seen), (keepTerms) => {
      const { changed: done } = wordsOf(app).toast;
      changeSeen(app, target, {
        done,
        values,
        work: (given, seen) => of(given, seen)(app.project, keepTerms),
      });
    });
  });
}

type Values = Readonly<Record<string, unknown>>;

export interface SeenChange {
  readonly done: string;
  readonly values: Values;
  readonly work: (values: Values, seen: number) => Written<unknown>;
  /** Where what was written goes when it is not saved: `untold` where the user left the question, so nothing was said. */
  readonly leave?: (told: 'told' | 'untold') => void;
}

/** Makes a change from what was seen. Where another has changed the same since, of one record it is asked which is kept. */
export function changeSeen(app: App, target: SeenTarget, asked: SeenChange): void {
  const { done, values, work, leave } = asked;
  const { register, ids, seen } = target;
  const [id = 0] = ids;
  let conflict: UserError<'conflict'> | null = null;
  const ok = change(app, target, done, () => {
    try {
      return work(values, seen);
    } catch (error) {
      if (isConflict(error)) conflict = error;
      throw error;
    }
  });
  if (conflict === null || ids.length > 1) {
    if (!ok) leave?.('told');
    return;
  }
  const leaving = leave === undefined ? 'theirs' : 'toDraft';
  const onLeft = (): void => leave?.('untold');
  askClashes(app, { register, id, values, conflict, leaving, onLeft }, (kept, version) => {
    if (Object.keys(kept).length > 0)
      changeSeen(app, { ...target, seen: version }, { ...asked, values: kept });
  });
}

interface ChangeOptions {
  readonly scope: Scope;
  readonly keepTerms: boolean;
  readonly baseVersion?: number | undefined;
}

/** Several marked records are each meant alone. */
export function changed(
  { project }: Pick<App, 'project'>,
  { register, ids }: Target,
  values: Readonly<Record<string, unknown>>,
  { scope, keepTerms, baseVersion }: ChangeOptions,
): Written<unknown> {
  const { scoped } = overrideOf(register);
  const [only] = ids;
  const { end, ...others } = values;
  if (register === projectRegister && typeof end === 'string')
    return moveProjectEnd(project, end, { values: others, keepTerms, baseVersion });
  if (scoped === undefined || only === undefined || ids.length > 1)
    return changeRecords(project, ids, values, baseVersion);
  return scoped.change(project, only, values, scope, { baseVersion });
}

/** The field that a short change means: the register's own, or the usual one where it has such. */
export function fieldFor(register: string, what: 'day' | 'state' | 'owner'): string | null {
  const usual = { day: 'due', state: 'state', owner: 'owner' }[what];
  const name = overrideOf(register).fields?.[what] ?? usual;
  return fieldNamed(registerOf(register), name) === null ? null : name;
}

export function markDone(app: App, target: SeenTarget): void {
  const { done } = overrideOf(target.register);
  if (done === undefined) return;
  const own = done.runOf?.[target.kind ?? ''];
  const run = own ?? done.run;
  const said = done.saidOf?.(target.kind ?? '', app.session.get().language) ?? wordsOf(app).toast.done;
  const ok = change(app, target, said, () => run(app.project, target.ids, target.seen));
  const [only] = target.ids;
  if (!ok || own !== undefined || done.opens !== true || only === undefined) return;
  const page = topPage(app.session.get());
  if (page?.kind !== 'record' || page.id !== only) go(app, openRecord(only));
  const { undoHint, attendanceHint } = wordsOf(app).toast;
  app.toast.set((now) =>
    now?.hint === undoHint ? { ...now, hint: `${attendanceHint} · ${undoHint}` } : now,
  );
}

export function titleOfTarget(app: App, { ids }: Target): string {
  const [first] = ids;
  if (ids.length > 1 || first === undefined) return wordsOf(app).toast.many(ids.length);
  const { code, heading } = getRecord(app.project, first);
  return code ?? heading;
}

export function askState(app: App, target: SeenTarget): void {
  const name = fieldFor(target.register, 'state');
  const field = name === null ? null : fieldNamed(registerOf(target.register), name);
  const [first] = target.ids;
  if (name === null || field?.choices === undefined || first === undefined) return;
  const { language } = app.session.get();
  const now = getRecord(app.project, first)[name];
  const choices = Object.entries(field.choices).map(([word, label]) => ({
    value: word,
    label: label[language],
    hint: word === now ? wordsOf(app).list.now : '',
    keywords: word,
  }));
  openOverlay(app, (close) => (
    <Picker
      title={`${field.label[language]} · ${titleOfTarget(app, target)}`}
      choices={choices}
      empty={wordsOf(app).list.none}
      width={48}
      height={Math.min(12, choices.length)}
      onCancel={close}
      onChoose={(word) => {
        close();
        setState(app, target, name, word);
      }}
    />
  ));
}

/** A state that needs a word beside it asks for that first: a reason for closing. */
function setState(app: App, target: SeenTarget, name: string, word: string): void {
  const { fields } = registerOf(target.register);
  const beside = Object.entries(fields).find(
    ([, { neededWhen }]) => neededWhen?.field === name && neededWhen.values.includes(word),
  );
  if (beside === undefined) {
    setValues(app, target, { [name]: word });
    return;
  }
  const [needed, field] = beside;
  const { language } = app.session.get();
  const [first = 0] = target.ids;
  const known = getRecord(app.project, first)[needed];
  openOverlay(app, (close) => (
    <Prompt
      title={`${field.label[language]} · ${titleOfTarget(app, target)}`}
      placeholder=""
      initial={typeof known === 'string' ? known : ''}
      understand={(text) => (text.trim() === '' ? { ok: false, text: wordsOf(app).form.needed } : null)}
      onCancel={close}
      onEnter={(text) => {
        close();
        setValues(app, target, { [name]: word, [needed]: text });
      }}
    />
  ));
}

export function askOwner(app: App, target: SeenTarget): void {
  const name = fieldFor(target.register, 'owner');
  const field = name === null ? null : fieldNamed(registerOf(target.register), name);
  if (name === null || field === null) return;
  const { language } = app.session.get();
  const words = wordsOf(app).prompt;
  const free = (text: string) => [
    { value: text.trim() as number | string, label: text.trim(), hint: words.asWritten },
  ];
  openOverlay(app, (close) => (
    <SearchBox<number | string>
      title={`${field.label[language]} · ${titleOfTarget(app, target)}`}
      placeholder={words.person}
      empty={wordsOf(app).list.none}
      context="picker"
      width={64}
      find={(text) => [
        ...recordChoices(app.project, field.to ?? [], text, language),
        ...(text.trim() === '' ? [] : free(text)),
      ]}
      onCancel={close}
      onChoose={(value) => {
        close();
        setValues(app, target, { [name]: field.kind === 'whos' ? [value] : value });
      }}
    />
  ));
}
