/** A change to one record of a series is asked about first: this one, this and those that follow, or all ahead. */
import { messages } from '../../language/index.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { openOverlay, type App } from '../app.tsx';
import { overrideOf, type Scope } from '../overrides.ts';

/** Asks where there is something to ask; else it is meant for this one alone. */
export function withScope(
  app: App,
  { register, ids }: { readonly register: string; readonly ids: readonly number[] },
  values: Readonly<Record<string, unknown>>,
  then: (scope: Scope) => void,
): void {
  const { scoped } = overrideOf(register);
  const [only] = ids;
  if (scoped === undefined || only === undefined || ids.length > 1) return then('this');
  if (!scoped.concerns(app.project, only, values)) return then('this');
  const counts = scoped.ahead(app.project, only);
  const words = messages(app.session.get().language).clubs.scope;
  const choices = [
    { value: 'this' as const, label: words.this, hint: '' },
    { value: 'following' as const, label: words.following, hint: words.ahead(counts.following) },
    { value: 'all' as const, label: words.all, hint: words.ahead(counts.all) },
  ];
  return openOverlay(app, (close) => (
    <Picker
      title={words.title}
      choices={choices}
      width={56}
      height={choices.length}
      onCancel={close}
      onChoose={(scope) => {
        close();
        then(scope);
      }}
    />
  ));
}
