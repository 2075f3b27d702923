/** The usual purposes of personal data, for the planner to put right; loaded when they are asked for. */
import { messages } from '../../language/index.ts';
import { proposePurposes } from '../../services/safety/propose-purposes.ts';
import { go, perform, type App } from '../app.tsx';
import { toastOf, wordsOf } from '../record/change-actions.tsx';
import { goTo, goToTab } from '../session/session.ts';

export function propose(app: App): void {
  const words = messages(app.session.get().language).people;
  const done = perform(
    app,
    () => proposePurposes(app.project),
    (written) =>
      written.step === null
        ? { kind: 'note', text: words.allSet, hint: '' }
        : toastOf(app, wordsOf(app).toast.added, written),
  );
  if (done) go(app, (now) => goToTab('purpose')(goTo('people')(goTo('people')(now))));
}
