/** What stands between head and footer: the topmost page, else the screen's own. */
import { useSession } from '../app.tsx';
import { bodyWidths } from '../frame/frame-lines.ts';
import { FormScreen } from '../form/form-screen.tsx';
import { HistoryScreen } from '../history/history-screen.tsx';
import { RecordScreen } from '../record/record-screen.tsx';
import { RegisterScreen } from '../register/register-screen.tsx';
import { pagesOf, tabOf, topPage, type Page, type SessionState } from '../session/session.ts';
import { TodayScreen } from '../today/today-screen.tsx';
import { PageView, ViewTab } from '../views.tsx';

/** Where the line between list and preview meets the rules; null where there is none. */
export function jointOf(state: SessionState, columns: number): number | null {
  const page = topPage(state);
  if (page !== null && page.kind !== 'day') return null;
  const { tab } = tabOf(state);
  if (page === null && tab !== null && tab.kind !== 'register') return null;
  const { left, right } = bodyWidths(columns, state.preview);
  return right === null ? null : left;
}

/** A form opened from a field of another may be of the same register: how deep it lies tells the two apart. */
function pageKey(page: Page, depth: number): string {
  return page.kind === 'form'
    ? `form ${page.register} ${page.id ?? ''} ${depth}`
    : `${page.kind} ${page.id ?? ''}`;
}

export function Body() {
  const screen = useSession((state) => state.screen);
  const page = useSession(topPage);
  const depth = useSession((state) => pagesOf(state).length);
  const tab = useSession((state) => tabOf(state).tab);
  if (page?.kind === 'record') return <RecordScreen key={pageKey(page, depth)} page={page} />;
  if (page?.kind === 'form') return <FormScreen key={pageKey(page, depth)} page={page} />;
  if (page?.kind === 'history') return <HistoryScreen key={pageKey(page, depth)} page={page} />;
  if (page !== null) return <PageView key={pageKey(page, depth)} page={page} />;
  if (screen === 'today' || tab === null) return <TodayScreen />;
  if (tab.kind === 'view') return <ViewTab key={tab.id} tab={tab} />;
  return <RegisterScreen key={tab.id} tab={tab} />;
}
