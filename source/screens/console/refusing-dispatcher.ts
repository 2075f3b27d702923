/** The one reader of keys; what it can't do is told on the screen. */
import { changesProject } from '../../keys/changing.ts';
import { createDispatcher, type Dispatcher } from '../../keys/dispatcher.ts';
import type { Keymap } from '../../keys/keymap.ts';
import { say, whyOnlyLooked, type App } from '../app.tsx';

/** @param shown what is looked at now, the present or an earlier day */
export function refusingDispatcher(keymap: Keymap, shown: () => App | null): Dispatcher {
  return createDispatcher({
    keymap,
    whyNot: (action) => {
      const app = shown();
      return app !== null && changesProject(action) ? whyOnlyLooked(app) : null;
    },
    onRefused: (_action, why) => {
      const app = shown();
      if (app !== null) say(app, 'note', why);
    },
  });
}
