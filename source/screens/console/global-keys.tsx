/** Keys that work on every screen. */
import { asHeard, keyHints } from '../../keys/hints.ts';
import { messages } from '../../language/index.ts';
import type { ActionId } from '../../keys/actions.ts';
import type { ActionHandlers } from '../../keys/dispatcher.ts';
import type { KeyEvent } from '../../keys/events.ts';
import { labelWords } from '../../services/writing/step-words.ts';
import { redo, undo, type Reversed } from '../../services/writing/undo.ts';
import { todayOf } from '../../services/project/project.ts';
import { useConsole } from '../../widgets/console.tsx';
import { Help } from '../../widgets/overlays/help.tsx';
import { useActions } from '../../widgets/use-actions.ts';
import { go, openOverlay, perform, useApp, useSession, useWords, type App, type Toast } from '../app.tsx';
import { actionOfScreen, screenNames } from '../session/navigation.ts';
import { Palette } from '../palette/palette.tsx';
import { extraCommands } from '../palette/extra-commands.ts';
import { comeBack } from '../earlier-day/look-back.ts';
import { addQuickly, writeDiary } from '../prompt/quick-prompts.tsx';
import { wordsOf } from '../record/change-actions.tsx';
import { back, goTo, goToLast, openCalendar, topPage } from '../session/session.ts';

type Dispatcher = ReturnType<typeof useConsole>['dispatcher'];

/** After what the overlay covered hears keys again: the action is meant for it. */
function runBelow(dispatcher: Dispatcher, action: ActionId): void {
  setImmediate(() => setImmediate(() => dispatcher.run(action)));
}

function openPalette(app: App, dispatcher: Dispatcher): void {
  const { language } = app.session.get();
  const hints = asHeard(keyHints(dispatcher.available(), dispatcher.keymap(), language));
  openOverlay(app, (close) => (
    <Palette
      app={app}
      hints={hints}
      extras={extraCommands(app)}
      run={(action) => runBelow(dispatcher, action)}
      close={close}
    />
  ));
}

function openHelp(app: App, dispatcher: Dispatcher): void {
  const { language } = app.session.get();
  const words = wordsOf(app).help;
  const hints = asHeard(keyHints(dispatcher.available(), dispatcher.keymap(), language));
  openOverlay(app, (close) => (
    <Help
      title={words.title}
      placeholder={words.placeholder}
      empty={words.empty}
      hints={hints}
      onRun={(action) => {
        close();
        runBelow(dispatcher, action);
      }}
      onClose={close}
    />
  ));
}

function reversal(app: App, kind: 'undo' | 'redo'): void {
  const { language } = app.session.get();
  const words = wordsOf(app).toast;
  const report = ({ reversed }: Reversed): Toast => ({
    kind: 'done',
    // The step that redo reverses is the undo: what it names is what is done again.
    text: labelWords(reversed.label, kind, language),
    hint: kind === 'undo' ? words.redoHint : words.undoHint,
  });
  perform(app, () => (kind === 'undo' ? undo(app.project) : redo(app.project)), report);
}

export function useGlobalKeys(undoable: boolean): void {
  const app = useApp();
  const { dispatcher } = useConsole();
  const atTop = useSession((state) => topPage(state) === null);
  const { language } = useWords();
  const nothing = messages(language).errors['nothing-to-undo'].message();
  const { earlierDay } = messages(language);
  const screens = Object.fromEntries(
    screenNames.map((name) => [actionOfScreen(name), () => go(app, goTo(name))]),
  );
  const handlers: ActionHandlers = {
    ...screens,
    'calendar.open': () => go(app, openCalendar(todayOf(app.project))),
    'screen.last': () => go(app, goToLast),
    'earlier.look': () =>
      void import('../earlier-day/ask-earlier-day.tsx').then(({ askEarlierDay }) => askEarlierDay(app)),
    ...(!atTop && { 'go.back': () => go(app, back) }),
    ...(atTop && app.present !== null && { 'go.back': { run: () => comeBack(app), label: earlierDay.back } }),
    'palette.open': () => openPalette(app, dispatcher),
    'help.open': () => openHelp(app, dispatcher),
    'record.quickAdd': () => addQuickly(app),
    'diary.add': () => writeDiary(app),
    undo: { run: () => reversal(app, 'undo'), whyNot: () => (undoable ? null : nothing) },
    redo: () => reversal(app, 'redo'),
  };
  // At the top q leaves; Esc, which one presses to be sure, does not.
  const onKey = ({ name }: KeyEvent): boolean => {
    if (!atTop || app.present !== null || name !== 'q') return false;
    app.quit();
    return true;
  };
  useActions('global', handlers, { onKey });
  useActions('program', {
    'app.quit': app.quit,
    'app.suspend': app.suspend,
    'app.redraw': app.redraw,
  });
}
