/** Yes and no begin with other letters in the other language: the keys go along when it is changed. */
import type { Dispatcher } from '../../keys/dispatcher.ts';
import { makeKeymap } from '../../keys/keymap.ts';
import { keysOf, type Settings } from '../../settings/settings.ts';
import type { SessionState } from '../session/session.ts';
import type { State } from '../state.ts';

export function followLanguage(
  session: State<SessionState>,
  dispatcher: Dispatcher,
  settings: Pick<Settings, 'keys'>,
): void {
  let known = session.get().language;
  session.subscribe(() => {
    const { language } = session.get();
    if (language === known) return;
    known = language;
    dispatcher.setKeymap(makeKeymap(keysOf(settings), language).keymap);
  });
}
