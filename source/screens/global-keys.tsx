/** Keys that work on every screen. */
import { useActions } from '../widgets/use-actions.ts';
import { go, useApp, useSession } from './app.tsx';
import { actionOfScreen, screenNames } from './navigation.ts';
import { back, goTo, goToLast, topPage } from './session.ts';

export function useGlobalKeys(): void {
  const app = useApp();
  const atTop = useSession((state) => topPage(state) === null);
  const screens = Object.fromEntries(
    screenNames.map((name) => [actionOfScreen(name), () => go(app, goTo(name))]),
  );
  useActions('global', {
    ...screens,
    'screen.last': () => go(app, goToLast),
    'go.back': () => (atTop ? app.quit() : go(app, back)),
  });
  useActions('program', {
    'app.quit': app.quit,
    'app.suspend': app.suspend,
    'app.redraw': app.redraw,
  });
}
