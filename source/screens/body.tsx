/** What stands between head and footer: the topmost page, else the screen's own. */
import { TodayScreen } from './today/today-screen.tsx';
import { bodyWidths } from './frame/frame-lines.ts';
import { topPage, type SessionState } from './session.ts';
import { useSession } from './app.tsx';

/** Where the line between list and preview meets the rules; null where there is none. */
export function jointOf(state: SessionState, columns: number): number | null {
  if (topPage(state) !== null || state.screen === 'reports') return null;
  const { left, right } = bodyWidths(columns, state.preview);
  return right === null ? null : left;
}

export function Body() {
  const screen = useSession((state) => state.screen);
  void screen;
  return <TodayScreen />;
}
