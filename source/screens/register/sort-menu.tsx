/** Choosing the order of a list; the same field again turns it round. */
import { labelIn } from '../../services/reading/shown.ts';
import type { Definition } from '../../registers/index.ts';
import { messages } from '../../language/index.ts';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { go, openOverlay, type App } from '../app.tsx';
import type { ScreenTab } from '../session/navigation.ts';
import { changeList, memoryOf } from '../session/session.ts';
import { begunAnew } from './list-start.ts';

export function openSortMenu(app: App, tab: ScreenTab, definition: Definition): void {
  const { language } = app.session.get();
  const words = messages(language).console.list;
  const { sort } = memoryOf(app.session.get(), tab.id);
  const derived = Object.entries(definition.derived ?? {}).map(([name, { field }]) => ({ name, field }));
  const own = Object.entries(definition.fields).map(([name, field]) => ({ name, field }));
  const columns = definition.list.columns;
  const fields = [...own, ...derived].toSorted((one, other) => {
    const [at, place] = [columns.indexOf(one.name), columns.indexOf(other.name)];
    return (at === -1 ? columns.length : at) - (place === -1 ? columns.length : place);
  });
  const choices = [
    { value: null, label: words.ownOrder, hint: sort === null ? words.now : '' },
    ...fields.map(({ name, field }) => ({
      value: name,
      label: labelIn(app.project, field, language),
      hint: sort === name ? words.ascending : sort === `-${name}` ? words.descending : '',
    })),
  ];
  openOverlay(app, (close) => (
    <Picker
      title={words.sortTitle}
      choices={choices}
      empty={words.none}
      width={44}
      onCancel={close}
      onChoose={(name: string | null) => {
        const next = name === null ? null : sort === name ? `-${name}` : name;
        go(
          app,
          changeList(tab.id, (old) => begunAnew(app, tab, old, { sort: next })),
        );
        close();
      }}
    />
  ));
}
