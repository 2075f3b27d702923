/** Copies of the file: when, why, how large, where; made, looked over and put back here. */
import { dirname } from 'node:path';
import { useState } from 'react';
import { isUserError } from '../../errors.ts';
import { messages, type Language, type Messages } from '../../language/index.ts';
import { formatDay, formatTime } from '../../services/reading/days.ts';
import { checkingCopy, listCopies, makingCopy, type CopyFacts } from '../../services/safety/backup.ts';
import { newestStep } from '../../services/project/project.ts';
import { Confirm } from '../../widgets/overlays/confirm.tsx';
import { useConsole } from '../../widgets/console.tsx';
import { Picker } from '../../widgets/overlays/picker.tsx';
import { StyledText } from '../../widgets/lines/styled-text.tsx';
import { Table, tableRows, type Column } from '../../widgets/lists/table.tsx';
import { safe } from '../../widgets/lines/text.ts';
import { useActions } from '../../widgets/use-actions.ts';
import { openOverlay, say, useApp, useData, useSession, useWords, type App } from '../app.tsx';
import { bodyHeight } from '../frame/frame-lines.ts';
import { useTabCursor } from '../cursor.ts';
import { workThrough } from '../long-work.tsx';
import type { ScreenTab } from '../session/navigation.ts';
import { stripLine } from '../register/strip-line.ts';
import { sentenceOf } from '../sentence.ts';
import { memoryOf, tabOf, tabsOf } from '../session/session.ts';
import type { Copy } from '../../services/safety/copies.ts';
import type { Work } from '../../domain/long-work.ts';

type Words = Messages['backups'];

interface Row {
  readonly copy: Copy;
  readonly when: string;
  readonly why: string;
  readonly size: string;
  readonly where: string;
  readonly state: string;
}

/** What looking a copy over has told, by its path. */
type Looked = Readonly<Record<string, 'sound' | 'unsound'>>;

const whenOf = ({ day, time }: Copy, language: Language): string =>
  `${formatDay(day, language, 'full')} ${formatTime(time, language)}`;

function rowOf(copy: Copy, { project }: App, language: Language, looked: Looked): Row {
  const words = messages(language).backups;
  const { reason, megabytes } = messages(language).trust.copies;
  const isHere = project.copies !== undefined && dirname(copy.path) === project.copies.folder;
  const found = looked[copy.path];
  return {
    copy,
    when: whenOf(copy, language),
    why: copy.sealed ? `${reason(copy.reason)} · ${words.sealed}` : reason(copy.reason),
    size: megabytes(copy.bytes),
    where: isHere ? words.here : words.own,
    state: found === undefined ? words.whenMade : words[found],
  };
}

const columnsFor = (words: Words['columns']): readonly Column<Row>[] => [
  { key: 'when', label: words.when, width: 22, priority: 0 },
  { key: 'why', label: words.why, width: 30, min: 20, flex: 2, priority: 0 },
  { key: 'size', label: words.size, width: 9, priority: 2 },
  { key: 'state', label: words.state, width: 11, priority: 1 },
  { key: 'where', label: words.where, width: 15, priority: 3 },
];

/** The safe way first: Enter alone never puts anything back. */
function openMenu(app: App, row: Row, onLooked: (copy: Copy) => Promise<void>): void {
  const words = messages(app.session.get().language).backups;
  // Where only a passphrase opens it, a terminal without a screen over it is the place to ask for one.
  if (row.copy.sealed) return say(app, 'note', words.askedOutside, `luotsi restore ${row.copy.day}`);
  const choices = [
    { value: 'check', label: words.check, hint: '' },
    { value: 'restore', label: words.restore, hint: '' },
  ] as const;
  return openOverlay(app, (close) => (
    <Picker
      title={`${row.when} · ${row.why}`}
      choices={choices}
      width={56}
      height={choices.length}
      onCancel={close}
      onChoose={(choice) => {
        close();
        if (choice === 'check') void onLooked(row.copy);
        else askRestore(app, row);
      }}
    />
  ));
}

function askRestore(app: App, { copy, when }: Row): void {
  const words = messages(app.session.get().language).backups;
  const later = newestStep(app.project) - copy.step;
  openOverlay(app, (close) => (
    <Confirm
      title={words.restoreTitle}
      text={[words.restoreText(when), ...(later > 0 ? [words.later(later)] : []), words.keptText]}
      confirmLabel={words.restoreNow}
      cancelLabel={words.cancel}
      onCancel={close}
      onConfirm={() => {
        close();
        app.restore(copy);
      }}
    />
  ));
}

/** What is wrong with a copy is an answer too; only stopping gives none. */
function* looking(path: string): Work<CopyFacts | { readonly fault: unknown }> {
  try {
    return yield* checkingCopy(path);
  } catch (error) {
    if (isUserError(error) && error.code === 'stopped') throw error;
    return { fault: error };
  }
}

async function lookOver(app: App, { path }: Copy): Promise<'sound' | 'unsound' | null> {
  const { language } = app.session.get();
  const words = messages(language).backups;
  const found = await workThrough(app, words.check, looking(path));
  if (found === null) return null;
  if ('fault' in found) say(app, 'error', sentenceOf(found.fault, language).text);
  else say(app, 'done', words.isSound(found.seq));
  return 'fault' in found ? 'unsound' : 'sound';
}

async function makeNow(app: App): Promise<void> {
  const { copies } = app.project;
  const words = messages(app.session.get().language).backups;
  if (copies === undefined) return say(app, 'note', words.noPlace);
  const made = await workThrough(app, words.making, makingCopy(app.project, copies, 'own'));
  if (made !== null) say(app, 'done', words.made, dirname(made.path));
}

export function CopiesScreen({ tab }: { readonly tab: ScreenTab }) {
  const app = useApp();
  const { columns: width, rows: screenRows, unicode } = useConsole();
  const { language } = useWords();
  const words = messages(language).backups;
  const memory = useSession((state) => memoryOf(state, tab.id));
  const tabs = useSession((state) => tabsOf(state));
  const index = useSession((state) => tabOf(state).index);
  const [looked, setLooked] = useState<Looked>({});
  const copies = useData(
    ({ project }) => (project.copies === undefined ? [] : listCopies(project.copies)),
    [],
  );
  const rows = copies.map((copy) => rowOf(copy, app, language, looked));
  const height = bodyHeight(screenRows) - 1;
  const frame = { count: rows.length, height: tableRows(height) };
  const { list, keys } = useTabCursor(tab.id, memory, frame);
  const current = rows[list.cursor];
  const onLooked = async (copy: Copy): Promise<void> => {
    const found = await lookOver(app, copy);
    if (found !== null) setLooked((old) => ({ ...old, [copy.path]: found }));
  };
  useActions('list', {
    ...keys,
    'record.new': () => void makeNow(app),
    ...(current !== undefined && { 'list.open': () => openMenu(app, current, onLooked) }),
  });
  const strip = { tabs, index, count: rows.length, memory, definition: null };
  return (
    <>
      <StyledText line={stripLine(strip, { width, language, unicode })} />
      <Table
        data={rows.map((row) => ({ ...row, why: safe(row.why) }))}
        columns={rows.length === 0 ? [] : columnsFor(words.columns)}
        width={width}
        height={height}
        cursor={list.cursor}
        top={list.top}
        empty={app.project.copies === undefined ? words.noPlace : words.none}
      />
    </>
  );
}
