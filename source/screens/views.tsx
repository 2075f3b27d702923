/** The views made by hand, by the id of their tab. Each is loaded when it is first opened: the start pays for none. */
import { Box } from 'ink';
import { Component, type ComponentType } from 'react';
import { useConsole } from '../widgets/console.tsx';
import { bodyHeight } from './frame/frame-lines.ts';
import type { ScreenTab, ViewName } from './navigation.ts';

type View = ComponentType<{ readonly tab: ScreenTab }>;

const loaders: Readonly<Record<ViewName, () => Promise<View>>> = {
  trash: async () => (await import('./trash/trash-screen.tsx')).TrashScreen,
  history: async () => (await import('./history/history-tab.tsx')).HistoryTab,
};

const loaded = new Map<ViewName, View>();

/**
 * Draws the view once it is there. `React.lazy` would do, but for its Suspense, which holds an empty screen for 300 ms:
 * a view is read in a few, and the eye sees none of it.
 */
class LoadedView extends Component<{
  readonly name: ViewName;
  readonly tab: ScreenTab;
  readonly height: number;
}> {
  override state: { readonly failure: Error | null } = { failure: null };

  override componentDidMount(): void {
    const { name } = this.props;
    if (!loaded.has(name)) void this.#load(name);
  }

  async #load(name: ViewName): Promise<void> {
    try {
      loaded.set(name, await loaders[name]());
      this.forceUpdate();
    } catch (error) {
      this.setState({ failure: new Error(`The view ${name} could not be loaded.`, { cause: error }) });
    }
  }

  override render() {
    if (this.state.failure !== null) throw this.state.failure;
    const { name, tab, height } = this.props;
    const View = loaded.get(name);
    return View === undefined ? <Box height={height} flexShrink={0} /> : <View tab={tab} />;
  }
}

function isView(id: string): id is ViewName {
  return Object.hasOwn(loaders, id);
}

export function ViewTab({ tab }: { readonly tab: ScreenTab }) {
  const { rows } = useConsole();
  if (!isView(tab.id)) throw new Error(`No view is called ${tab.id}.`);
  return <LoadedView name={tab.id} tab={tab} height={bodyHeight(rows)} />;
}
