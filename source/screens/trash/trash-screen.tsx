/** What was removed, and the way back. */
import { registerOf } from '../../registers/index.ts';
import { restoreRecords } from '../../services/writing/records.ts';
import { trashOf } from '../../services/writing/trash.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { useConsole } from '../../widgets/console.tsx';
import { StyledText } from '../../widgets/lines/styled-text.tsx';
import { span } from '../../widgets/lines/styled.ts';
import { Table, tableRows, type Column } from '../../widgets/lists/table.tsx';
import { safe } from '../../widgets/lines/text.ts';
import { go, perform, useApp, useData, useSession, useWords } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { useTabCursor } from '../cursor.ts';
import type { ScreenTab } from '../session/navigation.ts';
import { toastOf } from '../record/change-actions.tsx';
import { stripLine } from '../register/strip-line.ts';
import { memoryOf, openRecord, tabOf, tabsOf } from '../session/session.ts';

const most = 500;

interface Removed {
  readonly id: number;
  readonly code: string | null;
  readonly heading: string;
  readonly kind: string;
}

const columns: readonly Column<Removed>[] = [
  { key: 'code', label: '', width: 8, priority: 0, format: ({ code }) => [span(safe(code ?? ''), 'accent')] },
  { key: 'heading', label: '', width: 40, min: 24, flex: 3, priority: 0 },
  { key: 'kind', label: '', width: 26, min: 12 },
];

export function TrashScreen({ tab }: { readonly tab: ScreenTab }) {
  const app = useApp();
  const { columns: width, rows, unicode } = useConsole();
  const { language, words } = useWords();
  const memory = useSession((state) => memoryOf(state, tab.id));
  const tabs = useSession((state) => tabsOf(state));
  const index = useSession((state) => tabOf(state).index);
  const removed = useData(
    ({ project }, spoken) =>
      trashOf(project, most).map((one): Removed => ({
        ...one,
        kind: registerOf(one.register).label.one[spoken],
      })),
    [],
  );
  const height = bodyHeight(rows) - 1;
  const frame = { count: removed.length, height: tableRows(height) };
  const { list, keys } = useTabCursor(tab.id, memory, frame);
  const current = removed[list.cursor];
  const restore = (id: number) => (): void =>
    void perform(
      app,
      () => restoreRecords(app.project, [id]),
      (written) => toastOf(app, words.more.restored, written),
    );
  useActions('list', {
    ...keys,
    ...(current !== undefined && {
      'list.open': () => go(app, openRecord(current.id)),
      'record.restore': restore(current.id),
    }),
  });
  const strip = { tabs, index, count: removed.length, memory, definition: null };
  return (
    <>
      <StyledText line={stripLine(strip, { width, language, unicode })} />
      <Table
        data={removed}
        columns={removed.length === 0 ? [] : columns}
        width={width}
        height={height}
        cursor={list.cursor}
        top={list.top}
        empty={words.more.trashEmpty}
      />
    </>
  );
}
