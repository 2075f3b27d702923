/** The views made by hand, by the id of their tab. Each is loaded when it is first opened: the start pays for none. */
import { Box } from 'ink';
import { Component, type ComponentType } from 'react';
import { useConsole } from '../widgets/console.tsx';
import { bodyHeight } from './frame/frame-lines.ts';
import type { ScreenTab, ViewName } from './navigation.ts';
import type { PageOf } from './session.ts';

type View = ComponentType<{ readonly tab: ScreenTab }>;

const loaders: Readonly<Record<ViewName, () => Promise<View>>> = {
  trash: async () => (await import('./trash/trash-screen.tsx')).TrashScreen,
  riskMatrix: async () => (await import('./risks/matrix-screen.tsx')).MatrixScreen,
  planCalendar: async () => (await import('./communication/plan-calendar.tsx')).PlanCalendar,
  planFollow: async () => (await import('./communication/plan-follow.tsx')).PlanFollow,
  figures: async () => (await import('./figures/figures-screen.tsx')).FiguresScreen,
  funnel: async () => (await import('./recruitment/funnel-screen.tsx')).FunnelScreen,
  coverage: async () => (await import('./recruitment/coverage-screen.tsx')).CoverageScreen,
  history: async () => (await import('./history/history-tab.tsx')).HistoryTab,
};

/** Pages that lie over any screen, by kind. */
const pageLoaders = {
  calendar: async () => (await import('./calendar/calendar-screen.tsx')).CalendarScreen,
  day: async () => (await import('./calendar/day-screen.tsx')).DayScreen,
  running: async () => (await import('./running/running-screen.tsx')).RunningScreen,
  papers: async () => (await import('./running/papers-screen.tsx')).PapersScreen,
};

const loaded = new Map<() => Promise<unknown>, unknown>();

/**
 * Draws the view once it is there. `React.lazy` would do, but for its Suspense, which holds an empty screen for 300 ms:
 * a view is read in a few, and the eye sees none of it.
 */
class LoadedView<Given extends object> extends Component<{
  readonly load: () => Promise<ComponentType<Given>>;
  readonly given: Given;
  readonly height: number;
}> {
  override state: { readonly failure: Error | null } = { failure: null };

  override componentDidMount(): void {
    const { load } = this.props;
    if (!loaded.has(load)) void this.#load(load);
  }

  async #load(load: () => Promise<ComponentType<Given>>): Promise<void> {
    try {
      loaded.set(load, await load());
      this.forceUpdate();
    } catch (error) {
      this.setState({ failure: new Error('A view could not be loaded.', { cause: error }) });
    }
  }

  override render() {
    if (this.state.failure !== null) throw this.state.failure;
    const { load, given, height } = this.props;
    const View = loaded.get(load) as ComponentType<Given> | undefined; // oxlint-disable-line typescript/no-unsafe-type-assertion -- kept under its own loader
    return View === undefined ? <Box height={height} flexShrink={0} /> : <View {...given} />;
  }
}

function isView(id: string): id is ViewName {
  return Object.hasOwn(loaders, id);
}

export function ViewTab({ tab }: { readonly tab: ScreenTab }) {
  const { rows } = useConsole();
  if (!isView(tab.id)) throw new Error(`No view is called ${tab.id}.`);
  return <LoadedView load={loaders[tab.id]} given={{ tab }} height={bodyHeight(rows)} />;
}

type LoadedPage = { [Kind in keyof typeof pageLoaders]: PageOf<Kind> }[keyof typeof pageLoaders];

export function PageView({ page }: { readonly page: LoadedPage }) {
  const { rows } = useConsole();
  const height = bodyHeight(rows);
  if (page.kind === 'calendar')
    return <LoadedView load={pageLoaders.calendar} given={{ page }} height={height} />;
  if (page.kind === 'day') return <LoadedView load={pageLoaders.day} given={{ page }} height={height} />;
  if (page.kind === 'running')
    return <LoadedView load={pageLoaders.running} given={{ page }} height={height} />;
  return <LoadedView load={pageLoaders.papers} given={{ page }} height={height} />;
}
