/**
 * The views made by hand, by the id of their tab. In what is built each is read from its own file when it is first drawn
 * (bin/chunks.js): the start pays for none, and no frame stands empty meanwhile.
 */
import type { ComponentType } from 'react';
import { CalendarScreen } from './calendar/calendar-screen.tsx';
import { DayScreen } from './calendar/day-screen.tsx';
import { PlanCalendar } from './communication/plan-calendar.tsx';
import { PlanFollow } from './communication/plan-follow.tsx';
import { CopiesScreen } from './copies/copies-screen.tsx';
import { FiguresScreen } from './figures/figures-screen.tsx';
import { HistoryTab } from './history/history-tab.tsx';
import { CoverageScreen } from './recruitment/coverage-screen.tsx';
import { FunnelScreen } from './recruitment/funnel-screen.tsx';
import { ReportsScreen } from './reporting/reports-screen.tsx';
import { MatrixScreen } from './risks/matrix-screen.tsx';
import { MentionsScreen } from './people/mentions-screen.tsx';
import { PapersScreen } from './running/papers-screen.tsx';
import { RunningScreen } from './running/running-screen.tsx';
import { TrashScreen } from './trash/trash-screen.tsx';
import type { ScreenTab, ViewName } from './session/navigation.ts';
import type { PageOf } from './session/session.ts';

type View = ComponentType<{ readonly tab: ScreenTab }>;

const views: Readonly<Record<ViewName, View>> = {
  trash: TrashScreen,
  reportPreview: ReportsScreen,
  riskMatrix: MatrixScreen,
  planCalendar: PlanCalendar,
  planFollow: PlanFollow,
  figures: FiguresScreen,
  funnel: FunnelScreen,
  coverage: CoverageScreen,
  copies: CopiesScreen,
  history: HistoryTab,
};

function isView(id: string): id is ViewName {
  return Object.hasOwn(views, id);
}

export function ViewTab({ tab }: { readonly tab: ScreenTab }) {
  if (!isView(tab.id)) throw new Error(`No view is called ${tab.id}.`);
  const View = views[tab.id];
  return <View tab={tab} />;
}

/** Pages that lie over any screen. */
export function PageView({
  page,
}: {
  readonly page: PageOf<'calendar' | 'day' | 'running' | 'mentions' | 'papers'>;
}) {
  if (page.kind === 'calendar') return <CalendarScreen page={page} />;
  if (page.kind === 'day') return <DayScreen page={page} />;
  if (page.kind === 'mentions') return <MentionsScreen page={page} />;
  if (page.kind === 'running') return <RunningScreen page={page} />;
  return <PapersScreen page={page} />;
}
